import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTheLarge } from './in-the-large.ts';
import { brierScore, clipProbability, logScore } from './scores.ts';

test('an uncertain outcome scores by its probability, and the noise of the measurement is told apart', () => {
  const bets = [[0.7, 0.98, 0.098], [0.6, 0.4, 0.28], [0.8, 0.02, 0.628], [0.3, 0.65, 0.35], [0.55, 0.5, 0.2525]] as const;
  for (const [said, came, score] of bets) expect(brierScore({ said, came }).score).toBeCloseTo(score, 12);
  expect(brierScore({ said: 0.7, came: 0.98 }).noise).toBeCloseTo(0.0196, 12);
  expect(bets.reduce((total, [said, came]) => total + logScore({ said, came }), 0) / 5).toBeCloseTo(0.863005703333236, 12);
});

test('certain outcomes give the familiar scores, also at the ends', () => {
  expect(brierScore({ said: 0.7, came: 1 })).toEqual({ score: (0.7 - 1) ** 2, noise: 0 });
  expect(logScore({ said: 1, came: 1 })).toBeCloseTo(0, 15);
  expect(logScore({ said: 0, came: 1 })).toBe(Number.POSITIVE_INFINITY);
  expect([0, 0.4, 1].map(clipProbability)).toEqual([0.01, 0.4, 0.99]);
});

test('no stated probability scores better in expectation than the probability of the outcome itself', () => {
  const p = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(fc.property(p, p, (said, came) => {
    expect(brierScore({ said, came }).score).toBeGreaterThanOrEqual(brierScore({ said: came, came }).score - 1e-15);
    expect(logScore({ said, came })).toBeGreaterThanOrEqual(logScore({ said: came, came }) - 1e-12);
  }));
});

test('ten bets at 70% of which four came true are 2.07 standard errors too sure', () => {
  const forecasts = Array.from({ length: 10 }, (_, i) => ({ said: 0.7, came: i < 4 ? 1 : 0 }));
  const large = inTheLarge(forecasts);
  expect(large.meanCame).toBeCloseTo(0.4, 12);
  expect(large.z).toBeCloseTo(-3 / Math.sqrt(2.1), 12);
  expect(large.spiegelhalterZ).toBeCloseTo(3 / Math.sqrt(2.1), 12);
});

test('a z without variance is missing, not zero', () => {
  expect(inTheLarge([{ said: 0.5, came: 1 }]).spiegelhalterZ).toBeNull();
  expect(inTheLarge([{ said: 1, came: 1 }]).z).toBeNull();
});
