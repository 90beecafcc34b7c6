// Finds items with like titles in a big backlog without comparing all: MinHash, 128 hashes in 32 bands of 4 (likeness about .42).
// Only the keys of the bands are kept: 128 bytes per item.
import type { Meet } from './duplicates-candidates.ts';
import type { Corpus } from './duplicates-corpus.ts';

const BANDS = 32;
const ROWS = 4;
/** Items of one bucket are compared with this many neighbours: a thousand items titled alike stay cheap. */
const NEIGHBOURS = 6;
/** Jaccard likeness of two titles below which a bucket's pair is a chance meeting. */
const LEAST_LIKE = 0.5;
const TOP_BIT = 0x80000000 | 0;

function mixed(value: number, seed: number): number {
  let h = Math.imul(value ^ seed, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Calls `meet` once for every pair whose titles fall into one bucket of some band and share .42 of their words. */
export function meetByTitle(corpus: Corpus, meet: Meet): void {
  const { size } = corpus;
  const bands = bandKeys(corpus);
  const order = new Uint32Array(size);
  for (let band = 0; band < BANDS; band++) {
    meetBuckets(bands[band]!, order, (one, two) => {
      for (let earlier = 0; earlier < band; earlier++) if (bands[earlier]![one] === bands[earlier]![two]) return;
      if (titleLikeness(corpus, one, two) >= LEAST_LIKE) meet(Math.max(one, two), Math.min(one, two));
    });
  }
}

/** The key of every item in every band. A title is read once for all 128 hashes: it is shorter than any table of words. */
function bandKeys({ size, words, starts, bodyStarts, hashes }: Corpus): readonly Uint32Array[] {
  const seeds = Int32Array.from({ length: BANDS * ROWS }, (_, at) => Math.imul(at + 1, 0x51ed270b));
  const least = new Int32Array(BANDS * ROWS);
  const bands = Array.from({ length: BANDS }, () => new Uint32Array(size));
  for (let i = 0; i < size; i++) {
    least.fill(0x7fffffff);
    for (let k = starts[i]!; k < bodyStarts[i]!; k++) {
      const hash = hashes[words[k]!]!;
      for (let at = 0; at < BANDS * ROWS; at++) {
        // Compared with the topmost bit turned over, so that signed numbers order as unsigned ones.
        const value = (mixed(hash, seeds[at]!) ^ TOP_BIT) | 0;
        if (value < least[at]!) least[at] = value;
      }
    }
    for (let band = 0; band < BANDS; band++) {
      let key = 0x9747b28c ^ band;
      for (let row = 0; row < ROWS; row++) key = mixed(key ^ least[band * ROWS + row]! ^ TOP_BIT, row + 1);
      bands[band]![i] = key;
    }
  }
  return bands;
}

/** Calls `meet` for items whose titles are the same set of words, however common those words are. */
export function meetBySameTitle(corpus: Corpus, meet: Meet): void {
  const { size, words, starts, bodyStarts, hashes } = corpus;
  const keys = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = starts[i]!; k < bodyStarts[i]!; k++) sum = (sum + mixed(hashes[words[k]!]!, 0x2545f491)) >>> 0;
    keys[i] = sum;
  }
  meetBuckets(keys, new Uint32Array(size), (one, two) => meet(Math.max(one, two), Math.min(one, two)));
}

/** Jaccard of the two titles' word sets, 0-1. */
export function titleLikeness(corpus: Corpus, a: number, b: number): number {
  const { words, starts, bodyStarts } = corpus;
  let both = 0;
  for (let k = starts[a]!; k < bodyStarts[a]!; k++) {
    for (let m = starts[b]!; m < bodyStarts[b]!; m++) {
      if (words[k] === words[m]) {
        both++;
        break;
      }
    }
  }
  const all = bodyStarts[a]! - starts[a]! + bodyStarts[b]! - starts[b]! - both;
  return all === 0 ? 0 : both / all;
}

function meetBuckets(keys: Uint32Array, order: Uint32Array, meet: (one: number, two: number) => void): void {
  sortByKey(keys, order);
  for (let from = 0; from < keys.length; ) {
    let to = from + 1;
    while (to < keys.length && keys[order[to]!] === keys[order[from]!]) to++;
    for (let a = from; a < to - 1; a++) {
      for (let b = a + 1; b < to && b <= a + NEIGHBOURS; b++) meet(order[a]!, order[b]!);
    }
    from = to;
  }
}

/** Least-significant-digit radix sort of indices by 32-bit key, stable: equal keys stay in item order. */
function sortByKey(keys: Uint32Array, order: Uint32Array): void {
  const size = keys.length;
  let from: Uint32Array = new Uint32Array(size);
  let to: Uint32Array = order;
  for (let i = 0; i < size; i++) from[i] = i;
  const counts = new Uint32Array(65_536);
  for (const shift of [0, 16]) {
    counts.fill(0);
    for (let i = 0; i < size; i++) counts[(keys[i]! >>> shift) & 0xffff]!++;
    let sum = 0;
    for (let d = 0; d < 65_536; d++) {
      const count = counts[d]!;
      counts[d] = sum;
      sum += count;
    }
    for (let i = 0; i < size; i++) {
      const item = from[i]!;
      const digit = (keys[item]! >>> shift) & 0xffff;
      to[counts[digit]!++] = item;
    }
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
}
