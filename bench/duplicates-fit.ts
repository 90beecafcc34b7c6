// Fits the weights of the duplicate logistic on generated pairs and prints them: `npx tsx bench/duplicates-fit.ts`.
import { meetByWords } from '../src/domain/backlog/duplicates-candidates.ts';
import { CorpusBuilder } from '../src/domain/backlog/duplicates-corpus.ts';
import { GramLikeness } from '../src/domain/backlog/duplicates-grams.ts';
import { featuresOf } from '../src/domain/backlog/duplicates-score.ts';
import { sampleBacklog } from './duplicates-sample.ts';

const { items, planted } = sampleBacklog(12_000, 11);
const builder = new CorpusBuilder();
for (const item of items) builder.add(item);
const corpus = builder.freeze();
const grams = new GramLikeness(corpus);
const same = new Set(planted.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

const rows: { x: number[]; y: number }[] = [];
meetByWords(corpus, 2_000, (a, b) => {
  const f = featuresOf(corpus, grams, a, b);
  if (f.letters < 0.2) return;
  rows.push({ x: [1, f.letters, f.title, f.component, f.numbersDiffer, f.swapped], y: same.has(`${corpus.keys[a]} ${corpus.keys[b]}`) ? 1 : 0 });
});
const positives = rows.filter((row) => row.y === 1).length;

// Newton's method with a ridge of 1 on all but the base: 30 steps are far more than it needs.
const ridge = [0, 1, 1, 1, 1, 1];
let w = [0, 0, 0, 0, 0, 0];
for (let step = 0; step < 30; step++) {
  const gradient = w.map((value, i) => -ridge[i]! * value);
  const hessian = w.map((_, i) => w.map((__, j) => (i === j ? ridge[i]! + 1e-9 : 0)));
  for (const { x, y } of rows) {
    const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * w[i]!, 0)));
    for (let i = 0; i < w.length; i++) {
      gradient[i]! += (y - p) * x[i]!;
      for (let j = 0; j < w.length; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!;
    }
  }
  const move = solve(hessian, gradient);
  w = w.map((value, i) => value + move[i]!);
}
console.log(`${rows.length} pairs met, ${positives} of ${planted.length} planted pairs among them`);
console.log(`base ${w[0]!.toFixed(2)}, letters ${w[1]!.toFixed(2)}, title ${w[2]!.toFixed(2)}, component ${w[3]!.toFixed(2)}, numbersDiffer ${w[4]!.toFixed(2)}, swapped ${w[5]!.toFixed(2)}`);
for (const least of [0.6, 0.8]) {
  const listed = rows.filter(({ x }) => 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * w[i]!, 0))) >= least);
  const right = listed.filter((row) => row.y === 1).length;
  console.log(`at ${least}: ${listed.length} listed, precision ${(right / listed.length).toFixed(3)}, recall of planted ${(right / planted.length).toFixed(3)}`);
}

/** Gaussian elimination with pivoting; the system is 6 by 6. */
function solve(matrix: number[][], right: number[]): number[] {
  const rowsOf = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rowsOf.length; i++) {
    let best = i;
    for (let r = i + 1; r < rowsOf.length; r++) if (Math.abs(rowsOf[r]![i]!) > Math.abs(rowsOf[best]![i]!)) best = r;
    [rowsOf[i], rowsOf[best]] = [rowsOf[best]!, rowsOf[i]!];
    for (let r = 0; r < rowsOf.length; r++) {
      if (r === i) continue;
      const factor = rowsOf[r]![i]! / rowsOf[i]![i]!;
      for (let c = i; c <= rowsOf.length; c++) rowsOf[r]![c]! -= factor * rowsOf[i]![c]!;
    }
  }
  return rowsOf.map((row, i) => row[rowsOf.length]! / row[i]!);
}
