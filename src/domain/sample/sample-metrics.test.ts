import { expect, test } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { SAMPLE_BETS } from './sample-bets.ts';
import { sampleHistory } from './sample-history.ts';
import { sampleMetrics, type SampleMetric } from './sample-metrics.ts';

const today = '2026-11-20';
const share = ({ value, denominator }: SampleMetric['points'][number]): number => value / (denominator ?? 1);
const meanOf = (metric: SampleMetric, from: number, to: number): number => {
  const points = metric.points.filter(({ on }) => on >= addDays(today, -from) && on <= addDays(today, -to));
  return points.reduce((sum, point) => sum + share(point), 0) / points.length;
};

test('the same seed and day give the same metrics, another seed others', () => {
  expect(JSON.stringify(sampleMetrics(7, today))).toBe(JSON.stringify(sampleMetrics(7, today)));
  expect(JSON.stringify(sampleMetrics(7, today))).not.toBe(JSON.stringify(sampleMetrics(8, today)));
  expect(() => sampleMetrics(1, '2026-02-30')).toThrow(RangeError);
});

test('three years up to yesterday, with gaps, corrections, and no share above 1', () => {
  const metrics = sampleMetrics(1, today);
  expect(metrics.map(({ grain, kind }) => `${grain} ${kind}`)).toEqual(['day rate', 'day rate', 'day count', 'day count', 'week level']);
  for (const { grain, points, corrections } of metrics) {
    expect(points[0]!.on >= addDays(today, -1095) && points.at(-1)!.on < today).toBe(true);
    expect(points.map(({ on }) => on)).toEqual(points.map(({ on }) => on).sort());
    expect(points.length).toBeGreaterThan(grain === 'day' ? 1080 : 150);
    for (const point of points) expect(point.value >= 0 && (point.denominator === undefined || point.value <= point.denominator)).toBe(true);
    for (const { on, at } of corrections) expect(on < at && at < today).toBe(true);
  }
  expect(metrics[0]!.corrections.length).toBeGreaterThan(0);
});

test('the goal’s metric stands where the goal says it stood: 31% when it began, on the way to 40%', () => {
  const [refunds] = sampleMetrics(1, today);
  expect(meanOf(refunds!, 94, 66)).toBeCloseTo(0.31, 2);
  expect(meanOf(refunds!, 28, 1)).toBeGreaterThan(0.33);
});

test('a true effect is in the series: it begins with the ship and ends where the bet was killed', () => {
  const [, dropOffs] = sampleMetrics(1, today);
  expect(meanOf(dropOffs!, 252, 221) / meanOf(dropOffs!, 282, 253)).toBeCloseTo(0.9, 1);
  expect(meanOf(dropOffs!, 219, 190) / meanOf(dropOffs!, 282, 253)).toBeCloseTo(1, 1);
});

test('every bet is placed before it ships, reviewed when that is due and after its metric was named', () => {
  for (const { drafted, placed, ship, reviews = [], forecasts = [], settled } of SAMPLE_BETS) {
    if (placed) expect(placed.on).toBeLessThan(drafted);
    if (ship) expect(ship.on).toBeLessThan(placed!.on);
    for (const { on } of forecasts) expect(on < placed!.on && on > (ship?.on ?? 0)).toBe(true);
    for (const { review, on } of reviews) expect(on).toBeLessThanOrEqual((ship!.rolledOut ?? ship!.on) - review);
    if (settled && reviews.length > 0) expect(settled.on).toBeLessThanOrEqual(reviews.at(-1)!.on);
  }
  const drafted = SAMPLE_BETS.map((bet) => bet.drafted);
  expect(drafted).toEqual([...drafted].sort((a, b) => b - a));
});

test('the history runs forward and begins with B-1', () => {
  const events = sampleHistory();
  expect(events[0]).toMatchObject({ kind: 'place', bet: 0 });
  expect(events.map(({ ago }) => ago)).toEqual(events.map(({ ago }) => ago).sort((a, b) => b - a));
  expect(events.at(-1)!.ago).toBeGreaterThan(0);
});
