// Which open items lead to the Product Goal, as the audit needs it. Without a goal no path is looked for and it says so.
import type { AuditOrphans, CannotTell, ItemClass } from './audit-result.ts';
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import { startLineage, type LineageOptions, type LineageState } from './lineage.ts';
import { orphanFinding, type OrphanGoal } from './orphan.ts';
import type { AuditSettings } from './rule.ts';

/** What a workspace knows of links, rules, problems and bets; an audit of a file has none of it. */
export type KnownLineage = Omit<LineageOptions, 'allowance'>;

export interface AuditPaths {
  classOf(key: string): ItemClass;
  /** What an open item leads to, as the workspace keeps it. */
  stateOf(key: string): LineageState;
  /** Id of the problem or bet that is an item's first step to the goal; undefined without a path. Also for closed items. */
  leadsTo(key: string): string | undefined;
  readonly findings: readonly Finding[];
  /** Absent while no goal is set. */
  readonly orphans?: AuditOrphans;
  readonly cannotTell: readonly CannotTell[];
}

export interface AuditLineage {
  add(item: Item): void;
  finish(): AuditPaths;
}

const NO_GOAL: CannotTell = {
  what: 'orphan', reason: 'No Product Goal is set, so no path to it can be looked for.', settledBy: 'setting the one Product Goal',
};

/** An item that only the wording links is shown with those that lead to the goal; how many they are stands beside. */
const CLASSES: Readonly<Record<LineageState, ItemClass>> = { goal: 'goal', suggested: 'goal', lights_on: 'ktlo', none: 'no_path' };

/** `known` wins over the bare statement `goal`, which an audit of a file is given. */
export function startAuditLineage(goal: string | undefined, known: KnownLineage | undefined, settings: AuditSettings): AuditLineage {
  const statement = goal?.trim() ?? '';
  const fromText = statement === '' ? {} : { goal: { id: 'goal', statement } };
  const options: KnownLineage = known ?? { graph: { ...fromText, problems: [], bets: [] } };
  const active = options.graph.goal;
  const lineage = startLineage({ ...options, allowance: settings.ktloAllowance });
  return {
    add(item) {
      lineage.add(item);
    },
    finish() {
      const result = lineage.finish();
      const { on } = settings.rules.orphan;
      if (active === undefined) {
        return {
          classOf: (key) => (result.stateOf(key) === 'lights_on' ? 'ktlo' : 'unjudged'), stateOf: (key) => result.stateOf(key), leadsTo: () => undefined, findings: [],
          cannotTell: on ? [NO_GOAL] : [],
        };
      }
      const about: OrphanGoal = { statement: active.statement, linksKnown: known !== undefined, ...(known === undefined ? {} : { id: active.id }) };
      const { counts } = result;
      return {
        classOf: (key) => CLASSES[result.stateOf(key)], stateOf: (key) => result.stateOf(key), leadsTo: (key) => result.pathOf(key)?.[0]?.id,
        findings: on ? result.orphans.flatMap((orphan) => orphanFinding(orphan, about, settings) ?? []) : [],
        orphans: {
          share: counts.unexplainedShare ?? 0, count: counts.unexplained, linked: counts.linked, suggested: counts.suggested,
          lightsOn: counts.lightsOn, lightsOnOver: counts.lightsOnOver,
          origins: result.byOrigin.map(({ origin, open, unexplained }) => ({ origin, items: open, orphans: unexplained })),
        },
        cannotTell: [],
      };
    },
  };
}
