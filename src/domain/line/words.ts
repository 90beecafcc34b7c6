// How the line's sentences write minutes, days and counts. No locale of the machine, no judgement.
import type { Day } from '../kernel/instant.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `45 minutes`, `1 hour`, `6.5 hours`, `42.5 hours`: minutes under ninety, then hours with one decimal. */
export function timeWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60 || (whole < 90 && whole > 60)) return counted(whole, 'minute');
  const text = numberWords(Math.round(whole / 6) / 10);
  return `${text} ${text === '1' ? 'hour' : 'hours'}`;
}

/** `1,234` or `42.5`: commas between thousands, decimals as they are. */
export function numberWords(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** `2026-11-02` as `2 November`; with `year`, `2 November 2026`. */
export function dayWords(day: Day, year = false): string {
  const [of, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]}${year ? ` ${of}` : ''}`;
}

/** `1 carry`, `3 carries`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : more}`;
}

export function percentWords(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
