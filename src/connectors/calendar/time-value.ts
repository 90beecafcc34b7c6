// Dates, times, durations and periods as iCalendar writes them.
import type { Property } from './property.ts';

/** `local` is milliseconds as if the clock were UTC; for a date it is its midnight. `zone` is a TZID as written. */
export interface TimeValue {
  readonly local: number;
  readonly kind: 'date' | 'utc' | 'local';
  readonly zone?: string | undefined;
}

/** Whole days are nominal: a day with 25 hours is one day. The rest is exact. May be negative. */
export interface DurationValue {
  readonly days: number;
  readonly rest: number;
}

export interface PeriodValue {
  readonly start: TimeValue;
  readonly end?: TimeValue | undefined;
  readonly duration?: DurationValue | undefined;
}

const TIME = /^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt](\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?\s*([Zz]|[+-]\d{2}:?\d{2})?|[Zz])?$/;

/** One time; undefined when it is none, or a day that does not exist. `dateOnly` is what VALUE=DATE says. */
export function timeOf(text: string, zone: string | undefined, dateOnly = false): TimeValue | undefined {
  const parts = TIME.exec(text.trim().replace(/^"|"$/g, ''));
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Years below 100 would be read as 19xx.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (parts[4] === undefined || dateOnly) return { local: midnight, kind: 'date' };
  const [hour, minute] = [Number(parts[4]), Number(parts[5])];
  // A leap second is read as the second before it (RFC 5545, 3.3.12).
  const second = Math.min(59, Number(parts[6] ?? 0));
  if (hour > 24 || minute > 59 || Number(parts[6] ?? 0) > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const local = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  const mark = parts[7];
  if (mark === undefined) return { local, kind: 'local', zone };
  if (mark === 'Z' || mark === 'z') return { local, kind: 'utc' };
  return { local: local - offsetOf(mark)!, kind: 'utc' };
}

/** Milliseconds of `+0100`, `-05:30`, `+013020`; undefined when it is no offset. */
export function offsetOf(text: string): number | undefined {
  const parts = /^([+-]?)(\d{1,2}):?(\d{2}):?(\d{2})?$/.exec(text.trim());
  if (!parts) return undefined;
  const size = (Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0)) * 1000;
  return size > 26 * 3_600_000 ? undefined : parts[1] === '-' ? -size : size;
}

/** `P1DT30M` is one day and half an hour. Undefined when it is no duration, or one of more than ten thousand years. */
export function durationOf(text: string): DurationValue | undefined {
  const parts = /^([+-]?)P(?:T?(\d+)W)?(?:T?(\d+)D)?(?:T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim().toUpperCase());
  if (!parts || /^[+-]?PT?$/.test(text.trim().toUpperCase())) return undefined;
  const [weeks, whole, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  const sign = parts[1] === '-' ? -1 : 1;
  const days = weeks * 7 + whole;
  const rest = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return days > 3_652_425 || rest > 3_652_425 * 86_400_000 ? undefined : { days: sign * days, rest: sign * rest };
}

/** The time of a property that has one. */
export function timeValue(property: Property): TimeValue | undefined {
  return timeOf(property.value, property.parameters.get('TZID'), property.parameters.get('VALUE')?.toUpperCase() === 'DATE');
}

/** The times and periods of RDATE and EXDATE; `bad` are those that are none. */
export function timesOf(property: Property): { readonly good: readonly PeriodValue[]; readonly bad: readonly string[] } {
  const zone = property.parameters.get('TZID');
  const dateOnly = property.parameters.get('VALUE')?.toUpperCase() === 'DATE';
  const good: PeriodValue[] = [];
  const bad: string[] = [];
  for (const text of property.value.split(/[,;]/)) {
    const [first = '', second] = text.trim().split('/');
    if (first === '') continue;
    const start = timeOf(first, zone, dateOnly);
    const duration = second === undefined ? undefined : durationOf(second);
    const end = second === undefined || duration ? undefined : timeOf(second, zone);
    if (!start || (second !== undefined && !duration && !end)) bad.push(text.trim());
    else good.push({ start, end, duration });
  }
  return { good, bad };
}
