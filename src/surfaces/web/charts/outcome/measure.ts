// How a chart says a number of its measure: unit, sign, and as many decimals as the size deserves. Knows no drawing.

export interface Measure {
  /** `share`: values are fractions (0.03) and are said times a hundred. `number`: said as they are. */
  readonly as: 'share' | 'number';
  /** Follows the number, its space included: `%`, ` points`, ` ms`; may be empty. */
  readonly unit: string;
  /** Fixes the decimals; without it the size of the number decides. */
  readonly decimals?: number | undefined;
}

/** Decimals that leave a number of this size two or three digits that matter. 152 has none, 4.5 one, 0.045 three. */
export function decimalsFor(size: number): number {
  const at = Math.abs(size);
  if (!Number.isFinite(at) || at === 0 || at >= 99.5) return 0;
  return at >= 0.995 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(at)));
}

const shown = (value: number, measure: Measure): number => (measure.as === 'share' ? value * 100 : value);

function digits(value: number, decimals: number, signed: boolean): string {
  const size = Math.abs(value);
  const words = size >= 10_000_000
    ? size.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 1 })
    : size.toLocaleString('en', { maximumFractionDigits: decimals });
  const zero = /^[0.]*$/.test(words);
  return `${zero ? '' : value < 0 ? '−' : signed ? '+' : ''}${words}`;
}

export interface Saying {
  /** A leading plus for what is a difference. */
  readonly signed?: boolean;
  /** Left off where the unit stands elsewhere, as in the first number of a range. */
  readonly unit?: boolean;
  /** Size, in the measure's own values, that sets the decimals in place of the number itself. */
  readonly size?: number | undefined;
}

/** `said(0.045, { as: 'share', unit: '%' }, { signed: true })` is `+4.5%`. */
export function said(value: number, measure: Measure, { signed = false, unit = true, size = value }: Saying = {}): string {
  const words = digits(shown(value, measure), measure.decimals ?? decimalsFor(shown(size, measure)), signed);
  return `${words}${unit ? unitFor(words, measure) : ''}`;
}

/** One point, two points: a unit of a whole word loses its s after a one. `ms` is no such word. */
function unitFor(words: string, { unit }: Measure): string {
  return /^[+−]?1$/.test(words) && /^ [a-z]{3,}s$/.test(unit) ? unit.slice(0, -1) : unit;
}

/** A range with its unit once: `2.8 to 6.2%`. A bound that is null has no end: `2.8% or more`, `6.2% or less`, `no bound`. */
export function saidRange(low: number | null, high: number | null, measure: Measure, { signed = false }: { readonly signed?: boolean } = {}): string {
  const size = Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
  const one = (value: number, unit: boolean): string => said(value, measure, { signed, unit, size });
  if (low !== null && high !== null) return `${one(low, false)} to ${one(high, true)}`;
  if (low !== null) return `${one(low, true)} or more`;
  return high === null ? 'no bound' : `${one(high, true)} or less`;
}

/** Words of an axis: decimals by the step between ticks, unit on the last only. */
export function tickWords(ticks: readonly number[], measure: Measure, { signed = false, unit = true }: { readonly signed?: boolean; readonly unit?: boolean } = {}): string[] {
  const step = ticks.length > 1 ? Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) : Math.abs(ticks[0] ?? 1);
  const fine = shown(step, measure);
  const decimals = fine >= 1 || fine === 0 ? (Math.abs(fine - Math.round(fine)) > 1e-9 ? 1 : 0) : Math.min(6, Math.ceil(-Math.log10(fine) - 1e-9) + (isRound(fine) ? 0 : 1));
  return ticks.map((tick, at) => `${digits(shown(tick, measure), decimals, signed)}${unit && at === ticks.length - 1 ? measure.unit : ''}`);
}

/** True for 1, 2 and 5 times a power of ten: 0.25 needs one decimal more than 0.2. */
function isRound(step: number): boolean {
  const first = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return Math.abs(first - Math.round(first)) < 1e-6;
}

/** A chance in whole per cent; never 0% or 100% for what is only nearly so: `under 1%`, `over 99%`. */
export function chance(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%';
  if (share < 1 && share > 0.995) return 'over 99%';
  return `${Math.round(share * 100)}%`;
}

/** Pixels of a character at the charts' size, by its shape: a server cannot measure. Slightly generous. */
function letterWidth(letter: string): number {
  if (/[iljtfr.,:;'’!|()[\] ]/.test(letter)) return 4.4;
  if (/[mwMW%@…]/.test(letter)) return 11;
  return /[A-Z0-9+−=€$]/.test(letter) ? 8.2 : letter <= '\u024f' ? 7 : 12.5;
}

/** Pixels a text takes at the charts' size. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

/** The text cut to `room` pixels with an ellipsis; '' when not even three letters fit. */
export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(letters.join('')) + 11 > room) letters.pop();
  return letters.length < 3 ? '' : `${letters.join('').trimEnd()}…`;
}
