// Which kinds a title and its circumstances speak for: a linear model over words and the bonus of known phrases, each traced to its words.
// Knows nothing of calendars, people or memory. Measured by bench/attention.ts; the recipe is docs/formulas/kind-of-work.md.
import { KINDS, type Kind } from '../kinds.ts';
import type { LabelledTitle } from '../data/titles.ts';
import type { Cue } from '../data/phrase-table.ts';
import { circumstanceFeatures, scaled, textFeatures, type Circumstances, type Feature } from './features.ts';
import { addScores, trainLinear, type Example, type Weights } from './linear.ts';
import { matchesIn, phraseBook, type Match, type PhraseBook } from './phrases.ts';
import { wordsOf, type Word } from './words.ts';

/** What a model is made of. */
export interface ModelData {
  readonly titles: readonly LabelledTitle[];
  readonly cues: readonly Cue[];
}

export interface Model {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Weights;
  readonly book: PhraseBook;
}

const PLACE: ReadonlyMap<Kind, number> = new Map(KINDS.map(({ kind }, i) => [kind, i]));
/** What one point of a phrase's weight adds to the log-odds of its kind. */
const PHRASE_BONUS = 0.7;
const NOTHING: ReadonlySet<string> = new Set();

/** Gives every feature name a number as it comes by, and remembers in how many examples it came. */
class Register {
  private readonly numbers = new Map<string, number>();
  private readonly examples: number[] = [];
  private readonly last: number[] = [];
  private count = 0;

  example(features: readonly Feature[], label: number, weight: number): Example {
    const values = new Map<number, number>();
    for (const { name, value } of features) {
      const number = this.numberOf(name);
      values.set(number, (values.get(number) ?? 0) + value);
    }
    this.count++;
    return { features: Int32Array.from(values.keys()), values: Float64Array.from(values.values()), label, weight };
  }

  private numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(name, number);
      this.examples.push(0);
      this.last.push(-1);
    }
    if (this.last[number] !== this.count) {
      this.last[number] = this.count;
      this.examples[number]!++;
    }
    return number;
  }

  /** New numbers for the features worth a weight: whole words, and of the rest what came in two examples or more. -1 for the others. */
  kept(): { names: Map<string, number>; renumbered: Int32Array } {
    const names = new Map<string, number>();
    const renumbered = new Int32Array(this.numbers.size).fill(-1);
    for (const [name, number] of this.numbers) {
      if (!name.startsWith('w') && this.examples[number]! < 2) continue;
      renumbered[number] = names.size;
      names.set(name, names.size);
    }
    return { names, renumbered };
  }
}

function withKept({ features, values, label, weight }: Example, renumbered: Int32Array): Example {
  const places = [...features.keys()].filter((at) => renumbered[features[at]!]! >= 0);
  return { features: Int32Array.from(places, (at) => renumbered[features[at]!]!), values: Float64Array.from(places, (at) => values[at]!), label, weight };
}

/** Trains a model: every title, and every phrase as a small title of its own counting weight/6. The same data gives the same model. */
export function trainModel({ titles, cues }: ModelData): Model {
  const register = new Register();
  const examples = [
    ...titles.map((row) => register.example([...scaled(textFeatures(wordsOf(row.title))), ...circumstanceFeatures(row)], PLACE.get(row.kind)!, 1)),
    ...cues.map((cue) => register.example(scaled(textFeatures(wordsOf(cue.phrase.replaceAll('*', '')))), PLACE.get(cue.kind)!, cue.weight / 6)),
  ];
  const { names, renumbered } = register.kept();
  const weights = trainLinear(examples.map((example) => withKept(example, renumbered)), names.size, KINDS.length);
  return { numbers: names, weights, book: phraseBook(cues) };
}

/** What the model makes of one event. */
export interface Reading {
  readonly words: readonly Word[];
  /** Log-odds of the kinds, in the order of KINDS, up to a constant. */
  readonly scores: Float64Array;
  /** What each word adds to each kind: one row per word. */
  readonly byWord: readonly Float64Array[];
  /** Kinds for which a known phrase stands in the title. */
  readonly cues: ReadonlySet<Kind>;
  /** Share of the title's words that the model has met, 0 to 1; 0 for a title without words. */
  readonly known: number;
}

/** An inflected word that was never met but begins as a phrase found here allows is read as that phrase's stem. */
function asMet(model: Model, matches: readonly Match[], word: Word, at: number): Word {
  if (model.numbers.has(`w${word.text}`)) return word;
  const match = matches.find(({ from, to }) => from <= at && at < to);
  return match ? { ...word, text: match.words[at - match.from]! } : word;
}

/**
 * Reads a title with its circumstances. Words in `masked` are passed over unless a known phrase needs them. A title whose words are
 * all unknown gives the scores of its circumstances and of parts of its words.
 */
export function readTitle(model: Model, title: string, circumstances: Circumstances, masked: ReadonlySet<string> = NOTHING): Reading {
  const words = wordsOf(title);
  const scores = new Float64Array(KINDS.length);
  const byWord = words.map(() => new Float64Array(KINDS.length));
  const matches = matchesIn(model.book, words.map(({ text }) => text), circumstances.external);
  const inMatch = (at: number) => matches.some(({ from, to }) => from <= at && at < to);
  const places = words.flatMap(({ text }, at) => (masked.has(text) && !inMatch(at) ? [] : [at]));
  const known = (features: readonly Feature[]) => features.filter(({ name }) => model.numbers.has(name));
  for (const { name, value, words: from } of scaled(known(textFeatures(places.map((at) => asMet(model, matches, words[at]!, at)))))) {
    const number = [model.numbers.get(name)!];
    addScores(model.weights, number, [value], scores);
    for (const at of from) addScores(model.weights, number, [value / from.length], byWord[places[at]!]!);
  }
  for (const { name, value } of known(circumstanceFeatures(circumstances))) addScores(model.weights, [model.numbers.get(name)!], [value], scores);
  for (const match of matches) {
    const kind = PLACE.get(match.kind)!;
    scores[kind]! += PHRASE_BONUS * match.weight;
    for (let at = match.from; at < match.to; at++) byWord[at]![kind]! += (PHRASE_BONUS * match.weight) / (match.to - match.from);
  }
  const met = words.filter(({ text }, at) => model.numbers.has(`w${text}`) || inMatch(at)).length;
  return { words, scores, byWord, cues: new Set(matches.map(({ kind }) => kind)), known: words.length ? met / words.length : 0 };
}
