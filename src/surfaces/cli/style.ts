// How text looks in a terminal: colour only where it is wanted, and nothing a tracker wrote may steer the terminal.
import { styleText } from 'node:util';
import type { GlobalFlags, Terminal } from './door.ts';

export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  readonly dash: string;
  readonly ellipsis: string;
}

/** Colour is on for a terminal unless NO_COLOR, TERM=dumb or --no-color say otherwise; FORCE_COLOR turns it on. */
export function styleFor(terminal: Terminal, flags: Pick<GlobalFlags, 'color'>): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0';
  const colour = flags.color !== false && !NO_COLOR && (forced || (terminal.outIsTerminal && TERM !== 'dumb'));
  const paint = (format: 'bold' | 'dim', text: string): string => (colour && text !== '' ? styleText(format, text, { validateStream: false }) : text);
  const plain = !/utf-?8/i.test(terminal.env['LC_ALL'] ?? terminal.env['LC_CTYPE'] ?? terminal.env['LANG'] ?? 'utf-8');
  return { strong: (text) => paint('bold', text), faint: (text) => paint('dim', text), dash: plain ? '-' : '–', ellipsis: plain ? '...' : '…' };
}

/** Without control characters, ANSI sequences and direction marks, so that foreign text stays text. Line breaks become spaces. */
export function tame(text: string): string {
  return text
    .replace(/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g, '')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** One JSON document; control characters that JSON leaves alone are escaped too. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
