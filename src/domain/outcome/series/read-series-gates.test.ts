import { describe, expect, it } from 'vitest';
import type { Claim } from '../estimate.ts';
import { simulatedSeries } from '../testing/simulated-series.ts';
import type { SeriesInput } from './input.ts';
import { readSeries } from './read-series.ts';

const CLAIM: Claim = { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 };
const SHIP = 300;
const quiet = simulatedSeries(SHIP + 30);

function read(values: readonly (number | null)[], more: Partial<SeriesInput> = {}) {
  return readSeries({ grain: 'day', values, kind: 'amount', ship: SHIP, window: { from: 1, to: 30 }, ...more }, CLAIM);
}
const reasonOf = (values: readonly (number | null)[], more: Partial<SeriesInput> = {}): string | undefined => read(values, more).verdict.reason;

describe('when a reading refuses', () => {
  it('needs 56 days before the ship', () => {
    const reading = read(quiet, { ship: 55 });
    expect(reading.verdict).toEqual({ status: 'refused', reason: 'too-little-history' });
    expect(reading.estimate).toBeUndefined();
    expect(reasonOf(quiet, { ship: 56 })).toBe('no-placebo-history');
    expect(reasonOf(quiet.map((value, t) => (t < 250 ? null : value)))).toBe('too-little-history');
  });

  it('needs 145 days for a window of 30 and 358 for one of 90', () => {
    const long = simulatedSeries(500);
    expect([reasonOf(long, { ship: 144 }), reasonOf(long, { ship: 145 })]).toEqual(['no-placebo-history', undefined]);
    expect([reasonOf(long, { ship: 357, window: { from: 1, to: 90 } }), reasonOf(long, { ship: 358, window: { from: 1, to: 90 } })]).toEqual(['no-placebo-history', undefined]);
  });

  it('refuses a year-long window with two years of history, unless a control predicts the metric', () => {
    const control = simulatedSeries(730 + 365, { seed: 21, wander: 0.01, noise: 0.002 });
    const values = simulatedSeries(730 + 365, { seed: 22, wander: 0.0005, noise: 0.01, follows: control, share: 0.9 });
    const more = { ship: 730, window: { from: 1, to: 365 } };
    expect(reasonOf(values, more)).toBe('no-placebo-history');
    const controlled = read(values, { ...more, controls: [{ name: 'Market', values: control }] });
    expect(controlled.controls[0]).toMatchObject({ name: 'Market', kept: true });
    expect(controlled.checks.find(({ id }) => id === 'no-placebo-history')).toMatchObject({ ok: true, limit: 0.5 });
    const noise = simulatedSeries(730 + 365, { seed: 23, wander: 0, noise: 0.02, weekly: 0 });
    expect(reasonOf(values, { ...more, controls: [{ name: 'Unrelated', values: noise }] })).toBe('no-placebo-history');
  });

  it('refuses where the same method was wrong on past dates, shows no effect, and keeps the picture', () => {
    const seasonal = simulatedSeries(490, { yearly: 0.3, wander: 0.0005, noise: 0.02 });
    const reading = read(seasonal, { ship: 400, window: { from: 1, to: 90 } });
    expect(reading.verdict.reason).toBe('placebo-intervals-do-not-cover');
    expect(reading.widening).toBeGreaterThan(4);
    expect([reading.estimate, reading.model, reading.total]).toEqual([undefined, undefined, undefined]);
    expect(reading.band!.points.length).toBeGreaterThan(400);
    expect(reading.band!.toDate).toEqual([]);
  });

  it('refuses a window with over a tenth missing, and one with a gap over seven days', () => {
    const without = (days: (day: number) => boolean) => [...quiet, ...simulatedSeries(60, { seed: 3 })].map((value, t) => (days(t - SHIP) ? null : value));
    expect(reasonOf(without((day) => day >= 0 && day % 7 === 3), { window: { from: 1, to: 60 } })).toBe('missing-data');
    expect(reasonOf(without((day) => day >= 20 && day < 26), { window: { from: 1, to: 60 } })).toBeUndefined();
    const long = simulatedSeries(500, { seed: 3 }).map((value, t) => (t >= 420 && t < 428 ? null : value));
    const gap = read(long, { ship: 400, window: { from: 1, to: 90 } });
    expect(gap.verdict.reason).toBe('missing-data');
    expect(gap.checks.find(({ id }) => id === 'missing-data')).toMatchObject({ ok: false, value: 8, limit: 7 });
  });

  it('refuses a ship that is not known to two days', () => {
    expect(reasonOf(quiet, { shipUncertainty: 3 })).toBe('unknown-ship-date');
    expect(reasonOf(quiet, { shipUncertainty: 2 })).toBeUndefined();
  });

  it('says too early while the window runs', () => {
    expect(read(quiet, { window: { from: 1, to: 31 } }).verdict).toEqual({ status: 'too-early', reason: 'window-not-over' });
  });

  it('refuses a series that does not vary', () => {
    expect(reasonOf(quiet.map(() => 12))).toBe('no-variation');
  });

  it('refuses the verdict, not the estimate, when another bet shipped in the window', () => {
    const joint = read(quiet, { otherShips: [310] });
    expect(joint.verdict).toEqual({ status: 'refused', reason: 'two-bets-share-this-window' });
    expect(joint.otherShipsInWindow).toBe(1);
    expect(joint.model).toEqual(read(quiet).model);
  });
});

describe('thin metrics', () => {
  const thin = quiet.map((value) => Math.round(value / 1000));

  it('are read by week when days hold fewer than 30 events, and say so', () => {
    const reading = read(thin, { kind: 'count' });
    expect(reading).toMatchObject({ grain: 'week', warnings: ['read-by-week'] });
    expect(reading.points).toBe(42);
    expect(reading.band!.points.at(-1)!.at).toBe(SHIP + 21);
  });

  it('are refused when weeks hold fewer than 30', () => {
    expect(reasonOf(thin.map((value) => Math.round(value / 4)), { kind: 'count' })).toBe('too-few-events');
  });

  it('are taken for counts when they are whole numbers and nobody said otherwise', () => {
    expect(read(thin, { kind: undefined }).grain).toBe('week');
    expect(read(thin.map((value) => value + 0.5), { kind: undefined }).grain).toBe('day');
  });
});
