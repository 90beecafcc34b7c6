// The one Product Goal: drafted, changed, proposed, active, closed. Rules decide; this reads, writes and remembers the way back.
import type { OutputOf } from '../contract/index.ts';
import { mayAgree, readBackBrief } from '../domain/goal/agreement.ts';
import { activateGoal, changeGoal, closeGoal, draftGoal, proposeGoal, reopenGoal, withdrawGoal, type GoalState, type GoalTerms } from '../domain/goal/goal.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { nextNumber } from '../store/counter.ts';
import { findActiveGoal, findGoal, getProduct, insertAgreement, insertGoal, listAgreements, listGoals, updateAgreement, updateGoal, voidAgreements, type GoalRow } from '../store/goal.ts';
import { timeText } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
import { showGoals, termsOf } from './goal-view.ts';
import { goalTree } from './goal-tree.ts';
import { refreshLineage } from './lineage-refresh.ts';

type GoalOut = OutputOf<'goal.draft'>;
type Names = 'goal.get' | 'goal.list' | 'goal.draft' | 'goal.change' | 'goal.propose' | 'goal.activate' | 'goal.withdraw' | 'goal.close' | 'goal.reopen' | 'goal.agree' | 'goal.tree';

const missing = (reference: string) => refused('not_found', { kind: 'goal', reference });

async function answer(context: Context, id: string, undo?: GoalOut['undo']) {
  const { tx, asker } = context;
  const row = await findGoal(tx, asker.workspaceId, id);
  const [goal] = await showGoals(tx, asker.workspaceId, [row!]);
  return granted({ goal: goal!, ...(undo ? { undo } : {}) });
}

const CLEARABLE = ['metric', 'unit', 'baseline', 'target', 'startOn', 'endOn', 'problem', 'decides', 'givesWay'] as const;
type Clearable = (typeof CLEARABLE)[number];

/** A change that puts the goal back as `row` has it. */
function wayBack(row: GoalRow): GoalOut['undo'] {
  const before = { ...termsOf(row), guardrails: row.guardrails, problem: row.problem ?? undefined, decides: row.decides ?? undefined, givesWay: row.gives_way ?? undefined };
  return { operation: 'goal.change', input: { goal: row.id, ...before, clear: CLEARABLE.filter((field) => before[field] === undefined) } };
}

/** The statement of the active goal, unless it is `row` itself. */
async function otherActive({ tx, asker }: Context, row: GoalRow): Promise<string | undefined> {
  const active = await findActiveGoal(tx, asker.workspaceId);
  return active === undefined || active.id === row.id ? undefined : active.statement;
}

async function setState(context: Context, row: GoalRow, state: GoalState, closedReason: string | null): Promise<void> {
  const at = timeText(context.now);
  const closed = closedReason !== null;
  await updateGoal(context.tx, context.asker.workspaceId, row.id, { state, closed_reason: closedReason, closed_at: closed ? at : null, updated_at: at });
  if ((row.state === 'active') !== (state === 'active')) await refreshLineage(context, 'all');
}

export const goalHandlers: Pick<Handlers, Names> = {
  async 'goal.get'(given, { tx, asker }) {
    if (given.goal !== undefined) {
      const row = await findGoal(tx, asker.workspaceId, given.goal);
      if (!row) return missing(given.goal);
      return granted({ goal: (await showGoals(tx, asker.workspaceId, [row]))[0] });
    }
    const open = (await listGoals(tx, asker.workspaceId)).filter((row) => ['active', 'proposed', 'draft'].includes(row.state));
    const row = open.find((one) => one.state === 'active') ?? open.find((one) => one.state === 'proposed') ?? open[0];
    return granted(row ? { goal: (await showGoals(tx, asker.workspaceId, [row]))[0] } : {});
  },

  async 'goal.list'(_given, { tx, asker }) {
    return granted({ goals: await showGoals(tx, asker.workspaceId, await listGoals(tx, asker.workspaceId)) });
  },

  async 'goal.draft'(given, context) {
    const { tx, asker, now } = context;
    const drafted = draftGoal(given);
    if (!drafted.ok) return drafted;
    const id = context.newId('goal');
    const at = timeText(now);
    await insertGoal(tx, {
      workspace_id: asker.workspaceId, id, product_id: (await getProduct(tx, asker.workspaceId)).id, key: `G-${await nextNumber(tx, asker.workspaceId, 'goal')}`, state: 'draft',
      statement: given.statement, metric: given.metric ?? null, unit: given.unit ?? null, baseline: given.baseline ?? null, target: given.target ?? null,
      start_on: given.startOn ?? null, end_on: given.endOn ?? null, not_goals: JSON.stringify(given.notGoals ?? []), guardrails: JSON.stringify(given.guardrails ?? []),
      problem: given.problem ?? null, decides: given.decides ?? null, gives_way: given.givesWay ?? null, changes: 0, closed_reason: null, closed_at: null,
      created_at: at, updated_at: at, version: 1,
    });
    return answer(context, id, { operation: 'goal.close', input: { goal: id, as: 'abandoned', reason: 'Drafted by mistake' } });
  },

  async 'goal.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findGoal(tx, asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const before = termsOf(row);
    const kept = <F extends Clearable>(field: F, was: (typeof given)[F]): (typeof given)[F] => (given.clear?.includes(field) ? undefined : given[field] ?? was);
    const after: GoalTerms = {
      statement: given.statement ?? before.statement, metric: kept('metric', before.metric), unit: kept('unit', before.unit), baseline: kept('baseline', before.baseline),
      target: kept('target', before.target), startOn: kept('startOn', before.startOn), endOn: kept('endOn', before.endOn), notGoals: given.notGoals ?? before.notGoals,
    };
    const change = changeGoal(row.state, before, after);
    if (!change.ok) return change;
    const at = timeText(now);
    await updateGoal(tx, asker.workspaceId, row.id, {
      statement: after.statement, metric: after.metric ?? null, unit: after.unit ?? null, baseline: after.baseline ?? null, target: after.target ?? null,
      start_on: after.startOn ?? null, end_on: after.endOn ?? null, not_goals: JSON.stringify(after.notGoals), guardrails: JSON.stringify(given.guardrails ?? row.guardrails),
      problem: kept('problem', row.problem ?? undefined) ?? null, decides: kept('decides', row.decides ?? undefined) ?? null, gives_way: kept('givesWay', row.gives_way ?? undefined) ?? null,
      changes: row.changes + (change.value.voidsAgreements ? 1 : 0), updated_at: at,
    });
    if (!change.value.voidsAgreements) return answer(context, row.id, wayBack(row));
    // Agreements that were voided do not come back by putting the words back: others would have to be asked again.
    await voidAgreements(tx, asker.workspaceId, row.id, at);
    return answer(context, row.id);
  },

  async 'goal.propose'(given, context) {
    const row = await findGoal(context.tx, context.asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const ruling = proposeGoal(row.state, termsOf(row));
    if (!ruling.ok) return ruling;
    await setState(context, row, ruling.value, null);
    return answer(context, row.id, row.state === 'draft' ? { operation: 'goal.withdraw', input: { goal: row.id, to: 'draft' } } : undefined);
  },

  async 'goal.activate'(given, context) {
    const row = await findGoal(context.tx, context.asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const ruling = activateGoal(row.state, termsOf(row), await otherActive(context, row));
    if (!ruling.ok) return ruling;
    await setState(context, row, ruling.value, null);
    return answer(context, row.id, row.state === 'active' ? undefined : { operation: 'goal.withdraw', input: { goal: row.id, to: row.state } });
  },

  async 'goal.withdraw'(given, context) {
    const row = await findGoal(context.tx, context.asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const ruling = withdrawGoal(row.state, given.to);
    if (!ruling.ok) return ruling;
    await setState(context, row, ruling.value, null);
    return answer(context, row.id);
  },

  async 'goal.close'(given, context) {
    const row = await findGoal(context.tx, context.asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const ruling = closeGoal(row.state, given.as, given.reason);
    if (!ruling.ok) return ruling;
    await setState(context, row, ruling.value, given.reason);
    return answer(context, row.id, row.state === 'active' ? { operation: 'goal.reopen', input: { goal: row.id } } : undefined);
  },

  async 'goal.reopen'(given, context) {
    const row = await findGoal(context.tx, context.asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const ruling = reopenGoal(row.state, await otherActive(context, row));
    if (!ruling.ok) return ruling;
    await setState(context, row, ruling.value, null);
    return answer(context, row.id);
  },

  async 'goal.agree'(given, context) {
    const { tx, asker, now } = context;
    const row = await findGoal(tx, asker.workspaceId, given.goal);
    if (!row) return missing(given.goal);
    const may = mayAgree(row.state, given.answer);
    if (!may.ok) return may;
    const brief = readBackBrief(row.statement, given.backBrief);
    if (!brief.ok) return brief;
    const said = { answer: given.answer, condition: given.condition ?? null, back_brief: given.backBrief ?? null, will_not_ask: given.willNotAsk ?? null, given_on: given.on ?? context.today };
    const before = (await listAgreements(tx, asker.workspaceId, [row.id])).findLast((one) => one.stakeholder === given.stakeholder && one.voided_at === null);
    if (before) await updateAgreement(tx, asker.workspaceId, before.id, said);
    else await insertAgreement(tx, { workspace_id: asker.workspaceId, id: context.newId('agreement'), goal_id: row.id, stakeholder: given.stakeholder, ...said, voided_at: null, created_at: timeText(now) });
    return answer(context, row.id);
  },

  'goal.tree': goalTree,
};
