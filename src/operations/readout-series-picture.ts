// The numbers behind the drawing of a before/after readout. A refused reading shows what was measured and nothing that was expected.
import type { MetricReading } from '../connectors/metric/read-metric.ts';
import type { BeforeAfterQuestion } from '../contract/readout-question.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import type { Day } from '../domain/kernel/instant.ts';
import { dayAt, type Series } from '../domain/metric/series.ts';
import type { BandPoint } from '../domain/outcome/series/band.ts';
import type { SeriesReading } from '../domain/outcome/series/read-series.ts';
import { finite } from './readout-claim.ts';

type Picture = Extract<ReadoutReport['picture'], { case: 'before-after' }>;

export function pictureOf(read: SeriesReading, question: BeforeAfterQuestion, window: { readonly from: Day; readonly to: Day }, series: Series, reading: MetricReading): Picture {
  const shown = read.estimate !== undefined ? read.band : undefined;
  const day = (at: number): Day => dayAt(series, at);
  return {
    case: 'before-after', measure: measureOf(series, reading), grain: shown === undefined ? series.grain : read.grain, ship: question.ship, ...(question.rollout === undefined ? {} : { rollout: question.rollout }), window,
    otherShips: [...(question.otherShips ?? [])],
    points: shown === undefined || read.grain === series.grain ? everyStep(series, shown?.points ?? [], question, day) : shown.points.map((point) => pointOf(day(point.at), point.side, point.actual, point)),
    toDate: (shown?.toDate ?? []).filter(({ absolute }) => absolute.every(Number.isFinite)).map(({ at, relative, absolute }) => ({ day: day(at), relative: [finite(relative[0]), finite(relative[1]), finite(relative[2])], absolute: [absolute[0], absolute[1], absolute[2]] })),
  };
}

function measureOf(series: Series, { value }: MetricReading): Picture['measure'] {
  if (value.percent || series.denominators !== undefined) return { as: 'share', unit: '%' };
  return { as: 'number', unit: value.currency === undefined ? '' : ` ${value.currency}` };
}

/** Every step of the series with what was expected where that is known, and the steps of a window that reaches past the data. */
function everyStep(series: Series, band: readonly BandPoint[], question: BeforeAfterQuestion, day: (at: number) => Day): Picture['points'] {
  const known = new Map(band.map((point) => [point.at, point]));
  const length = Math.max(series.values.length, ...band.map(({ at }) => at + 1));
  return Array.from({ length }, (_, at) => {
    const point = known.get(at);
    return pointOf(day(at), point?.side ?? sideOf(day(at), question), valueAt(series, at), point);
  });
}

function valueAt({ values, denominators }: Series, at: number): number | null {
  const value = values[at] ?? null, out = denominators?.[at];
  return value === null || denominators === undefined ? value : out === null || out === undefined ? null : value / out;
}

function sideOf(day: Day, { ship, rollout = ship }: BeforeAfterQuestion): Picture['points'][number]['side'] {
  return day < ship ? 'before' : day < rollout ? 'rollout' : 'window';
}

function pointOf(day: Day, side: Picture['points'][number]['side'], actual: number | null, point: Pick<BandPoint, 'expected' | 'low' | 'high'> | undefined): Picture['points'][number] {
  const whole = point !== undefined && [point.expected, point.low, point.high].every(Number.isFinite);
  return { day, side, actual: finite(actual), expected: whole ? point.expected : null, low: whole ? point.low : null, high: whole ? point.high : null };
}
