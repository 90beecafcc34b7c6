// The cull as operations: the next batch, a decision each, undo for thirty days, the plan as a file. Nothing is written to a tracker.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { BATCH_SIZE, UNDO_DAYS, nextBatch } from '../domain/backlog/cull.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import { DAY_MS, dayOf } from '../domain/kernel/instant.ts';
import { countCullCandidates, listCullCandidates, listLinksMadeAt } from '../store/cull.ts';
import { countDecisions, findDecisions, insertDecisions, listDecidedItems, listDecisions, undoDecisions, type DecisionRow, type NewDecision } from '../store/decision.ts';
import { listItemsById } from '../store/item.ts';
import type { ItemRow } from '../store/item-list.ts';
import { deleteLinks } from '../store/link.ts';
import { instantOf, timeText, type Tx } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
import { messageFor, readCandidates, usualReason } from './cull-candidate.ts';
import { exportPlan } from './cull-plan.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { briefOf, endOfAgeDay, itemsNamed, untouchedDays } from './item-shown.ts';
import { linkItems, linkTarget } from './lineage.ts';
import { refreshLineage } from './lineage-refresh.ts';

type Decision = OutputOf<'cull.list'>['decisions'][number];
/** Candidates read for one batch: the domain sorts them, the database only finds the worst. */
const READ = BATCH_SIZE * 5;

export const cullHandlers: Pick<Handlers, 'cull.next' | 'cull.decide' | 'cull.undo' | 'cull.list' | 'cull.export'> = {
  async 'cull.next'(given, context) {
    const { tx, asker, today } = context;
    const ids = await listCullCandidates(tx, asker.workspaceId, today, READ);
    const candidates = [...(await readCandidates(tx, asker.workspaceId, ids)).values()];
    const batch = nextBatch(candidates.flatMap(({ findings }) => findings), [], today, given.limit);
    const end = await endOfAgeDay(context);
    const counts = await countDecisions(tx, asker.workspaceId);
    return granted({
      batch: batch.map((one) => {
        const { row, rows } = candidates.find(({ item }) => item.key === one.item.key)!;
        const speaking = rows.find(({ rule }) => rule === 'dinosaur') ?? rows.find(({ rule }) => rule === 'outdated') ?? rows.find(({ rule }) => rule === 'duplicate')!;
        const { why, interval, n } = speaking.detail;
        return {
          item: { ...briefOf(row), untouchedDays: untouchedDays(row, end), origin: row.origin ?? undefined, author: row.author_name ?? row.author_id ?? undefined },
          finding: speaking.id, why, interval: interval === undefined ? undefined : [interval[0], interval[1]] as [number, number], n, message: messageFor(one, usualReason(one)),
        };
      }),
      remaining: await countCullCandidates(tx, asker.workspaceId, today), closing: counts.closing, kept: counts.kept, cameBack: counts.came_back,
    });
  },

  async 'cull.decide'(given, context) {
    const { tx, asker, now, today } = context;
    const { workspaceId } = asker;
    if (given.items.length > BATCH_SIZE) return refused('batch_too_large', { limit: BATCH_SIZE });
    const wanting = await wants(given, context);
    if (!wanting.ok) return wanting;
    const items = await itemsNamed(context, given.items);
    if (!items.ok) return items;
    const ids = items.value.map(({ id }) => id);
    const decided = await listDecidedItems(tx, workspaceId, ids, today);
    const already = items.value.find(({ id }) => decided.has(id));
    if (already) return refused('already_decided', { reference: already.key });
    const candidates = await readCandidates(tx, workspaceId, ids);
    const decisions = items.value.map((item): NewDecision => ({
      id: context.newId('decision'), itemId: item.id, kind: given.decision, reason: reasonOf(given, candidates.get(item.id)!), until: given.decision === 'keep' ? given.until! : null,
      evidence: given.evidence ?? null, message: given.decision === 'close' ? (given.message ?? messageFor(candidates.get(item.id)!, given.reason)) : null,
      by: asker.memberId, at: now, undoUntil: now + UNDO_DAYS * DAY_MS,
    }));
    await insertDecisions(tx, workspaceId, decisions);
    if (given.decision === 'link') {
      const target = await linkTarget(context, given);
      if (!target.ok) return target;
      await linkItems(context, ids, target.value.target, given.reason);
    }
    const rows = await findDecisions(tx, workspaceId, decisions.map(({ id }) => id));
    return granted({
      decided: decisions.map(({ id, itemId }) => shownDecision(rows.find((row) => row.id === id)!, items.value.find((item) => item.id === itemId)!)),
      undo: { operation: 'cull.undo', input: { decisions: decisions.map(({ id }) => id) }, until: timeText(now + UNDO_DAYS * DAY_MS) },
    });
  },

  async 'cull.undo'(given, context) {
    const { tx, asker, now } = context;
    const rows = await findDecisions(tx, asker.workspaceId, given.decisions);
    for (const id of given.decisions) {
      const row = rows.find((one) => one.id === id);
      if (!row) return refused('not_found', { kind: 'decision', reference: id });
      if (row.undone_at === null && instantOf(row.undo_until) < now) return refused('undo_too_late', { days: UNDO_DAYS, until: dayOf(instantOf(row.undo_until)) });
    }
    await unlink(context, rows.filter(({ kind, undone_at }) => kind === 'link' && undone_at === null));
    return granted({ undone: await undoDecisions(tx, asker.workspaceId, given.decisions, now) });
  },

  async 'cull.list'(given, { tx, asker }) {
    const at = readCursor('cull.list', given, 2);
    if (at === 'bad') return refused('bad_cursor');
    const rows = await listDecisions(tx, asker.workspaceId, given.kind, at as readonly [string, string] | undefined, given.limit + 1);
    const shown = rows.slice(0, given.limit);
    const last = shown.at(-1);
    return granted({
      decisions: await shownDecisions(tx, asker.workspaceId, shown), total: (await countDecisions(tx, asker.workspaceId, given.kind)).total,
      nextCursor: rows.length > given.limit && last ? writeCursor('cull.list', given, [last.made_at, last.id]) : undefined,
    });
  },

  'cull.export': (given, context) => exportPlan(given.format, context),
};

/** What a decision needs besides its items. */
async function wants(given: GivenTo<'cull.decide'>, context: Context): Promise<Ruling<undefined, 'dispute_needs_detail' | 'until_in_past' | 'not_found' | 'link_target_closed' | 'link_needs_active_goal' | 'invalid_input'>> {
  if (given.decision === 'keep') {
    if (given.until === undefined) return refused('dispute_needs_detail', { what: 'a day until which it is kept' });
    if (given.until <= context.today) return refused('until_in_past', { until: given.until });
  }
  if (given.decision === 'still_a_problem' && given.evidence === undefined) return refused('dispute_needs_detail', { what: 'one piece of evidence' });
  if (given.decision === 'link') {
    if (given.problem === undefined && given.bet === undefined) return refused('dispute_needs_detail', { what: 'a problem or a bet' });
    const target = await linkTarget(context, given);
    if (!target.ok) return target;
  }
  return granted(undefined);
}

function reasonOf(given: GivenTo<'cull.decide'>, candidate: Parameters<typeof usualReason>[0]): string | null {
  return given.decision === 'close' ? (given.reason ?? usualReason(candidate)) : (given.reason ?? null);
}

/** Takes the links away that the decisions made: links by hand to the same target, made at the moment of the decision. */
async function unlink(context: Context, decisions: readonly DecisionRow[]): Promise<void> {
  const { tx, asker } = context;
  const touched: string[] = [];
  for (const decision of decisions) {
    for (const { problem_id, bet_id } of await listLinksMadeAt(tx, asker.workspaceId, decision.item_id, decision.made_at)) {
      touched.push(...await deleteLinks(tx, asker.workspaceId, [decision.item_id], problem_id === null ? { betId: bet_id! } : { problemId: problem_id }));
    }
  }
  if (touched.length > 0) await refreshLineage(context, touched);
}

async function shownDecisions(tx: Tx, workspaceId: string, rows: readonly DecisionRow[]): Promise<Decision[]> {
  const items = await listItemsById(tx, workspaceId, rows.map(({ item_id }) => item_id));
  return rows.flatMap((row) => { const item = items.get(row.item_id); return item ? [shownDecision(row, item)] : []; });
}

function shownDecision(row: DecisionRow, item: ItemRow): Decision {
  return {
    id: row.id, item: briefOf(item), kind: row.kind, reason: row.reason ?? undefined, until: row.until_on ?? undefined, message: row.message ?? undefined,
    at: row.made_at, undoUntil: row.undo_until, undone: row.undone_at !== null, cameBack: row.came_back_at !== null,
  };
}
