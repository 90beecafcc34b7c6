// What leads to the active goal: problems, bets under them, items on each, and the items that hang nowhere.
import { granted } from '../domain/kernel/ruling.ts';
import { listBets, type BetRow } from '../store/bet.ts';
import { findActiveGoal } from '../store/goal.ts';
import { countLinkedItems, type LinkedCount } from '../store/link.ts';
import { countLineage } from '../store/lineage.ts';
import { listProblems } from '../store/problem.ts';
import type { Handler } from './context.ts';

const NONE: LinkedCount = { items: 0, done: 0 };

export const goalTree: Handler<'goal.tree'> = async (_given, { tx, asker }) => {
  const goal = await findActiveGoal(tx, asker.workspaceId);
  const counts = await countLinkedItems(tx, asker.workspaceId);
  const of = (id: string) => {
    const { items, done } = counts.get(id) ?? NONE;
    return { items, itemsDone: done };
  };
  const branch = (bet: BetRow) => ({ id: bet.id, key: bet.key, claim: bet.claim, state: bet.state, ...of(bet.id) });
  const problems = goal ? (await listProblems(tx, asker.workspaceId)).filter((problem) => problem.goal_id === goal.id && (problem.state === 'open' || counts.has(problem.id))) : [];
  const bets = goal ? (await listBets(tx, asker.workspaceId)).filter((bet) => bet.goal_id === goal.id || problems.some((problem) => problem.id === bet.problem_id)) : [];
  const lineage = await countLineage(tx, asker.workspaceId);
  return granted({
    ...(goal ? { goal: { id: goal.id, key: goal.key, statement: goal.statement } } : {}),
    problems: problems.map((problem) => ({ id: problem.id, key: problem.key, title: problem.title, ...of(problem.id), bets: bets.filter((bet) => bet.problem_id === problem.id).map(branch) })),
    betsWithoutProblem: bets.filter((bet) => !problems.some((problem) => problem.id === bet.problem_id)).map(branch),
    open: lineage.open, linked: lineage.goal, keepsLightsOn: lineage.lightsOn, unexplained: lineage.none + lineage.suggested,
  });
};
