// Carries on the screen, decided without one: a typed line read back piece by piece, and what a row says beside what was carried.
import type { OutputOf } from '../../../../contract/index.ts';
import { kindNamed } from '../../../../domain/attention/kinds.ts';
import type { Day } from '../../../../domain/kernel/instant.ts';
import { readCarryLine } from '../../../../domain/line/carry-line.ts';
import { REASON_WORDS } from '../../../../domain/line/carry.ts';
import { timeWords } from '../../../../domain/line/words.ts';
import { dayShort } from '../../data/words.ts';

export type Carry = OutputOf<'carry.list'>['carries'][number];

export interface Piece { readonly name: string; readonly says: string }

/** How a line is read, piece by piece, and what it still lacks. Example: `45m deck, asked by sales` gives minutes, what, asked by. */
export function carryRead(line: string, today: Day): { readonly pieces: readonly Piece[]; readonly lacks: string | undefined } {
  const read = readCarryLine(line, today);
  const pieces: Piece[] = [
    ...(read.minutes === undefined ? [] : [{ name: 'how long', says: timeWords(read.minutes) }]), { name: 'kind', says: read.kind === undefined ? 'guessed from the words' : kindNamed(read.kind).name }, ...(read.what === '' ? [] : [{ name: 'what', says: read.what }]),
    ...(read.askedBy === undefined ? [] : [{ name: 'asked by', says: read.askedBy }]), ...(read.mode === undefined ? [] : [{ name: 'it was', says: read.mode }]), ...(read.on === undefined ? [] : [{ name: 'day', says: dayShort(read.on) }]),
    ...(read.reason === undefined ? [] : [{ name: 'because', says: REASON_WORDS[read.reason] }]), ...(read.topic === undefined ? [] : [{ name: 'about', says: read.topic }]), ...(read.seenBy === undefined ? [] : [{ name: 'seen by', says: read.seenBy }]),
    ...(read.ifLeft === undefined ? [] : [{ name: 'if left', says: read.ifLeft }]), ...(read.bet === undefined ? [] : [{ name: 'bet', says: read.bet }]),
  ];
  const lacks = read.minutes === undefined ? 'How long did it take? Begin with it: 45m, 1.5h.' : read.what === '' ? 'What was it? A few words are enough.' : undefined;
  return { pieces, lacks };
}

/** What stands under a carry: `asked by sales, because it was faster, seen by nobody`. */
export function carryMeta(carry: Carry): string {
  return [
    carry.askedBy !== undefined && `asked by ${carry.askedBy}`, carry.topic !== undefined && `about ${carry.topic}`, carry.reason !== undefined && REASON_WORDS[carry.reason], carry.seenBy !== undefined && `seen by ${carry.seenBy}`,
    carry.ifLeft !== undefined && `if left: ${carry.ifLeft}`, carry.bet !== undefined && `for ${carry.bet.key}`, carry.item !== undefined && `from ${carry.item.key}`, carry.source === 'event' && 'from your calendar',
  ].filter((part) => part !== false).join(', ');
}
