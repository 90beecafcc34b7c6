// The published recipe for naming the kind of a meeting, as the peer of our own: multinomial naive Bayes over hashed features of a-z words,
// with the lexicon as pseudo-titles and as a bonus. Used by bench/attention.ts only.
import { crc32 } from 'node:zlib';
import { KINDS, type Kind } from '../src/domain/attention/kinds.ts';
import type { Cue } from '../src/domain/attention/data/phrase-table.ts';

export interface BenchRow {
  readonly title: string;
  readonly external?: boolean | undefined;
  readonly attendees?: number | undefined;
  readonly minutes?: number | undefined;
  readonly recurring?: boolean | undefined;
}

const BUCKETS = 1 << 15;
const SMOOTHING = 0.1;
const TEMPERATURE = 0.5;

function plain(title: string): string {
  return title.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/^(fwd?|re|copy of):?\s+/u, '').replace(/\d+/gu, '#').replace(/\||::|\/\/| - /gu, ' ');
}

function textFeatures(title: string): Map<number, number> {
  const features = new Map<number, number>();
  const add = (name: string, value: number) => {
    const at = crc32(name) % BUCKETS;
    features.set(at, (features.get(at) ?? 0) + value);
  };
  const words = plain(title).match(/[a-z#&]+/gu) ?? [];
  words.forEach((word, i) => {
    add(`w:${word}`, 1);
    if (i > 0) add(`b:${words[i - 1]} ${word}`, 1);
    if (word.length >= 4) for (const size of [4, 5]) for (let from = 0; from + size <= word.length; from++) add(`c:${word.slice(from, from + size)}`, 0.5);
  });
  const length = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0));
  for (const [at, value] of features) features.set(at, (value * 2) / length);
  return features;
}

function featuresOf(row: BenchRow): Map<number, number> {
  const features = textFeatures(row.title);
  const add = (name: string) => {
    const at = crc32(name) % BUCKETS;
    features.set(at, (features.get(at) ?? 0) + 0.6);
  };
  if (row.attendees !== undefined) {
    const size = [1, 2, 5, 12, 30].findIndex((most) => row.attendees! <= most);
    add(`m:${row.external} ${size} ${row.recurring}`);
  }
  if (row.minutes !== undefined) add(`t:${[20, 30, 45, 60, 120].findIndex((most) => row.minutes! <= most)}`);
  return features;
}

/** The phrase as words of its own; a star at its end leaves the last word open. */
function patternOf(phrase: string): RegExp {
  const text = phrase.replace(/[.+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(text.endsWith('*') ? `(?<![a-z#])${text.slice(0, -1)}` : `(?<![a-z#])${text}(?![a-z])`);
}

/** Trains the recipe; the answer gives a row's probabilities in the order of KINDS. */
export function trainPeer(rows: readonly (BenchRow & { readonly kind: Kind })[], lexicon: readonly Cue[]): (row: BenchRow) => number[] {
  const place = new Map(KINDS.map(({ kind }, i) => [kind, i]));
  const counts = KINDS.map(() => new Float64Array(BUCKETS));
  const totals = new Float64Array(KINDS.length);
  const priors = new Float64Array(KINDS.length);
  const learn = (kind: Kind, features: Map<number, number>, weight: number) => {
    const at = place.get(kind)!;
    priors[at]! += weight;
    for (const [feature, value] of features) {
      counts[at]![feature]! += value * weight;
      totals[at]! += value * weight;
    }
  };
  for (const row of rows) learn(row.kind, featuresOf(row), 1);
  for (const cue of lexicon) learn(cue.kind, textFeatures(cue.phrase.replace('*', '')), cue.weight / 6);
  const all = priors.reduce((sum, value) => sum + value, 0);

  const patterns = lexicon.map((cue) => ({ cue, pattern: patternOf(plain(cue.phrase)) }));

  return (row) => {
    const scores = Array.from(priors, (prior) => Math.log((prior + 0.1) / all));
    for (const [feature, value] of featuresOf(row)) {
      scores.forEach((_, at) => {
        scores[at]! += value * Math.log((counts[at]![feature]! + SMOOTHING) / (totals[at]! + SMOOTHING * BUCKETS));
      });
    }
    const text = ` ${plain(row.title).replace(/\s+/gu, ' ')} `;
    for (const { cue, pattern } of patterns) {
      if (cue.audience !== 'any' && row.external !== (cue.audience === 'ext')) continue;
      if (pattern.test(text)) scores[place.get(cue.kind)!]! += 0.5 * (cue.weight + 0.05 * cue.phrase.length);
    }
    const best = Math.max(...scores);
    const powers = scores.map((score) => Math.exp((score - best) * TEMPERATURE));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
  };
}
