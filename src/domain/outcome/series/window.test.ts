import { expect, it } from 'vitest';
import { loadingOf } from './window.ts';

const whole = (length: number, lead = 0) => ({ origin: 100, lead, length });

it('loads three days of a random walk with 3 levels and 2 + 1 shocks squared', () => {
  expect(loadingOf(whole(3), 1, 0)).toMatchObject({ count: 3, level: 3, levelNoise: 5, slope: 3, slopeNoise: 1 });
});

it('agrees with the closed form of a mean-reverting level: g(r) = (1 - phi^r) / (1 - phi)', () => {
  const phi = 0.8;
  const g = (r: number): number => (1 - phi ** r) / (1 - phi);
  const { level, levelNoise } = loadingOf(whole(10), phi, 0);
  expect(level).toBeCloseTo(g(10), 12);
  expect(levelNoise).toBeCloseTo(Array.from({ length: 9 }, (_, i) => g(i + 1) ** 2).reduce((a, b) => a + b, 0), 12);
});

it('lets seasonal shocks count only where a week is begun and not ended: r mod 7 = 1', () => {
  expect(loadingOf(whole(8), 1, 7).seasonNoise).toBe(1);
  expect(loadingOf(whole(9), 1, 7).seasonNoise).toBe(2);
  expect(loadingOf(whole(90), 1, 7).seasonNoise).toBe(13);
});

it('weighs no seasonal value in whole weeks', () => {
  expect([...loadingOf(whole(14), 1, 7).seasonByAge].map(Math.abs)).toEqual([0, 0, 0, 0, 0, 0]);
});

it('leaves out days that do not count', () => {
  const { count, level } = loadingOf({ ...whole(5), days: Uint8Array.from([1, 0, 1, 1, 0]) }, 1, 7);
  expect([count, level]).toEqual([3, 3]);
});

it('lets the level wander through a lead', () => {
  expect(loadingOf(whole(1, 4), 1, 0)).toMatchObject({ level: 1, levelNoise: 4 });
});
