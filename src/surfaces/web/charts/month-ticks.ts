// Month names at month starts, as many as fit. Days in, days out; the year is said where it begins.
import { DAY_MS, startOfDay, type Day } from '../../../domain/kernel/instant.ts';

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface Tick { readonly day: Day; readonly name: string }

/** Starts of months from `from` to `to`, both included, thinned to at most `most`. January carries its year when more than twelve months are shown. */
export function monthTicks(from: Day, to: Day, most: number): Tick[] {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const years = (placeOf(to) - placeOf(from)) / DAY_MS > 366;
  const ticks: Tick[] = [];
  for (let at = (year * 12) + month - 1 + (day > 1 ? 1 : 0); ticks.length < 1_200; at += 1) {
    const start: Day = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
    if (start > to) break;
    const name = NAMES[at % 12] ?? '';
    ticks.push({ day: start, name: years && at % 12 === 0 ? `${name} ${start.slice(0, 4)}` : name });
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((every) => ticks.filter((_, at) => at % every === 0).length <= most) ?? 240;
  return ticks.filter((tick) => (Number(tick.day.slice(0, 4)) * 12 + Number(tick.day.slice(5, 7)) - 1) % step === 0);
}

/** Milliseconds of a day's start; RangeError on text that is no day, since a chart cannot place it. */
export function placeOf(day: Day): number {
  const start = startOfDay(day);
  if (start === undefined) throw new RangeError(`not a day: ${day}`);
  return start;
}
