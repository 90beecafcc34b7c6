// A goal as callers see it: its row, its agreements, and what its wording lacks.
import type { OutputOf } from '../contract/index.ts';
import { outputGoalFinding } from '../domain/backlog/output-goal.ts';
import { defaultAuditSettings } from '../domain/backlog/rule.ts';
import type { GoalTerms } from '../domain/goal/goal.ts';
import { listAgreements, type AgreementRow, type GoalRow } from '../store/goal.ts';
import type { Tx } from '../store/schema.ts';

export type Goal = OutputOf<'goal.list'>['goals'][number];

export function termsOf(row: GoalRow): GoalTerms {
  return {
    statement: row.statement, metric: row.metric ?? undefined, unit: row.unit ?? undefined, baseline: row.baseline ?? undefined, target: row.target ?? undefined,
    startOn: row.start_on ?? undefined, endOn: row.end_on ?? undefined, notGoals: row.not_goals as string[],
  };
}

function agreementShown(row: AgreementRow): Goal['agreements'][number] {
  return {
    id: row.id, stakeholder: row.stakeholder, answer: row.answer, condition: row.condition ?? undefined, backBrief: row.back_brief ?? undefined,
    willNotAsk: row.will_not_ask ?? undefined, on: row.given_on, voided: row.voided_at !== null,
  };
}

function shown(row: GoalRow, agreements: readonly AgreementRow[]): Goal {
  return {
    id: row.id, key: row.key, state: row.state, ...termsOf(row), notGoals: row.not_goals as string[], guardrails: row.guardrails as string[],
    problem: row.problem ?? undefined, decides: row.decides ?? undefined, givesWay: row.gives_way ?? undefined, agreements: agreements.map(agreementShown),
    changes: row.changes, closedReason: row.closed_reason ?? undefined, closedAt: row.closed_at ?? undefined, createdAt: row.created_at, updatedAt: row.updated_at,
    outputWording: outputGoalFinding(row.statement, defaultAuditSettings)?.nextAction,
  };
}

/** Goals with their agreements, in the order of the rows. */
export async function showGoals(tx: Tx, workspaceId: string, rows: readonly GoalRow[]): Promise<Goal[]> {
  const agreements = await listAgreements(tx, workspaceId, rows.map((row) => row.id));
  return rows.map((row) => shown(row, agreements.filter((agreement) => agreement.goal_id === row.id)));
}
