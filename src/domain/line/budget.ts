// Zero sum: all weekly budgets together stay within capacity less protected focus. Raising one asks which falls. Knows no calendar.
import type { Kind } from '../attention/kinds.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';

export type Budgets = ReadonlyMap<Kind, number>;

/** One budget gives up some minutes. */
export interface Giving {
  readonly kind: Kind;
  readonly minutes: number;
}

export interface Room {
  /** What budgets may add up to: capacity less protected focus, never below 0. Minutes a week, as all here. */
  readonly limit: number;
  readonly budgeted: number;
  /** What can still be given; below 0 where a line began with more than there is. */
  readonly room: number;
}

export function roomIn(budgets: Budgets, capacity: number, protectedMinutes: number): Room {
  const limit = Math.max(0, Math.floor(capacity - protectedMinutes));
  const budgeted = [...budgets.values()].reduce((sum, minutes) => sum + minutes, 0);
  return { limit, budgeted, room: limit - budgeted };
}

export interface Change {
  readonly kind: Kind;
  /** Undefined: the kind has no budget from now on. */
  readonly budget: number | undefined;
  readonly from?: readonly Giving[] | undefined;
}

export interface NoRoom {
  readonly kind: Kind;
  /** The most this budget could become by rising, after what is given up. */
  readonly room: number;
  readonly wanted: number;
  readonly limit: number;
  readonly budgeted: number;
  /** The three largest other budgets, largest first. */
  readonly candidates: readonly Giving[];
}

/**
 * The budgets after a change. Refused when one gives more than it has, or when the sum rises above the limit; a sum that began above it
 * may fall or stay. Example: limit 600, sales 400 and marketing 200; sales to 460 needs `from` marketing 60.
 */
export function rebudget(budgets: Budgets, { kind, budget, from = [] }: Change, limit: number): Ruling<Budgets, 'line_no_room' | 'line_from_unfit'> {
  const after = new Map(budgets);
  for (const { kind: giver, minutes } of from) {
    const has = after.get(giver) ?? 0;
    if (giver === kind || minutes > has) return refused('line_from_unfit', { kind: giver, has, wanted: minutes });
    after.set(giver, has - minutes);
  }
  const freed = sumOf(after);
  if (budget === undefined) after.delete(kind);
  else after.set(kind, budget);
  const before = sumOf(budgets);
  if (sumOf(after) <= Math.max(limit, before)) return granted(after);
  const own = budgets.get(kind) ?? 0;
  const details: NoRoom = {
    kind, room: Math.max(0, Math.max(limit, before) - freed), wanted: (budget ?? 0) - own, limit, budgeted: before,
    candidates: [...budgets].filter(([other, minutes]) => other !== kind && minutes > 0).sort(([, a], [, b]) => b - a).slice(0, 3).map(([other, minutes]) => ({ kind: other, minutes })),
  };
  return refused('line_no_room', { ...details });
}

function sumOf(budgets: Budgets): number {
  return [...budgets.values()].reduce((sum, minutes) => sum + minutes, 0);
}
