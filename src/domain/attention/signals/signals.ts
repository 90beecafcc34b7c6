// Signals of load, each by itself and each against the person's own weeks. There is no index made of them, and none is a diagnosis.
import { xmrLimits, xmrSignal, type XmrLimits } from '../../kernel/statistics-chart.ts';
import { mannKendall, theilSen } from '../../kernel/statistics-order.ts';
import type { Instant } from '../../kernel/instant.ts';
import { tidy } from '../minutes/ledger.ts';
import { common, minutesOf, type Span } from '../spans.ts';
import type { WeekMinutes } from '../week.ts';
import type { Facts } from './facts.ts';

const TREND_WEEKS = 12;
const TREND_LEVEL = 0.1;
const LONG_WEEK_MINUTES = 55 * 60;
/** A free gap shorter than this is a fragment. */
const FRAGMENT_MINUTES = 30;

export type SignalName =
  | 'meeting_load' | 'meetings_per_day' | 'usable_focus' | 'focus_60' | 'fragments' | 'back_to_back' | 'after_hours' | 'after_20' | 'short_rest' | 'long_week' | 'conflicts'
  | 'last_minute' | 'no_other_acceptance';

export interface Signal {
  readonly name: SignalName;
  /** Over all the days asked about; null when the calendar does not say. */
  readonly value: number | null;
  readonly unit: string;
  /** One for each week, null where it cannot be said; the cut ones among them. */
  readonly weeks: readonly (number | null)[];
  /** The usual range of the weeks before the last whole one; null under eight. */
  readonly usual: XmrLimits | null;
  /** Of the last whole week: `few-weeks` under nine, because eight are needed to say what is usual. */
  readonly reading: 'few-weeks' | 'usual' | 'above' | 'below' | 'run';
  /** Change in a week, only where twelve whole weeks or more rise or fall together. */
  readonly trend: { readonly perWeek: number; readonly p: number } | null;
}

interface Measure {
  readonly name: SignalName;
  readonly unit: string;
  readonly of: (facts: Facts, within: Span) => number | null;
}

const minutesIn = (spans: readonly Span[], within: Span): number => minutesOf(common(spans, [within]));
const starting = (starts: readonly Instant[] | undefined, { start, end }: Span): number | null => (starts === undefined ? null : starts.filter((at) => at >= start && at < end).length);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function gaps(facts: Facts, within: Span, wanted: (minutes: number) => boolean): number {
  return common(facts.free, [within]).map((gap) => minutesOf([gap])).filter(wanted).reduce((sum, each) => sum + each, 0);
}

const MEASURES: readonly Measure[] = [
  { name: 'meeting_load', unit: 'share of working hours', of: (facts, within) => share(minutesOf(common(common(facts.busy, facts.hours), [within])), minutesIn(facts.hours, within)) },
  { name: 'meetings_per_day', unit: 'meetings a working day', of: (facts, within) => share(starting(facts.meetings.map(({ event }) => event.start), within)!, starting(facts.workdays, within)!) },
  { name: 'usable_focus', unit: 'minutes', of: (facts, within) => gaps(facts, within, (minutes) => minutes >= 120) },
  { name: 'focus_60', unit: 'minutes', of: (facts, within) => gaps(facts, within, (minutes) => minutes >= 60) },
  { name: 'fragments', unit: 'share of free minutes', of: (facts, within) => share(gaps(facts, within, (minutes) => minutes < FRAGMENT_MINUTES), minutesIn(facts.free, within)) },
  { name: 'back_to_back', unit: 'runs', of: (facts, within) => starting(facts.runs.map(({ start }) => start), within) },
  { name: 'after_hours', unit: 'minutes', of: (facts, within) => minutesIn(facts.busy, within) - minutesOf(common(common(facts.busy, facts.declared), [within])) },
  { name: 'after_20', unit: 'minutes', of: (facts, within) => minutesOf(common(common(facts.busy, facts.evenings), [within])) },
  { name: 'short_rest', unit: 'nights', of: (facts, within) => starting(facts.shortRests, within) },
  { name: 'conflicts', unit: 'stretches', of: (facts, within) => starting(facts.conflicting.map(({ start }) => start), within) },
  { name: 'last_minute', unit: 'invitations', of: (facts, within) => starting(facts.lastMinute, within) },
  { name: 'no_other_acceptance', unit: 'meetings', of: (facts, within) => starting(facts.unanswered, within) },
];

/** All signals of 3.1 of the practice, in its order. Source: docs/formulas/overload-signals.md. Example: three runs in four weeks give value 3. */
export function signalsOf(facts: Facts, weeks: readonly WeekMinutes[]): Signal[] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: Span = { start: first.start, end: last.end };
  const found = MEASURES.map(({ name, unit, of }) => {
    const values = weeks.map((week) => rounded(of(facts, week)));
    const whole = values.filter((value, at): value is number => weeks[at]!.whole && value !== null);
    return { name, unit, value: rounded(of(facts, all)), weeks: values, ...against(whole) };
  });
  const at = found.findIndex(({ name }) => name === 'short_rest') + 1;
  return [...found.slice(0, at), longWeek(weeks), ...found.slice(at)];
}

/** Whole weeks of 55 accounted hours or more among the last four; it is worth a word from three on. */
function longWeek(weeks: readonly WeekMinutes[]): Signal {
  const long = weeks.map(({ accounted, whole }) => (whole ? Number(accounted >= LONG_WEEK_MINUTES) : null));
  const lately = long.filter((each) => each !== null).slice(-4);
  return { name: 'long_week', unit: 'of the last four weeks', value: lately.length === 0 ? null : lately.reduce((sum, each) => sum + each, 0), weeks: long, usual: null, reading: 'few-weeks', trend: null };
}

/** How the last of some whole weeks lies among those before it: limits from eight, a word from nine, a trend from twelve. Oldest first. */
export function against(whole: readonly number[]): Pick<Signal, 'usual' | 'reading' | 'trend'> {
  const limits = xmrLimits(whole.length > 8 ? whole.slice(0, -1) : whole) ?? null;
  const signal = limits === null || whole.length < 9 ? undefined : xmrSignal(whole, limits);
  const last = whole.at(-1)!;
  const reading = whole.length < 9 ? 'few-weeks' : signal === 'outside' ? (last > limits!.high ? 'above' : 'below') : signal === 'run_of_eight' ? 'run' : 'usual';
  return { usual: limits, reading, trend: trendOf(whole) };
}

function trendOf(values: readonly number[]): Signal['trend'] {
  if (values.length < TREND_WEEKS) return null;
  const { p } = mannKendall(values);
  const perWeek = theilSen(values.map((_, at) => at), values);
  return p < TREND_LEVEL && perWeek !== undefined && perWeek !== 0 ? { perWeek, p } : null;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.abs(value) < 1 ? Math.round(value * 10_000) / 10_000 : tidy(value);
}
