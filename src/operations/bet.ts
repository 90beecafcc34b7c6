// Bets as plain records between a problem and the items that carry it out. Sealing and measuring come later.
import type { OutputOf } from '../contract/index.ts';
import { addBet, changeBet, closeBet, reopenBet, type Bet as BetRecord } from '../domain/bet/bet.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, insertBet, listBets, updateBet, type BetRow } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { countLinkedItems } from '../store/link.ts';
import { findProblem } from '../store/problem.ts';
import { timeText } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
import { refreshLineage } from './lineage-refresh.ts';
import { goalFor } from './problem.ts';

type Bet = OutputOf<'bet.get'>['bet'];

function shown(row: BetRow, items: number): Bet {
  return {
    id: row.id, key: row.key, claim: row.claim, state: row.state, problem: row.problem_id ?? undefined, goal: row.goal_id ?? undefined,
    closedReason: row.closed_reason ?? undefined, items, createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

async function readBet(context: Context, id: string): Promise<Bet> {
  const { tx, asker } = context;
  const row = await findBet(tx, asker.workspaceId, id);
  return shown(row!, (await countLinkedItems(tx, asker.workspaceId)).get(row!.id)?.items ?? 0);
}

function recordOf(row: BetRow): BetRecord {
  const { claim, state, problem, goal, closedReason } = shown(row, 0);
  return { claim, state, problem, goal, closedReason };
}

function columnsOf(record: BetRecord) {
  return { claim: record.claim, state: record.state, problem_id: record.problem ?? null, goal_id: record.goal ?? null, closed_reason: record.closedReason ?? null };
}

/** What a request names: the problem and the goal by id, and what the problem and the product lead to. */
async function named(context: Context, given: { readonly problem?: string | undefined; readonly goal?: string | undefined }) {
  const problem = given.problem === undefined ? undefined : await findProblem(context.tx, context.asker.workspaceId, given.problem);
  if (given.problem !== undefined && problem === undefined) return refused('not_found', { kind: 'problem', reference: given.problem });
  const goal = await goalFor(context, given.goal);
  if (!goal.ok) return goal;
  return granted({ problem: problem?.id, problemGoal: problem?.goal_id ?? undefined, goal: given.goal === undefined ? undefined : goal.value ?? undefined, active: given.goal === undefined ? goal.value ?? undefined : undefined });
}

export const betHandlers: Pick<Handlers, 'bet.add' | 'bet.list' | 'bet.get' | 'bet.change'> = {
  async 'bet.add'(given, context) {
    const { tx, asker, now } = context;
    const leads = await named(context, given);
    if (!leads.ok) return leads;
    const { problem, problemGoal, goal, active } = leads.value;
    const record = addBet({ claim: given.claim, problem, goal }, { goal: problemGoal }, active);
    const id = context.newId('bet');
    const at = timeText(now);
    await insertBet(tx, { workspace_id: asker.workspaceId, id, key: `B-${await nextNumber(tx, asker.workspaceId, 'bet')}`, ...columnsOf(record), created_at: at, updated_at: at, version: 1 });
    return granted({ bet: await readBet(context, id), undo: { operation: 'bet.change', input: { bet: id, state: 'closed', reason: 'Written down by mistake' } } });
  },

  async 'bet.list'(given, { tx, asker }) {
    const rows = await listBets(tx, asker.workspaceId, given.state === 'all' ? undefined : given.state);
    const counts = await countLinkedItems(tx, asker.workspaceId);
    return granted({ bets: rows.map((row) => shown(row, counts.get(row.id)?.items ?? 0)) });
  },

  async 'bet.get'(given, context) {
    const row = await findBet(context.tx, context.asker.workspaceId, given.bet);
    if (!row) return refused('not_found', { kind: 'bet', reference: given.bet });
    return granted({ bet: await readBet(context, row.id) });
  },

  async 'bet.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findBet(tx, asker.workspaceId, given.bet);
    if (!row) return refused('not_found', { kind: 'bet', reference: given.bet });
    const leads = await named(context, given);
    if (!leads.ok) return leads;
    const { problem, problemGoal, goal } = leads.value;
    // A bet that moves to another problem leads to that problem's goal, unless a goal is named too.
    const changed = changeBet(recordOf(row), { claim: given.claim, problem, goal: goal ?? (problem === undefined ? undefined : problemGoal) });
    const moved: BetRecord = given.clear?.includes('problem') ? { ...changed, problem: undefined } : changed;
    const record = given.state === 'closed' ? closeBet(moved, given.reason ?? moved.closedReason) : given.state === 'open' ? reopenBet(moved) : moved;
    await updateBet(tx, asker.workspaceId, row.id, { ...columnsOf(record), updated_at: timeText(now) });
    if (record.goal !== (row.goal_id ?? undefined) || record.problem !== (row.problem_id ?? undefined)) await refreshLineage(context, 'all');
    const undo = { operation: 'bet.change', input: { bet: row.id, claim: row.claim, ...(row.problem_id ? { problem: row.problem_id } : { clear: ['problem'] }), state: row.state, ...(row.closed_reason ? { reason: row.closed_reason } : {}) } };
    return granted({ bet: await readBet(context, row.id), undo });
  },
};
