// How likely two items ask for the same thing, 0-1: a logistic over four likenesses, fitted on generated pairs.
// A likeness, not a fact: it never merges and never says that no duplicates exist.
import type { Corpus } from './duplicates-corpus.ts';
import type { GramLikeness } from './duplicates-grams.ts';

/** Changes whenever a weight, a feature or a threshold changes. */
export const DUPLICATE_VERSION = 1;

export const DUPLICATE_THRESHOLDS = { suggest: 0.8, list: 0.6 } as const;

/** Features of a pair: all 0-1. */
export interface PairFeatures {
  /** Cosine of letter groups over title and body. */
  readonly letters: number;
  /** Jaccard of title words, each weighed by its rarity; a mistyped word counts as shared. */
  readonly title: number;
  /** 1 when both name a component and share one. */
  readonly component: number;
  /** 1 when both titles carry numbers and not the same ones: `PHP 7.1` is not `PHP 7.2`. */
  readonly numbersDiffer: number;
  /** Share of the titles' rarity that sits in words each title has for itself: `Support A in lists` against `Support B in lists`. */
  readonly swapped: number;
}

/** Fitted by `bench/duplicates-fit.ts` (seed 11, 12,000 items); docs/formulas/duplicates.md prints the fit. */
export const DUPLICATE_WEIGHTS = { base: -10.44, letters: 9.7, title: 5.37, component: 0.52, numbersDiffer: -4.52, swapped: -10.38 } as const;

/** Example: letters .86, title .6, same component, no numbers: see docs/formulas/duplicates.md. */
export function likenessOf(features: PairFeatures): number {
  const w = DUPLICATE_WEIGHTS;
  const z = w.base + w.letters * features.letters + w.title * features.title + w.component * features.component + w.numbersDiffer * features.numbersDiffer +
    w.swapped * features.swapped;
  return 1 / (1 + Math.exp(-z));
}

export function featuresOf(corpus: Corpus, grams: GramLikeness, a: number, b: number): PairFeatures {
  return { letters: grams.cosine(a, b), ...featuresBeforeLetters(corpus, a, b, true) };
}

/** The likeness a pair would have were all its letters alike: pairs below the list stay below it, and their letters need no reading. */
export function mostLikeness(corpus: Corpus, a: number, b: number, mistyped: boolean): number {
  return likenessOf({ letters: 1, ...featuresBeforeLetters(corpus, a, b, mistyped) });
}

function featuresBeforeLetters(corpus: Corpus, a: number, b: number, mistyped: boolean): Omit<PairFeatures, 'letters'> {
  return { component: shareComponent(corpus, a, b), numbersDiffer: numbersDiffer(corpus, a, b), ...titleFeatures(corpus, a, b, mistyped) };
}

/** Words that only one title has, at most 40 a title (duplicates-text.ts); kept between calls to spare memory. */
const onlyA = new Int32Array(40);
const onlyB = new Int32Array(40);

/**
 * Title and swapped words of a pair. With `mistyped` false, words that look mistyped count as different, which is quicker and never
 * makes a pair more alike.
 */
export function titleFeatures(corpus: Corpus, a: number, b: number, mistyped: boolean): Pick<PairFeatures, 'title' | 'swapped'> {
  const { words, starts, bodyStarts, rarities, vocabulary } = corpus;
  const countA = ownWords(corpus, a, b, onlyA);
  const countB = ownWords(corpus, b, a, onlyB);
  let shared = 0;
  for (let k = starts[a]!; k < bodyStarts[a]!; k++) shared += rarities[words[k]!]!;
  let ownA = 0;
  let ownB = 0;
  for (let i = 0; i < countA; i++) ownA += rarities[onlyA[i]!]!;
  for (let j = 0; j < countB; j++) ownB += rarities[onlyB[j]!]!;
  shared -= ownA;
  if (mistyped) {
    for (let i = 0; i < countA; i++) {
      for (let j = 0; j < countB; j++) {
        const one = onlyA[i]!;
        const two = onlyB[j]!;
        if (two === -1 || !looksMistyped(vocabulary[one]!, vocabulary[two]!)) continue;
        ownA -= rarities[one]!;
        ownB -= rarities[two]!;
        shared += Math.min(rarities[one]!, rarities[two]!);
        onlyB[j] = -1;
        break;
      }
    }
  }
  return { title: shared / Math.max(0.01, shared + ownA + ownB), swapped: Math.min(ownA, ownB) / Math.max(0.01, shared + Math.max(ownA, ownB)) };
}

/** Fills `only` with the title words of `i` that `other` lacks; returns how many. */
function ownWords(corpus: Corpus, i: number, other: number, only: Int32Array): number {
  const { words, starts, bodyStarts } = corpus;
  let count = 0;
  for (let k = starts[i]!; k < bodyStarts[i]!; k++) {
    let m = starts[other]!;
    while (m < bodyStarts[other]! && words[m] !== words[k]) m++;
    if (m === bodyStarts[other]!) only[count++] = words[k]!;
  }
  return count;
}

/** Two words of four letters or more that share half of their letter pairs: `session` and `sesion`, `print` and `printing`. */
function looksMistyped(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || a.length - b.length > 4 || b.length - a.length > 4) return false;
  const needed = (Math.max(a.length, b.length) - 1) / 2;
  let shared = 0;
  for (let i = 0; i + 1 < a.length; i++) {
    const one = a.charCodeAt(i);
    const two = a.charCodeAt(i + 1);
    for (let j = 0; j + 1 < b.length; j++) {
      if (b.charCodeAt(j) === one && b.charCodeAt(j + 1) === two) {
        shared++;
        break;
      }
    }
    if (shared >= needed) return true;
  }
  return false;
}

function shareComponent(corpus: Corpus, a: number, b: number): number {
  const others = corpus.components[b]!;
  return corpus.components[a]!.some((name) => others.includes(name)) ? 1 : 0;
}

function numbersDiffer(corpus: Corpus, a: number, b: number): number {
  const inA = titleNumbers(corpus, a);
  if (inA.length === 0) return 0;
  const inB = titleNumbers(corpus, b);
  if (inB.length === 0) return 0;
  return inA.length === inB.length && inA.every((word) => inB.includes(word)) ? 0 : 1;
}

const NO_NUMBERS: readonly number[] = [];

function titleNumbers(corpus: Corpus, i: number): readonly number[] {
  let found: number[] | undefined;
  for (let k = corpus.starts[i]!; k < corpus.bodyStarts[i]!; k++) {
    const word = corpus.words[k]!;
    if (corpus.numeric[word]) (found ??= []).push(word);
  }
  return found ?? NO_NUMBERS;
}
