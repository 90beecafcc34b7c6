// Carries an audit out: items stream to the judging thread, the answer is written in one step: findings with what was answered to
// them, groups, and every item's standing. Knows no rule.
import { RULES, type RuleName } from '../domain/backlog/finding.ts';
import type { AuditResult } from '../domain/backlog/audit-result.ts';
import { newId } from '../domain/kernel/ids.ts';
import { getLineageInputs } from '../store/audit-input.ts';
import { forgetOldAudits, insertAudit, replaceGroups, updateStandings } from '../store/audit.ts';
import { markCameBack } from '../store/decision.ts';
import { findingCase, listFindingIds, replaceFindings, type NewFinding } from '../store/finding.ts';
import { getProduct } from '../store/goal.ts';
import { countLineage, keepPoint } from '../store/lineage.ts';
import { countItemsStored, listItemsById } from '../store/item.ts';
import { listWholeItems, type WholeRow } from '../store/item-whole.ts';
import type { Tx } from '../store/schema.ts';
import { todayIn } from '../store/today.ts';
import type { AuditAnswer, WorkspaceBucket } from './audit-messages.ts';
import { judgeInThread } from './audit-thread.ts';
import type { RunningJob } from './jobs.ts';
import { auditSettingsOf, getRuleBook, stateByAnswer } from './rule-settings.ts';
import type { Services } from './services.ts';

const PAGE = 2_000;
const STANDINGS_AT_ONCE = 5_000;
/** From this many rewritten items and findings on the tables are vacuumed at once. */
const VACUUM_FROM = 2_000;

/** What is kept of an audit beside its findings and groups. */
export interface StoredAudit extends Omit<AuditResult, 'findings' | 'duplicates' | 'groupHeads' | 'byRule' | 'flagged'> {
  readonly because: string;
  readonly buckets: readonly WorkspaceBucket[];
  readonly flagged: number;
  readonly byRule: Readonly<Record<RuleName, { readonly on: boolean; readonly count: number; readonly items: number }>>;
  readonly duplicateGroups: number;
}

export const auditWork = async (job: RunningJob, services: Services): Promise<void> => {
  const { store, clock } = services;
  const { workspaceId } = job;
  const startedAt = clock();
  const begun = await store.transaction(async (tx) => {
    await job.hold(tx, { phase: 'reading', share: 0 });
    const inputs = await getLineageInputs(tx, workspaceId);
    const book = await getRuleBook(tx, workspaceId);
    const answered = await listItemsById(tx, workspaceId, book.answers.flatMap(({ item_id }) => (item_id === null ? [] : [item_id])));
    const settings = auditSettingsOf(book, inputs.betItems, (id) => answered.get(id)?.key);
    return { inputs, book, settings, items: await countItemsStored(tx, workspaceId), today: await todayIn(tx, workspaceId, startedAt) };
  });
  const answer = await judgeInThread(
    { today: begun.today, asOf: job.payload['asOf'] as string | undefined, settings: begun.settings, inputs: begun.inputs, origins: begun.book.origins },
    pages(job, services, begun.items), job.signal,
    () => store.transaction((tx) => job.hold(tx, { phase: 'judging' })),
  );
  const rewritten = await store.transaction(async (tx) => {
    await job.hold(tx, { phase: 'writing' });
    return writeAnswer(tx, job, answer, startedAt, services);
  }, { limitMs: 0 });
  if (rewritten >= VACUUM_FROM) await store.maintain('vacuum').catch((error: unknown) => services.log.error({ error: String(error) }, 'maintenance after an audit failed'));
};

async function* pages(job: RunningJob, { store }: Services, items: number): AsyncGenerator<WholeRow[]> {
  let after = '';
  let read = 0;
  for (;;) {
    const rows = await store.transaction(async (tx) => {
      await job.hold(tx, { phase: 'reading', share: items === 0 ? 1 : Math.min(1, read / items) });
      return listWholeItems(tx, job.workspaceId, after, PAGE);
    });
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    read += rows.length;
    after = rows.at(-1)!.id;
  }
}

/** Returns how many rows were rewritten. */
async function writeAnswer(tx: Tx, job: RunningJob, answer: AuditAnswer, startedAt: number, services: Services): Promise<number> {
  const { store, clock, random } = services;
  const { workspaceId } = job;
  const { result } = answer;
  const auditId = newId('audit', startedAt, random);
  // Answers given while the thread was judging count too.
  const book = await getRuleBook(tx, workspaceId);
  const today = await todayIn(tx, workspaceId, clock());
  const answers = new Map(book.answers.map((one) => [`${one.rule}\n${one.suppression_key}`, one]));
  const known = await listFindingIds(tx, workspaceId);
  const findings = result.findings.map(({ item, ...detail }): NewFinding => {
    const itemId = item === undefined ? null : (answer.idOf.get(item.key) ?? null);
    const id = known.get(findingCase(detail.rule, detail.suppressionKey, itemId)) ?? newId('finding', startedAt, random);
    return { id, itemId, state: stateByAnswer(answers.get(`${detail.rule}\n${detail.suppressionKey}`), today), detail };
  });
  await replaceFindings(store, tx, workspaceId, auditId, distinct(findings));
  const settled = new Set(findings.filter(({ state, detail }) => detail.rule === 'duplicate' && (state === 'disputed' || state === 'left')).map(({ detail }) => detail.subject));
  const groups = result.duplicates.filter(({ items, level }) => level === 'list' || items.slice().filter((key) => !settled.has(key)).length > 1)
    .map(({ items, score, words }) => ({ id: newId('request', startedAt, random).replace('req_', 'grp_'), score, words, itemIds: items.flatMap((key) => answer.idOf.get(key) ?? []) }));
  await replaceGroups(store, tx, workspaceId, auditId, groups);
  let rewritten = 0;
  for (let from = 0; from < answer.standings.length; from += STANDINGS_AT_ONCE) {
    rewritten += await updateStandings(tx, workspaceId, answer.standings.slice(from, from + STANDINGS_AT_ONCE));
  }
  await markCameBack(tx, workspaceId, clock());
  const { findings: _findings, duplicates: _duplicates, byRule, flagged: _flagged, ...rest } = result;
  const standing = findings.filter(({ state }) => state === 'standing' || state === 'agreed');
  const stored: StoredAudit = {
    ...rest, because: job.payload['because'] === 'import' ? 'import' : 'asked', buckets: answer.buckets,
    flagged: new Set(standing.flatMap(({ itemId }) => itemId ?? [])).size,
    byRule: Object.fromEntries(RULES.map((rule) => {
      const own = standing.filter(({ detail }) => detail.rule === rule);
      return [rule, { on: byRule[rule].on, count: own.length, items: new Set(own.flatMap(({ itemId }) => itemId ?? [])).size }];
    })) as StoredAudit['byRule'],
    duplicateGroups: groups.length,
  };
  await insertAudit(tx, workspaceId, { id: auditId, asOf: result.asOf, result: stored, startedAt, finishedAt: clock() });
  await forgetOldAudits(tx, workspaceId);
  await keepPoint(tx, workspaceId, (await getProduct(tx, workspaceId)).id, today, await countLineage(tx, workspaceId));
  return rewritten + findings.length;
}

/** One row a case: rules may say the same of an item twice. */
function distinct(findings: readonly NewFinding[]): NewFinding[] {
  return [...new Map(findings.map((finding) => [finding.id, finding])).values()];
}
