import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../../kernel/random.ts';
import { detectability } from './detectability.ts';
import type { SeriesInput } from './input.ts';
import { readSeries } from './read-series.ts';

type Shape = (t: number, random: () => number) => number | null;

const SHAPES: Readonly<Record<string, Shape>> = {
  'nothing at all': () => null,
  'a straight line': (t) => t,
  'an exact week': (t) => t % 7,
  'a few events': (_, random) => Math.floor(random() * 3),
  'numbers near the largest': (_, random) => 1e300 * random(),
  'numbers near the smallest': (_, random) => 1e-300 * random(),
  'both signs': (_, random) => (random() - 0.5) * 1e6,
  'one wild day': (t, random) => (t === 200 ? 1e12 : 100 + random()),
  'half of it missing': (_, random) => (random() < 0.5 ? null : 100 + 10 * random()),
  'exponential growth': (t, random) => Math.exp(0.02 * t) + random(),
  'flat, then barely not': (t, random) => (t < 150 ? 5 : 5 + random() * 1e-9),
  'below zero': (_, random) => -random() - 1,
};

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const scenario = fc.record({
  shape: fc.constantFrom(...Object.keys(SHAPES)),
  seed: fc.integer({ min: 0, max: 1e6 }),
  length: fc.integer({ min: 1, max: 330 }),
  shipAt: fc.double({ min: 0, max: 1, noNaN: true }),
  window: fc.integer({ min: 1, max: 60 }),
  gap: fc.constantFrom(0, 0, 4),
  week: fc.boolean(),
  amount: fc.boolean(),
  controlled: fc.boolean(),
  company: fc.boolean(),
  rate: fc.constantFrom(false, false, true),
  down: fc.boolean(),
  absolute: fc.boolean(),
});

it('answers whatever it is given with finite numbers or a reason, and never breaks', () => {
  fc.assert(fc.property(scenario, (one) => {
    const random = seededRandom(one.seed);
    const values = Array.from({ length: one.length }, (_, t) => SHAPES[one.shape]!(t, random));
    const ship = Math.floor(one.shipAt * one.length);
    const input: SeriesInput = {
      grain: one.week ? 'week' : 'day', values, kind: one.amount ? 'amount' : undefined, ship, rollout: ship + one.gap, window: { from: 1, to: one.window },
      denominators: one.rate ? values.map(() => Math.floor(random() * 100)) : undefined,
      controls: one.controlled ? [{ name: 'near', values: values.map((_, t) => (random() < 0.1 ? null : 50 + t + random())) }, { name: 'same', values }] : [],
      otherShips: one.company ? [Math.floor(ship / 2), Math.floor(ship / 3)] : [],
      holidays: one.company ? [{ kind: 'Fair', at: [3, 50, 100, ship + 1] }] : [],
    };
    const reading = readSeries(input, { direction: one.down ? 'down' : 'up', scale: one.absolute ? 'absolute' : 'relative', minEffect: 0.05, alpha: 0.05 });
    expect(numbersIn(reading).filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(['won', 'lost', 'inconclusive'].includes(reading.verdict.status)).toBe(reading.verdict.reason === undefined);
    const ahead = detectability({ ...input, values: values.slice(0, ship) }, [7, 30, 90]);
    expect(numbersIn(ahead).filter((value) => !Number.isFinite(value))).toEqual([]);
  }), { numRuns: 80 });
});
