import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeOf } from './panel-reading.ts';
import type { PanelInput } from './panel.ts';
import { readPanel, type PanelOptions } from './read-panel.ts';
import { beforeAfterOpinion } from './second-opinion.ts';
import { anyPanel, claimOf, FOUR_MARKETS, simulated, withUnits } from './testing/panels.ts';

const never = (count: number): null[] => Array.from({ length: count }, () => null);
const read = (input: PanelInput, options: Partial<PanelOptions> = {}) => {
  const ruling = readPanel(input, { claim: claimOf(3), ...options });
  if (!ruling.ok) throw new Error(ruling.refusal.code);
  return ruling.value;
};
const failed = (input: PanelInput, options: Partial<PanelOptions> = {}): string[] => read(input, options).checks.filter((check) => !check.ok).map((check) => check.id);

const MARKETS = simulated({ starts: [13, 13, 17, 17, ...never(8)], periods: 24, effect: 6, seed: 2 });
const SHOPS = simulated({ starts: [...Array.from({ length: 24 }, (_, i) => [10, 13, 16][i % 3]!), ...never(24)], periods: 24, effect: 6, seed: 3 });
const ONE_OF_THIRTY = simulated({ starts: [25, ...never(29)], periods: 40, effect: 6, seed: 4, noise: 0.7 });

describe('which method', () => {
  test('up to three units at one date get a synthetic unit, anything else is compared cohort by cohort', () => {
    const chosen = (starts: (number | null)[]) => {
      const { method, because } = read(simulated({ starts, periods: 24, effect: 6, seed: 4 }));
      return [method, because];
    };
    expect(chosen([13, ...never(25)])).toEqual(['synthetic-difference-in-differences', 'few-treated']);
    expect(chosen([13, 13, 13, ...never(25)])).toEqual(['synthetic-difference-in-differences', 'few-treated']);
    expect(chosen([9, ...never(25)])).toEqual(['synthetic-control', 'few-treated']);
    expect(chosen([13, 13, 13, 13, ...never(25)])).toEqual(['callaway-santanna', 'many-treated']);
    expect(chosen([13, 17, ...never(25)])).toEqual(['callaway-santanna', 'several-dates']);
  });

  test('with fewer than five units never treated, those treated later are controls as well, and that is said', () => {
    const all = simulated({ starts: Array.from({ length: 24 }, (_, i) => [12, 16, 20, 24][i % 4]!), periods: 26, effect: 6, seed: 5 });
    const reading = read(all);
    expect(reading.controlsUsed).toBe('not-yet');
    expect(reading.warnings).toContain('controls-include-not-yet-treated');
    expect(reading.warnings.some((warning) => warning.startsWith('cells-without-comparison:'))).toBe(true);
    expect(read(SHOPS).controlsUsed).toBe('never');
  });
});

describe('a staggered rollout', () => {
  test('twelve markets are read by every arrangement of their dates', () => {
    const { verdict, estimate, permutation, preTrend, byCohort } = read(MARKETS);
    expect([verdict.status, verdict.sub, estimate?.grade, estimate?.level]).toEqual(['won', 'met', 'B', 0.95]);
    expect([permutation?.arrangements, permutation?.exact, preTrend?.test]).toEqual([2970, true, 'permutation']);
    expect(estimate?.absolute).toMatchObject({ low: permutation?.low, high: permutation?.high });
    expect(permutation!.low! < 6 && 6 < permutation!.high!).toBe(true);
    expect(byCohort.map(({ from, units }) => [from, units])).toEqual([[13, 2], [17, 2]]);
  });

  test('many shops get intervals, and wider bands for the whole curve', () => {
    const { verdict, permutation, byEventTime } = read(SHOPS);
    expect([verdict.status, permutation]).toEqual(['won', undefined]);
    expect(byEventTime.map(({ event }) => event)).toEqual(Array.from({ length: 29 }, (_, i) => i - 14));
    for (const { effect, low, high, bandLow, bandHigh } of byEventTime) {
      expect(bandLow! < low! && low! < effect && effect < high! && high! < bandHigh!).toBe(true);
    }
  });

  test('twelve markets get a curve with intervals as well, four cannot', () => {
    const { byEventTime } = read(MARKETS);
    for (const { effect, low, high, bandLow, bandHigh } of byEventTime) {
      expect(bandLow! <= low! && low! < effect && effect < high! && high! <= bandHigh!).toBe(true);
    }
    const held = byEventTime.filter(({ event, bandLow, bandHigh }) => bandLow! <= (event < 0 ? 0 : 6) && (event < 0 ? 0 : 6) <= bandHigh!);
    expect(held.length).toBe(byEventTime.length);
    expect(read(FOUR_MARKETS).byEventTime.map(({ effect, low, bandHigh }) => [effect, low, bandHigh])).toEqual([[0, null, null], [0, null, null], [3.5, null, null], [3, null, null]]);
  });

  test('a relative claim is judged on the share of what would have been', () => {
    const { estimate, verdict } = read(SHOPS, { claim: claimOf(0.03, { scale: 'relative' }) });
    expect(verdict.effect?.value).toBe(estimate?.relative?.value);
    expect(verdict.status).toBe('won');
    expect(relativeOf({ value: 10, low: 5, high: 15 }, 110)).toEqual({ value: 0.1, low: 5 / 105, high: 15 / 95 });
    expect(relativeOf({ value: 10, low: 5, high: 120 }, 110)?.high).toBeNull();
    expect(relativeOf({ value: -5, low: -9, high: 1 }, -2)).toBeUndefined();
  });

  test('units that already drifted apart lose a grade, and the verdict must survive the drift', () => {
    const drifting = simulated({ starts: [...Array.from({ length: 20 }, (_, i) => [10, 13][i % 2]!), ...never(20)], periods: 20, effect: 2, seed: 6, drift: 1, noise: 0.4 });
    const open = read(drifting, { claim: claimOf(6.5) });
    expect([open.preTrend!.p < 0.05, open.estimate?.grade, open.preTrend?.verdictSurvives]).toEqual([true, 'C', false]);
    expect([open.verdict.status, open.verdict.reason]).toEqual(['inconclusive', 'pre-trend-differs']);
    expect(read(drifting, { claim: claimOf(1) }).verdict.status).toBe('won');
  });

  test('what is missing is counted and said', () => {
    const holed = withUnits(MARKETS, (unit, i) => ({ ...unit, values: unit.values.map((value, t) => (i === 5 && t === 7 ? null : value)) }));
    const reading = read(holed);
    expect([reading.counts.missingCells, reading.warnings]).toEqual([1, ['missing-cells:1']]);
    expect(reading.verdict.status).toBe('won');
  });
});

describe('one treated unit', () => {
  test('shows its picture, its weights and its rank among placebos', () => {
    const { verdict, estimate, placeboRank, weights, periodWeights, picture } = read(ONE_OF_THIRTY);
    expect([verdict.status, estimate?.grade, placeboRank?.p]).toEqual(['won', 'B', 1 / 30]);
    for (const shares of [weights, periodWeights]) expect(shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
    expect([picture?.before, picture?.actual.length, picture?.synthetic.length]).toEqual([24, 40, 40]);
  });

  test('is left open when reading it before and after points the other way, and only then', () => {
    const opposite = read(ONE_OF_THIRTY, { secondOpinion: () => -1 });
    expect([opposite.verdict.status, opposite.verdict.sub, opposite.verdict.reason]).toEqual(['inconclusive', 'direction-unknown', 'methods-disagree-in-sign']);
    expect(read(ONE_OF_THIRTY, { secondOpinion: () => 0.1 }).verdict.status).toBe('won');
    expect(read(ONE_OF_THIRTY, { secondOpinion: () => undefined }).verdict.status).toBe('won');
  });

  test('asks the before/after engine with the synthetic unit as its control', () => {
    const long = simulated({ starts: [161, ...never(24)], periods: 190, effect: 6, seed: 12, noise: 0.7 });
    const seen = read(long, { secondOpinion: beforeAfterOpinion('day') }).checks.find((check) => check.id === 'methods-disagree-in-sign');
    expect(seen?.ok).toBe(true);
    expect(Math.abs(seen!.value - 6)).toBeLessThan(1.5);
  });
});

describe('what forbids a verdict', () => {
  test('too little of anything, each by its own name', () => {
    expect(failed({ ...FOUR_MARKETS, units: FOUR_MARKETS.units.slice(2) })).toEqual(['no-treated-unit']);
    expect(failed(FOUR_MARKETS)).toEqual(['too-few-pre-periods', 'design-cannot-reach-level']);
    expect(failed(simulated({ starts: [...never(4), 9, 9, 9, 9, 9], periods: 16, effect: 6, seed: 1 }))).toContain('too-few-controls');
    expect(failed(simulated({ starts: [13, ...never(3)], periods: 24, effect: 6, seed: 1 }))).toContain('too-few-controls');
    expect(failed(simulated({ starts: [13, ...never(12)], periods: 24, effect: 6, seed: 4, noise: 0.5 }))).toContain('design-cannot-reach-level');
  });

  test('a treated unit that nothing resembles, or that was hardly measured', () => {
    const lonely = withUnits(ONE_OF_THIRTY, (unit, i) => (i === 0 ? { ...unit, values: unit.values.map((value) => value! + 200) } : unit));
    expect(read(lonely).verdict).toEqual({ status: 'refused', reason: 'poor-pre-fit' });
    const holed = withUnits(ONE_OF_THIRTY, (unit, i) => (i === 0 ? { ...unit, values: unit.values.map((value, t) => (t % 5 === 0 ? null : value)) } : unit));
    expect(read(holed).verdict.reason).toBe('missing-data');
    const unseen = withUnits(ONE_OF_THIRTY, (unit, i) => (i === 0 ? { ...unit, values: unit.values.map(() => null) } : unit));
    expect(read(unseen).verdict).toEqual({ status: 'refused', reason: 'missing-data' });
  });

  test('input that cannot be meant', () => {
    const ruling = readPanel({ ...FOUR_MARKETS, periods: [1, 2, 2, 3] }, { claim: claimOf(1) });
    expect(ruling.ok || ruling.refusal.code).toBe('periods-out-of-order');
  });
});

describe('the same bytes, whatever does not matter', () => {
  test('twice the same input gives the same answer', () => {
    for (const input of [SHOPS, ONE_OF_THIRTY]) expect(JSON.stringify(read(input))).toBe(JSON.stringify(read(input)));
  });

  test('a metric where less is better is the mirror image', () => {
    const mirrored = withUnits(MARKETS, (unit) => ({ ...unit, values: unit.values.map((value) => -value!) }));
    const [up, down] = [read(MARKETS), read(mirrored, { claim: claimOf(3, { direction: 'down' }) })];
    expect([down.verdict.status, down.verdict.sub]).toEqual([up.verdict.status, up.verdict.sub]);
    expect(down.verdict.effect!.value).toBeCloseTo(up.verdict.effect!.value, 9);
    expect(down.verdict.effect!.low).toBeCloseTo(up.verdict.effect!.low!, 6);
  });

  test('a higher bar never makes a verdict better', () => {
    const rank = { won: 2, inconclusive: 1, lost: 0 } as Record<string, number>;
    for (const input of [MARKETS, SHOPS]) {
      const verdicts = [0.5, 5, 6.5, 9].map((bar) => rank[read(input, { claim: claimOf(bar) }).verdict.status]!);
      expect(verdicts).toEqual([...verdicts].sort((one, other) => other - one));
    }
  });

  test('any panel, with or without holes, gets an answer with a reason when it is none', () => {
    fc.assert(fc.property(anyPanel, fc.array(fc.nat(70), { maxLength: 20 }), (input, holes) => {
      const holed = withUnits(input, (unit, i) => ({ ...unit, values: unit.values.map((value, t) => (holes.includes(6 * i + t) ? null : value)) }));
      const { verdict } = read(holed);
      expect(verdict.status).toBe('refused');
      expect(verdict.reason).toMatch(/^too-few-/);
    }), { numRuns: 12 });
  });
});
