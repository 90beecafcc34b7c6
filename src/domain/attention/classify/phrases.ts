// Finds the known phrases in a title's words; of phrases inside each other only the longest speaks. Knows no probabilities.
import type { Cue, Audience } from '../data/phrase-table.ts';
import type { Kind } from '../kinds.ts';
import { folded, wordsOf } from './words.ts';

/** A known phrase as a title is searched for it. */
export interface Pattern {
  readonly words: readonly string[];
  /** Of each word: the beginning is enough. */
  readonly open: readonly boolean[];
  readonly kind: Kind;
  readonly weight: number;
  readonly audience: Audience;
}

/** A phrase found in a title, from word `from` to before word `to`. */
export interface Match {
  readonly kind: Kind;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
  /** The phrase's own words, stems where the title's words only begin so. */
  readonly words: readonly string[];
}

/** Phrases by how their first word begins, so that a title's word meets only its own. */
export type PhraseBook = ReadonlyMap<string, readonly Pattern[]>;

const UNKNOWN_AUDIENCE = 0.5;
const beginning = (word: string) => word.slice(0, 2);

/** A phrase's words as a title's words would be, those with a star open to the right. */
function patternOf(cue: Cue): Pattern | undefined {
  const words: string[] = [];
  const open: boolean[] = [];
  for (const part of cue.phrase.split(/\s+/u)) {
    const star = part.endsWith('*');
    const found = star ? (folded(part).match(/[\p{L}\p{M}]+/gu) ?? []) : wordsOf(part).map((word) => word.text);
    found.forEach((word, i) => {
      words.push(word);
      open.push(star && i === found.length - 1);
    });
  }
  return words.length ? { words, open, kind: cue.kind, weight: cue.weight, audience: cue.audience } : undefined;
}

/** Makes the book. The same phrase for the same kind in several tables counts once, with its greatest weight. */
export function phraseBook(cues: readonly Cue[]): PhraseBook {
  const strongest = new Map<string, Pattern>();
  for (const cue of cues) {
    const pattern = patternOf(cue);
    if (!pattern) continue;
    const key = `${pattern.kind} ${pattern.audience} ${pattern.words.map((word, i) => word + (pattern.open[i] ? '*' : '')).join(' ')}`;
    if ((strongest.get(key)?.weight ?? 0) < pattern.weight) strongest.set(key, pattern);
  }
  const book = new Map<string, Pattern[]>();
  for (const pattern of strongest.values()) {
    const key = beginning(pattern.words[0]!);
    const others = book.get(key);
    if (others) others.push(pattern);
    else book.set(key, [pattern]);
  }
  return book;
}

function standsAt(pattern: Pattern, words: readonly string[], from: number): boolean {
  if (from + pattern.words.length > words.length) return false;
  return pattern.words.every((word, i) => (pattern.open[i] ? words[from + i]!.startsWith(word) : words[from + i] === word));
}

/** How far a phrase for this audience is heard, 0 to 1. */
function hearing(audience: Audience, external: boolean | undefined): number {
  if (audience === 'any') return 1;
  if (external === undefined) return UNKNOWN_AUDIENCE;
  return external === (audience === 'ext') ? 1 : 0;
}

/** What the title's words say. `external`: whether somebody from outside takes part; undefined when nobody knows, and then phrases that depend on it count half. */
export function matchesIn(book: PhraseBook, words: readonly string[], external: boolean | undefined): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < words.length; from++) {
    for (const pattern of book.get(beginning(words[from]!)) ?? []) {
      const heard = hearing(pattern.audience, external);
      if (heard > 0 && standsAt(pattern, words, from)) found.push({ kind: pattern.kind, weight: pattern.weight * heard, from, to: from + pattern.words.length, words: pattern.words });
    }
  }
  return found.filter((one) => !found.some((other) => other.to - other.from > one.to - one.from && other.from <= one.from && other.to >= one.to));
}
