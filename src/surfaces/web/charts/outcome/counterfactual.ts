// What happened beside what was expected without the ship: the data of that picture, its sentence and its table.
import type { Day } from '../../../../domain/kernel/instant.ts';
import type { ChartTable } from './chart-table.ts';
import { dayInFull, dayLabel, known, missingIn, wantsMean, type DayValue, type Grain, type NamedDay } from './day-series.ts';
import { said, saidRange, type Measure } from './measure.ts';

export interface ExpectedValue {
  readonly day: Day;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface CounterfactualData {
  /** The metric in a few words: `Share dropped off within 3 days`. */
  readonly metric: string;
  readonly measure: Measure;
  readonly grain: Grain;
  readonly actual: readonly DayValue[];
  /** From the ship day on; empty when nothing could be expected. Bounds are for single days. */
  readonly expected: readonly ExpectedValue[];
  /** Confidence of the band and of the effect, 0 to 1. */
  readonly level: number;
  readonly ship: NamedDay;
  /** Last day on which not everybody had it. Days from the ship to here count on neither side. */
  readonly rolloutUntil?: Day | undefined;
  readonly otherShips: readonly NamedDay[];
  /** Absent until there is a readout. Means over the window in the metric's values; the effect in its own measure. */
  readonly window?: {
    readonly from: Day;
    readonly to: Day;
    readonly actual: number;
    readonly expected: number;
    readonly effect: { readonly value: number; readonly low: number | null; readonly high: number | null };
    readonly effectMeasure: Measure;
    /** good or bad only when the whole interval is beyond zero in that direction. */
    readonly tone: 'good' | 'bad' | 'plain';
  } | undefined;
}

/** `95%` for 0.95. */
export function levelWords(level: number): string {
  return `${Math.round(level * 1000) / 10}%`;
}

/** False where what was expected comes without an interval, as from a mix of other units. */
export function hasBand({ expected }: Pick<CounterfactualData, 'expected'>): boolean {
  return expected.some(({ low, high }) => high > low);
}

/** Measure, grain and what is drawn how: the line under the title. */
export function counterfactualUnit(data: CounterfactualData): string {
  const drawn = wantsMean(data.actual, data.grain) ? 'daily dots and 7-day mean' : data.grain === 'day' ? 'daily' : 'weekly';
  return `${data.metric}, ${drawn}${data.expected.length > 0 ? `; ${hasBand(data) ? 'grey' : 'dashed'}: expected without the ship${hasBand(data) ? `, ${levelWords(data.level)} band` : ''}` : ''}${data.rolloutUntil === undefined ? '' : '; hatched: the rollout, counted on neither side'}`;
}

/** One sentence or a few for a reader who does not see the picture. */
export function counterfactualSummary(data: CounterfactualData): string {
  const values = known(data.actual);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return `${data.metric}: no value was read.`;
  const missing = missingIn(data.actual, data.grain);
  const { window } = data;
  return [
    `${data.metric}, ${data.grain === 'day' ? 'daily' : 'weekly'}, from ${dayInFull(first.day)} to ${dayInFull(last.day)}; ${data.ship.name} on ${dayInFull(data.ship.day)}.`,
    window && `From ${dayLabel(window.from)} to ${dayLabel(window.to)} it was ${said(window.actual, data.measure)} where ${said(window.expected, data.measure)} was expected without the ship: ${said(window.effect.value, window.effectMeasure, { signed: true })} (${saidRange(window.effect.low, window.effect.high, window.effectMeasure, { signed: true })}, ${levelWords(data.level)} interval).`,
    data.otherShips.length > 0 && `Other ships: ${data.otherShips.map((ship) => `${ship.name}, ${dayLabel(ship.day)}`).join('; ')}.`,
    missing > 0 && `${missing} ${data.grain}${missing === 1 ? ' has' : 's have'} no value.`,
  ].filter(Boolean).join(' ');
}

export function counterfactualTable(data: CounterfactualData): ChartTable {
  const expected = new Map(data.expected.map((one) => [one.day, one]));
  const notes = (day: Day): string => [
    day === data.ship.day && data.ship.name,
    ...data.otherShips.filter((ship) => ship.day === day).map((ship) => ship.name),
    data.rolloutUntil !== undefined && day >= data.ship.day && day <= data.rolloutUntil && 'rollout, left out',
  ].filter(Boolean).join('; ');
  return {
    head: [data.grain === 'day' ? 'Day' : 'Week of', 'What happened', 'Expected', `Expected, ${levelWords(data.level)}`, 'Note'],
    left: [4],
    rows: [...data.actual].reverse().map(({ day, value }) => {
      const one = expected.get(day);
      return [day, value === null ? 'no value' : said(value, data.measure), one ? said(one.value, data.measure) : '', one ? saidRange(one.low, one.high, data.measure) : '', notes(day)];
    }),
  };
}
