// A zone as a calendar file describes it (VTIMEZONE): its observances, walked to the moments its clocks move.
import { compileRule } from '../../domain/attention/recurrence/compiled-rule.ts';
import { occurrences } from '../../domain/attention/recurrence/occurrences.ts';
import type { Budget } from '../../domain/attention/recurrence/rule.ts';
import { OffsetTable, fixedZone, type Zone } from './offset-table.ts';
import { timeProperty } from './property.ts';
import type { RawObservance, RawZone } from './raw-calendar.ts';
import { ruleOf } from './rule-text.ts';
import { offsetOf, timesOf, timeValue } from './time-value.ts';

const FROM = Date.UTC(1900, 0, 1);
const TO = Date.UTC(2200, 0, 1);
const MOST = 5_000;

interface Observance {
  readonly raw: RawObservance;
  readonly start: number;
  readonly before: number;
  readonly after: number;
}

interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const first = (raw: RawObservance, name: string): string => {
  const line = raw.lines.get(name)?.[0];
  return line === undefined ? '' : line.slice(line.indexOf(':') + 1);
};

function observanceOf(raw: RawObservance): Observance | undefined {
  const [before, after] = [offsetOf(first(raw, 'TZOFFSETFROM')), offsetOf(first(raw, 'TZOFFSETTO'))];
  const line = raw.lines.get('DTSTART')?.[0];
  const property = line === undefined ? undefined : timeProperty(line);
  const start = property && timeValue(property);
  if (after === undefined) return undefined;
  return { raw, start: start?.local ?? FROM, before: before ?? after, after };
}

/** Local times, by the clock before the change, at which an observance begins. `end` is where a later one of its kind takes over. */
function onsets({ raw, start, before }: Observance, end: number, budget: Budget): number[] {
  const local = [start];
  for (const line of raw.lines.get('RRULE') ?? []) {
    const { rule, until } = ruleOf(line.slice(line.indexOf(':') + 1));
    const last = until && (until.kind === 'utc' ? until.local + before : until.kind === 'date' ? until.local + 86_399_999 : until.local);
    const compiled = compileRule({ ...rule, until: last }, start);
    local.push(...occurrences(compiled, Math.max(FROM, start), end, MOST, budget).starts);
  }
  for (const line of raw.lines.get('RDATE') ?? []) {
    const property = timeProperty(line);
    if (property) local.push(...timesOf(property).good.map((period) => period.start.local));
  }
  return local.filter((time) => time < end);
}

/** Open-ended rules of one kind follow each other: some programs write every era without its end. */
function endOf(observance: Observance, all: readonly Observance[]): number {
  const later = all.filter((other) => other.raw.kind === observance.raw.kind && other.start > observance.start && other.raw.lines.has('RRULE')).map(({ start }) => start);
  return observance.raw.lines.has('RRULE') && later.length > 0 ? Math.min(...later) : TO;
}

/** The zone's clocks. Undefined when no observance can be read. Throws BadRule on a rule that cannot be. */
export function zoneOf(raw: RawZone, budget: Budget): Zone | undefined {
  const all = raw.observances.map(observanceOf).filter((each) => each !== undefined);
  if (all.length === 0) return undefined;
  const changes: Change[] = all.flatMap((observance) => onsets(observance, endOf(observance, all), budget).map((local) => ({ at: local - observance.before, before: observance.before, after: observance.after })));
  changes.sort((a, b) => a.at - b.at || a.after - b.after);
  const kept = changes.filter((change, i) => change.at !== changes[i + 1]?.at);
  if (kept.length === 0) return fixedZone(all[0]!.after);
  return new OffsetTable(kept.map(({ at }) => at), [kept[0]!.before, ...kept.map(({ after }) => after)]);
}

