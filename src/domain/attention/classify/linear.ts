// Multinomial logistic regression trained by counting passes over examples: the same examples give the same weights, always. Knows no titles.
import { seededRandom } from '../../kernel/random.ts';

/** One example: features by number with their values, the class it belongs to, and how much it counts. */
export interface Example {
  readonly features: Int32Array;
  readonly values: Float64Array;
  readonly label: number;
  readonly weight: number;
}

const PASSES = 5;
const RATE = 0.3;
const DECAY = 1e-4;
/** Classes that an example hardly touches are not corrected by it; that makes training several times faster and changes no digit that shows. */
const LEAST_CORRECTION = 1e-3;

export interface Weights {
  readonly classes: number;
  /** One row of `classes` numbers per feature. */
  readonly rows: Float64Array;
}

/** Adds the scores of the classes for these features to `scores`. */
export function addScores({ classes, rows }: Weights, features: ArrayLike<number>, values: ArrayLike<number>, scores: Float64Array): void {
  for (let j = 0; j < features.length; j++) {
    const row = features[j]! * classes;
    const value = values[j]!;
    for (let k = 0; k < classes; k++) scores[k]! += rows[row + k]! * value;
  }
}

/** Scores turned into probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let best = -Infinity;
  for (const score of scores) if (score > best) best = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - best);
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Trains with AdaGrad (Duchi, Hazan & Singer 2011), five passes in an order that is always the same. No intercept: no class is likelier before a word is read. */
export function trainLinear(examples: readonly Example[], features: number, classes: number): Weights {
  const weights: Weights = { classes, rows: new Float64Array(features * classes) };
  const { rows } = weights;
  const squares = new Float64Array(features * classes).fill(1e-6);
  const random = seededRandom(1);
  const order = Int32Array.from(examples, (_, i) => i);
  const scores = new Float64Array(classes);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at]!;
      scores.fill(0);
      addScores(weights, example.features, example.values, scores);
      softmax(scores);
      scores[example.label]! -= 1;
      for (let k = 0; k < classes; k++) {
        const correction = scores[k]! * example.weight;
        if (correction < LEAST_CORRECTION && correction > -LEAST_CORRECTION) continue;
        for (let j = 0; j < example.features.length; j++) {
          const cell = example.features[j]! * classes + k;
          const slope = correction * example.values[j]! + DECAY * rows[cell]!;
          const square = (squares[cell]! += slope * slope);
          rows[cell]! -= (RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}
