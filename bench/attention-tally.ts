// Counts how often guesses of kinds are right, and how many minutes end up under the wrong group after errors cancel. Used by bench/attention.ts.
import { GROUPS, KINDS, kindNamed, type Kind } from '../src/domain/attention/kinds.ts';
import type { BenchRow } from './attention-peer.ts';

export type Predict = (row: BenchRow) => ArrayLike<number>;
export interface Labelled extends BenchRow { readonly kind: Kind; readonly also?: readonly string[] }

export interface Tally {
  readonly leaf: number;
  /** The label or one of the alternatives that readers accepted. */
  readonly acceptable: number;
  readonly top3: number;
  readonly group: number;
  /** Minutes a group has too many of, summed over groups, as a share of all; undefined when the rows have no minutes. */
  readonly misallocated: number | undefined;
}

/** The kinds from likeliest to least likely. */
export function ranked(probabilities: ArrayLike<number>): Kind[] {
  return KINDS.map(({ kind }, i) => ({ kind, p: probabilities[i]! })).sort((a, b) => b.p - a.p).map(({ kind }) => kind);
}

/** All shares are 0 to 1. The group is that of the likeliest kind. */
export function tallied(rows: readonly Labelled[], predict: Predict): Tally {
  const surplus = new Map(GROUPS.map((group) => [group, 0]));
  let leaf = 0;
  let acceptable = 0;
  let top3 = 0;
  let groups = 0;
  let minutes = 0;
  for (const row of rows) {
    const order = ranked(predict(row));
    const guess = kindNamed(order[0]!);
    const truth = kindNamed(row.kind);
    leaf += Number(guess.kind === truth.kind);
    acceptable += Number(guess.kind === truth.kind || (row.also ?? []).includes(guess.kind));
    top3 += Number(order.slice(0, 3).includes(truth.kind));
    groups += Number(guess.group === truth.group);
    minutes += row.minutes ?? 0;
    surplus.set(guess.group, surplus.get(guess.group)! + (row.minutes ?? 0));
    surplus.set(truth.group, surplus.get(truth.group)! - (row.minutes ?? 0));
  }
  const wrong = [...surplus.values()].reduce((sum, value) => sum + Math.max(0, value), 0);
  const n = rows.length;
  return { leaf: leaf / n, acceptable: acceptable / n, top3: top3 / n, group: groups / n, misallocated: minutes ? wrong / minutes : undefined };
}
