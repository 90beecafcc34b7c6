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
/** Classes that an example hardly touches are not corrected by it; that makes training faster and, measured, no worse. */
const LEAST_CORRECTION = 1e-2;

export interface Weights {
  readonly classes: number;
  /** One row of `classes` numbers per feature. */
  readonly rows: Float32Array;
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

/** Leaves in `touched` the classes whose score, less one for the label's own, is worth a correction; answers how many. */
function corrections(scores: Float64Array, example: Example, touched: Int32Array): number {
  let count = 0;
  scores[example.label]! -= 1;
  for (let k = 0; k < scores.length; k++) {
    const correction = (scores[k]! *= example.weight);
    if (correction >= LEAST_CORRECTION || correction <= -LEAST_CORRECTION) touched[count++] = k;
  }
  return count;
}

/**
 * Trains with AdaGrad (Duchi, Hazan & Singer 2011), five passes in an order that is always the same. No intercept: no class is likelier
 * before a word is read.
 */
export function trainLinear(examples: readonly Example[], features: number, classes: number): Weights {
  const rows = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-6);
  const weights: Weights = { classes, rows };
  const random = seededRandom(1);
  const order = Int32Array.from(examples, (_, i) => i);
  const scores = new Float64Array(classes);
  const touched = new Int32Array(classes);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at]!;
      scores.fill(0);
      addScores(weights, example.features, example.values, scores);
      const count = corrections(softmax(scores), example, touched);
      for (let j = 0; j < example.features.length; j++) {
        const row = example.features[j]! * classes;
        const value = example.values[j]!;
        for (let i = 0; i < count; i++) {
          const cell = row + touched[i]!;
          const slope = scores[touched[i]!]! * value + DECAY * rows[cell]!;
          const square = squares[cell]! + slope * slope;
          squares[cell] = square;
          rows[cell]! -= (RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}
