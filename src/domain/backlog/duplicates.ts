// R8: which open items seem to ask for the same thing? Suggestions with the words that matched, for a person to judge.
// It never merges, never closes, and never says that no duplicates exist.
import { meetByWords, wordCap } from './duplicates-candidates.ts';
import { CorpusBuilder, type Corpus } from './duplicates-corpus.ts';
import { GramLikeness } from './duplicates-grams.ts';
import { groupPairs, type DuplicateGroup, type LikePair } from './duplicates-groups.ts';
import { meetBySameTitle, meetByTitle, titleLikeness } from './duplicates-minhash.ts';
import { DUPLICATE_THRESHOLDS, featuresOf, likenessOf, mostLikeness } from './duplicates-score.ts';
import type { Item } from './item.ts';

export interface DuplicateOptions {
  /** Also compare items that are done or closed; open items only unless true. */
  readonly includeClosed?: boolean;
  /** Likeness from which a group is a suggestion; 0.8. */
  readonly suggest?: number;
  /** Likeness from which a group is listed at all; 0.6. */
  readonly list?: number;
  /** Above this many items titles are also met by MinHash; 20,000. */
  readonly minhashAbove?: number;
}

export interface DuplicateSearch {
  /** Takes an item that matters to the search; others and items without a word in the title are passed over. */
  add(item: Item): void;
  /** Groups, the most alike first. The order in which items were added changes nothing. */
  finish(): DuplicateGroup[];
}

export const DUPLICATE_DISPUTES = [
  { id: 'different', sentence: 'They ask for different things.' },
  { id: 'split', sentence: 'It was split on purpose.' },
  { id: 'template', sentence: 'Only the template is alike.' },
] as const;

/** Starts a search. About half a kilobyte is kept per item. Example: docs/formulas/duplicates.md. */
export function startDuplicateSearch(options: DuplicateOptions = {}): DuplicateSearch {
  const builder = new CorpusBuilder();
  return {
    add(item) {
      if (options.includeClosed || item.statusClass === 'open') builder.add(item);
    },
    finish() {
      const list = options.list ?? DUPLICATE_THRESHOLDS.list;
      const suggest = options.suggest ?? DUPLICATE_THRESHOLDS.suggest;
      const corpus = builder.freeze();
      const grams = new GramLikeness(corpus);
      const pairs = likePairs(corpus, grams, list, options.minhashAbove ?? 20_000);
      return groupPairs(corpus, pairs, suggest, list, (a, b) => likenessOf(featuresOf(corpus, grams, a, b)));
    },
  };
}

/** Share of title words below which no pair was ever listed; it spares reading the rest. */
const LEAST_TITLE = 0.25;

/** Every met pair of at least `least` likeness, each once, in no promised order. */
export function likePairs(corpus: Corpus, grams: GramLikeness, least: number, minhashAbove: number): LikePair[] {
  const pairs: LikePair[] = [];
  const judged = new Set<number>();
  const judge = (a: number, b: number): void => {
    const both = a * corpus.size + b;
    if (judged.has(both) || mostLikeness(corpus, a, b, true) < least) return;
    judged.add(both);
    if (corpus.parents[a] === corpus.keys[b] || corpus.parents[b] === corpus.keys[a]) return;
    const score = likenessOf(featuresOf(corpus, grams, a, b));
    if (score >= least) pairs.push({ a, b, score });
  };
  // Pairs met by title only are many and mostly chance: they must pass without the benefit of mistyped words.
  const judgeByTitle = (a: number, b: number): void => {
    if (mostLikeness(corpus, a, b, false) >= least) judge(a, b);
  };
  meetByWords(corpus, wordCap(corpus.size, minhashAbove), (a, b) => {
    if (titleLikeness(corpus, a, b) >= LEAST_TITLE) judge(a, b);
  });
  meetBySameTitle(corpus, judgeByTitle);
  if (corpus.size > minhashAbove) meetByTitle(corpus, judgeByTitle);
  return pairs;
}
