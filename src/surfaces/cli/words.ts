// How single values and names read in a terminal. Knows no operation.

/** `statusClass` -> `status class`. */
export function spaced(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
}

/** `statusClass` -> `status-class`, as flags are written. */
export function kebab(name: string): string {
  return spaced(name).replaceAll(' ', '-');
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A value on one line: times in the reader's zone, numbers with separators, lists with commas; empty for nothing. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return TIME.test(value) ? timeText(value) : value;
  if (Array.isArray(value)) return value.every((entry) => typeof entry !== 'object') ? value.map(shown).join(value.every(isSentence) ? ' ' : ', ') : `${value.length}`;
  return Object.entries(value).map(([name, entry]) => `${spaced(name)} ${shown(entry)}`).join(', ');
}

function isSentence(value: unknown): boolean {
  return typeof value === 'string' && /[.?]$/.test(value);
}

/** `12,345` and at most three decimals. */
export function numberText(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

/** `2026-11-20 14:05` in the zone of whoever reads. */
export function timeText(utc: string): string {
  const at = new Date(utc);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `1 item`, `12 items`, `2 entries`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${numberText(count)} ${noun.endsWith('y') && !/[aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** `41.3 MB`, of 1,000 bytes a step. */
export function bytesText(bytes: number): string {
  const steps = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const step = Math.min(steps.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return step === 0 ? `${bytes} bytes` : `${(bytes / 1000 ** step).toFixed(1)} ${steps[step]}`;
}

/** `about 40 seconds`, `about 3 minutes`, `about 2 hours`. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `about ${counted(Math.max(1, Math.round(seconds)), 'second')}`;
  if (seconds < 5_400) return `about ${counted(Math.round(seconds / 60), 'minute')}`;
  return `about ${counted(Math.round(seconds / 3_600), 'hour')}`;
}
