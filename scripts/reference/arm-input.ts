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

/** One arm: rows when it holds columns, else sums, by the fields it has. */
export function armIn(value: unknown): ArmTotals | ArmRows {
  if (Array.isArray(value)) return { kind: 'mean', values: value as number[] };
  const arm = value as Fields;
  const shares = arm['kind'] === 'proportion' || arm['binary'] === true;
  if (Array.isArray(arm['values'])) return shares ? { kind: 'proportion', values: arm['values'] as number[] } : { kind: 'mean', values: arm['values'] as number[] };
  if (Array.isArray(arm['post'])) return { kind: 'cuped', post: arm['post'] as number[], pre: arm['pre'] as number[], binary: shares };
  const n = numberIn(arm, 'n');
  const columns = new Map(Object.entries(arm).map(([name, held]) => [plainName(name), held]));
  const sums = (name: string): Sums => sumsIn({ [name]: columns.get(name) }, name);
  if (columns.has('mpost')) return ratioCupedIn(arm, n, sums);
  if (columns.has('post')) return { kind: 'cuped', n, post: sums('post'), pre: sums('pre'), sumProducts: productIn(arm, 'post', 'pre'), binary: isBinary({ post: columns.get('post') }, 'post') };
  if (columns.has('m')) return { kind: 'ratio', n, numerator: sums('m'), denominator: sums('d'), sumProducts: productIn(arm, 'm', 'd') };
  if (arm['successes'] !== undefined) return { kind: 'proportion', n, successes: numberIn(arm, 'successes') };
  return { kind: 'mean', n, sum: numberIn(arm, 'sum'), sumSquares: numberIn(arm, 'sumSquares') };
}

/** A field's name without the words that vary: `numPost`, `m_statistic_post` and `mPost` are one; `sumProducts` is nothing. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/numerator|num/g, 'm').replace(/denominator|den/g, 'd').replace(/statistic|sum|products?|cross|of|_/g, '').replace(/^(post|pre)([md])$/, '$2$1');
}

/** The sum of products of two columns, from the arm or from an object in it, named after both or, where no other can be meant, after none. */
function productIn(arm: Fields, a: string, b: string): number {
  const inner = Object.values(arm).filter((held) => typeof held === 'object' && held !== null);
  const named = [arm, ...inner].flatMap((held) => Object.entries(held as Fields)).filter(([name]) => !['sum', 'sumSquares', 'n'].includes(name));
  const found = [a + b, b + a, ''].map((wanted) => named.find(([name, held]) => typeof held === 'number' && plainName(name) === wanted)).find((one) => one !== undefined);
  if (found === undefined) throw new Error(`no sum of products of ${a} and ${b}`);
  return found[1] as number;
}

function ratioCupedIn(arm: Fields, n: number, sums: (name: string) => Sums): ArmTotals {
  return {
    kind: 'ratio-cuped', n,
    numerator: sums('mpost'), denominator: sums('dpost'), preNumerator: sums('mpre'), preDenominator: sums('dpre'),
    products: {
      numeratorDenominator: productIn(arm, 'mpost', 'dpost'),
      numeratorPreNumerator: productIn(arm, 'mpost', 'mpre'),
      numeratorPreDenominator: productIn(arm, 'mpost', 'dpre'),
      denominatorPreNumerator: productIn(arm, 'dpost', 'mpre'),
      denominatorPreDenominator: productIn(arm, 'dpost', 'dpre'),
      preNumeratorPreDenominator: productIn(arm, 'mpre', 'dpre'),
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
