// Which days the page is about: the last four weeks up to today, or one week; and the eight weeks of the strip it stands in. Pure.
import { weekStart } from '../../../../domain/kernel/calendar.ts';
import { addDays, type Day } from '../../../../domain/kernel/instant.ts';

export interface ChosenDays {
  readonly span: 'four' | 'week';
  readonly from: Day;
  /** The last day, included; never after today. */
  readonly to: Day;
}

/** Weeks in the strip. */
const STRIP = 8;
const WEEKS = 4;

/** `week` is any day of the week that is wanted; without it, or when it is to come, the four weeks up to today. */
export function chosenDays(today: Day, week: Day | undefined): ChosenDays {
  if (week === undefined || weekStart(week) > today) return { span: 'four', from: addDays(weekStart(today), -7 * (WEEKS - 1)), to: today };
  const from = weekStart(week);
  return { span: 'week', from, to: addDays(from, 6) < today ? addDays(from, 6) : today };
}

/** Weeks the days touch. */
export function weeksIn({ span }: ChosenDays): number {
  return span === 'four' ? WEEKS : 1;
}

/** The last day of the strip: today, or the end of a chosen week that lies before the strip that ends today. */
export function stripEnd(today: Day, chosen: ChosenDays): Day {
  return chosen.from < addDays(weekStart(today), -7 * (STRIP - 1)) ? chosen.to : today;
}

/** The week before or after, as its Monday; from the four weeks, back is the present week. Undefined after the present one. */
export function besideWeek(today: Day, chosen: ChosenDays, step: 1 | -1): Day | undefined {
  if (chosen.span === 'four') return step === -1 ? weekStart(today) : undefined;
  const next = addDays(chosen.from, 7 * step);
  return next > today ? undefined : next;
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const words = (day: Day): string => long.format(new Date(`${day}T00:00:00Z`));

/** `26 October to 20 November`, `16 to 20 November`, `20 November`. */
export function daysWords({ from, to }: Pick<ChosenDays, 'from' | 'to'>): string {
  if (from === to) return words(to);
  return from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8))} to ${words(to)}` : `${words(from)} to ${words(to)}`;
}
