// What signals of load are called and how their values are written. They describe a calendar, never a person. Pure.
import { hoursSaid } from '../../charts/attention/hours.ts';

export const SIGNAL_NAMES: Readonly<Record<string, string>> = {
  meeting_load: 'Working hours in meetings', meetings_per_day: 'Meetings a day', usable_focus: 'Gaps of two hours or more', focus_60: 'Gaps of an hour or more', fragments: 'Free time in gaps under half an hour', back_to_back: 'Long runs back to back',
  after_hours: 'Meetings after hours', after_20: 'Meetings after 20:00', short_rest: 'Nights under eleven hours', long_week: 'Weeks of 55 hours or more', conflicts: 'Stretches with two events or more', last_minute: 'Invitations under a day ahead', no_other_acceptance: 'Meetings nobody else accepted',
};

/** A value with its unit as a row shows it: `37%`, `5.5 hours`, `3`. */
export function signalValue(value: number, unit: string): string {
  if (unit.startsWith('share')) return `${Math.round(value * 100)}%`;
  if (unit === 'minutes') return value === 0 ? 'none' : hoursSaid(value);
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** `usually 20% to 45%`, `above your usual 20% to 45%`; a range never begins below nothing. */
export function readingWords(reading: 'few-weeks' | 'usual' | 'above' | 'below' | 'run', { low, high }: { readonly low: number; readonly high: number }, unit: string): string {
  const [from, to] = [signalValue(Math.max(0, low), unit), signalValue(high, unit)];
  const range = from === to ? from : `${from} to ${to}`;
  if (reading === 'above' || reading === 'below') return `${reading} your usual ${range}`;
  return reading === 'run' ? `eight weeks on one side of your mean; usually ${range}` : `usually ${range}`;
}

/** What would bring a usual range. Example: five known weeks are settled by `three more weeks, or adding the calendar of before`. */
export function settledBy(known: number): string {
  const words = ['eight', 'seven', 'six', 'five', 'four', 'three', 'two', 'one'][known] ?? 'a few';
  return `${words} more ${known === 7 ? 'week' : 'weeks'}, or adding the calendar of before`;
}
