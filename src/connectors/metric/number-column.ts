// Reads a column of numbers as people write them: decimal comma or point, thousands, percent, currency. The whole column decides
// what its signs mean; a cell that contradicts the column stays unread. Knows no files.

export type DecimalSign = 'point' | 'comma';

export interface NumberRules {
  /** Overrides what the column shows. */
  readonly decimal?: DecimalSign | undefined;
  /** Cells are numbers of a sheet or of JSON: a point is a decimal point and nothing is grouped. */
  readonly exact?: boolean | undefined;
  /** How the table is separated: with `;` a lone `1,234` may be either, and is asked about. */
  readonly delimiter?: string | undefined;
}

export type NumberCell = { readonly value: number } | { readonly empty: true } | { readonly code: string };

export interface NumberColumn {
  /** Undefined when nothing in the column tells a decimal sign from a thousands sign and it would matter. */
  readonly decimal: DecimalSign | undefined;
  readonly percent: boolean;
  /** Sign or code of the amounts, such as `€`. */
  readonly currency: string | undefined;
  read(cell: string): NumberCell;
}

/** Beyond this a square or a sum would no longer be a number. */
const LARGEST = 1e100;
const EMPTY = /^(?:|-|–|—|\.|n\/?a|nan|nil|null|none|missing|\(null\)|\(blank\)|#n\/a|\?)$/i;
const CURRENCY = /^(?:\p{Sc}|usd|eur|gbp|jpy|cny|chf|sek|nok|dkk|pln|czk|huf|cad|aud|nzd|inr|brl|zar|kr|zł|fr|rs|us\$|r\$)\.?/iu;
const CURRENCY_END = /\s*(?:\p{Sc}|usd|eur|gbp|jpy|cny|chf|sek|nok|dkk|pln|czk|huf|cad|aud|nzd|inr|brl|zar|kr|zł|ft|kč)\.?$/iu;
const DIGITS = /^[+-]?(?:\d[\d.,'’ _]*|[.,]\d+)(?:e[+-]?\d+)?$/i;

interface Parts {
  readonly digits: string;
  readonly percent: boolean;
  readonly currency: string | undefined;
  readonly negative: boolean;
}

/** The cell without signs around its digits; undefined when what remains is no number. */
function partsOf(cell: string): Parts | undefined {
  let text = /^[\x20-\x7e]*$/.test(cell) ? cell.trim() : plainDigits(cell).trim();
  if (text.length > 400) return undefined;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = bracketed[1]!.trim();
  let negative = bracketed !== null;
  let currency: string | undefined;
  if (!/^[+-]?[\d.,]/.test(text) || !/[\d.,]$/.test(text)) {
    const sign = /^[+-]\s*(?=\D)/.exec(text)?.[0];
    if (sign !== undefined) {
      negative ||= sign.startsWith('-');
      text = text.slice(sign.length);
    }
    const before = CURRENCY.exec(text)?.[0];
    if (before !== undefined) text = text.slice(before.length).trim();
    const after = before === undefined ? CURRENCY_END.exec(text)?.[0] : undefined;
    if (after !== undefined) text = text.slice(0, -after.length).trim();
    currency = (before ?? after)?.trim().replace(/\.$/, '').toUpperCase();
  }
  const percent = text.endsWith('%');
  if (percent) text = text.slice(0, -1).trim();
  if (text.startsWith('%')) return undefined;
  return DIGITS.test(text) ? { digits: text, percent, currency, negative } : undefined;
}

/** Full-width, Arabic, Persian, Devanagari and Thai digits as 0 to 9; narrow spaces as spaces, the true minus as a hyphen. */
function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').replace(/[\u2212\u2010\u2011]/g, '-')
    .replace(/[\u066b]/g, '.').replace(/[\u066c]/g, "'")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = code >= 0x0e50 ? 0x0e50 : code >= 0x0966 ? 0x0966 : code >= 0x06f0 ? 0x06f0 : 0x0660;
      return String(code - zero);
    });
}

/** What one cell proves: that its comma or point is a decimal sign, or that it groups thousands. Undefined when either could be. */
function proofOf(digits: string): DecimalSign | 'either-comma' | 'either-point' | undefined {
  const body = digits.replace(/e[+-]?\d+$/i, '').replace(/^[+-]/, '');
  const comma = body.lastIndexOf(','), point = body.lastIndexOf('.');
  if (comma === -1 && point === -1) return undefined;
  if (comma !== -1 && point !== -1) return comma > point ? 'comma' : 'point';
  const sign = comma === -1 ? '.' : ',';
  const other = sign === '.' ? 'comma' : 'point';
  const groups = body.split(sign);
  if (groups.length > 2) return other;
  const [whole, rest] = groups as [string, string];
  const couldGroup = rest.length === 3 && whole.length >= 1 && whole.length <= 3 && !whole.startsWith('0');
  return couldGroup ? (sign === '.' ? 'either-point' : 'either-comma') : sign === '.' ? 'point' : 'comma';
}

function majority<T>(votes: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  for (const [vote, count] of votes) if (best === undefined || count > votes.get(best)!) best = vote;
  return best;
}

function decimalOf(digits: readonly string[], rules: NumberRules): DecimalSign | undefined {
  if (rules.exact === true) return 'point';
  if (rules.decimal !== undefined) return rules.decimal;
  const votes = new Map<DecimalSign, number>();
  let eitherComma = 0, eitherPoint = 0;
  for (const text of digits) {
    const proof = proofOf(text);
    if (proof === 'either-comma') eitherComma++;
    else if (proof === 'either-point') eitherPoint++;
    else if (proof !== undefined) votes.set(proof, (votes.get(proof) ?? 0) + 1);
  }
  const proven = majority(votes);
  if (proven !== undefined) return proven;
  if (eitherComma > 0 && eitherPoint > 0) return undefined;
  if (eitherComma + eitherPoint > 0 && rules.delimiter === ';') return undefined;
  return 'point';
}

/**
 * Learns from `cells` (a whole column, or the first rows of a long one) how its numbers are written. `1,234` alone means thousands,
 * `1.234` alone a decimal, unless the table is separated by semicolons: then `decimal` is undefined and the caller asks.
 * Percent cells are read as fractions: `3.5 %` is 0.035. Empty marks such as `-`, `n/a` and `null` are empty, never 0.
 */
export function numberColumn(cells: readonly string[], rules: NumberRules = {}): NumberColumn {
  const parts = cells.flatMap((cell) => (EMPTY.test(cell.trim()) ? [] : partsOf(cell) ?? []));
  const decimal = decimalOf(parts.map(({ digits }) => digits), rules);
  const percent = parts.filter((part) => part.percent).length * 2 > parts.length;
  const currencies = new Map<string, number>();
  for (const part of parts) if (part.currency !== undefined) currencies.set(part.currency, (currencies.get(part.currency) ?? 0) + 1);
  const currency = majority(currencies);
  const sign = decimal ?? 'point';
  return {
    decimal, percent, currency,
    read(cell) {
      if (EMPTY.test(cell.trim())) return { empty: true };
      const part = partsOf(cell);
      if (part === undefined) return { code: /^[+-]?inf(?:inity)?$|^[+-]?∞$/i.test(cell.trim()) ? 'number_too_large' : 'number_text' };
      if (part.percent !== percent) return { code: 'percent_mixed' };
      if (part.currency !== undefined && part.currency !== currency) return { code: 'currency_mixed' };
      const value = valueOf(part.digits, sign);
      if (value === undefined) return { code: 'number_ambiguous' };
      if (!(Math.abs(value) <= LARGEST)) return { code: 'number_too_large' };
      const signed = part.negative ? -value : value;
      return { value: part.percent ? fraction(signed) : signed === 0 ? 0 : signed };
    },
  };
}

/** A percent as a fraction without the digits that dividing by 100 adds: 3.5 is 0.035, not 0.035000000000000003. */
function fraction(percent: number): number {
  const [mantissa, power = '0'] = String(percent).split('e');
  return Number(`${mantissa}e${Number(power) - 2}`);
}

function valueOf(digits: string, decimal: DecimalSign): number | undefined {
  const group = decimal === 'point' ? ',' : '.';
  let text = digits;
  if (/[,'’ _]/.test(text) || text.includes(group)) {
    const mark = decimal === 'point' ? '.' : ',';
    const [whole = '', ...rest] = text.split(mark);
    if (rest.length > 1 || /[,.'’ _]/.test(rest.join(''))) return undefined;
    const groups = whole.replace(/^[+-]/, '').split(/[,.'’ _]/);
    const regular = groups.length === 1 || (groups.slice(1).every((part, at) => part.length === 3 || (part.length === 2 && at < groups.length - 2)) && groups[0]!.length <= 3 && groups[0] !== '');
    if (!regular) return undefined;
    text = `${whole.replace(/[,.'’ _]/g, '')}${rest.length === 1 ? `.${rest[0]}` : ''}`;
  } else if (decimal === 'comma') text = text.replace(',', '.');
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}
