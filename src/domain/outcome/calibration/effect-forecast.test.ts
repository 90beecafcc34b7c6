import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectRecord, isCovered, scoreEffect, winklerScore } from './effect-forecast.ts';

test('four stated effects score as in closed form (Gneiting & Raftery 2007)', () => {
  const rows = [[3, 2, 1.2, 0.8, 0.20168181834992288, -0.8356290217967335, 1.070832999034403], [5, 3, -0.4, 1.5, 0.05370231816512686, -1.6099689437998486, 3.6599346146772445]] as const;
  for (const [mean, sd, estimate, standardError, pit, z, crps] of rows) {
    const score = scoreEffect({ stated: { kind: 'normal', mean, sd }, estimate, standardError });
    expect(score.pit).toBeCloseTo(pit, 11);
    expect(score.z).toBeCloseTo(z, 11);
    expect(score.crps).toBeCloseTo(crps, 11);
  }
});

test('a point that is measured without error scores its distance', () => {
  expect(scoreEffect({ stated: { kind: 'point', x: 2 }, estimate: 5, standardError: 0 })).toMatchObject({ pit: 1, crps: 3 });
  expect(scoreEffect({ stated: { kind: 'point', x: 2 }, estimate: 2, standardError: 0 }).pit).toBe(0.5);
});

test('a mixture of two equal parts scores as one of them, and weights need not add to one', () => {
  const part = { kind: 'normal', mean: 3, sd: 2 } as const;
  const one = scoreEffect({ stated: part, estimate: 1.2, standardError: 0.8 });
  const two = scoreEffect({ stated: { kind: 'mixture', parts: [[2, part], [6, part]] }, estimate: 1.2, standardError: 0.8 });
  expect(two.pit).toBeCloseTo(one.pit, 12);
  expect(two.crps).toBeCloseTo(one.crps, 12);
});

test('a log-normal has its median at half, its share below 20 where a 5th to 95th percentile entry of 2 to 20 puts it, and its closed-form score', () => {
  const stated = { kind: 'lognormal', mu: Math.log(40) / 2, sigma: Math.log(10) / (2 * 1.6448536269514722) } as const;
  expect(scoreEffect({ stated, estimate: Math.sqrt(40), standardError: 1e-6 }).pit).toBeCloseTo(0.5, 3);
  expect(scoreEffect({ stated, estimate: 20, standardError: 1e-6 }).pit).toBeCloseTo(0.95, 2);
  // CRPS at the median of LN(0, 1), by Baran & Lerch (2015): 1 (2 x 0.5 - 1) - 2 e^0.5 (Phi(-1) + Phi(1/sqrt 2) - 1).
  const closed = -2 * Math.exp(0.5) * (0.15865525393145707 + 0.7602499389065233 - 1);
  expect(scoreEffect({ stated: { kind: 'lognormal', mu: 0, sigma: 1 }, estimate: 1, standardError: 0 }).crps / closed).toBeCloseTo(1, 3);
});

test('turning the axis around mirrors PIT and z and keeps the score', () => {
  const size = fc.double({ min: -9, max: 9, noNaN: true });
  const spread = fc.double({ min: 0.1, max: 5, noNaN: true });
  fc.assert(fc.property(size, spread, size, spread, (mean, sd, estimate, standardError) => {
    const a = scoreEffect({ stated: { kind: 'normal', mean, sd }, estimate, standardError });
    const b = scoreEffect({ stated: { kind: 'normal', mean: -mean, sd }, estimate: -estimate, standardError });
    expect(a.pit + b.pit).toBeCloseTo(1, 12);
    expect(a.z + b.z).toBeCloseTo(0, 12);
    expect(a.crps).toBeCloseTo(b.crps, 12);
    expect(a.crps).toBeGreaterThanOrEqual(0);
  }));
});

test('a record gathers the mean score, the spread and the coverage with its interval', () => {
  const scores = [0.02, 0.4, 0.97, 0.5].map((pit, i) => ({ pit, z: [-2, 0, 2, 0][i]!, crps: 1 }));
  expect(effectRecord(scores)).toMatchObject({ n: 4, meanCrps: 1, meanZ2: 2, coverage: { level: 0.9, covered: 2 } });
  expect(effectRecord([])).toBeUndefined();
  expect([isCovered(0.1, 0.8), isCovered(0.099, 0.8)]).toEqual([true, false]);
});

test('a stated interval pays its width, and twenty times the miss at 90%', () => {
  expect(winklerScore(2, 20, 0.9, 5)).toBe(18);
  expect(winklerScore(2, 20, 0.9, 23)).toBeCloseTo(78, 10);
  expect(winklerScore(2, 20, 0.9, 1)).toBeCloseTo(38, 10);
});
