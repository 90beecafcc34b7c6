// Problems as plain records: written down, changed, closed with a reason. Evidence and causes come later.
import type { OutputOf } from '../contract/index.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { addProblem, changeProblem, closeProblem, reopenProblem, type Problem as ProblemRecord } from '../domain/problem/problem.ts';
import { nextNumber } from '../store/counter.ts';
import { findActiveGoal, findGoal } from '../store/goal.ts';
import { countLinkedItems } from '../store/link.ts';
import { findProblem, insertProblem, listProblems, updateProblem, type ProblemRow } from '../store/problem.ts';
import { timeText } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
import { refreshLineage } from './lineage-refresh.ts';

type Problem = OutputOf<'problem.get'>['problem'];

const CLEARABLE = ['who', 'tryingTo', 'hurts', 'howOften', 'howMany'] as const;

function shown(row: ProblemRow, items: number): Problem {
  return {
    id: row.id, key: row.key, title: row.title, state: row.state, who: row.who ?? undefined, tryingTo: row.trying_to ?? undefined, hurts: row.hurts ?? undefined,
    howOften: row.how_often ?? undefined, howMany: row.how_many ?? undefined, goal: row.goal_id ?? undefined, closedReason: row.closed_reason ?? undefined,
    items, createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

function recordOf(row: ProblemRow): ProblemRecord {
  const { title, state, who, tryingTo, hurts, howOften, howMany, goal, closedReason } = shown(row, 0);
  return { title, state, who, tryingTo, hurts, howOften, howMany, goal, closedReason };
}

function columnsOf(record: ProblemRecord) {
  return {
    title: record.title, state: record.state, who: record.who ?? null, trying_to: record.tryingTo ?? null, hurts: record.hurts ?? null,
    how_often: record.howOften ?? null, how_many: record.howMany ?? null, goal_id: record.goal ?? null, closed_reason: record.closedReason ?? null,
  };
}

/** The goal a record leads to: the one named, else the active one, else none. */
export async function goalFor(context: Context, reference: string | undefined) {
  const { tx, asker } = context;
  if (reference === undefined) return granted((await findActiveGoal(tx, asker.workspaceId))?.id ?? null);
  const goal = await findGoal(tx, asker.workspaceId, reference);
  return goal ? granted<string | null>(goal.id) : refused('not_found', { kind: 'goal', reference });
}

async function readProblem(context: Context, id: string): Promise<Problem> {
  const { tx, asker } = context;
  const row = await findProblem(tx, asker.workspaceId, id);
  return shown(row!, (await countLinkedItems(tx, asker.workspaceId)).get(row!.id)?.items ?? 0);
}

export const problemHandlers: Pick<Handlers, 'problem.add' | 'problem.list' | 'problem.get' | 'problem.change'> = {
  async 'problem.add'(given, context) {
    const { tx, asker, now } = context;
    const goal = await goalFor(context, given.goal);
    if (!goal.ok) return goal;
    const id = context.newId('problem');
    const at = timeText(now);
    const record = addProblem({ ...given, goal: undefined }, goal.value ?? undefined);
    await insertProblem(tx, { workspace_id: asker.workspaceId, id, key: `P-${await nextNumber(tx, asker.workspaceId, 'problem')}`, ...columnsOf(record), created_at: at, updated_at: at, version: 1 });
    return granted({ problem: await readProblem(context, id), undo: { operation: 'problem.change', input: { problem: id, state: 'closed', reason: 'Written down by mistake' } } });
  },

  async 'problem.list'(given, { tx, asker }) {
    const rows = await listProblems(tx, asker.workspaceId, given.state === 'all' ? undefined : given.state);
    const counts = await countLinkedItems(tx, asker.workspaceId);
    return granted({ problems: rows.map((row) => shown(row, counts.get(row.id)?.items ?? 0)) });
  },

  async 'problem.get'(given, context) {
    const row = await findProblem(context.tx, context.asker.workspaceId, given.problem);
    if (!row) return refused('not_found', { kind: 'problem', reference: given.problem });
    return granted({ problem: await readProblem(context, row.id) });
  },

  async 'problem.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findProblem(tx, asker.workspaceId, given.problem);
    if (!row) return refused('not_found', { kind: 'problem', reference: given.problem });
    const goal = given.goal === undefined ? granted(row.goal_id) : await goalFor(context, given.goal);
    if (!goal.ok) return goal;
    const cleared = Object.fromEntries((given.clear ?? []).map((field) => [field, undefined]));
    const { clear: _clear, problem: _problem, state, reason, goal: _goal, ...fields } = given;
    const changed = { ...changeProblem(recordOf(row), { ...fields, goal: goal.value ?? undefined }), ...cleared };
    const record = state === 'closed' ? closeProblem(changed, reason ?? changed.closedReason) : state === 'open' ? reopenProblem(changed) : changed;
    await updateProblem(tx, asker.workspaceId, row.id, { ...columnsOf(record), updated_at: timeText(now) });
    if (record.goal !== (row.goal_id ?? undefined)) await refreshLineage(context, 'all');
    const before = shown(row, 0);
    const undo = { operation: 'problem.change', input: { problem: row.id, title: before.title, who: before.who, tryingTo: before.tryingTo, hurts: before.hurts, howOften: before.howOften, howMany: before.howMany, state: before.state, reason: before.closedReason, clear: CLEARABLE.filter((field) => before[field] === undefined) } };
    return granted({ problem: await readProblem(context, row.id), undo });
  },
};
