// The sample company: loaded into an empty workspace, thrown away in one step. It goes through the same doors as a real tracker.
import { granted, refused } from '../domain/kernel/ruling.ts';
import { sampleWorkspace, type SampleGoal, type SampleWorkspace } from '../domain/sample/sample-workspace.ts';
import { nextNumber } from '../store/counter.ts';
import { getProduct, insertAgreement, insertGoal, updateGoal } from '../store/goal.ts';
import { itemRows } from '../store/item-row.ts';
import { writeItems } from '../store/item-write.ts';
import { cancelJobs, insertJob } from '../store/job.ts';
import { insertLinkRule } from '../store/link.ts';
import { insertProblem } from '../store/problem.ts';
import { setSharedSettings } from '../store/rule.ts';
import { deleteSample, findSample, insertPoints, markSample, workspaceIsEmpty } from '../store/sample.ts';
import { timeText } from '../store/schema.ts';
import { ensureSource, touchSources } from '../store/source.ts';
import type { Context, Handlers } from './context.ts';
import { refreshLineage } from './lineage-refresh.ts';
import { loadSampleBets, loadSampleMates } from './sample-bets.ts';
import type { SamplePlot } from './sample-history.ts';
import { loadSampleMetrics } from './sample-metrics.ts';
import { sampleTrend } from './sample-trend.ts';

const SAMPLE_SOURCE = 'RET';

async function loadGoal({ tx, asker, newId }: Context, productId: string, goal: SampleGoal, at: string): Promise<string> {
  const id = newId('goal');
  await insertGoal(tx, {
    workspace_id: asker.workspaceId, id, product_id: productId, key: `G-${await nextNumber(tx, asker.workspaceId, 'goal')}`, state: goal.state, statement: goal.statement,
    metric: goal.metric, unit: goal.unit, baseline: goal.baseline, target: goal.target, start_on: goal.startOn, end_on: goal.endOn, not_goals: JSON.stringify(goal.notGoals),
    guardrails: JSON.stringify(goal.guardrails), problem: goal.problem ?? null, decides: null, gives_way: null, changes: 0, closed_reason: goal.closedReason ?? null,
    closed_at: goal.closedReason === undefined ? null : `${goal.endOn}T12:00:00.000Z`, created_at: at, updated_at: at, version: 1,
  });
  for (const agreement of goal.agreements) {
    await insertAgreement(tx, {
      workspace_id: asker.workspaceId, id: newId('agreement'), goal_id: id, stakeholder: agreement.stakeholder, answer: agreement.answer, condition: agreement.condition ?? null,
      back_brief: null, will_not_ask: null, given_on: agreement.on, voided_at: null, created_at: at,
    });
  }
  return id;
}

/** Writes the problems, all leading to the active goal. Returns their ids in the sample's order. */
async function loadProblems({ tx, asker, newId }: Context, sample: SampleWorkspace, goalId: string, at: string): Promise<string[]> {
  const ids: string[] = [];
  for (const problem of sample.problems) {
    const id = newId('problem');
    ids.push(id);
    await insertProblem(tx, {
      workspace_id: asker.workspaceId, id, key: `P-${await nextNumber(tx, asker.workspaceId, 'problem')}`, state: 'open', title: problem.title, who: problem.who, trying_to: problem.tryingTo, hurts: problem.hurts,
      how_often: problem.howOften, how_many: problem.howMany, goal_id: goalId, closed_reason: null, created_at: at, updated_at: at, version: 1,
    });
  }
  return ids;
}

async function loadRules({ tx, asker, newId }: Context, sample: SampleWorkspace, problems: readonly string[], bets: readonly string[], at: string): Promise<void> {
  for (const rule of sample.rules) {
    const to = rule.target === 'lights_on' ? { target: 'lights_on' as const, target_id: null }
      : 'bet' in rule.target ? { target: 'bet' as const, target_id: bets[rule.target.bet]! } : { target: 'problem' as const, target_id: problems[rule.target.problem]! };
    await insertLinkRule(tx, { workspace_id: asker.workspaceId, id: newId('linkRule'), field: rule.field, value: rule.value, ...to, origin: null, created_at: at });
  }
}

/** What the job that follows needs to live the bets through. */
async function loadLine(context: Context, sample: SampleWorkspace, goals: ReadonlyMap<SampleGoal['state'], string>, seed: number): Promise<SamplePlot> {
  const { asker, now, today } = context;
  const at = timeText(now);
  const active = goals.get('active')!;
  const metrics = await loadSampleMetrics(context, sample.metrics);
  await updateGoal(context.tx, asker.workspaceId, active, { metric_id: metrics.get('M-1')! });
  const problems = await loadProblems(context, sample, active, at);
  const bets = await loadSampleBets(context, sample, { active, abandoned: goals.get('abandoned')!, metrics, problems });
  await loadRules(context, sample, problems, bets, at);
  return { today, seed, owner: asker.memberId, mates: await loadSampleMates(context), bets, problems };
}

export const sampleHandlers: Pick<Handlers, 'sample.load' | 'sample.discard'> = {
  async 'sample.load'(given, context) {
    const { tx, asker, now, newId, services } = context;
    if (!(await workspaceIsEmpty(tx, asker.workspaceId))) return refused('workspace_not_empty');
    const sample = sampleWorkspace(given.seed, context.today);
    const at = timeText(now);
    const product = await getProduct(tx, asker.workspaceId);
    await markSample(tx, asker.workspaceId, given.seed, sample.name, sample.product);
    await setSharedSettings(tx, asker.workspaceId, { origins: sample.origins }, now);
    const goals = new Map<SampleGoal['state'], string>();
    for (const goal of sample.goals) goals.set(goal.state, await loadGoal(context, product.id, goal, at));
    const plot = await loadLine(context, sample, goals, given.seed);
    const sourceId = await ensureSource(tx, asker.workspaceId, 'jira-csv', SAMPLE_SOURCE, () => newId('source'), now);
    const writer = { store: services.store, tx, workspaceId: asker.workspaceId, importId: newId('import'), at, newItemIds: (count: number) => Array.from({ length: count }, () => newId('item')).sort() };
    await writeItems(writer, sourceId, sample.items.map((item) => itemRows(item, false)));
    await touchSources(tx, asker.workspaceId, [sourceId], now);
    await insertPoints(tx, asker.workspaceId, product.id, sampleTrend(sample, context.today));
    await refreshLineage(context, 'all');
    // The audit comes first: jobs run in the order they were made.
    await insertJob(tx, asker.workspaceId, { id: newId('job'), kind: 'audit', payload: { because: 'sample' }, at: now - 1 });
    await insertJob(tx, asker.workspaceId, { id: newId('job'), kind: 'sample', payload: plot, at: now });
    context.afterCommit(() => services.wakeJobs());
    return granted({ items: sample.items.length, comments: sample.items.reduce((sum, item) => sum + item.comments.length, 0) });
  },

  async 'sample.discard'(_given, context) {
    const { tx, asker } = context;
    const sample = await findSample(tx, asker.workspaceId, SAMPLE_SOURCE);
    if (!sample) return refused('not_a_sample');
    await cancelJobs(tx, asker.workspaceId, 'sample', {}, context.now);
    const items = await deleteSample(tx, asker.workspaceId, sample);
    await markSample(tx, asker.workspaceId, null, 'My workspace', 'My product');
    if (!(await workspaceIsEmpty(tx, asker.workspaceId))) {
      await insertJob(tx, asker.workspaceId, { id: context.newId('job'), kind: 'audit', payload: { because: 'sample discarded' }, at: context.now });
      context.afterCommit(() => context.services.wakeJobs());
    }
    return granted({ discarded: true, items });
  },
};
