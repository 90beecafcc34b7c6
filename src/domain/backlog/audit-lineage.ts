// Which open items lead to the Product Goal, as the audit needs it. Without a goal no path is looked for and it says so.
import type { CannotTell, ItemClass, OrphanOrigin } from './audit-result.ts';
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import type { AuditSettings } from './rule.ts';
import { saysBug, saysSecurity, saysUpkeep } from './wording-kind.ts';

export interface AuditPaths {
  classOf(key: string): ItemClass;
  readonly findings: readonly Finding[];
  readonly orphans?: { readonly share: number; readonly count: number; readonly origins: readonly OrphanOrigin[] };
  readonly cannotTell: readonly CannotTell[];
}

export interface AuditLineage {
  add(item: Item): void;
  finish(): AuditPaths;
}

const NO_GOAL: CannotTell = {
  what: 'orphan', reason: 'No Product Goal is set, so no path to it can be looked for.', settledBy: 'setting the one Product Goal',
};

export function startAuditLineage(_goal: string | undefined, settings: AuditSettings): AuditLineage {
  const upkeep = new Set<string>();
  return {
    add(item) {
      if (item.statusClass === 'open' && (saysBug(item) || saysSecurity(item) || saysUpkeep(item))) upkeep.add(item.key);
    },
    finish() {
      return { classOf: (key) => (upkeep.has(key) ? 'ktlo' : 'unjudged'), findings: [], cannotTell: settings.rules.orphan.on ? [NO_GOAL] : [] };
    },
  };
}
