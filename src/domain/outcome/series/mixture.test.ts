import { expect, it } from 'vitest';
import { seededRandom } from '../../kernel/random.ts';
import { familiesOf, leastTraining } from './families.ts';
import { forecast, planOf, weightsAt } from './mixture.ts';

function noisy(days: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  let level = 0;
  return Float64Array.from({ length: days }, (_, t) => {
    level += 0.1 * (random() - 0.5);
    return level + Math.sin((2 * Math.PI * t) / 7) + random() - 0.5;
  });
}

const LENGTH = 200;
const families = familiesOf('day', LENGTH, LENGTH + 30, []);
const values = noisy(LENGTH, 4);
const observed = new Uint8Array(LENGTH).fill(1);
const origins = [60, 97, 140, LENGTH];

it('makes every placebo a refit: the forecast at a past day is the one a fit to the days before it gives, to the last digit', () => {
  const { means, variances } = forecast(planOf(families, { length: LENGTH, observed, targets: origins.map((origin) => ({ origin, lead: 0, length: 30 })) }), values);
  origins.forEach((origin, i) => {
    const refit = forecast(planOf(families, { length: origin, observed: observed.subarray(0, origin), targets: [{ origin, lead: 0, length: 30 }] }), values.subarray(0, origin));
    expect(means[i]).toBe(refit.means[0]);
    expect(variances[i]).toBe(refit.variances[0]);
  });
});

it('does not let a placebo see anything after its origin', () => {
  const plan = planOf(families, { length: LENGTH, observed, targets: [{ origin: 97, lead: 0, length: 30 }] });
  const changed = values.map((value, t) => (t >= 97 ? value + 100 : value));
  expect(forecast(plan, changed).means[0]).toBe(forecast(plan, values).means[0]);
});

it('shares one belief among the cells and leaves negligible ones out', () => {
  const plan = planOf(families, { length: LENGTH, observed, targets: [{ origin: LENGTH, lead: 0, length: 1 }] });
  const cells = weightsAt(plan, forecast(plan, values).passes, 0);
  expect(cells.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
  expect(cells.length).toBeLessThan(92);
  expect(Math.min(...cells.map(({ share }) => share))).toBeGreaterThan(1e-7);
});

it('believes in a mean-reverting level where the level reverts, and in a random walk where it wanders', () => {
  const random = seededRandom(11);
  const gauss = (): number => random() + random() + random() + random() - 2;
  const reverting = new Float64Array(LENGTH);
  const wandering = new Float64Array(LENGTH);
  for (let t = 1; t < LENGTH; t++) {
    reverting[t] = 0.6 * reverting[t - 1]! + gauss();
    wandering[t] = wandering[t - 1]! + gauss();
  }
  const plan = planOf(families, { length: LENGTH, observed, targets: [{ origin: LENGTH, lead: 0, length: 1 }] });
  const beliefInReverting = (series: Float64Array): number => weightsAt(plan, forecast(plan, series).passes, 0).filter(({ family }) => family === 1).reduce((total, { share }) => total + share, 0);
  expect(beliefInReverting(reverting)).toBeGreaterThan(0.95);
  expect(beliefInReverting(wandering)).toBeLessThan(0.2);
});

it('has nothing to say about a series without variation', () => {
  const plan = planOf(families, { length: LENGTH, observed, targets: [{ origin: LENGTH, lead: 0, length: 1 }] });
  expect(forecast(plan, new Float64Array(LENGTH)).means[0]).toBeNaN();
});

it('averages 92 cells of daily data, with trend from a year and yearly terms from two', () => {
  const shape = (history: number) => familiesOf('day', history, history + 1, []).map(({ slope, columns, cells }) => ({ slope, columns: columns.length, cells: cells.length }));
  expect(shape(364)).toEqual([{ slope: false, columns: 0, cells: 36 }, { slope: false, columns: 1, cells: 56 }]);
  expect(shape(365)).toEqual([{ slope: true, columns: 0, cells: 36 }, { slope: false, columns: 2, cells: 56 }]);
  expect(shape(730)).toEqual([{ slope: true, columns: 4, cells: 36 }, { slope: false, columns: 6, cells: 56 }]);
  expect(familiesOf('week', 104, 105, []).map(({ period, columns }) => [period, columns.length])).toEqual([[0, 4], [0, 6]]);
});

it('trains placebos on a quarter of the history, within 56 and 180 days', () => {
  expect([100, 358, 640, 1300].map((history) => leastTraining('day', history))).toEqual([56, 89, 160, 180]);
  expect([20, 60, 200].map((history) => leastTraining('week', history))).toEqual([8, 15, 26]);
});
