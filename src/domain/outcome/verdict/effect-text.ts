// How effects, shares and spans of time are written in a sentence. Rounds to what a reader can use; decides nothing.
import type { Interval, Scale } from '../estimate.ts';

/** What a number means to its reader: a fraction shown in percent, or the metric's own unit, such as "points" or "EUR". */
export interface EffectUnit {
  readonly scale: Scale;
  readonly unit?: string | undefined;
}

/** One decimal from 1 up, none from 100 up, two significant digits below 1; no trailing zeros. 16.523 is "16.5", 0.0834 "0.083", 20400 "20,400". */
export function plainNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) return value === 0 ? '0' : String(value);
  if (size >= 999.5) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = size >= 100 ? value.toFixed(0) : size >= 1 ? value.toFixed(1) : value.toFixed(Math.min(12, 1 - Math.floor(Math.log10(size))));
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** 0.165 relative is "16.5%"; 4.5 absolute with the unit "points" is "4.5 points". */
export function effectText(value: number, { scale, unit }: EffectUnit): string {
  if (scale === 'relative') return `${plainNumber(value * 100)}%`;
  return unit === undefined ? plainNumber(value) : `${plainNumber(value)} ${unit}`;
}

/** An effect with its sign: "+16.5%". */
export function signedText(value: number, unit: EffectUnit): string {
  const text = effectText(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** "between +12.3% and +20.9%"; an open side is named as such. */
export function rangeText({ low, high }: Interval, unit: EffectUnit): string {
  if (low === null && high === null) return 'with no bound on either side';
  if (low === null) return `at most ${signedText(high!, unit)}`;
  return high === null ? `at least ${signedText(low, unit)}` : `between ${signedText(low, unit)} and ${signedText(high, unit)}`;
}

/** A share of 0 to 1 in whole percent; never 0% or 100% of something possible: "under 1%", "over 99%". */
export function shareText(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%';
  if (share < 1 && share >= 0.995) return 'over 99%';
  return `${Math.round(share * 100)}%`;
}

/** "1 week", "5 weeks". */
export function countText(count: number, noun: string): string {
  return `${plainNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
