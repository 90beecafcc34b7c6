// How a carry reads back in one line, so that a wrong reading is seen at a glance. Adds nothing that was not said.
import { kindNamed } from '../attention/kinds.ts';
import type { Day } from '../kernel/instant.ts';
import { REASON_WORDS, type Carry } from './carry.ts';
import { dayWords, timeWords } from './words.ts';

/** `45 minutes of Sales (a guess): deck for Northwind; asked by sales; pressed.` */
export function carryWords(carry: Omit<Carry, 'id'>, guessed: boolean, today: Day): string {
  const said = [
    carry.what, ...(carry.on === today ? [] : [`on ${dayWords(carry.on)}`]), ...(carry.askedBy === undefined ? [] : [`asked by ${carry.askedBy}`]), ...(carry.topic === undefined ? [] : [`about ${carry.topic}`]),
    ...(carry.reason === undefined ? [] : [REASON_WORDS[carry.reason]]), ...(carry.mode === undefined ? [] : [carry.mode]), ...(carry.seenBy === undefined ? [] : [`seen by ${carry.seenBy}`]), ...(carry.ifLeft === undefined ? [] : [`if left: ${carry.ifLeft}`]),
  ];
  return `${timeWords(carry.minutes)} of ${kindNamed(carry.kind).name}${guessed ? ' (a guess)' : ''}: ${said.join('; ')}.`;
}
