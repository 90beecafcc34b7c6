// What the model sees of an event: its words, pairs of words and parts of long words, and who meets for how long. Knows no kinds.
import { isUnspaced, type Word } from './words.ts';

/** What of an event's circumstances the model weighs; each is left out when the calendar does not say. */
export interface Circumstances {
  /** Somebody from outside the company takes part. */
  readonly external?: boolean | undefined;
  /** People, the calendar's owner included. */
  readonly attendees?: number | undefined;
  readonly minutes?: number | undefined;
  readonly recurring?: boolean | undefined;
}

/** One feature, its value, and the words it came from (places in the list of words; none for circumstances). */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly words: readonly number[];
}

/** Length all features of a title have together, so that long titles do not shout. */
const TEXT_LENGTH = 2;
const PART_VALUE = 0.3;
const PART_SIZES = [4, 5];
const PART_FROM_LETTERS = 4;

function partsOf(word: string): string[] {
  if (word.length < PART_FROM_LETTERS || isUnspaced(word)) return [];
  const whole = `<${word}>`;
  const parts: string[] = [];
  for (const size of PART_SIZES) for (let from = 0; from + size <= whole.length; from++) parts.push(whole.slice(from, from + size));
  return parts;
}

/** Features of a title's words, of joint length 2; `prefix` b: pairs, c: parts, w: words. Empty for no words. */
export function textFeatures(words: readonly Word[]): Feature[] {
  const features: Feature[] = [];
  words.forEach(({ text }, i) => {
    const own = [i];
    features.push({ name: `w${text}`, value: 1, words: own });
    if (i > 0) features.push({ name: `b${words[i - 1]!.text} ${text}`, value: 1, words: [i - 1, i] });
    for (const part of partsOf(text)) features.push({ name: `c${part}`, value: PART_VALUE, words: own });
  });
  return features;
}

/** Scales features so that together they have length 2, features of one name counted as one. */
export function scaled(features: readonly Feature[]): Feature[] {
  const sums = new Map<string, number>();
  for (const { name, value } of features) sums.set(name, (sums.get(name) ?? 0) + value);
  let squares = 0;
  for (const value of sums.values()) squares += value * value;
  const factor = TEXT_LENGTH / Math.sqrt(squares);
  return features.map(({ name, value, words }) => ({ name, value: value * factor, words }));
}

const bucket = (value: number, limits: readonly number[]) => limits.filter((limit) => value > limit).length;

/** Features of who meets and for how long, each of value 1. */
export function circumstanceFeatures({ external, attendees, minutes, recurring }: Circumstances): Feature[] {
  const names: string[] = [];
  if (external !== undefined) names.push(`e${external}`);
  if (attendees !== undefined) {
    const size = bucket(attendees, [1, 2, 5, 12, 30]);
    names.push(`a${size}`);
    if (external !== undefined && recurring !== undefined) names.push(`m${external} ${size} ${recurring}`);
  }
  if (minutes !== undefined) names.push(`t${bucket(minutes, [20, 30, 45, 60, 120])}`);
  return names.map((name) => ({ name, value: 1, words: [] }));
}
