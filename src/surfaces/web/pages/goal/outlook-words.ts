// Where the goal's metric is heading, as data for its picture and as words: the fan, the chance as odds, what each bet adds. No screen.
import type { OutputOf } from '../../../../contract/index.ts';
import { addDays, type Day } from '../../../../domain/kernel/instant.ts';
import { known, type DayValue } from '../../charts/outcome/day-series.ts';
import type { FanData, FanPoint } from '../../charts/outcome/fan.ts';
import { said, saidRange, type Measure } from '../../charts/outcome/measure.ts';
import { dayShort } from '../../data/words.ts';

export type Outlook = OutputOf<'goal.outlook'>;

const ODDS: readonly (readonly [number, string])[] = [
  [1 / 20, 'one chance in twenty'], [1 / 10, 'one chance in ten'], [1 / 5, 'one chance in five'], [1 / 4, 'one chance in four'], [1 / 3, 'one chance in three'], [2 / 5, 'two chances in five'], [1 / 2, 'even odds'],
  [3 / 5, 'three chances in five'], [2 / 3, 'two chances in three'], [3 / 4, 'three chances in four'], [4 / 5, 'four chances in five'], [9 / 10, 'nine chances in ten'], [19 / 20, 'nineteen chances in twenty'],
];
/** Nearer than this it is said without “about”. */
const EXACT = 0.012;
const EDGE = 0.03;

/** A chance as people say it: 0.35 is `about one chance in three`, 0.5 `even odds`, 0.01 `less than one chance in thirty`. */
export function oddsWords(chance: number): string {
  if (chance < EDGE) return 'less than one chance in thirty';
  if (chance > 1 - EDGE) return 'more than 29 chances in thirty';
  const [share, words] = ODDS.reduce((best, one) => (Math.abs(one[0] - chance) < Math.abs(best[0] - chance) ? one : best));
  return Math.abs(share - chance) <= EXACT ? words : `about ${words}`;
}

/** A sign stands close to its figure, a word apart. Values come in the goal's own unit. */
export function goalMeasure(unit: string | undefined): Measure {
  const words = unit?.trim() ?? '';
  return { as: 'number', unit: words === '' ? '' : /^[%°]/.test(words) ? words : ` ${words}` };
}

export function outlookPoints({ series }: Outlook): DayValue[] {
  const step = series?.grain === 'week' ? 7 : 1;
  return series === undefined ? [] : series.values.map((value, at) => ({ day: addDays(series.start, at * step), value }));
}

const WEEK = 7;

/**
 * The series by weeks: seven days counted back from the last value make one, at its last day; a week with fewer than four values is a
 * gap. A weekly series is as it is. A goal is reached by weeks: single days only flicker.
 */
export function byWeeks(outlook: Outlook): DayValue[] {
  const points = outlookPoints(outlook);
  if (outlook.series?.grain !== 'day') return points;
  const end = points.findLastIndex(({ value }) => value !== null) + 1;
  const weeks: DayValue[] = [];
  for (let to = end; to >= WEEK; to -= WEEK) {
    const values = known(points.slice(to - WEEK, to));
    weeks.unshift({ day: points[to - 1]!.day, value: values.length < 4 ? null : values.reduce((sum, { value }) => sum + value, 0) / values.length });
  }
  return weeks;
}

/** Days drawn before the goal began, so that what it started from can be seen. */
const LEAD_DAYS = 120;

/** The picture's data; undefined when there is not one value. Without a fan it holds what happened and the target. */
export function fanOf(outlook: Outlook, metric: string): FanData | undefined {
  const measure = goalMeasure(outlook.unit);
  const all = byWeeks(outlook);
  const last = known(all).at(-1);
  if (last === undefined || outlook.series === undefined) return undefined;
  const from = outlook.startOn !== undefined && outlook.startOn < last.day ? addDays(outlook.startOn, -LEAD_DAYS) : addDays(last.day, -3 * LEAD_DAYS);
  const fan: FanPoint[] = (outlook.weeks ?? []).map(({ on, p05, p25, p50, p75, p95 }) => ({ day: on, low80: p05, low50: p25, mid: p50, high50: p75, high80: p95 }));
  const start: FanPoint = { day: last.day, low80: last.value, low50: last.value, mid: last.value, high50: last.value, high80: last.value };
  const end = fan.at(-1);
  const { baseline, target, startOn, endOn } = outlook;
  return {
    metric, measure, grain: 'week', points: all.filter(({ day }) => day >= from), fan: end === undefined ? [] : [start, ...fan], outer: 'Nine tenths',
    ...(target === undefined ? {} : { target: { value: target, from: startOn ?? from, label: `Target ${said(target, measure)}${endOn === undefined ? '' : ` by ${dayShort(endOn)}`}` } }),
    ...(baseline === undefined || startOn === undefined ? {} : { baseline: { value: baseline, until: startOn, label: `Baseline ${said(baseline, measure)}`, short: said(baseline, measure) } }),
    events: startOn !== undefined && startOn >= from && startOn < last.day ? [{ day: startOn, label: 'goal begins', short: 'begins', rule: true }] : [],
    ends: end === undefined ? [] : [{ ...endWords(outlook), mid: end.mid, low: end.low80, high: end.high80, ...(outlook.chance === undefined ? {} : { chance: outlook.chance }), strong: true }],
    until: later(end?.day ?? last.day, endOn ?? last.day),
  };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

function endWords({ bets }: Outlook): { readonly name: string; readonly short: string } {
  return bets.length === 0 ? { name: 'as it goes', short: 'as is' } : { name: 'with the bets', short: 'bets' };
}

/** What the picture shows, as a sentence. */
export function outlookTitle(outlook: Outlook): string {
  const measure = goalMeasure(outlook.unit);
  const end = outlook.weeks?.at(-1);
  const last = known(byWeeks(outlook)).at(-1);
  const target = outlook.target === undefined ? '' : `; the target is ${said(outlook.target, measure)}`;
  if (end === undefined) return last === undefined ? 'No value was read yet' : `${said(last.value, measure)} on ${dayShort(last.day)}${target}`;
  return `${outlook.bets.length === 0 ? 'Moving by itself it ends' : `With the open ${outlook.bets.length === 1 ? 'bet' : 'bets'} it ends`} near ${said(end.p50, measure)}${target}`;
}

/** What a bet adds by the end, signed, with nine tenths of what it may be: `+2.1 points (−0.3 to 4.4)`. */
export function betAdds({ mean, low, high }: Outlook['bets'][number], unit: string | undefined): string {
  const measure = goalMeasure(unit);
  const difference: Measure = measure.unit === '%' ? { ...measure, unit: ' points' } : measure;
  return `${said(mean, difference, { signed: true })} (${saidRange(low, high, { ...difference, unit: '' })})`;
}

/** Why there is no fan, when the reason is the metric's and not something still to be said. */
export function cannotTell(outlook: Outlook): string | undefined {
  const unsaid = new Set(['no-goal', 'no-metric', 'no-values', 'no-target', 'over']);
  return outlook.reason === undefined || unsaid.has(outlook.reason) ? undefined : outlook.sentence.replace(/^Cannot tell[^:.]*[:.]\s*/, (match) => (match.endsWith(': ') ? '' : match));
}
