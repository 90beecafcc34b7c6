// Which part of a readout is drawn, and the interval beside bar and promise: data for the drawings, no drawing.
import { addDays } from '../../../../domain/kernel/instant.ts';
import type { IntervalPlotData } from '../../charts/IntervalPlot.tsx';
import { known } from '../../charts/outcome/day-series.ts';
import type { CounterfactualData } from '../../charts/outcome/counterfactual.ts';
import { said, saidRange, type Measure } from '../../charts/outcome/measure.ts';
import type { Readout } from './readout-words.ts';

/** How an effect in the bet's own scale is said. Values of a relative one are fractions. */
export function effectMeasure({ scale, unit }: Pick<Readout, 'scale' | 'unit'>): Measure {
  if (scale === 'relative') return { as: 'share', unit: '%' };
  const own = unit?.trim() ?? '';
  return { as: 'number', unit: own === '' ? '' : own.startsWith('%') ? ' points' : ` ${own}` };
}

/** Days before the ship that are drawn for each day after it, and the least: more of the past than of the present, not two years of it. */
const BEFORE_EACH = 1.6;
const LEAST_BEFORE = 90;
/** Days after the window, so that one sees how it went on; half the window when that is more. */
const LEAST_AFTER = 14;

/** The picture without the far past and what came long after the window. The reading itself used all there was before it. */
export function nearShip(data: CounterfactualData, windowTo: string): NearShip {
  const after = Math.max(1, Math.round((Date.parse(windowTo) - Date.parse(data.ship.day)) / 86_400_000));
  const from = addDays(data.ship.day, -Math.round(Math.max(LEAST_BEFORE, BEFORE_EACH * after)));
  const until = addDays(windowTo, Math.round(Math.max(LEAST_AFTER, after / 2)));
  const near = <T extends { readonly day: string }>(all: readonly T[]): T[] => all.filter(({ day }) => day >= from && day <= until);
  const actual = near(data.actual);
  if (actual.length === data.actual.length) return { data };
  const values = known(data.actual);
  return { data: { ...data, actual, otherShips: near(data.otherShips) }, from: (values[0]?.day ?? from) < from ? from : undefined, until: (values.at(-1)?.day ?? until) > until ? until : undefined };
}

export interface NearShip {
  readonly data: CounterfactualData;
  /** First and last day that are drawn, where days beyond them are known. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface NotableDay {
  readonly day: string;
  readonly actual: number;
  readonly expected: number;
  readonly why: string;
}

type Points = Extract<NonNullable<Readout['report']['picture']>, { case: 'before-after' }>['points'];

/** The days of a window that have something to tell, in order, none twice: its ends, and where the difference was largest and smallest. */
export function notableDays(points: Points, window: { readonly from: string; readonly to: string }): NotableDay[] {
  const told = points.flatMap(({ day, actual, expected }) => (actual === null || expected === null || day < window.from || day > window.to ? [] : [{ day, actual, expected }]));
  const bySize = told.toSorted((a, b) => a.actual - a.expected - (b.actual - b.expected));
  const candidates = [[told[0], 'the first day of the window'], [told.at(-1), 'the last day of the window'], [bySize.at(-1), 'the farthest above what was expected'], [bySize[0], 'the farthest below, or the least above it']] as const;
  const days = new Map<string, NotableDay>();
  for (const [one, why] of candidates) if (one !== undefined && !days.has(one.day)) days.set(one.day, { ...one, why });
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

/** A range somebody promised, in the bet's scale and the hoped-for direction. */
export interface Promised { readonly low: number; readonly high: number }

/** The interval against the bar and the promised range; undefined where no interval with two ends may be shown. Shares are said times a hundred. */
export function againstBar({ good, minEffect, scale, unit, report }: Pick<Readout, 'good' | 'minEffect' | 'scale' | 'unit' | 'report'>, promised: Promised | undefined): IntervalPlotData | undefined {
  if (good === undefined || good.low === null || good.high === null) return undefined;
  const measure = effectMeasure({ scale, unit });
  const drawn = (value: number): number => (measure.as === 'share' ? value * 100 : value);
  const withheld = report.verdict.status === 'refused';
  const tone = withheld ? 'plain' : good.low > 0 ? 'good' : good.high < 0 ? 'bad' : 'plain';
  return {
    rows: [{ id: 'effect', name: '', mid: drawn(good.value), low: drawn(good.low), high: drawn(good.high), tone }],
    bar: { value: drawn(minEffect), label: `bar ${said(minEffect, measure, { signed: true })}` }, unit: measure.unit.startsWith(' ') ? '' : measure.unit, signed: true,
    ...(promised === undefined ? {} : { promised: { low: drawn(promised.low), high: drawn(promised.high), label: `you promised ${saidRange(promised.low, promised.high, measure)}` } }),
  };
}
