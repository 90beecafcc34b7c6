// Daily metrics whose truth is known, for the tests of before/after readings. Seeded.
import { seededRandom } from '../../kernel/random.ts';

export interface Simulated {
  readonly seed?: number;
  /** Standard deviations of the daily noise and of the level's daily step, on the log scale. */
  readonly noise?: number;
  readonly wander?: number;
  readonly weekly?: number;
  readonly yearly?: number;
  /** Log effects from a day on. */
  readonly steps?: readonly (readonly [day: number, effect: number])[];
  /** A series whose moves this one shares, and how much of them. */
  readonly follows?: readonly number[];
  readonly share?: number;
}

const WEEK = [0, 0.02, 0.03, 0.02, 0, -0.08, -0.1];

/** Sum of twelve uniforms less six: close enough to normal, and the same on every engine. */
function normalOf(random: () => number): number {
  let total = -6;
  for (let i = 0; i < 12; i++) total += random();
  return total;
}

/** `days` of a metric around 10,000 a day. */
export function simulatedSeries(days: number, { seed = 1, noise = 0.03, wander = 0.002, weekly = 1, yearly = 0, steps = [], follows, share = 0 }: Simulated = {}): number[] {
  const random = seededRandom(seed);
  let level = 0;
  return Array.from({ length: days }, (_, t) => {
    level += wander * normalOf(random);
    const season = weekly * WEEK[t % 7]! + yearly * Math.sin((2 * Math.PI * t) / 365.25);
    const launched = steps.reduce((total, [day, effect]) => total + (t >= day ? effect : 0), 0);
    const shared = follows ? share * Math.log(follows[t]! / 10_000) : 0;
    return 10_000 * Math.exp(level + season + launched + shared + noise * normalOf(random));
  });
}
