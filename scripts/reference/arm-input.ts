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

function sumsIn(from: Fields, ...names: readonly string[]): Sums {
  const sums = fieldsIn(from, ...names);
  const sum = numberIn(sums, 'sum', 'successes');
  return { sum, sumSquares: typeof sums['sumSquares'] === 'number' ? sums['sumSquares'] : sum };
}

/** True when a column's sums are those of zeros and ones. */
function isBinary(from: Fields, ...names: readonly string[]): boolean {
  const sums = fieldsIn(from, ...names);
  return sums['kind'] === 'proportion' || sums['sumSquares'] === undefined;
}

/** One arm: rows when it holds columns, else sums, by its `kind` or, without one, by the fields it has. */
export function armIn(value: unknown): ArmTotals | ArmRows {
  if (Array.isArray(value)) return { kind: 'mean', values: value as number[] };
  const arm = value as Fields;
  const kind = typeof arm['kind'] === 'string' ? arm['kind'].toLowerCase() : '';
  if (Array.isArray(arm['values'])) return kind === 'proportion' ? { kind, values: arm['values'] as number[] } : { kind: 'mean', values: arm['values'] as number[] };
  if (Array.isArray(arm['post'])) return { kind: 'cuped', post: arm['post'] as number[], pre: arm['pre'] as number[], binary: kind === 'proportion' || arm['binary'] === true };
  const n = numberIn(arm, 'n');
  if (field(arm, 'mPost', 'numPost', 'postNum', 'numeratorPost') !== undefined) return ratioCupedIn(arm, n);
  if (arm['post'] !== undefined) {
    return {
      kind: 'cuped', n, post: sumsIn(arm, 'post'), pre: sumsIn(arm, 'pre'),
      sumProducts: numberIn(arm, 'sumProducts', 'sumPostPre', 'postPreSumOfProducts', 'sumOfProducts'), binary: isBinary(arm, 'post'),
    };
  }
  const numerator = field(arm, 'num', 'numerator', 'm');
  if (numerator !== undefined) {
    return { kind: 'ratio', n, numerator: sumsIn(arm, 'num', 'numerator', 'm'), denominator: sumsIn(arm, 'den', 'denominator', 'd'), sumProducts: numberIn(arm, 'sumProducts', 'sumOfProducts') };
  }
  if (arm['successes'] !== undefined) return { kind: 'proportion', n, successes: numberIn(arm, 'successes') };
  return { kind: 'mean', n, sum: numberIn(arm, 'sum'), sumSquares: numberIn(arm, 'sumSquares') };
}

function ratioCupedIn(arm: Fields, n: number): ArmTotals {
  const products = typeof arm['products'] === 'object' && arm['products'] !== null ? (arm['products'] as Fields) : arm;
  const product = (a: 'm' | 'd', at: 'Post' | 'Pre', b: 'm' | 'd', bt: 'Post' | 'Pre'): number => {
    const long = { m: 'num', d: 'den' } as const;
    const names = [[a, at, b, bt], [b, bt, a, at]] as const;
    return numberIn(products, ...names.flatMap(([x, xt, y, yt]) => [`${x}${xt}${upper(y)}${yt}`, `${long[x]}${xt}${upper(long[y])}${yt}`, `${x}_${xt.toLowerCase()}_${y}_${yt.toLowerCase()}`, `sum${upper(x)}${xt}${upper(y)}${yt}`]));
  };
  return {
    kind: 'ratio-cuped', n,
    numerator: sumsIn(arm, 'mPost', 'numPost', 'postNum', 'numeratorPost'), denominator: sumsIn(arm, 'dPost', 'denPost', 'postDen', 'denominatorPost'),
    preNumerator: sumsIn(arm, 'mPre', 'numPre', 'preNum', 'numeratorPre'), preDenominator: sumsIn(arm, 'dPre', 'denPre', 'preDen', 'denominatorPre'),
    products: {
      numeratorDenominator: product('m', 'Post', 'd', 'Post'),
      numeratorPreNumerator: product('m', 'Post', 'm', 'Pre'),
      numeratorPreDenominator: product('m', 'Post', 'd', 'Pre'),
      denominatorPreNumerator: product('d', 'Post', 'm', 'Pre'),
      denominatorPreDenominator: product('d', 'Post', 'd', 'Pre'),
      preNumeratorPreDenominator: product('m', 'Pre', 'd', 'Pre'),
    },
  };
}

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
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
