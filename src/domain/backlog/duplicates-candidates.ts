// Finds, for every item, the earlier items most like it by words: BM25F (k1 1.2, b 0.75, title x3), the top 20.
// Words in too many items are left out of the search: they cost most and tell least.
import type { Corpus } from './duplicates-corpus.ts';

const K1 = 1.2;
const B = 0.75;
const TITLE_WEIGHT = 3;
const TOP = 20;
/** A candidate must share at least this part of the poorer item's own score; less never reaches a listed likeness. */
const LEAST_SHARED = 0.4;

export type Meet = (later: number, earlier: number) => void;

/** How many items a word may stand in and still be searched by. */
export function wordCap(size: number, minhashAbove: number): number {
  return size > minhashAbove ? 64 : Math.max(400, Math.floor(size / 20));
}

/** Calls `meet` for every candidate pair, `later > earlier`, at most 20 per later item, best first not promised. */
export function meetByWords(corpus: Corpus, cap: number, meet: Meet): void {
  const { size, words, counts, starts, bodyStarts, ends } = corpus;
  const vocabulary = corpus.vocabulary.length;
  const df = corpus.documents;
  let titleTotal = 0;
  let bodyTotal = 0;
  for (let i = 0; i < size; i++) {
    titleTotal += bodyStarts[i]! - starts[i]!;
    bodyTotal += ends[i]! - bodyStarts[i]!;
  }
  const titleMean = Math.max(1, titleTotal / Math.max(1, size));
  const bodyMean = Math.max(1, bodyTotal / Math.max(1, size));
  const idf = corpus.rarities.map((value, word) => (df[word]! > cap || df[word]! < 2 ? 0 : value));

  // Postings grow as items are read in order, so a later item meets earlier ones only.
  const postStart = new Int32Array(vocabulary + 1);
  for (let w = 0; w < vocabulary; w++) postStart[w + 1] = postStart[w]! + (df[w]! <= cap && df[w]! > 1 ? df[w]! : 0);
  const postItem = new Int32Array(postStart[vocabulary]!);
  const postWeight = new Float32Array(postStart[vocabulary]!);
  const filled = new Int32Array(vocabulary);
  const score = new Float32Array(size);
  const own = new Float32Array(size);
  const touched = new Int32Array(size);
  const frequency = new Float32Array(vocabulary);
  const topItems = new Int32Array(TOP);
  const topScores = new Float32Array(TOP);

  for (let i = 0; i < size; i++) {
    const titleNorm = 1 - B + (B * (bodyStarts[i]! - starts[i]!)) / titleMean;
    const bodyNorm = 1 - B + (B * (ends[i]! - bodyStarts[i]!)) / bodyMean;
    let touchedCount = 0;
    for (let k = starts[i]!; k < ends[i]!; k++) {
      frequency[words[k]!]! += k < bodyStarts[i]! ? (TITLE_WEIGHT * counts[k]!) / titleNorm : counts[k]! / bodyNorm;
    }
    for (let k = starts[i]!; k < ends[i]!; k++) {
      const word = words[k]!;
      const tf = frequency[word]!;
      if (tf === 0) continue;
      frequency[word] = 0;
      const rare = idf[word]!;
      if (rare === 0) continue;
      const weight = (rare * tf * (K1 + 1)) / (K1 + tf);
      own[i]! += weight;
      const from = postStart[word]!;
      const to = from + filled[word]!;
      for (let p = from; p < to; p++) {
        const other = postItem[p]!;
        if (score[other] === 0) touched[touchedCount++] = other;
        score[other]! += postWeight[p]!;
      }
      postItem[to] = i;
      postWeight[to] = weight;
      filled[word]!++;
    }
    let found = 0;
    for (let t = 0; t < touchedCount; t++) {
      const other = touched[t]!;
      const value = score[other]!;
      score[other] = 0;
      if (value < LEAST_SHARED * Math.min(own[i]!, own[other]!)) continue;
      if (found === TOP && value <= topScores[TOP - 1]!) continue;
      let at = found < TOP ? found++ : TOP - 1;
      while (at > 0 && topScores[at - 1]! < value) {
        topScores[at] = topScores[at - 1]!;
        topItems[at] = topItems[at - 1]!;
        at--;
      }
      topScores[at] = value;
      topItems[at] = other;
    }
    for (let t = 0; t < found; t++) meet(i, topItems[t]!);
  }
}
