// Reads an effect as a PM states it, "2 to 20": the 5th and the 95th percentile. Guesses no unit and swaps no ends.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Distribution } from '../estimate.ts';
import { normalQuantile } from '../numerics/normal.ts';

/** `percent` says that the ends were written with a percent sign; they are then fractions: "2% to 20%" is 0.02 and 0.2. */
export interface StatedRange {
  readonly low: number;
  readonly high: number;
  readonly percent: boolean;
}

/**
 * `effect_unreadable` no two numbers with a word or sign between them; `effect_one_number` one number only;
 * `effect_ambiguous_comma` "1,500" may be one and a half or fifteen hundred: `details` has both readings;
 * `effect_reversed` the first end is above the second; `effect_no_width` both ends are the same.
 */
export type StatedEffectRefusal = 'effect_unreadable' | 'effect_one_number' | 'effect_ambiguous_comma' | 'effect_reversed' | 'effect_no_width';

const NUMBER = String.raw`([+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+))\s*(%?)`;
const ONE = new RegExp(`^${NUMBER}$`);
const RANGE = new RegExp(String.raw`^(?:between\s+|from\s+)?${NUMBER}\s*(?:to|and|\.{2,3}|-)\s*${NUMBER}$`);

/**
 * Reads "2 to 20", "2..20", "2-20", "-1 to 4", "2% to 20%", with any dash as a minus and a decimal point or comma.
 * A percent sign on one end counts for both. Example: "0,5 to 2 %" gives 0.005 and 0.02, percent.
 */
export function readStatedRange(text: string): Ruling<StatedRange, StatedEffectRefusal> {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\u2026/g, '..').trim().toLowerCase();
  if (ONE.test(plain)) return refused('effect_one_number');
  const found = RANGE.exec(plain);
  if (found === null) return refused('effect_unreadable');
  const [, first = '', firstSign = '', second = '', secondSign = ''] = found;
  const percent = firstSign !== '' || secondSign !== '';
  const ends = [first, second].map(readNumber);
  const ambiguous = [first, second].find((_, at) => ends[at] === 'ambiguous');
  if (ambiguous !== undefined) return refused('effect_ambiguous_comma', { decimal: ambiguous.replace(',', '.'), thousands: ambiguous.replace(',', '') });
  const [low, high] = ends;
  if (typeof low !== 'number' || typeof high !== 'number') return refused('effect_unreadable');
  if (low > high) return refused('effect_reversed', { low: high, high: low });
  if (low === high) return refused('effect_no_width', { value: low });
  return granted(percent ? { low: low / 100, high: high / 100, percent } : { low, high, percent });
}

/** A comma with exactly three digits after it could be either; not after a lone zero, and not when there are several commas. */
function readNumber(text: string): number | 'ambiguous' | undefined {
  const commas = text.split(',').length - 1;
  if (commas === 0) return finite(text);
  if (commas === 1 && !text.includes('.')) {
    const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split(',');
    if (fraction.length === 3 && whole.length <= 3 && /[1-9]/.test(whole)) return 'ambiguous';
    return finite(text.replace(',', '.'));
  }
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? finite(text.replaceAll(',', '')) : undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The distribution whose middle `level` lies between the two ends, in their unit: log-normal when both are above 0, else normal.
 * Source: squiggle's convention for `low to high`. Example: 2 to 20 is log-normal with mu 1.844 and sigma 0.700; -1 to 4 is
 * normal with mean 1.5 and sd 1.52.
 */
export function distributionBetween(low: number, high: number, level = 0.9): Distribution {
  const reach = 2 * normalQuantile((1 + level) / 2);
  if (low <= 0) return { kind: 'normal', mean: (low + high) / 2, sd: (high - low) / reach };
  const [from, to] = [Math.log(low), Math.log(high)];
  return { kind: 'lognormal', mu: (from + to) / 2, sigma: (to - from) / reach };
}
