// A typed line of own work, read back piece by piece while it is typed, and what it lacks to be kept. Decided without a screen.
import { readEntryLine } from '../../../../domain/attention/entry-line.ts';
import { kindNamed } from '../../../../domain/attention/kinds.ts';
import { timeWords } from '../../../../domain/line/words.ts';
import { clock } from './timer-words.ts';

/** How a line is read and what it lacks to be kept. A timer needs no length: `lacks` is then for keeping only. */
export function entryRead(line: string): { readonly pieces: readonly { readonly name: string; readonly says: string }[]; readonly lacks: string | undefined } {
  const read = readEntryLine(line);
  const pieces = [
    ...(read.minutes === undefined ? [] : [{ name: 'how long', says: read.from === undefined || read.to === undefined ? timeWords(read.minutes) : `${clock(read.from)} to ${clock(read.to)}, ${timeWords(read.minutes)}` }]),
    { name: 'kind', says: read.kind === undefined ? 'guessed from the words' : kindNamed(read.kind).name }, ...(read.note === '' ? [] : [{ name: 'what', says: read.note }]),
    ...(read.askedBy === undefined ? [] : [{ name: 'asked by', says: read.askedBy }]), ...(read.daysAgo === undefined ? [] : [{ name: 'day', says: read.daysAgo === 0 ? 'today' : 'yesterday' }]),
  ];
  const lacks = read.minutes === undefined ? 'How long? Begin with it, such as 45m or 9:00-10:30, or start the timer.' : read.minutes > 1440 ? 'A day has 24 hours.' : read.note === '' && read.kind === undefined ? 'What was it? A kind or a few words are enough.' : undefined;
  return { pieces, lacks };
}
