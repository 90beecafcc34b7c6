// Duplicate search beside its two peers, in one run: `npx tsx bench/duplicates.ts`.
// 5,000 generated items against the all-pairs cosine (same features, same threshold, same grouping) and 20,000 titles against pg_trgm.
import { CorpusBuilder, rarity } from '../src/domain/backlog/duplicates-corpus.ts';
import { GramLikeness } from '../src/domain/backlog/duplicates-grams.ts';
import { groupPairs, type DuplicateGroup, type LikePair } from '../src/domain/backlog/duplicates-groups.ts';
import { DUPLICATE_THRESHOLDS, featuresOf, likenessOf } from '../src/domain/backlog/duplicates-score.ts';
import { startDuplicateSearch } from '../src/domain/backlog/duplicates.ts';
import type { Item } from '../src/domain/backlog/item.ts';
import { allPairsCosine, postgresTrigramJoin } from './duplicates-peers.ts';
import { sampleBacklog } from './duplicates-sample.ts';

const { list, suggest } = DUPLICATE_THRESHOLDS;
/** What two titles must share for pg_trgm to call them similar; 0.6 lists about as many pairs as the search does. */
const TRIGRAM_LIMIT = 0.6;

interface Timed<T> { readonly value: T; readonly seconds: number }
function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

function search(items: readonly Item[]): DuplicateGroup[] {
  const one = startDuplicateSearch();
  for (const item of items) one.add(item);
  return one.finish();
}

function everyPair(items: readonly Item[]): DuplicateGroup[] {
  const builder = new CorpusBuilder();
  for (const item of items) builder.add(item);
  const corpus = builder.freeze();
  const grams = new GramLikeness(corpus);
  const letters = (from: number, to: number) => String.fromCharCode(...corpus.letters.subarray(from, to));
  const texts = corpus.keys.map((_, i) => ({ title: letters(corpus.letterStarts[i]!, corpus.titleEnds[i]!), body: letters(corpus.titleEnds[i]!, corpus.letterEnds[i]!) }));
  const pairs: LikePair[] = [];
  allPairsCosine(texts, rarity, (a, b, cosine) => {
    if (cosine < 0.2) return;
    const score = likenessOf({ ...featuresOf(corpus, grams, a, b), letters: cosine });
    if (score >= list) pairs.push({ a, b, score });
  });
  return groupPairs(corpus, pairs, suggest, list, (a, b) => likenessOf(featuresOf(corpus, grams, a, b)));
}

function pairsOf(groups: readonly DuplicateGroup[]): Set<string> {
  const pairs = new Set<string>();
  for (const { items } of groups) for (let i = 0; i < items.length; i++) for (let j = i + 1; j < items.length; j++) pairs.add(`${items[i]} ${items[j]}`);
  return pairs;
}

const share = (part: number, whole: number) => (whole === 0 ? 'none' : (part / whole).toFixed(3));
const line = (...cells: (string | number)[]) => console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(46) : String(cell).padStart(14))).join(''));

function planted(pairs: ReadonlySet<string>, known: readonly (readonly [string, string])[]): number {
  return known.filter(([a, b]) => pairs.has(a < b ? `${a} ${b}` : `${b} ${a}`)).length;
}

search(sampleBacklog(2_000, 1).items);

const small = sampleBacklog(5_000, 7);
const ours = timed(() => search(small.items));
const peer = timed(() => everyPair(small.items));
const oursPairs = pairsOf(ours.value);
const wholeGroups = peer.value.filter((group) => [...pairsOf([group])].every((pair) => oursPairs.has(pair)));
const recall = wholeGroups.length / peer.value.length;
line('5,000 items', 'seconds', 'groups', 'pairs', 'planted found');
line('duplicate search', ours.seconds.toFixed(2), ours.value.length, oursPairs.size, `${planted(oursPairs, small.planted)}/${small.planted.length}`);
line('all-pairs cosine', peer.seconds.toFixed(2), peer.value.length, pairsOf(peer.value).size, `${planted(pairsOf(peer.value), small.planted)}/${small.planted.length}`);
line('recall of its groups (goal 0.95)', recall.toFixed(3), '', '', `${(peer.seconds / ours.seconds).toFixed(1)}x faster`);
console.log('');

const middle = sampleBacklog(20_000, 8);
const titles = middle.items.map(({ key, title }) => ({ key, title }));
const oursTitles = timed(() => search(titles.map((row) => ({ ...middle.items[0]!, ...row, body: '', components: [] }))));
const join = await postgresTrigramJoin(titles, TRIGRAM_LIMIT);
const titlePairs = pairsOf(oursTitles.value);
line('20,000 titles', 'seconds', 'pairs', 'planted found', '');
line('duplicate search', oursTitles.seconds.toFixed(2), titlePairs.size, share(planted(titlePairs, middle.planted), middle.planted.length), '');
if ('skipped' in join) console.log(`pg_trgm: ${join.skipped}`);
else {
  const theirs = new Set(join.pairs.map(([a, b]) => (a < b ? `${a} ${b}` : `${b} ${a}`)));
  line(`pg_trgm join at ${TRIGRAM_LIMIT}, ${join.engine}`, join.seconds.toFixed(2), theirs.size, share(planted(theirs, middle.planted), middle.planted.length), `${(join.seconds / oursTitles.seconds).toFixed(1)}x (goal 10x)`);
}
console.log('');

line('whole items, growth', 'seconds', 'groups', 'planted found', 'us per item');
for (const size of [10_000, 20_000, 50_000, 100_000]) {
  const { items, planted: known } = sampleBacklog(size, 9);
  const run = timed(() => search(items));
  line(size.toLocaleString('en'), run.seconds.toFixed(2), run.value.length, share(planted(pairsOf(run.value), known), known.length), ((run.seconds * 1e6) / size).toFixed(0));
}
if (recall < 0.95) process.exitCode = 1;

