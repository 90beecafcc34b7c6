// Reads a date as trackers write it. Refuses what it would have to guess: a damaged or ambiguous date stays unread.
import type { Day, Instant } from '../domain/kernel/instant.ts';
import { halfDayNamed, monthNamed } from './month-names.ts';
import { offsetMinutes } from './zone-offset.ts';

export type NumericOrder = 'day-first' | 'month-first';

export interface MomentRules {
  /** IANA zone of dates that carry none. Default UTC. */
  readonly timeZone?: string;
  /** What `03/04/2024` means. Without it such a date is ambiguous unless one part is above 12. */
  readonly order?: NumericOrder;
  /** Also read bare numbers of nine or ten digits as epoch seconds and of twelve or thirteen as milliseconds. */
  readonly epochs?: boolean;
}

export type Moment =
  | { readonly ok: true; readonly instant: Instant; readonly day: Day }
  | { readonly ok: false; readonly code: 'date_unreadable' | 'date_ambiguous' };

const UNREADABLE: Moment = { ok: false, code: 'date_unreadable' };
const AMBIGUOUS: Moment = { ok: false, code: 'date_ambiguous' };

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]\s*${TIME}\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$`, 'i');
const DAY_WORD = /^(\d{1,2})[\s/.-]+([^\d\s/-]+?)\.?[\s/.-]+(\d{4}|\d{2})(?:,?\s+(.+))?$/u;
const WORD_DAY = /^([^\d\s,]+?)\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(.+))?$/u;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s+(.+))?$/;
const EAST_ASIAN = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:\s*(.+))?$/;
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(.+))?$/;
const CLOCK = new RegExp(String.raw`^(?:(\D+?)\s*)?${TIME}\s*(.*)$`, 'u');
const ZONE = /^(?:Z|UTC|GMT)?\s*(?:([+-])(\d{2}):?(\d{2})?)?(?:\s*\([^)]*\))?$/i;
const WEEKDAY = /^\p{L}{2,12}\.?,?\s+(?=\d|\p{L})/u;

interface Clock { readonly ms: number; readonly zone: string | undefined }

function clockOf(hour: string, minute: string, second: string | undefined, fraction: string | undefined): number | undefined {
  const h = Number(hour), m = Number(minute), s = Number(second ?? 0);
  if (h > 23 || m > 59 || s > 59) return undefined;
  return ((h * 60 + m) * 60 + s) * 1000 + (fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0')));
}

/** `8:56 AM`, `20:56:01 +0300`, `下午 8:56`. Undefined when it is no time of day. */
function readClock(text: string | undefined): Clock | undefined {
  if (text === undefined) return { ms: 0, zone: undefined };
  const found = CLOCK.exec(text.trim());
  if (!found) return undefined;
  let ms = clockOf(found[2]!, found[3]!, found[4], found[5]);
  if (ms === undefined) return undefined;
  let rest = found[6]!.trim();
  let half = found[1] === undefined ? undefined : halfDayNamed(found[1]);
  if (found[1] !== undefined && half === undefined) return undefined;
  if (half === undefined && rest !== '' && !ZONE.test(rest)) {
    const zoned = /^(.*?)\s*((?:UTC|GMT|[+-]\d{2}:?\d{2}).*)?$/iu.exec(rest)!;
    half = halfDayNamed(zoned[1]!);
    if (half === undefined) return undefined;
    rest = zoned[2] ?? '';
  }
  if (half !== undefined) {
    const hour = Number(found[2]);
    if (hour > 12 || hour === 0) return undefined;
    ms += half === 'pm' ? (hour === 12 ? 0 : 43_200_000) : (hour === 12 ? -43_200_000 : 0);
  }
  return { ms, zone: rest === '' ? undefined : rest };
}

function build(year: number, month: number, dayOfMonth: number, clock: Clock | undefined, rules: MomentRules): Moment {
  if (clock === undefined || year < 1970 || year > 2200) return UNREADABLE;
  const midnight = Date.UTC(year, month - 1, dayOfMonth);
  const check = new Date(midnight);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== dayOfMonth) return UNREADABLE;
  const local = midnight + clock.ms;
  const day = check.toISOString().slice(0, 10);
  if (clock.zone === undefined) return { ok: true, instant: local - offsetMinutes(local, rules.timeZone) * 60_000, day };
  const zone = ZONE.exec(clock.zone);
  if (!zone) return UNREADABLE;
  const offset = (Number(zone[2] ?? 0) * 60 + Number(zone[3] ?? 0)) * (zone[1] === '-' ? -1 : 1);
  return { ok: true, instant: local - offset * 60_000, day };
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/**
 * Understands ISO 8601, `11/abr/26 8:56 AM`, `Wed, 2 Oct 2013 10:15:50 +0300`, `Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)`,
 * `Apr 3, 2024`, `3.4.2024`, `2024年4月3日` and, by `rules`, `3/4/2024` and epochs. `day` is the calendar day as written.
 * Years run from 1970 to 2200. `29:10.8`, `30 Feb 2024` and a number out of nowhere are unreadable, never now.
 */
export function readMoment(given: string, rules: MomentRules): Moment {
  const text = given.trim();
  if (text.length > 80) return UNREADABLE;
  const iso = ISO.exec(text);
  if (iso) {
    const ms = iso[4] === undefined ? 0 : clockOf(iso[4], iso[5]!, iso[6], iso[7]);
    return build(Number(iso[1]), Number(iso[2]), Number(iso[3]), ms === undefined ? undefined : { ms, zone: iso[8] }, rules);
  }
  if (rules.epochs && /^\d{9,10}(\.\d+)?$|^\d{12,13}(\.0*)?$/.test(text)) return fromEpoch(text);
  const inOrder = YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text);
  if (inOrder) return build(Number(inOrder[1]), Number(inOrder[2]), Number(inOrder[3]), readClock(inOrder[4]), rules);
  const numeric = NUMERIC.exec(text);
  if (numeric) return readNumeric(numeric, rules);
  return readWords(text, rules) ?? readWords(text.replace(WEEKDAY, ''), rules) ?? UNREADABLE;
}

function fromEpoch(text: string): Moment {
  const number = Number(text);
  const instant = Math.round(number < 1e11 ? number * 1000 : number);
  const day = new Date(instant).toISOString().slice(0, 10);
  return { ok: true, instant, day };
}

function readWords(text: string, rules: MomentRules): Moment | undefined {
  const dayWord = DAY_WORD.exec(text);
  if (dayWord) {
    const month = monthNamed(dayWord[2]!);
    if (month !== undefined) return build(fullYear(dayWord[3]!), month, Number(dayWord[1]), readClock(dayWord[4]), rules);
  }
  const wordDay = WORD_DAY.exec(text);
  const month = wordDay ? monthNamed(wordDay[1]!) : undefined;
  return month === undefined ? undefined : build(Number(wordDay![3]), month, Number(wordDay![2]), readClock(wordDay![4]), rules);
}

function readNumeric(parts: RegExpExecArray, rules: MomentRules): Moment {
  const first = Number(parts[1]), second = Number(parts[3]);
  const order = orderOf(first, second) ?? (parts[2] === '.' ? 'day-first' : rules.order);
  if (order === undefined) return first === second ? build(fullYear(parts[4]!), second, first, readClock(parts[5]), rules) : AMBIGUOUS;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return build(fullYear(parts[4]!), month, day, readClock(parts[5]), rules);
}

function orderOf(first: number, second: number): NumericOrder | undefined {
  return first > 12 ? 'day-first' : second > 12 ? 'month-first' : undefined;
}

/** What a column of numeric dates proves about its order; undefined when nothing does or when cells contradict each other. */
export function numericOrderOf(cells: Iterable<string>): NumericOrder | undefined {
  let order: NumericOrder | undefined;
  for (const cell of cells) {
    const parts = NUMERIC.exec(cell.trim());
    const seen = parts && parts[2] !== '.' ? orderOf(Number(parts[1]), Number(parts[3])) : undefined;
    if (seen === undefined) continue;
    if (order !== undefined && order !== seen) return undefined;
    order = seen;
  }
  return order;
}
