// Which kinds a title and its circumstances speak for: a linear model over words and the bonus of known phrases, each traced to its words.
// Knows nothing of calendars, people or memory. Measured by bench/attention.ts; the recipe is docs/formulas/kind-of-work.md.
import { KINDS, type Kind } from '../kinds.ts';
import type { LabelledTitle } from '../data/titles.ts';
import type { Cue } from '../data/phrase-table.ts';
import { circumstanceFeatures, scaled, textFeatures, type Circumstances, type Feature } from './features.ts';
import { addScores, trainLinear, type Example, type Weights } from './linear.ts';
import { matchesIn, phraseBook, type PhraseBook } from './phrases.ts';
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

interface Lesson {
  readonly features: readonly Feature[];
  readonly label: number;
  readonly weight: number;
}

const PLACE: ReadonlyMap<Kind, number> = new Map(KINDS.map(({ kind }, i) => [kind, i]));
/** What one point of a phrase's weight adds to the log-odds of its kind. */
const PHRASE_BONUS = 0.7;
const NOTHING: ReadonlySet<string> = new Set();

/** Numbers the features worth a weight: every whole word, and of the rest what occurs in two lessons or more. */
function numbersOf(lessons: readonly Lesson[]): Map<string, number> {
  const firstIn = new Map<string, number>();
  const numbers = new Map<string, number>();
  lessons.forEach(({ features }, lesson) => {
    for (const { name } of features) {
      const first = firstIn.get(name);
      if (first === undefined) firstIn.set(name, lesson);
      if (first === -1) continue;
      if (name.startsWith('w') || (first !== undefined && first !== lesson)) {
        numbers.set(name, numbers.size);
        firstIn.set(name, -1);
      }
    }
  });
  return numbers;
}

function exampleOf({ features, label, weight }: Lesson, numbers: ReadonlyMap<string, number>): Example {
  const values = new Map<number, number>();
  for (const { name, value } of features) {
    const number = numbers.get(name);
    if (number !== undefined) values.set(number, (values.get(number) ?? 0) + value);
  }
  return { features: Int32Array.from(values.keys()), values: Float64Array.from(values.values()), label, weight };
}

/** Trains a model: every title, and every phrase as a small title of its own counting weight/6. The same data gives the same model. */
export function trainModel({ titles, cues }: ModelData): Model {
  const lessons: Lesson[] = [
    ...titles.map((row) => ({ features: [...scaled(textFeatures(wordsOf(row.title))), ...circumstanceFeatures(row)], label: PLACE.get(row.kind)!, weight: 1 })),
    ...cues.map((cue) => ({ features: scaled(textFeatures(wordsOf(cue.phrase.replaceAll('*', '')))), label: PLACE.get(cue.kind)!, weight: cue.weight / 6 })),
  ];
  const numbers = numbersOf(lessons);
  const weights = trainLinear(lessons.map((lesson) => exampleOf(lesson, numbers)), numbers.size, KINDS.length);
  return { numbers, weights, book: phraseBook(cues) };
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
  for (const { name, value, words: from } of scaled(known(textFeatures(places.map((at) => words[at]!))))) {
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
