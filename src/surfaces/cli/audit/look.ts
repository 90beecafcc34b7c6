// How a terminal report is drawn: its width, its squares, and colour where there is colour. Colour never says anything alone.
import { styleText } from 'node:util';
import type { GlobalFlags, Terminal } from '../door.ts';
import { styleFor } from '../style.ts';

export type SquareName = 'goal' | 'lightsOn' | 'none' | 'unjudged' | 'agedOut';

export interface Look {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly ellipsis: string;
  readonly width: number;
  readonly square: Readonly<Record<SquareName, string>>;
  /** A horizontal rule's one character, and the mark before what cannot be told. */
  readonly rule: string;
  readonly ring: string;
  readonly paint: (name: SquareName, text: string) => string;
}

const UNICODE = { goal: '■', lightsOn: '▦', none: '□', unjudged: '□', agedOut: '▣' } as const;
const ASCII = { goal: '#', lightsOn: '=', none: '.', unjudged: '.', agedOut: 'x' } as const;

/** Between 60 and 120 columns; a narrower terminal wraps by itself, a wider one is left empty at the right. */
export function lookFor(terminal: Terminal, flags: Pick<GlobalFlags, 'color'>): Look {
  const style = styleFor(terminal, flags);
  const colour = style.strong('x') !== 'x';
  const plain = style.ellipsis === '...';
  const paint = (format: 'yellow' | 'dim', text: string): string => (colour && text !== '' ? styleText(format, text, { validateStream: false }) : text);
  return {
    strong: (text) => style.strong(text), faint: (text) => style.faint(text), ellipsis: style.ellipsis,
    width: Math.max(60, Math.min(120, terminal.columns)), square: plain ? ASCII : UNICODE, rule: plain ? '-' : '─', ring: plain ? '?' : '◌',
    paint: (name, text) => (name === 'agedOut' ? paint('yellow', text) : name === 'lightsOn' ? paint('dim', text) : text),
  };
}
