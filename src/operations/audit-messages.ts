// The messages between an audit and the thread that judges. Types only.
import type { AuditResult } from '../domain/backlog/audit-result.ts';
import type { AuditSettings } from '../domain/backlog/rule.ts';
import type { Day } from '../domain/kernel/instant.ts';
import type { LineageInputs } from '../store/audit-input.ts';
import type { ItemStanding } from '../store/audit.ts';
import type { WholeRow } from '../store/item-whole.ts';

export interface AuditThreadStart {
  readonly today: Day;
  readonly asOf: Day | undefined;
  readonly settings: AuditSettings;
  readonly inputs: LineageInputs;
  readonly origins: ReadonlyMap<string, string>;
}

export type AuditThreadTask =
  | { readonly type: 'items'; readonly rows: readonly WholeRow[] }
  | { readonly type: 'finish' };

/** Open items by age and by what they lead to. */
export interface WorkspaceBucket { readonly from: number; readonly to?: number; goal: number; lightsOn: number; none: number; agedOut: number }

export interface AuditAnswer {
  readonly result: Omit<AuditResult, 'groupHeads'>;
  readonly buckets: readonly WorkspaceBucket[];
  readonly standings: readonly ItemStanding[];
  /** The id behind each key; of two items with one key the first. */
  readonly idOf: ReadonlyMap<string, string>;
}

export type AuditThreadMessage =
  | { readonly type: 'taken' }
  | { readonly type: 'judged'; readonly answer: AuditAnswer }
  | { readonly type: 'broken'; readonly error: string };
