import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { logGamma } from './statistics-gamma.ts';
import { cellSampler } from './statistics-sample.ts';

function binomialMass(n: number, p: number, k: number): number {
  return Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

test.each([[40, 12], [60, 50], [200, 40], [5000, 2000], [90_000, 30]])('in %d cases a cell of %d is drawn as often as the binomial formula says (chi-square)', (total, count) => {
  const draw = cellSampler([count, total - count]);
  const out = new Int32Array(2);
  const random = seededRandom(7);
  const draws = 40_000;
  const seen = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    draw(out, random);
    seen.set(out[0]!, (seen.get(out[0]!) ?? 0) + 1);
  }
  let chi = 0;
  let cells = 0;
  for (let k = 0; k <= total; k++) {
    const expected = draws * binomialMass(total, count / total, k);
    if (expected < 20) continue;
    chi += ((seen.get(k) ?? 0) - expected) ** 2 / expected;
    cells++;
  }
  expect(chi).toBeLessThan(cells + 4 * Math.sqrt(2 * cells) + 8);
});

test('a resample keeps the number of cases and puts none where there were none', () => {
  fc.assert(fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 40 }), fc.integer(), (counts, seed) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const out = new Int32Array(counts.length);
    cellSampler(counts)(out, seededRandom(seed));
    expect(out.reduce((sum, count) => sum + count, 0)).toBe(total);
    counts.forEach((count, cell) => { if (count === 0) expect(out[cell]).toBe(0); });
  }));
});

test.each([1, 20])('resampled cells vary as drawing case by case would, for %d times 200 cases: variance n p (1 - p), covariance -n p q', (times) => {
  const counts = [30 * times, 150 * times, 20 * times, ...(times === 1 ? Array.from({ length: 20 }, () => 0) : [])];
  const out = new Int32Array(counts.length);
  const random = seededRandom(11);
  const draw = cellSampler(counts);
  const rounds = 20_000;
  let mean = 0;
  let square = 0;
  let product = 0;
  for (let i = 0; i < rounds; i++) {
    draw(out, random);
    mean += out[0]! / rounds;
    square += (out[0]! - counts[0]!) ** 2 / rounds;
    product += ((out[0]! - counts[0]!) * (out[1]! - counts[1]!)) / rounds;
  }
  expect(Math.abs(mean / times - 30)).toBeLessThan(0.2);
  expect(Math.abs(square / times - 25.5)).toBeLessThan(1.2);
  expect(Math.abs(product / times + 22.5)).toBeLessThan(1.2);
});
