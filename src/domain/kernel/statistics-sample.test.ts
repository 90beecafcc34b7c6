import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { logGamma } from './statistics-beta.ts';
import { binomialDraw, cellSampler } from './statistics-sample.ts';

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
