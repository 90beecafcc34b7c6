// Zones of the platform's own database, by name. Looks a year's changes up once, when a time near it is asked for.
import { OffsetTable, type Zone } from './offset-table.ts';

const DAY = 86_400_000;
/** Ramadan interrupts some zones' summer time for a month: samples must lie closer than that. */
const SAMPLE = 14 * DAY;
const FIRST_YEAR = 1850;
const LAST_YEAR = 2200;

class PlatformZone implements Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #at: number[] = [];
  readonly #offsets: number[] = [];
  #table = new OffsetTable([], [0]);
  #from = 0;
  #to = 0;

  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  toUtc(local: number): number {
    this.#reach(local);
    return this.#table.toUtc(local);
  }

  toLocal(utc: number): number {
    this.#reach(utc);
    return this.#table.toLocal(utc);
  }

  #offset(utc: number): number {
    const [month, day, year, hour, minute, second] = this.#format.format(utc).match(/\d+/g)!.map(Number) as [number, number, number, number, number, number];
    return Date.UTC(year, month - 1, day, hour, minute, second) - utc;
  }

  /** Knows the changes of the years around a time, at least two days to either side of it. */
  #reach(time: number): void {
    if (time > this.#from + 2 * DAY && time < this.#to - 2 * DAY) return;
    const year = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, new Date(time).getUTCFullYear()));
    const [from, to] = [Date.UTC(year - 1, 0, 1), Date.UTC(year + 2, 0, 1)];
    if (this.#from === this.#to) {
      this.#from = from;
      this.#to = from;
      this.#offsets.push(this.#offset(from));
    }
    if (to > this.#to) this.#later(to);
    if (from < this.#from) this.#earlier(from);
    this.#table = new OffsetTable(this.#at, this.#offsets);
  }

  #later(to: number): void {
    const found = this.#changes(this.#to, to, this.#offsets.at(-1)!);
    this.#at.push(...found.map(({ at }) => at));
    this.#offsets.push(...found.map(({ offset }) => offset));
    this.#to = to;
  }

  #earlier(from: number): void {
    const first = this.#offset(from);
    const found = this.#changes(from, this.#from, first);
    this.#at.unshift(...found.map(({ at }) => at));
    // The last stretch found runs on into what was known already.
    this.#offsets.unshift(...[first, ...found.map(({ offset }) => offset)].slice(0, found.length));
    this.#from = from;
  }

  #changes(from: number, to: number, before: number): { readonly at: number; readonly offset: number }[] {
    const found: { at: number; offset: number }[] = [];
    let offset = before;
    for (let start = from; start < to; start += SAMPLE) {
      const end = Math.min(to, start + SAMPLE);
      const after = this.#offset(end);
      if (after === offset) continue;
      let low = start;
      let high = end;
      while (high - low > 1000) {
        const middle = Math.floor((low + high) / 2000) * 1000;
        if (this.#offset(middle) === offset) low = middle;
        else high = middle;
      }
      found.push({ at: high, offset: after });
      offset = after;
    }
    return found;
  }
}

const known = new Map<string, Zone | null>();

/** The zone of that name; undefined when the platform has none. `ianaZone('Europe/Berlin')`. */
export function ianaZone(name: string): Zone | undefined {
  let zone = known.get(name);
  if (zone === undefined) {
    try {
      zone = /^[\w+/-]+$/.test(name) ? new PlatformZone(name) : null;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      zone = null;
    }
    if (known.size > 2_000) known.clear();
    known.set(name, zone);
  }
  return zone ?? undefined;
}
