// Reads the arms of reference cases: the sums or rows a case gives, in the engine's words. Refuses what it does not know.
import type { ArmRows, ArmTotals, Sums } from '../../src/domain/outcome/randomised/arm-totals.ts';
import { momentsOf } from '../../src/domain/outcome/randomised/arm-moments.ts';
import { pairOf, type Pair } from '../../src/domain/outcome/randomised/pair.ts';
import type { Ruling } from '../../src/domain/kernel/ruling.ts';
import type { Alternative } from '../../src/domain/outcome/randomised/difference.ts';
import type { Interval } from '../../src/domain/outcome/estimate.ts';

export type Fields = Record<string, unknown>;

/** The value of a ruling; a refusal becomes the case's fault. */
export function must<T>(ruling: Ruling<T>): T {
  if (!ruling.ok) throw new Error(`refused: ${ruling.refusal.code} ${JSON.stringify(ruling.refusal.details ?? {})}`);
  return ruling.value;
}

/** The first of the named fields that is there. */
export function field(from: Fields, ...names: readonly string[]): unknown {
  return names.map((name) => from[name]).find((value) => value !== undefined);
}

/** The first of the named fields, as a number; throws when none of them is one. */
export function numberIn(from: Fields, ...names: readonly string[]): number {
  const value = field(from, ...names);
  if (typeof value !== 'number') throw new Error(`no number in ${names.join(', ')}`);
  return value;
}

export function fieldsIn(from: Fields, ...names: readonly string[]): Fields {
  const value = field(from, ...names);
  if (typeof value !== 'object' || value === null) throw new Error(`no fields in ${names.join(', ')}`);
  return value as Fields;
}

/** One arm: rows when it holds columns, else sums, by the fields it has. */
export function armIn(value: unknown): ArmTotals | ArmRows {
  if (Array.isArray(value)) return { kind: 'mean', values: value as number[] };
  const arm = value as Fields;
  const shares = arm['kind'] === 'proportion' || arm['binary'] === true;
  if (Array.isArray(arm['values'])) return shares ? { kind: 'proportion', values: arm['values'] as number[] } : { kind: 'mean', values: arm['values'] as number[] };
  if (Array.isArray(arm['post'])) return { kind: 'cuped', post: arm['post'] as number[], pre: arm['pre'] as number[], binary: shares };
  const n = numberIn(arm, 'n');
  const columns = columnsIn(arm);
  if (columns.has('mpost')) return ratioCupedIn(columns, n);
  if (columns.has('post')) return { kind: 'cuped', n, post: sumsIn(columns, 'post'), pre: sumsIn(columns, 'pre'), sumProducts: productIn(columns, 'post', 'pre'), binary: isBinary(columns.get('post')) };
  if (columns.has('m')) return { kind: 'ratio', n, numerator: sumsIn(columns, 'm'), denominator: sumsIn(columns, 'd'), sumProducts: productIn(columns, 'm', 'd') };
  if (arm['successes'] !== undefined) return { kind: 'proportion', n, successes: numberIn(arm, 'successes') };
  return { kind: 'mean', n, sum: numberIn(arm, 'sum'), sumSquares: numberIn(arm, 'sumSquares') };
}

type Columns = ReadonlyMap<string, unknown>;

/** Fields of an arm, those of inner objects under both names, by {@link plainName}; an object with a sum stays whole. */
function columnsIn(arm: Fields, outer = ''): Map<string, unknown> {
  const columns = new Map<string, unknown>();
  for (const [name, held] of Object.entries(arm)) {
    const inner = typeof held === 'object' && held !== null && !('sum' in held) && !('successes' in held);
    if (inner) for (const [deeper, value] of columnsIn(held as Fields, `${outer}${name}_`)) columns.set(deeper, value);
    else if (!['kind', 'n'].includes(name)) columns.set(plainName(`${outer}${name}`), held);
  }
  return columns;
}

/** A field's name without the words that vary: `numPost`, `m_statistic_post` and `mPost` are one; `sumProducts` is nothing. */
function plainName(name: string): string {
  const short = name.toLowerCase().replace(/numerator|num/g, 'm').replace(/denominator|den/g, 'd').replace(/statistic|sum|products?|prod|cross|of|_/g, '');
  return short.replace(/(post|pre)([md])(?!p)/g, '$2$1');
}

function sumsIn(columns: Columns, name: string): Sums {
  const sums = fieldsIn({ [name]: columns.get(name) }, name);
  const sum = numberIn(sums, 'sum', 'successes');
  return { sum, sumSquares: typeof sums['sumSquares'] === 'number' ? sums['sumSquares'] : sum };
}

/** True when a column's sums are those of zeros and ones. */
function isBinary(column: unknown): boolean {
  return typeof column === 'object' && column !== null && (('kind' in column && column.kind === 'proportion') || !('sumSquares' in column));
}

/** The sum of products of two columns, named after both or, where no other can be meant, after none. */
function productIn(columns: Columns, a: string, b: string): number {
  const found = [a + b, b + a, ''].map((name) => columns.get(name)).find((value) => typeof value === 'number');
  if (typeof found !== 'number') throw new Error(`no sum of products of ${a} and ${b}`);
  return found;
}

function ratioCupedIn(columns: Columns, n: number): ArmTotals {
  return {
    kind: 'ratio-cuped', n,
    numerator: sumsIn(columns, 'mpost'), denominator: sumsIn(columns, 'dpost'), preNumerator: sumsIn(columns, 'mpre'), preDenominator: sumsIn(columns, 'dpre'),
    products: {
      numeratorDenominator: productIn(columns, 'mpost', 'dpost'),
      numeratorPreNumerator: productIn(columns, 'mpost', 'mpre'),
      numeratorPreDenominator: productIn(columns, 'mpost', 'dpre'),
      denominatorPreNumerator: productIn(columns, 'dpost', 'mpre'),
      denominatorPreDenominator: productIn(columns, 'dpost', 'dpre'),
      preNumeratorPreDenominator: productIn(columns, 'mpre', 'dpre'),
    },
  };
}

/** Both arms of a case, ready to compare. */
export function pairIn(input: Fields): Pair {
  return pairOfArms(armIn(field(input, 'control', 'controlValues')), armIn(field(input, 'treatment', 'treatmentValues')));
}

export function pairOfArms(control: ArmTotals | ArmRows, treatment: ArmTotals | ArmRows): Pair {
  return must(pairOf(must(momentsOf(control)), must(momentsOf(treatment))));
}

export function alternativeIn(input: Fields): Alternative {
  const named = input['alternative'] ?? 'two-sided';
  if (named === 'greater' || named === 'less' || named === 'two-sided') return named;
  if (named === 'lesser') return 'less';
  throw new Error(`alternative ${JSON.stringify(named)} is not known`);
}

export function alphaIn(input: Fields): number {
  return typeof input['alpha'] === 'number' ? input['alpha'] : 0.05;
}

/** An interval as a case writes it. */
export function bounds({ low, high }: Interval): [number | null, number | null] {
  return [low, high];
}
