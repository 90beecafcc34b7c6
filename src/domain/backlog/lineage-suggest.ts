// Suggests from wording which items may lead to which goal, problem or bet: shared rare words, with the words and a score.
// A suggestion links nothing; it takes the PM to confirm it. Few rather than many: two rare words must be shared, one of them in the title.
import { folded } from './duplicates-text.ts';
import { rarity } from './duplicates-corpus.ts';
import type { Item } from './item.ts';
import { cuedWordingOf } from './wording-cues.ts';
import { LEXICON } from './wording-lexicon.ts';

/** Something an item may lead to, with the words it is known by: statement, title, claim, who, what hurts. */
export interface SuggestTarget {
  readonly kind: 'goal' | 'problem' | 'bet';
  readonly id: string;
  readonly text: string;
}

export interface Suggestion {
  readonly item: string;
  readonly target: Pick<SuggestTarget, 'kind' | 'id'>;
  /** How rare the shared words are together, 0-1: from 0.5 on, chance alone would give only a handful of such items in this backlog. */
  readonly score: number;
  /** The shared words as the target writes them, the rarest first. */
  readonly words: readonly string[];
}

export const SUGGEST_FROM = 0.5;
/** A word in a larger share of items tells nothing apart; below 40 items shares say little and two items may have any word. */
const COMMON_SHARE = 0.15;

const SMALL = new Set<string>([
  ...LEXICON.english, ...LEXICON.foreign, ...LEXICON.build, ...LEXICON.future.filter((phrase) => !phrase.includes(' ')),
  ...'user,users,customer,customers,people,person,team,teams,product,feature,new,all,any,more,less,better,easy,easier,fast,faster,same,every,each,than,then,them,who,what,why,how,where,without,within,about,after,before,up,down,out,off,over,under,no,yes,get,gets,time,times,day,days,week,weeks,month,months,year,years,percent,number,from,into,also,just,only,other,one,two,three,do,does,did,been,being,were,its,my,me,us,he,she,his,her,these,those,such,very,most,many,much,few,some,work,works,page,app,item,issue,way,thing,things,goal,problem,bet,because,made,point,points,write,writing,arrive,want,need,give,given,go,going,take,takes,let,using,see,find,know,knows,come,came,back,cannot,can,could,should,would,may,might,must,shall,able,unable,instead,still,already,always,never,often,sometimes,usually,both,either,neither,since,while,until,again,even,ever,however,although,though,whether,another,anything,something,nothing,everything,someone,anyone,everyone,nobody,really,actually,currently,every,per,via,like,own'.split(','),
].map(stem));

/** Light English stemming: `returns`, `returned` and `returning` are one word. Other languages keep their words. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  const singular = word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is') ? word.slice(0, -1) : word;
  if (singular.endsWith('ing') && singular.length > 5) return undoubled(singular.slice(0, -3));
  if (singular.endsWith('ed') && singular.length > 4) return undoubled(singular.slice(0, -2));
  return singular.endsWith('e') && singular.length > 4 ? singular.slice(0, -1) : singular;
}

function undoubled(word: string): string {
  const last = word.at(-1)!;
  const plain = last === word.at(-2) && !'aeiouls'.includes(last) ? word.slice(0, -1) : word;
  return plain.endsWith('e') ? plain.slice(0, -1) : plain;
}

const UNKNOWN = -1;
const MOST_MET = 100_000;

interface Kept { readonly item: string; readonly words: readonly number[]; readonly inTitle: readonly boolean[] }

/** Collects open items one by one against fixed targets; keeps only the target words they have. */
export class Suggester {
  readonly #targets: readonly (SuggestTarget & { readonly words: readonly number[] })[];
  readonly #ids = new Map<string, number>();
  readonly #met = new Map<string, number>();
  readonly #written: string[] = [];
  readonly #documents: number[] = [];
  readonly #kept: Kept[] = [];
  #items = 0;

  constructor(targets: readonly SuggestTarget[]) {
    this.#targets = targets.map((target) => ({ ...target, words: this.#learn(target.text) }));
  }

  #learn(text: string): number[] {
    const ids: number[] = [];
    for (const word of (folded(text.slice(0, 4_000)).match(/[\p{L}\p{N}]+/gu) ?? [])) {
      const root = stem(word);
      if (root.length < 3 || SMALL.has(root) || /^\d+$/.test(root)) continue;
      let id = this.#ids.get(root);
      if (id === undefined) {
        this.#ids.set(root, (id = this.#written.length));
        this.#written.push(word);
        this.#documents.push(0);
      }
      if (!ids.includes(id)) ids.push(id);
    }
    return ids;
  }

  /** Words repeat by the million; what each one is among the targets' words is worked out once. */
  #idOf(word: string): number {
    const known = this.#met.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.get(stem(folded(word))) ?? UNKNOWN;
    if (this.#met.size < MOST_MET && word.length <= 40) this.#met.set(word, id);
    return id;
  }

  add(item: Pick<Item, 'key' | 'title' | 'body'>): void {
    this.#items++;
    if (this.#ids.size === 0) return;
    const wording = cuedWordingOf(item);
    const words: number[] = [];
    const inTitle: boolean[] = [];
    for (const field of [wording.title, wording.body]) {
      for (const word of field.lower) {
        const id = this.#idOf(word);
        if (id === UNKNOWN || words.includes(id)) continue;
        words.push(id);
        inTitle.push(field === wording.title);
        this.#documents[id]!++;
      }
    }
    if (words.length >= 2 && inTitle.includes(true)) this.#kept.push({ item: item.key, words, inTitle });
  }

  /** The best target of every item that has one, best first; equal scores by item key. `declined` says which pairs the PM took away. */
  finish(declined: (item: string, target: string) => boolean = () => false): Suggestion[] {
    const telling = this.#documents.map((count) => count <= Math.max(6, COMMON_SHARE * this.#items));
    const weights = this.#documents.map((count) => rarity(this.#items, count));
    const scored = this.#targets.map((target) => ({ target, known: new Set(target.words) }));
    const certain = 1.4 * rarity(this.#items, 0);
    const found: Suggestion[] = [];
    for (const kept of this.#kept) {
      let best: Suggestion | undefined;
      for (const { target, known } of scored) {
        const shared = kept.words.map((word, i) => ({ word, inTitle: kept.inTitle[i]! })).filter(({ word }) => known.has(word) && telling[word]);
        if (shared.length < 2 || !shared.some((one) => one.inTitle) || declined(kept.item, target.id)) continue;
        const score = Math.min(1, shared.reduce((sum, one) => sum + weights[one.word]! * (one.inTitle ? 1 : 0.5), 0) / certain);
        if (score < SUGGEST_FROM || (best && best.score >= score)) continue;
        const words = [...shared].sort((a, b) => weights[b.word]! - weights[a.word]! || a.word - b.word).map((one) => this.#written[one.word]!);
        best = { item: kept.item, target: { kind: target.kind, id: target.id }, score: Math.floor(score * 1_000) / 1_000, words };
      }
      if (best) found.push(best);
    }
    return found.sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1));
  }
}
