// Audits as operations: ask for one, read the newest, list what repeats. The judging is a job; what is told here is how far it can
// still be relied on.
import type { OutputOf } from '../contract/index.ts';
import { RULES } from '../domain/backlog/finding.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { changesSince, countGroups, findAudit, listGroups, type AuditRow } from '../store/audit.ts';
import { countFindingsByRule } from '../store/finding.ts';
import { lastChangingImport } from '../store/import.ts';
import { hasItems, listItemsById } from '../store/item.ts';
import type { ItemRow } from '../store/item-list.ts';
import { insertJob, listLiveJobs } from '../store/job.ts';
import type { Tx } from '../store/schema.ts';
import type { StoredAudit } from './audit-job.ts';
import { answerAfterCommit, type Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { briefOf } from './item-shown.ts';
import { getRuleBook, type RuleBook } from './rule-settings.ts';
import { agreementOf } from './rule.ts';

type Told = NonNullable<OutputOf<'audit.get'>['audit']>;

export const auditHandlers: Pick<Handlers, 'audit.run' | 'audit.get' | 'audit.duplicates'> = {
  async 'audit.run'(given, { tx, asker, now, newId, services }) {
    const { workspaceId } = asker;
    if (!(await hasItems(tx, workspaceId))) return refused('nothing_to_audit');
    const live = (await listLiveJobs(tx, workspaceId)).filter(({ kind }) => kind === 'audit');
    const running = live.some(({ state }) => state === 'running');
    if (running && (!given.wait || given.asOf !== undefined)) return refused('audit_running');
    // One that is asked for already will see the same backlog: it is this one too.
    const shared = given.asOf === undefined ? live.at(-1)?.id : undefined;
    const job = shared ?? newId('job');
    if (shared === undefined) await insertJob(tx, workspaceId, { id: job, kind: 'audit', payload: { because: 'asked', ...(given.asOf === undefined ? {} : { asOf: given.asOf }) }, at: now });
    return answerAfterCommit(async () => {
      services.wakeJobs();
      if (!given.wait) return granted({ job });
      await services.jobEnded(workspaceId, job);
      const audit = await services.store.transaction((again) => findAudit(again, workspaceId));
      return granted({ job, audit: audit?.id });
    });
  },

  async 'audit.get'(given, { tx, asker }) {
    const { workspaceId } = asker;
    const row = await findAudit<StoredAudit>(tx, workspaceId, given.audit);
    if (!row && given.audit !== undefined) return refused('not_found', { kind: 'audit', reference: given.audit });
    const live = (await listLiveJobs(tx, workspaceId)).find(({ kind }) => kind === 'audit');
    const running = live && { job: live.id, phase: live.progress?.phase ?? 'waiting', share: live.progress?.share };
    if (!row) return granted({ running });
    const book = await getRuleBook(tx, workspaceId);
    return granted({ audit: await toldAudit(tx, workspaceId, row, book, given.audit === undefined), running, stale: given.audit === undefined ? await staleness(tx, workspaceId, row) : undefined });
  },

  async 'audit.duplicates'(given, { tx, asker }) {
    const at = readCursor('audit.duplicates', given, 1);
    if (at === 'bad') return refused('bad_cursor');
    const rows = await listGroups(tx, asker.workspaceId, at === undefined ? -1 : Number(at[0]), given.limit + 1);
    const shown = rows.slice(0, given.limit);
    const items = await listItemsById(tx, asker.workspaceId, shown.flatMap(({ item_ids }) => item_ids));
    return granted({
      groups: shown.map(({ id, score, words, item_ids }) => ({ id, score: Math.min(1, score), words, items: item_ids.flatMap((one) => items.get(one) ?? []).toSorted(oldestFirst).map(briefOf) })),
      total: await countGroups(tx, asker.workspaceId),
      nextCursor: rows.length > given.limit ? writeCursor('audit.duplicates', given, [shown.at(-1)!.position]) : undefined,
    });
  },
};

/** As the finding on a repeat names the oldest: by creation, unknown times last, then by key. */
function oldestFirst(a: ItemRow, b: ItemRow): number {
  const [one, other] = [a.created_at ?? '~', b.created_at ?? '~'];
  return one < other ? -1 : one > other ? 1 : a.key < b.key ? -1 : 1;
}

/** The newest audit counts findings as they stand now; an older one as it was. */
async function toldAudit(tx: Tx, workspaceId: string, row: AuditRow<StoredAudit>, book: RuleBook, newest: boolean): Promise<Told> {
  const { result } = row;
  const now = newest ? await countFindingsByRule(tx, workspaceId) : undefined;
  const { items, open, done, closedUnfinished, comments, people, labels } = result.read;
  return {
    id: row.id, asOf: row.as_of, asOfReason: result.asOfReason ?? `Counted to ${row.as_of}, the day it was made.`, finishedAt: row.finished_at,
    read: { items, open, done, closedUnfinished, comments, people, labels },
    flagged: result.flagged,
    byRule: RULES.map((rule) => {
      const was = result.byRule[rule];
      const standing = book.standings[rule];
      return {
        rule, count: now === undefined ? was.count : (now.get(rule) ?? 0), share: open === 0 ? 0 : Math.min(1, was.items / open),
        on: newest ? standing.on : was.on, agreement: agreementOf(standing.trust),
      };
    }),
    buckets: result.buckets.map((bucket) => ({ ...bucket })),
    survival: result.survival.filter(({ silent }) => silent === undefined).map((one) => ({
      pool: one.pool, untouchedDays: one.untouchedDays, atRisk: one.atRisk, events: one.events, doneWithin365: one.doneWithin365, low: one.low, high: one.high, flags: one.high < 0.1 && one.atRisk >= 30,
    })),
    duplicateGroups: result.duplicateGroups,
    cannotTell: result.cannotTell.map(({ what, reason, settledBy }) => ({ what, reason, settledBy })),
    leftOut: leftOutOf(result),
  };
}

const LEFT_OUT: readonly (readonly [keyof StoredAudit['leftOut'], string])[] = [
  ['botTouches', 'comments and changes by bots'], ['bulkTouches', 'changes of many items at once'], ['bulkUpdates', 'update times that many items share'], ['rankMoves', 'moves up or down a list'],
  ['importedItems', 'items copied in from elsewhere, whose earlier age is not known'], ['undatedItems', 'items without a creation date'], ['undatedClosings', 'closed items without a closing date'],
  ['commentsWithoutItem', 'comments whose item is not here'], ['repeatedKeys', 'items whose key came twice'],
];

export function leftOutOf(result: Pick<StoredAudit, 'leftOut'>): { what: string; count: number }[] {
  return LEFT_OUT.flatMap(([field, what]) => {
    const count = result.leftOut[field];
    return typeof count === 'number' && count > 0 ? [{ what, count }] : [];
  });
}

const SINCE = { goal: 'the goal changed', answers: 'you answered findings', links: 'items were linked', rules: 'rules were set' } as const;

/** A sentence when something changed since the audit began; undefined when it still speaks of what is there. */
export async function staleness(tx: Tx, workspaceId: string, row: Pick<AuditRow, 'started_at'>): Promise<string | undefined> {
  const imported = await lastChangingImport(tx, workspaceId);
  const parts: string[] = [];
  if (imported !== undefined && imported.finished_at > row.started_at) parts.push(`an import brought ${imported.created.toLocaleString('en')} new and ${imported.updated.toLocaleString('en')} changed items`);
  for (const what of await changesSince(tx, workspaceId, row.started_at)) if (what === 'goal' || what === 'rules') parts.push(SINCE[what]);
  if (parts.length === 0) return undefined;
  const said = parts.join(' and ');
  return `Since this audit ${said}. Audit again to see it.`;
}
