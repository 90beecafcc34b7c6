// The line itself: which problems and bets lead to the active goal, in at most three steps from an item.
// Also who may lead to what. Knows no item and no wording.
import { granted, refused, type Ruling } from '../kernel/ruling.ts';
import type { LinkTarget } from './lineage-rules.ts';

export interface ProblemNode {
  readonly id: string;
  readonly key?: string;
  readonly title: string;
  /** Id of the goal it leads to; absent while it leads to none. */
  readonly goal?: string | undefined;
  readonly closed?: boolean;
}

export interface BetNode {
  readonly id: string;
  readonly key?: string;
  readonly claim: string;
  readonly problem?: string | undefined;
  readonly goal?: string | undefined;
  readonly closed?: boolean;
}

export interface LineageGraph {
  /** Absent while no goal is active: then nothing leads anywhere and nothing is an orphan. */
  readonly goal?: { readonly id: string; readonly statement: string };
  readonly problems: readonly ProblemNode[];
  readonly bets: readonly BetNode[];
}

/** From the item's first step to the goal: ids of a bet, a problem, or a bet and its problem. */
export type Path = readonly LinkTarget[];

/** Steps between item and goal; an item that needs more has no path. Source: docs/formulas/orphan.md. */
export const MOST_STEPS = 3;

/** For every problem and bet that leads to the active goal, its shortest path. A closed one still counts: it explains why the item exists. */
export function pathsToGoal(graph: LineageGraph): ReadonlyMap<string, Path> {
  const paths = new Map<string, Path>();
  if (!graph.goal) return paths;
  for (const { id, goal } of graph.problems) if (goal === graph.goal.id) paths.set(`problem ${id}`, [{ kind: 'problem', id }]);
  for (const { id, goal, problem } of graph.bets) {
    const own: LinkTarget = { kind: 'bet', id };
    const through = problem === undefined ? undefined : paths.get(`problem ${problem}`);
    if (goal === graph.goal.id) paths.set(`bet ${id}`, [own]);
    else if (through && through.length + 2 <= MOST_STEPS) paths.set(`bet ${id}`, [own, ...through]);
  }
  return paths;
}

/** Whether items may be linked to a problem or bet now: a goal is active and the target is open. */
export function mayLead(target: LinkTarget, graph: LineageGraph): Ruling<LinkTarget, 'link_needs_active_goal' | 'link_target_closed' | 'not_found'> {
  const node = (target.kind === 'problem' ? graph.problems : graph.bets).find((one) => one.id === target.id);
  if (!node) return refused('not_found', { kind: target.kind, reference: target.id });
  if (!graph.goal) return refused('link_needs_active_goal');
  if (node.closed) return refused('link_target_closed', { kind: target.kind, reference: node.key ?? node.id });
  return granted(target);
}
