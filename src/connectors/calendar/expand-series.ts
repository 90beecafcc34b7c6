// The instances of one series that meet a window: its occurrences without exceptions, with the changed ones in their new places.
import { compileRule } from '../../domain/attention/recurrence/compiled-rule.ts';
import { occurrences } from '../../domain/attention/recurrence/occurrences.ts';
import type { Budget } from '../../domain/attention/recurrence/rule.ts';
import type { EventReader, EventTimes, Length, NamedRule, Repetition } from './event-times.ts';
import type { Zone } from './offset-table.ts';
import type { RawEvent } from './raw-calendar.ts';
import type { RawSeries } from './series.ts';
import { changesOf, type Change } from './series-changes.ts';

const DAY = 86_400_000;
/** A window is this much wider on a local clock: a zone that crossed the date line skipped a whole day. */
const SLACK = 2 * DAY;
/** The same for rules of hours and less, whose occurrences would otherwise be spent outside the window: clocks are moved by two hours at most. */
const SHORT_SLACK = DAY / 8;
/** More instances of one series are not given. */
const MOST = 50_000;

const SHORT: ReadonlySet<string> = new Set(['hourly', 'minutely', 'secondly']);

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly budget: Budget;
  /** Clock of whole days. */
  readonly dayClock: Zone;
}

/** One instance before it is described; `firstDay` is there for whole days. */
export interface Instance {
  readonly raw: RawEvent;
  readonly start: number;
  readonly end: number;
  readonly days?: { readonly first: number; readonly count: number } | undefined;
  readonly recurring: boolean;
  readonly recurrenceId?: number | undefined;
  readonly zoneName?: string | undefined;
}

/** All instances of a series that meet `[from, to)`, in no particular order. */
export function expandSeries(series: RawSeries, reader: EventReader, window: Window): Instance[] {
  const out: Instance[] = [];
  const [first] = series.masters;
  if (!first) {
    for (const change of series.changes) {
      const times = reader.times(change);
      if (times) place(out, change, times, times.start, times.length, window, true, changesOf([change], times, reader).at(0)?.original);
    }
    return out;
  }
  for (const master of series.masters) {
    const times = reader.times(master);
    if (!times) continue;
    if (master.rules.length + master.dates.length + series.changes.length === 0) place(out, master, times, times.start, times.length, window, false);
    else expandMaster(out, master, times, series.masters.length === 1 || master === first ? changesOf(series.changes, times, reader) : [], reader, window);
  }
  return out;
}

function expandMaster(out: Instance[], master: RawEvent, times: EventTimes, changes: readonly Change[], reader: EventReader, window: Window): void {
  const repetition = reader.repetition(master, times);
  const reach = longest(times.length, repetition, changes);
  const clock = times.allDay ? window.dayClock : times.zone;
  const slack = repetition.rules.some(({ rule }) => SHORT.has(rule.frequency)) ? SHORT_SLACK : SLACK;
  const local = { from: Math.max(times.start, clock.toLocal(window.from) - slack - reach), to: clock.toLocal(window.to) + slack + reach };
  const starts = startsOf(master, times, repetition, local, reader, window);
  const left = exceptions(master, times, repetition, local, reader, window);
  const series: Series = { master, times, repetition, starts, budget: window.budget };
  const exact = new Set(changes.map((change) => change.local));
  const known = changes.flatMap((change) => settled(change, series, exact, reader)).filter((change) => !left(change.local));
  const changed = new Set(known.map((change) => change.local));
  const onward = known.filter((change) => change.onward).sort((a, b) => a.local - b.local);
  for (const [start, length] of starts) {
    if (changed.has(start) || left(start)) continue;
    const after = onward.findLast((change) => change.local < start);
    const original = originalOf(times, start, window);
    if (!after) place(out, master, times, start, length ?? times.length, window, true, original);
    else place(out, after.raw, after.times, after.times.start + (start - after.local), after.times.length, window, true, original);
  }
  for (const change of known) {
    place(out, change.raw, change.times, change.times.start, change.times.length, window, true, originalOf(times, change.local, window));
  }
}

const originalOf = (times: EventTimes, local: number, window: Window): number => (times.allDay ? window.dayClock : times.zone).toUtc(local);

interface Series {
  readonly master: RawEvent;
  readonly times: EventTimes;
  readonly repetition: Repetition;
  readonly starts: ReadonlyMap<number, unknown>;
  readonly budget: Budget;
}

/**
 * A change with the occurrence it is of. Calendars that were moved between zones name occurrences some hours off: the only one within half a
 * day, which no other change names, is meant. A change of the first time of all stands even where the rule does not give that time.
 */
function settled(change: Change, { master, times, repetition: { rules, dates }, starts, budget }: Series, exact: ReadonlySet<number>, reader: EventReader): Change[] {
  if (starts.has(change.local) || rules.length < master.rules.length || (rules.length === 0 && dates.length === 0)) return [change];
  const near = (from: number, to: number): number[] => rules.flatMap(({ rule, key }) => occurrences(compileRule(rule, times.start, key), from, to, 2, budget).starts);
  if (near(change.local, change.local + 1).length > 0) return [change];
  const close = near(change.local - DAY / 2, change.local + DAY / 2);
  if (close.length === 1 && !exact.has(close[0]!)) return [{ ...change, local: close[0]! }];
  if (Math.abs(change.local - times.start) < DAY / 2) return [change];
  reader.say(change.raw, 'orphan_change', 'It changes an occurrence that its series does not have.');
  return [];
}

/** How far before its place by the rule an instance that meets the window may begin. */
function longest(length: Length, repetition: Repetition, changes: readonly Change[]): number {
  const size = ({ days, rest }: Length): number => days * DAY + rest;
  const periods = repetition.dates.map(({ start, end, duration }) => (duration ? size(duration) : end ? Math.abs(end.local - start.local) + SLACK : 0));
  const moved = changes.filter(({ onward }) => onward).map((change) => size(change.times.length) + Math.abs(change.times.start - change.local));
  let most = size(length);
  for (const value of [...periods, ...moved]) most = Math.max(most, value);
  return most;
}

/** Local starts with the length of their own, where an RDATE gives one. */
function startsOf(master: RawEvent, times: EventTimes, repetition: Repetition, local: { from: number; to: number }, reader: EventReader, window: Window): Map<number, Length | undefined> {
  const starts = new Map<number, Length | undefined>();
  if (repetition.rules.length === 0) starts.set(times.start, undefined);
  for (const rule of repetition.rules) for (const start of walked(rule, master, times, local, reader, window)) starts.set(start, undefined);
  for (const { start, end, duration } of repetition.dates) {
    const at = reader.localOf(start, times, master);
    const length = duration ?? (end && { days: 0, rest: Math.max(0, reader.clock(end, master, times.zone).toUtc(end.local) - reader.clock(start, master, times.zone).toUtc(start.local)) });
    if (!starts.has(at) || length) starts.set(at, length);
  }
  return starts;
}

function walked(named: NamedRule, master: RawEvent, times: EventTimes, local: { from: number; to: number }, reader: EventReader, window: Window): readonly number[] {
  const { starts, stopped } = occurrences(compileRule(named.rule, times.start, named.key), local.from, local.to, MOST, window.budget);
  if (stopped === 'instances') reader.say(master, 'too_many_instances', `It repeats more than ${MOST} times in the time asked for; the first ${MOST} were read.`);
  else if (stopped === 'work') reader.say(master, 'too_much_work', 'Its rule takes more work than is done for one rule; what was found until then was read.');
  return starts;
}

/** Whether an occurrence is taken out: by its time, by its day where only a day is written, or by a rule. */
function exceptions(master: RawEvent, times: EventTimes, repetition: Repetition, local: { from: number; to: number }, reader: EventReader, window: Window): (start: number) => boolean {
  const out = new Set<number>();
  const days = new Set<number>();
  for (const time of repetition.exceptionDates) {
    if (time.kind === 'date') days.add(time.local);
    else out.add(reader.localOf(time, times, master));
  }
  for (const rule of repetition.exceptionRules) for (const start of walked(rule, master, times, local, reader, window)) out.add(start);
  if (days.size === 0) return (start) => out.has(start);
  return (start) => out.has(start) || days.has(Math.floor(start / DAY) * DAY);
}

/** Puts an instance into `out` when it meets the window. */
function place(out: Instance[], raw: RawEvent, times: EventTimes, start: number, length: Length, window: Window, recurring: boolean, recurrenceId?: number): void {
  const clock = times.allDay ? window.dayClock : times.zone;
  const from = clock.toUtc(start);
  const to = (length.days === 0 ? from : clock.toUtc(start + length.days * DAY)) + length.rest;
  if (from >= window.to || (to <= window.from && !(to === from && from === window.from))) return;
  const days = times.allDay ? { first: start / DAY, count: length.days } : undefined;
  out.push({ raw, start: from, end: Math.max(from, to), days, recurring, recurrenceId, zoneName: times.zoneName });
}
