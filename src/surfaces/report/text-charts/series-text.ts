// The pictures over time as characters: counterfactual, effect over time, a metric's history, the fan to a goal.
import { hasBand, levelWords, type CounterfactualData } from '../../web/charts/outcome/counterfactual.ts';
import { dayLabel, known, runsOf, sevenDayMean, wantsMean, type DayValue } from '../../web/charts/outcome/day-series.ts';
import { readingOf, signedMinimum, type EffectOverTimeData } from '../../web/charts/outcome/effect-over-time.ts';
import { chanceSentence, type FanData } from '../../web/charts/outcome/fan.ts';
import { said, saidRange } from '../../web/charts/outcome/measure.ts';
import type { MetricHistoryData } from '../../web/charts/outcome/metric-history.ts';
import type { TextSize } from './text-columns.ts';
import { timeText } from './time-text.ts';

/** A key of the legend in the signs in use. */
function key(size: TextSize, sign: string, ascii: string, words: string): string {
  return `${size.ascii === true ? ascii : sign} ${words}`;
}

function laterOf(...days: readonly (string | undefined)[]): string {
  return days.filter((day): day is string => day !== undefined).sort().at(-1) ?? '';
}

/** '' when no value was read. */
export function counterfactualText(data: CounterfactualData, size: TextSize): string {
  const values = known(data.actual);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return '';
  const mean = wantsMean(data.actual, data.grain);
  const smooth = (points: readonly DayValue[]): DayValue[] => (mean ? sevenDayMean(points, data.ship.day) : [...points]);
  const until = laterOf(last.day, data.expected.at(-1)?.day);
  const { window } = data;
  return timeText({
    from: first.day, until, measure: data.measure, rows: 14,
    solid: runsOf(smooth(data.actual), data.grain),
    dashed: runsOf(smooth(data.expected.map(({ day, value }) => ({ day, value }))), data.grain),
    bands: hasBand(data) ? [{ points: data.expected }] : [],
    marks: [...data.otherShips.filter(({ day }) => day >= first.day && day <= until), { ...data.ship, own: true }],
    hatched: data.rolloutUntil === undefined ? undefined : { from: data.ship.day, until: data.rolloutUntil },
    legend: [
      key(size, '⠤⠤', '**', mean ? 'what happened, 7-day mean' : 'what happened'),
      data.expected.length > 0 ? key(size, '⠤ ⠤', '- -', 'expected without the ship') : '',
      hasBand(data) ? key(size, '░', ':', `${levelWords(data.level)} band of single ${data.grain}s`) : '',
      data.rolloutUntil === undefined ? '' : key(size, '╱', '/', 'rollout, left out'),
      window ? `${dayLabel(window.from)} to ${dayLabel(window.to)}: ${said(window.actual, data.measure)} where ${said(window.expected, data.measure)} was expected, ${said(window.effect.value, window.effectMeasure, { signed: true })} (${saidRange(window.effect.low, window.effect.high, window.effectMeasure, { signed: true })})` : '',
    ],
  }, size);
}

/** '' when no effect can be said for any day. */
export function effectOverTimeText(data: EffectOverTimeData, size: TextSize): string {
  const told = data.points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return '';
  const minimum = signedMinimum(data);
  const bounded = told.map(({ day, value, low, high }) => ({ day, low: low ?? value, high: high ?? value }));
  const bands = runsOf(data.points, data.grain).map((run) => ({ points: bounded.filter(({ day }) => run.some((one) => one.day === day)) }));
  return timeText({
    from: first.day, until: last.day, measure: data.measure, signed: true,
    solid: told.length > columnsLeft(size) ? runsOf(data.points, data.grain) : [], bands,
    levels: [{ value: 0, sign: 'zero' }, ...(minimum === undefined ? [] : [{ value: minimum, sign: 'drawn' as const }])],
    signs: told.length > columnsLeft(size) ? [] : told.map(({ day, value, low, high }) => (readingOf(low, high, data.direction) === 'open' ? { day, value, sign: '○', ascii: 'o' } : { day, value, sign: '●', ascii: '@' })),
    legend: [
      key(size, '●', '@', 'whole interval on one side of zero'), key(size, '○', 'o', 'on both sides'), key(size, '░', ':', `${levelWords(data.level)} interval`),
      minimum === undefined ? '' : key(size, '━', '=', `${said(minimum, data.measure, { signed: true })} would matter`),
    ],
  }, size);
}

/** More points than a third of the columns are a line. */
function columnsLeft(size: TextSize): number {
  return Math.floor(size.width / 3);
}

/** '' when no value was read. */
export function metricHistoryText(data: MetricHistoryData, size: TextSize): string {
  const values = known(data.points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return '';
  const until = data.stale ? laterOf(last.day, data.today) : last.day;
  const mean = wantsMean(data.points, data.grain);
  return timeText({
    from: first.day, until, measure: data.measure,
    solid: runsOf(mean ? sevenDayMean(data.points) : data.points, data.grain),
    dashed: runsOf(data.revised.map(({ day, was }) => ({ day, value: was })), data.grain),
    levels: data.target ? [{ value: data.target.value, sign: 'drawn' }] : [],
    marks: data.ships.filter(({ day }) => day >= first.day && day <= until),
    hatched: data.stale && until > last.day ? { from: last.day, until } : undefined,
    legend: [
      key(size, '⠤⠤', '**', mean ? '7-day mean' : 'value'), data.revised.length > 0 ? key(size, '⠤ ⠤', '- -', 'as first read') : '',
      data.target ? key(size, '━', '=', data.target.label) : '', data.stale ? key(size, '╱', '/', data.stale.words) : '', `last ${said(last.value, data.measure)}, ${dayLabel(last.day)}`,
    ],
  }, size);
}

/** '' when no value was read. */
export function fanText(data: FanData, size: TextSize): string {
  const values = known(data.points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return '';
  return timeText({
    from: first.day, until: laterOf(data.until, last.day), measure: data.measure, rows: 14,
    solid: runsOf(data.points, data.grain),
    dashed: [data.fan.map(({ day, mid }) => ({ day, value: mid }))],
    bands: [{ points: data.fan.map(({ day, low80, high80 }) => ({ day, low: low80, high: high80 })) }, { inner: true, points: data.fan.map(({ day, low50, high50 }) => ({ day, low: low50, high: high50 })) }],
    levels: data.target ? [{ value: data.target.value, sign: 'drawn' }] : [],
    marks: data.events.filter((event) => event.rule === true && event.day >= first.day).map(({ day, label }) => ({ day, name: label })),
    legend: [
      data.fan.length > 0 ? key(size, '▒', '=', 'half of the paths') : '', data.fan.length > 0 ? key(size, '░', ':', 'four fifths') : '', data.target ? key(size, '━', '=', data.target.label) : '',
      ...data.ends.map((end) => `${end.name} ${said(end.mid, data.measure)} (${saidRange(end.low, end.high, data.measure)})`), chanceSentence(data),
    ],
  }, size);
}
