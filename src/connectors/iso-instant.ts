// The one form of time that fills whole exports, `2024-02-29T08:56:01.000+0100`, read without a regular expression or an object.
import type { Instant } from '../domain/kernel/instant.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/**
 * The instant of a full ISO 8601 time with seconds and a zone, `Z`, `+01:00` or `+0100`. Undefined for anything else, also for a day
 * or a clock that does not exist and for years outside 1970-2200: the caller then reads it with more patience. Digits past the
 * millisecond are cut. Example: `isoInstant('1970-01-02T00:00:00Z')` is 86,400,000.
 */
export function isoInstant(text: string): Instant | undefined {
  const { length } = text;
  if (length < 20 || length > 35 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const year = two(text, 0) * 100 + two(text, 2), month = two(text, 5), day = two(text, 8);
  const hour = two(text, 11), minute = two(text, 14), second = two(text, 17);
  if (!(year >= 1970 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > DAYS[month - 1]! + (leap ? 1 : 0)) return undefined;
  let at = 19;
  let milliseconds = 0;
  if (text.charCodeAt(at) === 46) {
    let worth = 100;
    for (at++; at < length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      milliseconds += Math.floor(digit * worth);
      worth = worth >= 10 ? worth / 10 : worth === 1 ? 0 : worth;
    }
    if (at === 20 || at > 29) return undefined;
  }
  const offset = zoneMinutes(text, at);
  if (offset === undefined) return undefined;
  return dayNumber(year, month, day) * 86_400_000 + hour * 3_600_000 + (minute - offset) * 60_000 + second * 1000 + milliseconds;
}

/** Days from 1970-01-01, years counted from March so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const sinceMarch = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * sinceMarch + 2) / 5) + day - 1 - 719_468;
}

function zoneMinutes(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at);
  if (sign === 90) return text.length === at + 1 ? 0 : undefined;
  if (sign !== 43 && sign !== 45) return undefined;
  const minutesAt = text.charCodeAt(at + 3) === 58 ? at + 4 : at + 3;
  if (text.length !== minutesAt + 2) return undefined;
  const minutes = two(text, at + 1) * 60 + two(text, minutesAt);
  return Number.isNaN(minutes) ? undefined : sign === 45 ? -minutes : minutes;
}
