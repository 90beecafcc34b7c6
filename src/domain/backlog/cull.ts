// The cull: at most twenty items at a time, worst first, one decision each, undone for thirty days. Decides what a batch holds
// and what a decision means; writes to no tracker.
import { addDays, type Day } from '../kernel/instant.ts';
import type { AuditFinding, ItemHead } from './audit-result.ts';
import type { RuleName } from './finding.ts';
import { byText } from './report-order.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';

export const BATCH_SIZE = 20;
export const UNDO_DAYS = 30;

/** Rules that may speak for closing an item; the others ask for a better wording, not for less. */
const SPEAKS_FOR_CLOSING: ReadonlySet<RuleName> = new Set(['dinosaur', 'outdated', 'duplicate']);

export interface CullCandidate {
  readonly item: ItemHead;
  /** Worst first as in the report. */
  readonly findings: readonly AuditFinding[];
}

export type CullDecision =
  | { readonly kind: 'close'; readonly reason: CloseReason; readonly note?: string }
  | { readonly kind: 'keep'; readonly until: Day }
  /** To the goal, through a problem or a bet by id. */
  | { readonly kind: 'link'; readonly to: string }
  | { readonly kind: 'still_a_problem'; readonly evidence: string };

export const CLOSE_REASONS = ['aged_out', 'outdated', 'duplicate', 'not_for_this_goal', 'other'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** One decision on one item as it was recorded. */
export interface CullRecord {
  readonly itemKey: string;
  readonly decision: CullDecision;
  readonly on: Day;
  readonly undoneOn?: Day;
}

/**
 * The next batch: items with a finding that speaks for closing, those with most such findings first, then the longest untouched, then
 * the key. Items already decided are passed over until their `keep` day is over or the decision was undone. Example: 50 dinosaurs give 20.
 */
export function nextBatch(findings: readonly AuditFinding[], records: readonly CullRecord[], today: Day, size = BATCH_SIZE): CullCandidate[] {
  const resting = new Set(records.filter((record) => rests(record, today)).map((record) => record.itemKey));
  const candidates = new Map<string, { item: ItemHead; findings: AuditFinding[] }>();
  for (const finding of findings) {
    if (finding.item === undefined || resting.has(finding.item.key)) continue;
    const candidate = candidates.get(finding.item.key) ?? { item: finding.item, findings: [] };
    candidate.findings.push(finding);
    candidates.set(finding.item.key, candidate);
  }
  const weight = ({ findings: own }: CullCandidate): number => own.filter((finding) => SPEAKS_FOR_CLOSING.has(finding.rule)).length;
  const age = ({ findings: own }: CullCandidate): number => own.find((finding) => finding.rule === 'dinosaur')?.value ?? 0;
  return [...candidates.values()]
    .filter((candidate) => weight(candidate) > 0)
    .sort((a, b) => weight(b) - weight(a) || age(b) - age(a) || byText(a.item.key, b.item.key))
    .slice(0, Math.min(size, BATCH_SIZE));
}

function rests(record: CullRecord, today: Day): boolean {
  if (record.undoneOn !== undefined) return false;
  return record.decision.kind === 'keep' ? record.decision.until >= today : true;
}

/** A decision is refused when `keep` names no later day, a note or link is empty, or `other` gives no words. */
export function decideCull(decision: CullDecision, today: Day): Ruling<CullDecision, 'keep_day_not_ahead' | 'words_missing'> {
  if (decision.kind === 'keep' && decision.until <= today) return refused('keep_day_not_ahead', { until: decision.until, today });
  const words = decision.kind === 'link' ? decision.to : decision.kind === 'still_a_problem' ? decision.evidence
    : decision.kind === 'close' && decision.reason === 'other' ? (decision.note ?? '') : 'given';
  return words.trim() === '' ? refused('words_missing', { kind: decision.kind }) : granted(decision);
}

/** Undo is possible to the end of the thirtieth day after the decision, once. */
export function undoCull(record: CullRecord, today: Day): Ruling<CullRecord, 'undo_too_late' | 'already_undone'> {
  if (record.undoneOn !== undefined) return refused('already_undone', { undoneOn: record.undoneOn });
  const last = addDays(record.on, UNDO_DAYS);
  return today > last ? refused('undo_too_late', { last }) : granted({ ...record, undoneOn: today });
}

export interface CullCounts {
  readonly closed: number;
  readonly kept: number;
  readonly linked: number;
  readonly stillAProblem: number;
  readonly undone: number;
  /** Closed by the cull, and open in a later import though nobody undid it here: the tracker's people brought it back. */
  readonly cameBack: number;
  /** Items behind `cameBack` and undone closings, sorted: each is a dispute of the rule that spoke for closing. */
  readonly cameBackKeys: readonly string[];
}

/**
 * What the cull did and what came back. `openKeys` are the items open in an import made after the plan was applied; a closing counts as
 * come back only when `closedSeen` shows that an earlier import had the item closed, so that a plan nobody applied is not a return.
 */
export function countCull(records: readonly CullRecord[], openKeys: ReadonlySet<string>, closedSeen: ReadonlySet<string>): CullCounts {
  const standing = records.filter((record) => record.undoneOn === undefined);
  const of = (kind: CullDecision['kind']): number => standing.filter((record) => record.decision.kind === kind).length;
  const back = new Set(standing.filter((one) => one.decision.kind === 'close' && closedSeen.has(one.itemKey) && openKeys.has(one.itemKey)).map((one) => one.itemKey));
  const undone = records.filter((record) => record.undoneOn !== undefined);
  const undoneClosings = undone.filter((record) => record.decision.kind === 'close').map((record) => record.itemKey);
  return {
    closed: of('close'), kept: of('keep'), linked: of('link'), stillAProblem: of('still_a_problem'), undone: undone.length,
    cameBack: back.size, cameBackKeys: [...new Set([...back, ...undoneClosings])].sort(),
  };
}
