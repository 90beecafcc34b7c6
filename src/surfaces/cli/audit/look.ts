// How a terminal report is drawn: its width, its squares, and colour where there is colour. Colour never says anything alone.
import { styleText } from 'node:util';
import type { GlobalFlags, Terminal } from '../door.ts';
import { styleFor, type Style } from '../style.ts';

export type SquareName = 'goal' | 'lightsOn' | 'none' | 'unjudged' | 'agedOut';

export interface Look extends Style {
  readonly width: number;
  readonly square: Readonly<Record<SquareName, string>>;
  /** A horizontal rule's one character, and the mark before a finding. */
  readonly rule: string;
  readonly ring: string;
  paint(name: SquareName, text: string): string;
  accent(text: string): string;
}

const UNICODE = { goal: '■', lightsOn: '▦', none: '□', unjudged: '□', agedOut: '▣' } as const;
const ASCII = { goal: '#', lightsOn: '=', none: '.', unjudged: '.', agedOut: 'x' } as const;

/** Between 60 and 120 columns; a narrower terminal wraps by itself, a wider one is left empty at the right. */
export function lookFor(terminal: Terminal, flags: Pick<GlobalFlags, 'color'>): Look {
  const style = styleFor(terminal, flags);
  const colour = style.strong('x') !== 'x';
  const plain = style.ellipsis === '...';
  const paint = (format: 'yellow' | 'blue' | 'dim', text: string): string => (colour && text !== '' ? styleText(format, text, { validateStream: false }) : text);
  return {
    ...style, width: Math.max(60, Math.min(120, terminal.columns)), square: plain ? ASCII : UNICODE, rule: plain ? '-' : '─', ring: plain ? '?' : '◌',
    paint: (name, text) => (name === 'agedOut' ? paint('yellow', text) : name === 'lightsOn' ? paint('dim', text) : text),
    accent: (text) => paint('blue', text),
  };
}
