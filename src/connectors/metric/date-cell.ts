// Reads one date as text by its shape alone. What only a whole column can settle (order of day and month, epochs, other
// calendars' years) it hands back undecided; it guesses nothing. Knows no columns.
import type { Day } from '../../domain/kernel/instant.ts';
import { monthNamed } from '../month-names.ts';

/** A day as written, with its clock (milliseconds of the day) and zone where the cell carries them. */
export interface WrittenDay {
  readonly shape: 'day';
  readonly day: Day;
  readonly clock: number | undefined;
  /** Minutes ahead of UTC. */
  readonly offset: number | undefined;
}

export type DateCell =
  | WrittenDay
  | { readonly shape: 'empty' }
  /** `3/4/2026`: which is the day is for the column to say. */
  | { readonly shape: 'numeric'; readonly first: number; readonly second: number; readonly year: number; readonly dotted: boolean; readonly clock: number | undefined }
  | { readonly shape: 'week'; readonly day: Day }
  | { readonly shape: 'digits'; readonly text: string }
  /** A month, quarter or year without a day. */
  | { readonly shape: 'partial'; readonly grain: 'month' | 'quarter' | 'year' }
  | { readonly shape: 'other-calendar'; readonly calendar: string }
  | { readonly shape: 'no-such-day' }
  | { readonly shape: 'unreadable' };

const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

const UNREADABLE: DateCell = { shape: 'unreadable' };
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?\s?m\.?)?`;
const TIME = new RegExp(String.raw`^${CLOCK}\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?)?(?:\s*\([^)]*\))?$`, 'i');
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,]+(.+))?$/i;
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일](?:\s*(.+))?$/;
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(.+))?$/;
const DAY_WORD = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(?:de\s+)?([^\d\s/-]+?)\.?,?[\s/.-]+(?:de\s+)?(\d{4}|\d{2})(?:,?\s+(.+))?$/iu;
const WORD_DAY = /^([^\d\s,]+?)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.+))?$/iu;
const WORD_DAY_YEAR_LAST = /^([^\d\s,]+?)\.?\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2})(?:\s+\S+)?\s+(\d{4})$/u;
const WEEK = /^(\d{4})-?\s?W(\d{1,2})(?:-?([1-7]))?$/i;
const WEEKDAY = /^\p{L}{2,12}\.?,?\s+(?=\d|\p{L})/u;
const ERA = /^(?:(令和|平成|昭和|大正|明治|[RHS])\s*(?:\d{1,2}|元)\s*[年./-])|^(?:民國|民国|ROC)\s*\d{1,3}/;
const WORD_MONTH_YEAR = /^([^\d\s,.]+)\.?[\s-]+(\d{4}|\d{2})$|^(\d{4})[\s-]+([^\d\s,.]+)\.?$/u;

/** The day, or undefined where it does not exist; leap days as the Gregorian calendar has them. */
export function existing(year: number, month: number, dayOfMonth: number): Day | undefined {
  const at = new Date(Date.UTC(2000, 0, 1));
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth ? at.toISOString().slice(0, 10) : undefined;
}

/** The first day of an ISO 8601 week, or that weekday of it (1 is Monday). Undefined for a 53rd week that the year does not have. */
export function isoWeekDay(year: number, week: number, weekday = 1): Day | undefined {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  const at = (w: number, d: number): Date => new Date(monday + ((w - 1) * 7 + d - 1) * 86_400_000);
  if (week < 1 || week > 53 || (week === 53 && at(53, 4).getUTCFullYear() !== year)) return undefined;
  return at(week, weekday).toISOString().slice(0, 10);
}

function otherCalendar(year: number): string | undefined {
  if (year >= 2400 && year <= 2700) return 'the Buddhist calendar';
  if (year >= 1300 && year <= 1500) return 'a Hijri calendar';
  return year >= 5700 && year <= 5900 ? 'the Hebrew calendar' : undefined;
}

/** Milliseconds into the day and the zone, of `8:56 AM`, `20:56:01 +0300`, `00:00Z`. Undefined when it is no time of day. */
export function clockOf(text: string): { readonly clock: number; readonly offset: number | undefined } | undefined {
  const found = TIME.exec(text.trim());
  if (!found) return undefined;
  let hour = Number(found[1]);
  const half = found[4]?.toLowerCase()[0];
  if (half !== undefined) {
    if (hour === 0 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const minute = Number(found[2]), second = Number(found[3] ?? 0);
  // 24:00 is how some systems write the end of a day, 60 a leap second; both are left unread.
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zone = found[5]?.replace(/^(?:utc|gmt)(?=[+-])/i, '');
  const offset = zone === undefined ? undefined : /^[+-]/.test(zone) ? (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)) : 0;
  return { clock: ((hour * 60 + minute) * 60 + second) * 1000, offset };
}

function dayCell(year: number, month: number, dayOfMonth: number, time: string | undefined): DateCell {
  const calendar = otherCalendar(year);
  if (calendar !== undefined) return { shape: 'other-calendar', calendar };
  if (year < FIRST_YEAR || year > LAST_YEAR) return UNREADABLE;
  const clock = time === undefined ? undefined : clockOf(time);
  if (time !== undefined && clock === undefined) return UNREADABLE;
  const day = existing(year, month, dayOfMonth);
  return day === undefined ? { shape: 'no-such-day' } : { shape: 'day', day, clock: clock?.clock, offset: clock?.offset };
}

/** `26` is 2026, `85` is 1985. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/**
 * Example: `readDateCell('2026-02-30')` has the shape `no-such-day`, `readDateCell('3/4/2026')` is `numeric`,
 * `readDateCell('2569-01-05')` is `other-calendar`.
 */
export function readDateCell(given: string): DateCell {
  let text = given.trim();
  if (text === '' || /^(?:-|–|—|n\/?a|nan|null|none|nat)$/i.test(text)) return { shape: 'empty' };
  if (text.length > 80) return UNREADABLE;
  if (/[^\x20-\x7e]/.test(text)) text = text.normalize('NFKC').replace(/[\u200e\u200f\u00a0]/g, ' ').trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return text.length === 4 ? yearCell(Number(text)) : { shape: 'digits', text };
  const dated = YEAR_FIRST.exec(text);
  if (dated) return dayCell(Number(dated[1]), Number(dated[3]), Number(dated[4]), dated[5]);
  const east = EAST_ASIAN.exec(text);
  if (east) return dayCell(Number(east[1]), Number(east[2]), Number(east[3]), east[4]);
  const numeric = NUMERIC.exec(text);
  if (numeric) return numericCell(numeric);
  const week = WEEK.exec(text);
  if (week) return weekCell(Number(week[1]), Number(week[2]), week[3]);
  if (ERA.test(text)) return { shape: 'other-calendar', calendar: /^民|^ROC/.test(text) ? 'the Minguo calendar' : 'Japanese eras' };
  if (/^\d{4}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{4}$/.test(text)) return { shape: 'partial', grain: 'month' };
  if (/^\d{4}[\s-]?Q[1-4]$|^Q[1-4][\s-]?\d{4}$/i.test(text)) return { shape: 'partial', grain: 'quarter' };
  const short = text.replace(WEEKDAY, '');
  return words(text) ?? (short === text ? undefined : numericAgain(short) ?? words(short)) ?? monthOnly(text) ?? UNREADABLE;
}

function yearCell(year: number): DateCell {
  const calendar = otherCalendar(year);
  if (calendar !== undefined) return { shape: 'digits', text: String(year) };
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { shape: 'partial', grain: 'year' } : { shape: 'digits', text: String(year) };
}

function numericAgain(text: string): DateCell | undefined {
  const numeric = NUMERIC.exec(text);
  const dated = YEAR_FIRST.exec(text);
  if (dated) return dayCell(Number(dated[1]), Number(dated[3]), Number(dated[4]), dated[5]);
  return numeric ? numericCell(numeric) : undefined;
}

function numericCell(found: RegExpExecArray): DateCell {
  const year = fullYear(found[4]!);
  const calendar = otherCalendar(year);
  if (calendar !== undefined) return { shape: 'other-calendar', calendar };
  const clock = found[5] === undefined ? undefined : clockOf(found[5]);
  if ((found[5] !== undefined && clock === undefined) || year < FIRST_YEAR || year > LAST_YEAR) return UNREADABLE;
  const first = Number(found[1]), second = Number(found[3]);
  if (first === 0 || second === 0 || (first > 12 && second > 12) || first > 31 || second > 31) return { shape: 'no-such-day' };
  return { shape: 'numeric', first, second, year, dotted: found[2] === '.', clock: clock?.clock };
}

function weekCell(year: number, week: number, weekday: string | undefined): DateCell {
  const calendar = otherCalendar(year);
  if (calendar !== undefined) return { shape: 'other-calendar', calendar };
  const day = isoWeekDay(year, week, weekday === undefined ? 1 : Number(weekday));
  if (day === undefined) return { shape: 'no-such-day' };
  return weekday === undefined ? { shape: 'week', day } : { shape: 'day', day, clock: undefined, offset: undefined };
}

function words(text: string): DateCell | undefined {
  const dayWord = DAY_WORD.exec(text);
  const dayMonth = dayWord ? monthNamed(dayWord[2]!) : undefined;
  if (dayMonth !== undefined) return dayCell(fullYear(dayWord![3]!), dayMonth, Number(dayWord![1]), dayWord![4]);
  const wordDay = WORD_DAY.exec(text);
  const month = wordDay ? monthNamed(wordDay[1]!) : undefined;
  if (month !== undefined) return dayCell(Number(wordDay![3]), month, Number(wordDay![2]), wordDay![4]);
  const last = WORD_DAY_YEAR_LAST.exec(text);
  const named = last ? monthNamed(last[1]!) : undefined;
  return named === undefined ? undefined : dayCell(Number(last![4]), named, Number(last![2]), last![3]);
}

function monthOnly(text: string): DateCell | undefined {
  const found = WORD_MONTH_YEAR.exec(text);
  return found && monthNamed(found[1] ?? found[4]!) !== undefined ? { shape: 'partial', grain: 'month' } : undefined;
}
