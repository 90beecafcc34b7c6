// Bets as plain records between a problem and the items that carry it out. Sealing and measuring come later.
import type { OutputOf } from '../contract/index.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, insertBet, listBets, updateBet, type BetRow } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { countLinkedItems } from '../store/link.ts';
import { findProblem } from '../store/problem.ts';
import { timeText } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
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

/** The problem a bet answers and the goal it leads to: its own if named, else its problem's, else the active one. */
async function ancestry(context: Context, given: { readonly problem?: string | undefined; readonly goal?: string | undefined }) {
  const problem = given.problem === undefined ? undefined : await findProblem(context.tx, context.asker.workspaceId, given.problem);
  if (given.problem !== undefined && problem === undefined) return refused('not_found', { kind: 'problem', reference: given.problem });
  if (given.goal === undefined && problem?.goal_id) return granted({ problem: problem.id as string | null, goal: problem.goal_id as string | null });
  const goal = await goalFor(context, given.goal);
  return goal.ok ? granted({ problem: (problem?.id ?? null) as string | null, goal: goal.value }) : goal;
}

export const betHandlers: Pick<Handlers, 'bet.add' | 'bet.list' | 'bet.get' | 'bet.change'> = {
  async 'bet.add'(given, context) {
    const { tx, asker, now } = context;
    const leads = await ancestry(context, given);
    if (!leads.ok) return leads;
    const id = context.newId('bet');
    const at = timeText(now);
    await insertBet(tx, {
      workspace_id: asker.workspaceId, id, key: `B-${await nextNumber(tx, asker.workspaceId, 'bet')}`, state: 'open', claim: given.claim,
      problem_id: leads.value.problem, goal_id: leads.value.goal, closed_reason: null, created_at: at, updated_at: at, version: 1,
    });
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
    const moved = given.problem !== undefined || given.goal !== undefined;
    const leads = moved ? await ancestry(context, given) : granted({ problem: row.problem_id, goal: row.goal_id });
    if (!leads.ok) return leads;
    const state = given.state ?? row.state;
    await updateBet(tx, asker.workspaceId, row.id, {
      claim: given.claim ?? row.claim, problem_id: given.clear?.includes('problem') ? null : leads.value.problem, goal_id: leads.value.goal, state,
      closed_reason: state === 'closed' ? (given.reason ?? row.closed_reason) : null, updated_at: timeText(now),
    });
    const undo = { operation: 'bet.change', input: { bet: row.id, claim: row.claim, ...(row.problem_id ? { problem: row.problem_id } : { clear: ['problem'] }), state: row.state, ...(row.closed_reason ? { reason: row.closed_reason } : {}) } };
    return granted({ bet: await readBet(context, row.id), undo });
  },
};
