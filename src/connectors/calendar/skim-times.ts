// Times read straight from a calendar's bytes, in the plain forms nearly all calendars write: 20261116, 20261116T090000 and the same with Z.
// Whatever is written in another way is not a time here, and is left to the full reading.
import type { Zone } from './offset-table.ts';
import { timeProperty } from './property.ts';
import { commonZone } from './zone-names.ts';

const DAY = 86_400_000;
const [COLON, COMMA, LETTER_T, LETTER_Z] = [58, 44, 84, 90];
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
/** Different parameters that are remembered of one file; a file with more of them is an odd one. */
const MOST_PARAMETERS = 64;

/** What stands between a property's name and its value, as far as times go. */
interface Written {
  readonly bytes: Uint8Array;
  /** Undefined where the name of the zone means nothing by itself. */
  readonly zone: Zone | undefined;
  readonly dateOnly: boolean;
}

/** `local` is milliseconds as if the clock were UTC. The same object is filled again and again. */
export interface SkimmedTime {
  local: number;
  kind: 'date' | 'utc' | 'local';
  /** Same object for times written in the same zone. */
  zone: Zone;
}

const MONTHS = new Float64Array((LAST_YEAR - FIRST_YEAR + 1) * 12 + 1);

/** The first midnight of a month counted from 0; the twelfth is the next year's first. */
function monthStart(year: number, month: number): number {
  const at = (year - FIRST_YEAR) * 12 + month;
  if (at > 0 && MONTHS[at] === 0) MONTHS[at] = Date.UTC(year, month);
  return MONTHS[at]!;
}

export class SkimTimes {
  readonly #bytes: Uint8Array;
  readonly #floating: Zone;
  readonly #known: Written[] = [];

  constructor(bytes: Uint8Array, floating: Zone) {
    this.#bytes = bytes;
    this.#floating = floating;
  }

  /** Reads the time of the line whose name ends at `name` and which ends before `stop`. False when it is not written plainly. */
  read(name: number, stop: number, into: SkimmedTime): boolean {
    const size = this.#bytes[stop - 1] === LETTER_Z ? 16 : this.#bytes[stop - 9] === COLON ? 8 : 15;
    const colon = stop - size - 1;
    return colon >= name && this.#bytes[colon] === COLON && this.#value(colon + 1, size, this.#parameters(name, colon), into);
  }

  /** The same for a line with a list of times, of which only the last is kept. */
  readList(name: number, stop: number, into: SkimmedTime): boolean {
    let colon = stop - 1;
    while (colon >= name && this.#bytes[colon] !== COLON) colon--;
    if (colon < name) return false;
    const written = this.#parameters(name, colon);
    for (let at = colon + 1; at < stop;) {
      let end = at;
      while (end < stop && this.#bytes[end] !== COMMA) end++;
      if (!this.#value(at, end - at, written, into)) return false;
      at = end + 1;
    }
    return true;
  }

  #value(at: number, size: number, written: Written | undefined, into: SkimmedTime): boolean {
    if (!written?.zone || (size !== 8 && size !== 15 && (size !== 16 || this.#bytes[at + 15] !== LETTER_Z))) return false;
    const year = this.#digits(at) * 100 + this.#digits(at + 2);
    const month = this.#digits(at + 4);
    const day = this.#digits(at + 6);
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
    const midnight = monthStart(year, month - 1) + (day - 1) * DAY;
    if (day > 28 && midnight >= monthStart(year, month)) return false;
    into.local = midnight;
    into.kind = 'date';
    into.zone = this.#floating;
    if (size === 8) return true;
    const hour = this.#digits(at + 9);
    const minute = this.#digits(at + 11);
    const second = this.#digits(at + 13);
    if (this.#bytes[at + 8] !== LETTER_T || !(hour <= 23 && minute <= 59 && second <= 59)) return false;
    if (written.dateOnly) return true;
    into.local = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
    into.kind = size === 16 ? 'utc' : 'local';
    into.zone = written.zone;
    return true;
  }

  /** Two digits; not a number where they are none. */
  #digits(at: number): number {
    const tens = this.#bytes[at]! - 48;
    const ones = this.#bytes[at + 1]! - 48;
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
  }

  #parameters(from: number, to: number): Written | undefined {
    for (const written of this.#known) if (this.#same(written.bytes, from, to)) return written;
    if (this.#known.length >= MOST_PARAMETERS) return undefined;
    const bytes = this.#bytes.slice(from, to);
    const parameters = timeProperty(`X${Buffer.from(bytes).toString('utf8')}:0`)?.parameters;
    const name = parameters?.get('TZID');
    const zone = name === undefined || name === '' ? this.#floating : commonZone(name);
    const written = { bytes, zone: parameters && zone, dateOnly: parameters?.get('VALUE')?.toUpperCase() === 'DATE' };
    this.#known.push(written);
    return written;
  }

  #same(bytes: Uint8Array, from: number, to: number): boolean {
    if (bytes.length !== to - from) return false;
    // Names of zones differ at their ends.
    for (let i = bytes.length - 1; i >= 0; i--) if (bytes[i] !== this.#bytes[from + i]) return false;
    return true;
  }
}

/** Whether a meeting between two times on one clock, both written plainly, ends after it began, and soon enough not to be worth a word. */
export function ordinary(start: SkimmedTime, end: SkimmedTime, mostDays: number): boolean {
  if (start.kind !== end.kind || start.zone !== end.zone || end.local < start.local || end.local - start.local > mostDays * DAY) return false;
  // Clocks put forward between the two may turn them round.
  return start.kind !== 'local' || start.zone.toUtc(end.local) >= start.zone.toUtc(start.local);
}
