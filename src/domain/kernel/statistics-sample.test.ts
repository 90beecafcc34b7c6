import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { logGamma } from './statistics-beta.ts';
import { binomialDraw, resampleCells } from './statistics-sample.ts';

function binomialMass(n: number, p: number, k: number): number {
  return Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

test.each([[40, 0.03], [12, 0.7], [200, 0.2], [5000, 0.4]])('draws of Binomial(%d, %d) fall where the formula says (chi-square under its 99.99% point)', (n, p) => {
  const random = seededRandom(7);
  const draws = 40_000;
  const seen = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const k = binomialDraw(n, p, random);
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  let chi = 0;
  let cells = 0;
  for (let k = 0; k <= n; k++) {
    const expected = draws * binomialMass(n, p, k);
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
    resampleCells(counts, total, out, seededRandom(seed));
    expect(out.reduce((sum, count) => sum + count, 0)).toBe(total);
    counts.forEach((count, cell) => { if (count === 0) expect(out[cell]).toBe(0); });
  }));
});

test('resampled cells vary as drawing case by case would: variance n p (1 - p), covariance -n p q', () => {
  const counts = [30, 150, 20];
  const out = new Int32Array(3);
  const random = seededRandom(11);
  const rounds = 20_000;
  let mean = 0;
  let square = 0;
  let product = 0;
  for (let i = 0; i < rounds; i++) {
    resampleCells(counts, 200, out, random);
    mean += out[0]! / rounds;
    square += (out[0]! - 30) ** 2 / rounds;
    product += ((out[0]! - 30) * (out[1]! - 150)) / rounds;
  }
  expect(mean).toBeCloseTo(30, 0);
  expect(square).toBeGreaterThan(24.3);
  expect(square).toBeLessThan(26.7);
  expect(product).toBeLessThan(-21.5);
  expect(product).toBeGreaterThan(-23.6);
});
