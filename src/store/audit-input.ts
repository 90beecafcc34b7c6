// What an audit reads besides items: the goal, what leads to it, links by hand, declined suggestions. Only SQL.
import { sql } from 'kysely';
import type { LineageGraph } from '../domain/backlog/lineage-graph.ts';
import type { LinkRule, LinkTarget } from '../domain/backlog/lineage-rules.ts';
import { listBets } from './bet.ts';
import { findActiveGoal } from './goal.ts';
import { listLinkRules } from './link.ts';
import { listProblems } from './problem.ts';
import type { Tx } from './schema.ts';

export interface LineageInputs {
  readonly graph: LineageGraph;
  readonly rules: readonly LinkRule[];
  /** What items were linked to by a person, by item key. */
  readonly links: ReadonlyMap<string, LinkTarget[]>;
  /** `item key`, newline, target id. */
  readonly declined: ReadonlySet<string>;
  /** Keys of items that an open bet stands on. */
  readonly betItems: ReadonlySet<string>;
}

export async function getLineageInputs(tx: Tx, workspaceId: string): Promise<LineageInputs> {
  const goal = await findActiveGoal(tx, workspaceId);
  const problems = await listProblems(tx, workspaceId, undefined);
  const bets = await listBets(tx, workspaceId, undefined);
  const linked = await sql<{ key: string; problem_id: string | null; bet_id: string | null; by_rule: boolean }>`
    select i.key, l.problem_id, l.bet_id, l.rule_id is not null as by_rule from link l join item i on i.workspace_id = l.workspace_id and i.id = l.item_id
    where l.workspace_id = ${workspaceId}`.execute(tx);
  const declined = await sql<{ key: string; target_id: string }>`
    select i.key, d.target_id from declined_suggestion d join item i on i.workspace_id = d.workspace_id and i.id = d.item_id where d.workspace_id = ${workspaceId}`.execute(tx);
  const upkeep = await sql<{ id: string; key: string }>`
    select distinct i.id, i.key from dispute d join item i on i.workspace_id = d.workspace_id and i.id = d.item_id
    where d.workspace_id = ${workspaceId} and d.rule = 'orphan' and d.verdict = 'wrong' and d.reason = 'ktlo' and d.withdrawn_at is null order by i.id`.execute(tx);
  const openBets = new Set(bets.filter(({ state }) => state === 'open').map(({ id }) => id));
  const links = new Map<string, LinkTarget[]>();
  for (const { key, problem_id, bet_id, by_rule } of linked.rows) {
    if (by_rule) continue;
    const target: LinkTarget = problem_id === null ? { kind: 'bet', id: bet_id! } : { kind: 'problem', id: problem_id };
    links.set(key, [...(links.get(key) ?? []), target]);
  }
  return {
    graph: {
      ...(goal ? { goal: { id: goal.id, statement: goal.statement } } : {}),
      problems: problems.map(({ id, key, title, goal_id, state }) => ({ id, key, title, goal: goal_id ?? undefined, closed: state === 'closed' })),
      bets: bets.map(({ id, key, claim, problem_id, goal_id, state }) => ({ id, key, claim, problem: problem_id ?? undefined, goal: goal_id ?? undefined, closed: state === 'closed' })),
    },
    rules: [
      ...(await listLinkRules(tx, workspaceId)).map((rule) => ({ id: rule.id, field: rule.field, value: rule.value, target: targetOf(rule) })),
      // Answered with "it keeps the lights on": a rule for the item and what hangs under it.
      ...upkeep.rows.map(({ id, key }): LinkRule => ({ id, field: 'parent', value: key, target: { kind: 'lights_on' } })),
    ],
    links, declined: new Set(declined.rows.map(({ key, target_id }) => `${key}\n${target_id}`)),
    betItems: new Set(linked.rows.filter(({ bet_id }) => bet_id !== null && openBets.has(bet_id)).map(({ key }) => key)),
  };
}

function targetOf(rule: { target: 'problem' | 'bet' | 'lights_on' | 'origin'; target_id: string | null; origin: string | null }): LinkRule['target'] {
  if (rule.target === 'lights_on') return { kind: 'lights_on' };
  return rule.target === 'origin' ? { kind: 'origin', origin: rule.origin! } : { kind: rule.target, id: rule.target_id! };
}
