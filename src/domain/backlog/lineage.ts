// R3: how much of the open backlog leads to the active goal: by link, by rule, through a parent, by wording not yet confirmed, as upkeep,
// or by no path at all. No path is not bad: it is unexplained. Pure: links, rules and records are handed in.
import type { Item } from './item.ts';
import { pathsToGoal, type LineageGraph, type Path } from './lineage-graph.ts';
import { originOf, RuleBook, type LinkRule, type LinkTarget, type OriginMap } from './lineage-rules.ts';
import { Suggester, type Suggestion, type SuggestTarget } from './lineage-suggest.ts';
import { saysBug, saysSecurity, saysUpkeep } from './wording-kind.ts';

export interface LineageOptions {
  readonly graph: LineageGraph;
  readonly rules?: readonly LinkRule[];
  /** What an item was linked to by hand, in bulk or by a confirmed suggestion, by item key. */
  readonly linksOf?: (key: string) => readonly LinkTarget[];
  readonly origins?: OriginMap;
  /** More words of goal, problems and bets than their titles; by default statement, title and claim. */
  readonly targets?: readonly SuggestTarget[];
  readonly declined?: (item: string, target: string) => boolean;
  /** Share of open items that upkeep may take, 0-1. */
  readonly allowance: number;
}

/** goal: a path is known. suggested: only the wording points there. lights_on: upkeep. none: no path. */
export type LineageState = 'goal' | 'suggested' | 'lights_on' | 'none';

export interface LineageCounts {
  readonly open: number;
  readonly linked: number;
  readonly suggested: number;
  readonly lightsOn: number;
  readonly unexplained: number;
  /** Share of open items without a path, 0-1; absent when nothing is open or no goal is active. */
  readonly unexplainedShare?: number;
  /** True when upkeep takes more than its allowance; by how many items is `lightsOnOver`. */
  readonly exceedsAllowance: boolean;
  readonly lightsOnOver: number;
}

export interface LineageResult {
  readonly counts: LineageCounts;
  /** By origin, the most unexplained first, then by name. */
  readonly byOrigin: readonly { readonly origin: string; readonly open: number; readonly unexplained: number }[];
  /** Open items without a path, in the order they were added. Empty while no goal is active. */
  readonly orphans: readonly { readonly key: string; readonly origin: string }[];
  readonly suggestions: readonly Suggestion[];
  /** State of an open item; `none` for keys never added. */
  stateOf(key: string): LineageState;
  /** How an item reaches the goal; undefined without a path. */
  pathOf(key: string): Path | undefined;
}

export interface Lineage {
  /** Takes every item, also closed ones: they may be parents on the way. */
  add(item: Item): void;
  finish(): LineageResult;
}

/** A chain of parents longer than this is a circle or a mistake. */
const MOST_PARENTS = 12;

export function startLineage(options: LineageOptions): Lineage {
  const book = new RuleBook(options.rules ?? []);
  const paths = pathsToGoal(options.graph);
  const suggester = new Suggester(options.targets ?? targetsOf(options.graph));
  const parents = new Map<string, string>();
  const ownPaths = new Map<string, Path>();
  const ownUpkeep = new Set<string>();
  const open: { key: string; origin: string; upkeep: boolean }[] = [];

  return {
    add(item) {
      const matched = book.matching(item);
      const targets = [...(options.linksOf?.(item.key) ?? []), ...matched.map((rule) => rule.target)];
      let best: Path | undefined;
      for (const target of targets) {
        if (target.kind !== 'problem' && target.kind !== 'bet') continue;
        const path = paths.get(`${target.kind} ${target.id}`);
        if (path && (!best || path.length < best.length)) best = path;
      }
      if (best) ownPaths.set(item.key, best);
      if (matched.some((rule) => rule.target.kind === 'lights_on')) ownUpkeep.add(item.key);
      if (item.parent !== undefined && item.parent !== item.key) parents.set(item.key, item.parent);
      if (item.statusClass !== 'open') return;
      open.push({ key: item.key, origin: originOf(item, matched, options.origins ?? new Map()), upkeep: saysBug(item) || saysSecurity(item) || saysUpkeep(item) });
      if (options.graph.goal) suggester.add(item);
    },
    finish() {
      // A rule may name a parent that is not in the file; its children still lead where the rule says.
      for (const parent of new Set(parents.values())) {
        for (const rule of book.matching({ key: parent, labels: [], components: [] })) {
          const path = rule.target.kind === 'problem' || rule.target.kind === 'bet' ? paths.get(`${rule.target.kind} ${rule.target.id}`) : undefined;
          if (path && !ownPaths.has(parent)) ownPaths.set(parent, path);
          if (rule.target.kind === 'lights_on') ownUpkeep.add(parent);
        }
      }
      const up = <T>(key: string, look: (key: string) => T | undefined): T | undefined => {
        let at: string | undefined = key;
        for (let step = 0; at !== undefined && step < MOST_PARENTS; step++) {
          const found = look(at);
          if (found !== undefined) return found;
          at = parents.get(at);
        }
        return undefined;
      };
      const pathOf = (key: string) => up(key, (at) => ownPaths.get(at));
      const suggestions = suggester.finish(options.declined).filter((one) => pathOf(one.item) === undefined);
      const suggested = new Set(suggestions.map((one) => one.item));
      const states = new Map<string, LineageState>();
      for (const { key, upkeep } of open) {
        const state = pathOf(key) ? 'goal' : upkeep || up(key, (at) => ownUpkeep.has(at) || undefined) ? 'lights_on' : suggested.has(key) ? 'suggested' : 'none';
        states.set(key, state);
      }
      return { ...summed(open, states, options), suggestions: suggestions.filter((one) => states.get(one.item) === 'suggested'), stateOf: (key) => states.get(key) ?? 'none', pathOf };
    },
  };
}

function summed(open: readonly { key: string; origin: string }[], states: ReadonlyMap<string, LineageState>, options: LineageOptions): Pick<LineageResult, 'counts' | 'byOrigin' | 'orphans'> {
  const tally = { goal: 0, suggested: 0, lights_on: 0, none: 0 };
  const origins = new Map<string, { open: number; unexplained: number }>();
  const orphans: { key: string; origin: string }[] = [];
  for (const { key, origin } of open) {
    const state = states.get(key)!;
    tally[state]++;
    const sum = origins.get(origin) ?? { open: 0, unexplained: 0 };
    sum.open++;
    if (state === 'none') sum.unexplained++;
    origins.set(origin, sum);
    if (state === 'none' && options.graph.goal) orphans.push({ key, origin });
  }
  const lightsOnOver = Math.max(0, tally.lights_on - Math.floor(options.allowance * open.length + 1e-9));
  return {
    counts: {
      open: open.length, linked: tally.goal, suggested: tally.suggested, lightsOn: tally.lights_on, unexplained: tally.none,
      ...(open.length > 0 && options.graph.goal ? { unexplainedShare: tally.none / open.length } : {}),
      exceedsAllowance: lightsOnOver > 0, lightsOnOver,
    },
    byOrigin: [...origins].map(([origin, sum]) => ({ origin, ...sum })).sort((a, b) => b.unexplained - a.unexplained || b.open - a.open || (a.origin < b.origin ? -1 : 1)),
    orphans,
  };
}

function targetsOf(graph: LineageGraph): SuggestTarget[] {
  const { goal } = graph;
  if (!goal) return [];
  const paths = pathsToGoal(graph);
  return [
    { kind: 'goal', id: goal.id, text: goal.statement },
    ...graph.problems.filter((one) => !one.closed && paths.has(`problem ${one.id}`)).map((one) => ({ kind: 'problem' as const, id: one.id, text: one.title })),
    ...graph.bets.filter((one) => !one.closed && paths.has(`bet ${one.id}`)).map((one) => ({ kind: 'bet' as const, id: one.id, text: one.claim })),
  ];
}
