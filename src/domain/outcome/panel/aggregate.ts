// Sums effects by cohort and period up to one number, to one per event time, per cohort or per period; the weights are estimated too,
// and that is in the standard errors. Knows no interval and no verdict.
import { standardErrorOf, type GroupTime, type GroupTimes } from './group-time.ts';

export interface Aggregate {
  readonly effect: number;
  readonly standardError: number;
  readonly influence: Float64Array;
}

/** An aggregate of one event time (periods since the first treated one, negative before), cohort or period; `at` says which. */
export interface AggregateAt extends Aggregate {
  readonly at: number;
  /** Mean of the cells' treated levels with the same weights. */
  readonly level: number;
  readonly treated: number;
}

/** Several aggregates and their overall mean over treated ones; undefined when none is treated. */
export interface Aggregates {
  readonly parts: readonly AggregateAt[];
  readonly overall: Aggregate | undefined;
}

const isPost = (cell: GroupTime): boolean => cell.time >= cell.group;

/** All treated cells weighted by their cohort's share: the average effect on a treated unit and period. Undefined without such cells. */
export function simpleAggregate(effects: GroupTimes): (Aggregate & { readonly level: number }) | undefined {
  const cells = effects.cells.filter(isPost);
  return cells.length === 0 ? undefined : { ...byShare(effects, cells), level: levelOf(effects, cells) };
}

/** By periods since treatment; overall is the plain mean of those from 0 on. */
export function byEventTime(effects: GroupTimes): Aggregates {
  const parts = partsOf(effects, effects.cells, (cell) => cell.time - cell.group, byShare);
  return { parts, overall: plainMean(parts.filter((part) => part.at >= 0)) };
}

/** By calendar period from the first treated one on; overall is their plain mean. */
export function byPeriod(effects: GroupTimes): Aggregates {
  const parts = partsOf(effects, effects.cells.filter(isPost), (cell) => cell.time, byShare);
  return { parts, overall: plainMean(parts) };
}

/** By cohort: the plain mean over its treated periods; overall weighs cohorts by their share. */
export function byCohort(effects: GroupTimes): Aggregates {
  const parts = partsOf(effects, effects.cells.filter(isPost), (cell) => cell.group, (_, cells) => plainMean(cells)!);
  return { parts, overall: parts.length === 0 ? undefined : byShare(effects, parts.map((part) => ({ ...part, group: part.at }))) };
}

type Weigh = (effects: GroupTimes, cells: readonly GroupTime[]) => Aggregate;

function partsOf(effects: GroupTimes, cells: readonly GroupTime[], key: (cell: GroupTime) => number, weigh: Weigh): AggregateAt[] {
  const groups = new Map<number, GroupTime[]>();
  for (const cell of cells) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), cell]);
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([at, members]) => ({ at, ...weigh(effects, members), level: levelOf(effects, members), treated: members.reduce((sum, cell) => sum + cell.treated, 0) }));
}

function levelOf({ share }: GroupTimes, cells: readonly GroupTime[]): number {
  const weight = cells.map((cell) => share.get(cell.group)!);
  const total = weight.reduce((sum, one) => sum + one, 0);
  return cells.reduce((sum, cell, i) => sum + weight[i]! * cell.level, 0) / total;
}

/**
 * Mean of effects weighted by their cohorts' shares p. Influence: sum of p / P x the cells' own, plus w (effect - mean) / P for every
 * cell of the unit's own cohort, which is what estimating the shares adds. Source: R `did`, function wif, collected by unit.
 */
function byShare({ panel, share }: GroupTimes, cells: readonly { readonly group: number; readonly effect: number; readonly influence: Float64Array }[]): Aggregate {
  const total = cells.reduce((sum, cell) => sum + share.get(cell.group)!, 0);
  const effect = cells.reduce((sum, cell) => sum + (share.get(cell.group)! / total) * cell.effect, 0);
  const influence = new Float64Array(panel.start.length);
  const excess = new Map<number, number>();
  for (const cell of cells) {
    const weight = share.get(cell.group)! / total;
    for (let i = 0; i < influence.length; i++) influence[i]! += weight * cell.influence[i]!;
    excess.set(cell.group, (excess.get(cell.group) ?? 0) + (cell.effect - effect) / total);
  }
  for (let i = 0; i < influence.length; i++) influence[i]! += panel.weight[i]! * (excess.get(panel.start[i]!) ?? 0);
  return { effect, influence, standardError: standardErrorOf(influence) };
}

function plainMean(parts: readonly Aggregate[]): Aggregate | undefined {
  const first = parts[0];
  if (first === undefined) return undefined;
  const influence = new Float64Array(first.influence.length);
  for (const part of parts) for (let i = 0; i < influence.length; i++) influence[i]! += part.influence[i]! / parts.length;
  return { effect: parts.reduce((sum, part) => sum + part.effect, 0) / parts.length, influence, standardError: standardErrorOf(influence) };
}
