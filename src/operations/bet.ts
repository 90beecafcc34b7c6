// Bets as drafts: written down, changed, dropped, put in the PM's own order. Placing and amending are in bet-place.ts.
import type { GivenTo } from '../contract/index.ts';
import { addBet, closeBet, reopenBet, type Bet as BetRecord } from '../domain/bet/bet.ts';
import { unfitness, type BetTerms } from '../domain/bet/terms.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, insertBet, listBets, updateBet, type BetRow } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findMetric } from '../store/metric.ts';
import { findProblem } from '../store/problem.ts';
import { timeText } from '../store/schema.ts';
import { answered, draftTerms, showBet, showBets } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';
import { refreshLineage } from './lineage-refresh.ts';
import { goalFor } from './problem.ts';

const missing = (reference: string) => refused('not_found', { kind: 'bet', reference });

/** What a request names: the problem and the goal by id, and what the problem and the product lead to. */
async function named(context: Context, given: { readonly problem?: string | undefined; readonly goal?: string | undefined }) {
  const problem = given.problem === undefined ? undefined : await findProblem(context.tx, context.asker.workspaceId, given.problem);
  if (given.problem !== undefined && problem === undefined) return refused('not_found', { kind: 'problem', reference: given.problem });
  const goal = await goalFor(context, given.goal);
  if (!goal.ok) return goal;
  return granted({ problem: problem?.id, problemGoal: problem?.goal_id ?? undefined, goal: given.goal === undefined ? undefined : goal.value ?? undefined, active: given.goal === undefined ? goal.value ?? undefined : undefined });
}

type TermsGiven = Omit<GivenTo<'bet.change'>, 'bet' | 'claim' | 'problem' | 'goal' | 'state' | 'reason' | 'clear'>;

/** The fields of a request that are terms, with metrics by id and the direction that a metric brings. */
export async function termsFrom({ tx, asker }: Pick<Context, 'tx' | 'asker'>, given: TermsGiven & Record<string, unknown>) {
  const { bet: _bet, claim: _claim, problem: _problem, goal: _goal, state: _state, reason: _reason, clear: _clear, ...said } = given;
  const terms: Record<string, unknown> = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const idOf = async (reference: string) => {
    const metric = await findMetric(tx, asker.workspaceId, reference);
    return metric ? granted(metric) : refused('not_found', { kind: 'metric', reference });
  };
  if (given.metric !== undefined) {
    const metric = await idOf(given.metric);
    if (!metric.ok) return metric;
    terms['metric'] = metric.value.id;
    terms['direction'] ??= metric.value.direction;
  }
  if (given.controls !== undefined) {
    const ids: string[] = [];
    for (const reference of given.controls) {
      const control = await idOf(reference);
      if (!control.ok) return control;
      ids.push(control.value.id);
    }
    terms['controls'] = ids;
  }
  if (given.guardrails !== undefined) {
    const guardrails: BetTerms['guardrails'][number][] = [];
    for (const guardrail of given.guardrails) {
      const metric = await idOf(guardrail.metric);
      if (!metric.ok) return metric;
      guardrails.push({ ...guardrail, metric: metric.value.id });
    }
    terms['guardrails'] = guardrails;
  }
  return granted(terms as Partial<BetTerms>);
}

/** The request that puts a bet back as `row` has it. */
function wayBack(row: BetRow, touched: readonly string[]) {
  const before = row.terms as Record<string, unknown>;
  const clear = [...(row.problem_id === null ? ['problem'] : []), ...touched.filter((field) => before[field] === undefined)];
  return {
    operation: 'bet.change',
    input: {
      bet: row.id, claim: row.claim, ...Object.fromEntries(touched.filter((field) => before[field] !== undefined).map((field) => [field, before[field]])), ...(row.problem_id ? { problem: row.problem_id } : {}),
      ...(clear.length > 0 ? { clear } : {}), state: row.state, ...(row.closed_reason ? { reason: row.closed_reason } : {}),
    },
  };
}

type Names = 'bet.add' | 'bet.list' | 'bet.get' | 'bet.change' | 'bet.order';

export const betHandlers: Pick<Handlers, Names> = {
  async 'bet.add'(given, context) {
    const { tx, asker, now } = context;
    const leads = await named(context, given);
    if (!leads.ok) return leads;
    const terms = await termsFrom(context, given);
    if (!terms.ok) return terms;
    const { problem, problemGoal, goal, active } = leads.value;
    const record = addBet({ claim: given.claim, problem, goal }, { goal: problemGoal }, active);
    const id = context.newId('bet');
    const at = timeText(now);
    const key = `B-${await nextNumber(tx, asker.workspaceId, 'bet')}`;
    await insertBet(tx, {
      workspace_id: asker.workspaceId, id, key, claim: record.claim, state: 'open', problem_id: problem ?? null, goal_id: record.goal ?? null, closed_reason: null,
      terms: asJson(terms.value), created_at: at, updated_at: at, version: 1,
    });
    const row = (await findBet(tx, asker.workspaceId, id))!;
    const unfit = unfitness(draftTerms(row));
    if (unfit !== undefined) return refused('bet_unfit', { what: unfit });
    return answered(await showBet(context, row), { operation: 'bet.change', input: { bet: id, state: 'closed', reason: 'Written down by mistake' } });
  },

  async 'bet.list'(given, context) {
    const rows = await listBets(context.tx, context.asker.workspaceId, given.state === 'all' || given.stage !== undefined ? undefined : given.state);
    const bets = await showBets(context, rows);
    return granted({ bets: given.stage === undefined ? bets : bets.filter(({ stage }) => stage === given.stage) });
  },

  async 'bet.get'(given, context) {
    const row = await findBet(context.tx, context.asker.workspaceId, given.bet);
    return row ? answered(await showBet(context, row)) : missing(given.bet);
  },

  async 'bet.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findBet(tx, asker.workspaceId, given.bet);
    if (!row) return missing(given.bet);
    const leads = await named(context, given);
    if (!leads.ok) return leads;
    const change = await termsFrom(context, given);
    if (!change.ok) return change;
    const cleared = (given.clear ?? []).filter((field) => field !== 'problem');
    const touched = [...Object.keys(change.value), ...cleared];
    const rewords = given.claim !== undefined && given.claim !== row.claim;
    if (row.placed_at !== null && (touched.length > 0 || rewords)) return refused('bet_sealed', { key: row.key, what: rewords ? 'the claim' : 'what it promises' });
    if (row.settled_at !== null && given.state !== undefined && given.state !== row.state) return refused('bet_settled', { key: row.key });
    if (change.value.probability !== undefined && row.base_rate === null) return refused('base_rate_first');
    const terms = { ...(row.terms as Record<string, unknown>), ...change.value };
    for (const field of cleared) delete terms[field];
    const problem = given.clear?.includes('problem') ? null : leads.value.problem ?? row.problem_id;
    // A bet that moves to another problem leads to that problem's goal, unless a goal is named too.
    const goal = leads.value.goal ?? (leads.value.problem === undefined ? row.goal_id : leads.value.problemGoal ?? row.goal_id);
    const record: BetRecord = { claim: given.claim ?? row.claim, state: row.state, closedReason: row.closed_reason ?? undefined };
    const moved = given.state === 'closed' ? closeBet(record, given.reason ?? record.closedReason) : given.state === 'open' ? reopenBet(record) : record;
    await updateBet(tx, asker.workspaceId, row.id, {
      claim: moved.claim, state: moved.state, closed_reason: moved.closedReason ?? null, problem_id: problem, goal_id: goal, terms: asJson(terms), updated_at: timeText(now),
    });
    const after = (await findBet(tx, asker.workspaceId, row.id))!;
    const unfit = row.placed_at === null ? unfitness(draftTerms(after)) : undefined;
    if (unfit !== undefined) return refused('bet_unfit', { what: unfit });
    if (after.goal_id !== row.goal_id || after.problem_id !== row.problem_id) await refreshLineage(context, 'all');
    return answered(await showBet(context, after), wayBack(row, touched));
  },

  async 'bet.order'(given, { tx, asker }) {
    const before = (await listBets(tx, asker.workspaceId)).filter(({ rank }) => rank !== null).sort((a, b) => a.rank! - b.rank!);
    const ordered: BetRow[] = [];
    for (const reference of given.bets) {
      const row = await findBet(tx, asker.workspaceId, reference);
      if (!row) return missing(reference);
      if (!ordered.some(({ id }) => id === row.id)) ordered.push(row);
    }
    for (const row of before) if (!ordered.some(({ id }) => id === row.id)) await updateBet(tx, asker.workspaceId, row.id, { rank: null });
    for (const [at, row] of ordered.entries()) if (row.rank !== at + 1) await updateBet(tx, asker.workspaceId, row.id, { rank: at + 1 });
    return granted({ bets: ordered.map(({ id, key }, at) => ({ id, key, rank: at + 1 })), undo: { operation: 'bet.order', input: { bets: before.map(({ id }) => id) } } });
  },
};
