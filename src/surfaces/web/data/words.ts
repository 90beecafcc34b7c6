// How pages write numbers, days and spans of time. English for now; `Intl` does the work.

const whole = new Intl.NumberFormat('en');
const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `12345` is `12,345`. */
export function count(value: number): string {
  return whole.format(value);
}

/** `count(1, 'item')` words: `1 item`, `2 items`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${whole.format(value)} ${value === 1 ? one : many}`;
}

/** A share as per cent: one decimal under ten, none above. `0.0472` is `4.7%`. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value === 0 ? '0' : value < 10 ? value.toFixed(1) : value.toFixed(0)}%`;
}

/** `2026-11-20` is `20 November 2026`. */
export function dayWords(day: string): string {
  return longDay.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** `2026-11-20` is `20 Nov 2026`. */
export function dayShort(day: string): string {
  return shortDay.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** A UTC time in the reader's zone: `20 Nov 2026, 13:40`. */
export function timeWords(time: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

/** Bytes for people: `5.2 MB`. */
export function bytesWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}
