// RRULE and EXRULE as iCalendar writes them, read into a rule. Every number is held to its range; a rule that says nothing sensible is refused whole.
import type { Frequency, RecurrenceRule, WeekdayPart } from '../../domain/attention/recurrence/rule.ts';
import { timeOf, type TimeValue } from './time-value.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES = new Set(['secondly', 'minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly']);

/** `until` as written: only the series knows in which zone it is to be compared. */
export interface RuleText {
  readonly rule: RecurrenceRule;
  readonly until?: TimeValue | undefined;
}

/** Why a rule was not read. */
export class BadRule extends Error {
  readonly unsupported: boolean;
  constructor(message: string, unsupported = false) {
    super(message);
    this.name = 'BadRule';
    this.unsupported = unsupported;
  }
}

function numbers(parts: ReadonlyMap<string, string>, name: string, low: number, high: number, signed = false): number[] {
  const text = parts.get(name);
  if (text === undefined || text === '') return [];
  return text.split(',').map((item) => {
    const value = Number(item.trim());
    const size = signed ? Math.abs(value) : value;
    if (item.trim() === '' || !Number.isInteger(value) || size < low || size > high) throw new BadRule(`${name}=${item}`);
    return value;
  });
}

function weekdaysOf(text: string | undefined): WeekdayPart[] {
  if (text === undefined || text === '') return [];
  return text.split(',').map((item) => {
    const parts = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item.trim());
    const nth = Number(parts?.[1] ?? 0);
    if (!parts || Math.abs(nth) > 53) throw new BadRule(`BYDAY=${item}`);
    return { weekday: WEEKDAYS.indexOf(parts[2]!), nth };
  });
}

function whole(text: string | undefined, name: string, otherwise: number | undefined): number | undefined {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new BadRule(`${name}=${text}`);
  return value;
}

function untilOf(text: string | undefined): TimeValue | undefined {
  if (text === undefined || text === '') return undefined;
  const until = timeOf(text, undefined);
  if (!until) throw new BadRule(`UNTIL=${text}`);
  return until;
}

/** Throws BadRule with the part that is wrong. `ruleOf('FREQ=WEEKLY;BYDAY=MO,WE')`. */
export function ruleOf(text: string): RuleText {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  const frequency = (parts.get('FREQ') ?? '').toLowerCase();
  if (!FREQUENCIES.has(frequency)) throw new BadRule(`FREQ=${parts.get('FREQ') ?? ''}`);
  const scale = parts.get('RSCALE') ?? 'GREGORIAN';
  if (scale !== 'GREGORIAN' && scale !== 'GREGORY') throw new BadRule(`RSCALE=${scale}`, true);
  if (parts.has('BYEASTER')) throw new BadRule('BYEASTER', true);
  const skip = (parts.get('SKIP') ?? 'OMIT').toLowerCase();
  if (skip !== 'omit' && skip !== 'backward' && skip !== 'forward') throw new BadRule(`SKIP=${skip}`);
  const weekStart = parts.has('WKST') ? WEEKDAYS.indexOf(parts.get('WKST')!) : 0;
  const rule: RecurrenceRule = {
    frequency: frequency as Frequency,
    interval: whole(parts.get('INTERVAL'), 'INTERVAL', 1)!,
    // Some programs write -1 for without end.
    count: parts.get('COUNT') === '-1' ? undefined : whole(parts.get('COUNT'), 'COUNT', undefined),
    weekStart: Math.max(0, weekStart),
    seconds: numbers(parts, 'BYSECOND', 0, 60).map((second) => Math.min(59, second)),
    minutes: numbers(parts, 'BYMINUTE', 0, 59),
    hours: numbers(parts, 'BYHOUR', 0, 23),
    weekdays: weekdaysOf(parts.get('BYDAY') ?? parts.get('BYWEEKDAY')),
    monthDays: numbers(parts, 'BYMONTHDAY', 1, 31, true),
    yearDays: numbers(parts, 'BYYEARDAY', 1, 366, true),
    weekNumbers: numbers(parts, 'BYWEEKNO', 1, 53, true),
    months: numbers(parts, 'BYMONTH', 1, 12),
    positions: numbers(parts, 'BYSETPOS', 1, 366, true),
    skip,
  };
  return { rule, until: untilOf(parts.get('UNTIL')) };
}
