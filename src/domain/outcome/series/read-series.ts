// A ship read from one series before and after it: effect, interval, verdict or the reason for none, and the picture.
// The same input gives the same bytes; knows no dates and writes no sentences.
import type { Check, Claim } from '../estimate.ts';
import type { Judged } from '../verdict/rule.ts';
import { bandOf, type Band } from './band.ts';
import { controlsPredict, judgeControls, type ControlReport } from './controls.ts';
import type { Grain } from './families.ts';
import { frameOf, placeboTargets, type Frame } from './frame.ts';
import * as gates from './gates.ts';
import type { SeriesInput } from './input.ts';
import { coefficientOf, measure, planMemory, varianceBreak, type Measurement, type PlanOf } from './measure.ts';
import type { Placebo } from './placebo.ts';
import { natural } from './scale.ts';
import { refusal, settle, type Settled } from './settle.ts';
import { LEAST_EVENTS, meanEvents, toWeeks } from './weeks.ts';

/** A learnt calendar effect on the model's scale. */
export interface CalendarEffect {
  readonly name: string;
  readonly value: number;
  readonly sd: number;
}

/** What was found. The estimate is absent when refused, but for two bets in one window: then it is the effect of both. */
export interface SeriesReading extends Partial<Settled> {
  readonly verdict: Judged;
  readonly placebo?: Placebo | undefined;
  /** By how much the placebos widened the variance; 1 = not at all. */
  readonly widening?: number | undefined;
  readonly band?: Band | undefined;
  readonly checks: readonly Check[];
  readonly warnings: readonly string[];
  readonly controls: readonly ControlReport[];
  readonly calendar: readonly CalendarEffect[];
  /** The grain that was modelled: weeks where days held too few events. */
  readonly grain: Grain;
  readonly points: number;
  readonly missing: { readonly history: number; readonly window: number };
  readonly otherShipsInWindow: number;
}

/**
 * Reads one ship. Positions outside the series throw RangeError; everything about the data that forbids an answer is a refusal in the
 * verdict. Example: 640 days of a metric that wanders 0.3% a day, +15% from day 640 on: effect about +16%, [+12%, +21%], won against +3%.
 */
export function readSeries(input: SeriesInput, claim: Claim): SeriesReading {
  return readWith(input, claim, planMemory());
}

export interface SeriesTask {
  readonly input: SeriesInput;
  readonly claim: Claim;
}

/**
 * Reads many ships; those with the same calendar are read one after the other and share the half of the work that does not depend on
 * the data. The answers are those of `readSeries`, in the order of the tasks.
 */
export function readManySeries(tasks: readonly SeriesTask[]): readonly SeriesReading[] {
  const plans = planMemory();
  const byCalendar = tasks.map((task, at) => ({ ...task, at, calendar: calendarKey(task.input) })).sort((a, b) => (a.calendar < b.calendar ? -1 : Number(a.calendar > b.calendar)));
  const readings: SeriesReading[] = [];
  for (const { at, input, claim } of byCalendar) readings[at] = readWith(input, claim, plans);
  return readings;
}

/** What decides whether two series can share a plan, controls aside. */
function calendarKey({ grain, values, ship, rollout, window, otherShips, holidays }: SeriesInput): string {
  return JSON.stringify([grain, ship, rollout, window, otherShips, holidays, values.map((value) => Number(value === null)).join('')]);
}

function readWith(given: SeriesInput, claim: Claim, plans: PlanOf): SeriesReading {
  refuseNonsense(given);
  const { input, firstDays, checks, warnings } = atFittingGrain(given);
  const rollout = input.rollout ?? input.ship;
  const needed = rollout + input.window.to;
  const others = (input.otherShips ?? []).filter((at) => at >= input.ship && at < needed).length;
  checks.push(gates.windowCheck(input.values.length, needed));
  const controls = gates.reasonOf(checks) === undefined ? judgeControls(input, plans) : [];
  for (const { name, kept } of controls) if (!kept) warnings.push(`control-moved-by-ship:${name}`);
  const kept = { ...input, controls: (input.controls ?? []).filter(({ name }) => controls.some((one) => one.name === name && one.kept)) };
  const frame = chosenFrame(kept, warnings);
  const window = frame.known.subarray(frame.history + frame.lead);
  const observed = frame.known.subarray(0, frame.history).reduce((total, one) => total + one, 0);
  checks.push(gates.historyCheck(frame.grain, observed), gates.variationCheck(frame.sd));
  const facts = {
    warnings, controls, grain: frame.grain, points: observed, otherShipsInWindow: others,
    missing: { history: frame.history - observed, window: window.reduce((total, one) => total + 1 - one, 0) },
  };
  const early = refusal(checks);
  if (early) return { ...facts, verdict: early, checks, calendar: [] };

  const measured = measure(frame, plans, claim.alpha);
  const predicts = controlsPredict(measured);
  checks.push(
    gates.placeboHistoryCheck(frame.grain, frame.length, measured.placebo.effectiveN, predicts),
    ...gates.placeboChecks(measured.placebo, measured.calibration),
    gates.missingCheck(frame.grain, window),
    gates.shipDateCheck(given.grain, given.shipUncertainty ?? 0),
    gates.varianceCheck(varianceBreak(measured)),
  );
  const own = natural(kept).slice(frame.offset);
  const places = (point: number): number => (firstDays ? firstDays[point + frame.offset]! : point + frame.offset);
  const shown = {
    ...facts, placebo: measured.placebo, widening: measured.calibration.k, calendar: calendarOf(measured),
    band: window.includes(1) ? bandOf(measured, own, places, claim.alpha) : undefined,
  };
  const late = refusal(checks);
  if (late) return { ...shown, band: shown.band && { ...shown.band, toDate: [] }, verdict: late, checks };
  checks.push(gates.jointCheck(others));
  return { ...shown, ...settle(measured, kept, own, claim, checks, warnings), checks };
}

function refuseNonsense({ values, ship, rollout = ship, window: { from, to } }: SeriesInput): void {
  if (![ship, rollout, from, to].every(Number.isInteger) || ship < 0 || rollout < ship || from < 1 || to < from) {
    throw new RangeError(`no such window: ship ${ship}, rollout ${rollout}, from ${from} to ${to}`);
  }
  if (ship > values.length) throw new RangeError(`the ship is at ${ship}, the series ends before ${values.length}`);
}

/** Days with fewer than 30 events on average become weeks; weeks with fewer are refused. */
function atFittingGrain(given: SeriesInput): { input: SeriesInput; firstDays?: readonly number[]; checks: Check[]; warnings: string[] } {
  const events = meanEvents(given);
  if (events === null || events >= LEAST_EVENTS) return { input: given, checks: [], warnings: [] };
  if (given.grain === 'week') return { input: given, checks: [gates.eventsCheck(events, LEAST_EVENTS)], warnings: [] };
  const weekly = toWeeks(given);
  const fits = weekly.input.window.to >= 1;
  const check = gates.eventsCheck(fits ? events * 7 : 0, LEAST_EVENTS);
  return check.ok ? { input: weekly.input, firstDays: weekly.firstDays, checks: [check], warnings: ['read-by-week'] } : { input: given, checks: [check], warnings: [] };
}

/** Other ships as steps, unless so few windows without one remain that the method could not be tried: then they count as noise. */
function chosenFrame(input: SeriesInput, warnings: string[]): Frame {
  const stepped = frameOf(input);
  const windows = (frame: Frame): number => placeboTargets(frame, frame.lead, frame.length).length / frame.length;
  const enough = (frame: Frame): boolean => gates.placeboHistoryCheck(frame.grain, frame.length, windows(frame), false).ok;
  if (stepped.steps.length === 0 || enough(stepped)) return withWarnings(stepped, warnings);
  const plain = frameOf(input, false);
  if (!enough(plain)) return withWarnings(stepped, warnings);
  warnings.push('other-ships-as-noise');
  return withWarnings(plain, warnings);
}

function withWarnings(frame: Frame, warnings: string[]): Frame {
  warnings.push(...frame.warnings);
  return frame;
}

function calendarOf(measured: Measurement): CalendarEffect[] {
  return measured.frame.columns
    .filter(({ name }) => name.startsWith('holiday:'))
    .map(({ name }) => {
      const { mean, sd } = coefficientOf(measured, name);
      return { name: name.slice('holiday:'.length), value: mean * measured.frame.sd, sd: sd * measured.frame.sd };
    });
}
