// Puts like pairs into groups that a person can judge at a glance, with the words that matched.
// A group holds around its anchor: every member is like the anchor, so that no chain of weak links grows.
import type { Corpus } from './duplicates-corpus.ts';
import { LEXICON } from './wording-lexicon.ts';

export interface LikePair { readonly a: number; readonly b: number; readonly score: number }

export interface DuplicateGroup {
  /** Keys, two or more, sorted. */
  readonly items: readonly string[];
  /** The weakest likeness between the anchor and a member, 0-1, at least the listing threshold. */
  readonly score: number;
  /** Words that at least two members share, the rarest first, at most eight; never empty: a group without one is not shown. */
  readonly words: readonly string[];
  /** suggest: 0.8 and above. list: shown below the suggestions, weaker. */
  readonly level: 'suggest' | 'list';
}

const MOST_WORDS = 8;
/** Shared, but nothing a person would name as the reason. */
const SMALL: ReadonlySet<string> = new Set([...LEXICON.english, ...LEXICON.foreign]);

/**
 * Groups from pairs, best first. An item is in at most one suggested group; a weaker pair with such an item is listed on its own,
 * so that it does not dilute the suggestion. `scoreOf` gives the likeness of any two items.
 */
export function groupPairs(corpus: Corpus, pairs: readonly LikePair[], suggest: number, list: number, scoreOf: (a: number, b: number) => number): DuplicateGroup[] {
  const sorted = [...pairs].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const groups: { anchor: number; members: number[]; score: number }[] = [];
  const groupOf = new Map<number, number>();
  for (const pair of sorted) {
    const strong = pair.score >= suggest;
    const one = groupOf.get(pair.a);
    const two = groupOf.get(pair.b);
    if (one === undefined && two === undefined) {
      groupOf.set(pair.a, groups.length).set(pair.b, groups.length);
      groups.push({ anchor: pair.a, members: [pair.a, pair.b], score: pair.score });
    } else if (one !== undefined && two !== undefined) {
      if (one !== two) join(one, two, strong);
    } else {
      const at = (one ?? two)!;
      const outside = one === undefined ? pair.a : pair.b;
      if (!admit(at, outside, strong ? suggest : groups[at]!.score >= suggest ? suggest : list)) alone(pair);
    }
  }
  return groups
    .filter((group) => group.members.length > 1)
    .map((group) => ({
      items: group.members.map((member) => corpus.keys[member]!).sort(), score: rounded(group.score),
      words: sharedWords(corpus, group.members), level: group.score >= suggest ? ('suggest' as const) : ('list' as const),
    }))
    .filter((group) => group.words.length > 0)
    .sort((x, y) => y.score - x.score || (x.items[0]! < y.items[0]! ? -1 : 1));

  function admit(at: number, item: number, least: number): boolean {
    const group = groups[at]!;
    const score = scoreOf(Math.max(group.anchor, item), Math.min(group.anchor, item));
    if (score < least) return false;
    group.members.push(item);
    group.score = Math.min(group.score, score);
    groupOf.set(item, at);
    return true;
  }

  /** Moves the smaller group into the larger when its anchor is like the larger one's; else both stay as they are. */
  function join(one: number, two: number, strong: boolean): void {
    if (!strong) return;
    const [into, from] = groups[one]!.members.length >= groups[two]!.members.length ? [one, two] : [two, one];
    const scores = groups[from]!.members.map((member) => scoreOf(Math.max(groups[into]!.anchor, member), Math.min(groups[into]!.anchor, member)));
    if (scores.some((score) => score < suggest)) return;
    for (const member of groups[from]!.members) {
      groups[into]!.members.push(member);
      groupOf.set(member, into);
    }
    groups[into]!.score = Math.min(groups[into]!.score, ...scores);
    groups[from] = { ...groups[from]!, members: [] };
  }

  function alone(pair: LikePair): void {
    groups.push({ anchor: pair.a, members: [pair.a, pair.b], score: pair.score });
  }
}

function sharedWords(corpus: Corpus, members: readonly number[]): string[] {
  const inTitles = countWords(corpus, members, corpus.starts, corpus.bodyStarts);
  const fromTitles = rarest(corpus, inTitles);
  if (fromTitles.length >= 3) return fromTitles;
  const inBodies = countWords(corpus, members, corpus.bodyStarts, corpus.ends);
  return [...fromTitles, ...rarest(corpus, inBodies).filter((word) => !fromTitles.includes(word))].slice(0, MOST_WORDS);
}

function countWords(corpus: Corpus, members: readonly number[], starts: Int32Array, ends: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const member of members) {
    for (let k = starts[member]!; k < ends[member]!; k++) counts.set(corpus.words[k]!, (counts.get(corpus.words[k]!) ?? 0) + 1);
  }
  return counts;
}

function rarest(corpus: Corpus, counts: ReadonlyMap<number, number>): string[] {
  return [...counts]
    .filter(([word, count]) => count >= 2 && corpus.vocabulary[word]!.length > 1 && !SMALL.has(corpus.vocabulary[word]!))
    .map(([word, count]) => ({ text: corpus.vocabulary[word]!, weight: count * corpus.rarities[word]! }))
    .sort((x, y) => y.weight - x.weight || (x.text < y.text ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map((word) => word.text);
}

function rounded(score: number): number {
  return Math.floor(score * 1_000) / 1_000;
}
