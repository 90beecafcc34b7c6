// What an audit answers: counts of what was read, findings worst first, what the history can carry, and what it cannot tell.
import type { Day } from '../kernel/instant.ts';
import type { Finding, RuleName } from './finding.ts';
import type { SignoffNumbers } from './signoff.ts';
import type { SurvivalRow } from './survival.ts';

/** One thing that could not be read, as the reader reported it. */
export interface AuditUnread {
  readonly where: string;
  readonly code: string;
  readonly value?: string;
  /** True when a whole record was lost. */
  readonly lost: boolean;
}

export interface ReadCounts {
  readonly items: number;
  readonly open: number;
  readonly done: number;
  readonly closedUnfinished: number;
  readonly pullRequestsSkipped: number;
  /** Comments of items that were read. */
  readonly comments: number;
  /** Distinct authors of items. */
  readonly people: number;
  /** Distinct labels on items. */
  readonly labels: number;
}

export interface ItemHead {
  readonly key: string;
  readonly title: string;
  readonly url?: string;
}

export interface AuditFinding extends Finding {
  /** The open item it is about; absent for a goal line and for findings about the whole tracker. */
  readonly item?: ItemHead;
}

export interface RuleCount {
  readonly on: boolean;
  readonly count: number;
  /** Distinct open items with this finding as a share of all open items, 0-1; absent for rules that are not about open items and when none is open. */
  readonly share?: number;
}

/** Where an open item belongs in the picture. `unjudged`: no goal was set, so a path to it cannot be looked for. */
export type ItemClass = 'goal' | 'ktlo' | 'no_path' | 'aged_out' | 'unjudged';

export interface UntouchedBucket {
  /** Days untouched from (inclusive) and to (exclusive); `to` is absent for the last one. */
  readonly from: number;
  readonly to?: number;
  readonly counts: Readonly<Record<ItemClass, number>>;
}

export interface CannotTell {
  /** A rule, or `as_of` for the whole audit. */
  readonly what: RuleName | 'as_of';
  readonly reason: string;
  readonly settledBy: string;
}

/** Counted and otherwise left out of touches or of the fit. */
export interface LeftOut {
  readonly botTouches: number;
  readonly bulkTouches: number;
  readonly bulkUpdates: number;
  readonly rankMoves: number;
  /** Items created in an import: their age before it is unknown, so they are not fitted. */
  readonly importedItems: number;
  readonly importDays: readonly Day[];
  readonly undatedItems: number;
  readonly undatedClosings: number;
  readonly commentsWithoutItem: number;
  /** Items whose key came twice: the first stands. */
  readonly repeatedKeys: number;
  readonly suppressedFindings: number;
}

export interface OrphanOrigin {
  readonly origin: string;
  readonly items: number;
  /** Of these, without a path to the goal. */
  readonly orphans: number;
}

/** How much of the open backlog has no path to the goal; every open item is linked, suggested, upkeep or an orphan. */
export interface AuditOrphans {
  /** Orphans among all open items, 0-1; 0 when nothing is open. */
  readonly share: number;
  readonly count: number;
  readonly linked: number;
  /** Only their wording points to the goal; nobody confirmed it. */
  readonly suggested: number;
  readonly lightsOn: number;
  /** By how many items upkeep exceeds its allowance. */
  readonly lightsOnOver: number;
  /** The most orphans first. */
  readonly origins: readonly OrphanOrigin[];
}

export interface AuditDuplicateGroup {
  readonly items: readonly string[];
  readonly score: number;
  readonly words: readonly string[];
  readonly level: 'suggest' | 'list';
}

export interface AuditResult {
  readonly asOf: Day;
  /** A sentence when the audit's day is not today. */
  readonly asOfReason?: string;
  readonly read: ReadCounts;
  readonly unread: { readonly rows: number; readonly values: number; readonly reasons: readonly Omit<AuditUnread, 'lost'>[] };
  /** Everything the reader passed over, by kind. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Distinct open items with any finding. */
  readonly flagged: number;
  readonly byRule: Readonly<Record<RuleName, RuleCount>>;
  /** 24 rows: pools all, bug, other, each by landmark. */
  readonly survival: readonly SurvivalRow[];
  readonly untouched: { readonly buckets: readonly UntouchedBucket[]; readonly unknownAge: number };
  readonly findings: readonly AuditFinding[];
  readonly duplicates: readonly AuditDuplicateGroup[];
  /** Every item named in a group, by key. */
  readonly groupHeads: ReadonlyMap<string, ItemHead>;
  /** Absent while no goal is set. */
  readonly orphans?: AuditOrphans;
  readonly signoff?: SignoffNumbers;
  readonly cannotTell: readonly CannotTell[];
  readonly leftOut: LeftOut;
}
