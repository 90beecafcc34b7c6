// The sample's bets as they were written down, before any of them was placed, and the members who forecast on them.
import { addDays, startOfDay } from '../domain/kernel/instant.ts';
import { SAMPLE_MATES, type SampleBet, type SampleMate } from '../domain/sample/sample-bet.ts';
import type { SampleWorkspace } from '../domain/sample/sample-workspace.ts';
import { newId } from '../domain/kernel/ids.ts';
import { insertBet } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { asJson } from '../store/engine/parameters.ts';
import { insertMember } from '../store/forecast.ts';
import { timeText } from '../store/schema.ts';
import type { Context } from './context.ts';

interface SampleLine {
  readonly active: string;
  readonly abandoned: string;
  /** Ids by key. */
  readonly metrics: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Days ago between which bets led to the goal that was abandoned. */
const ABANDONED = { from: 420, to: 240 } as const;

/** Drafts at the day each was written down; returns their ids in the sample's order. */
export async function loadSampleBets({ tx, asker, today, services }: Context, sample: SampleWorkspace, line: SampleLine): Promise<string[]> {
  const ids: string[] = [];
  for (const bet of sample.bets) {
    const then = startOfDay(addDays(today, -bet.drafted))!;
    const id = newId('bet', then, services.random);
    ids.push(id);
    await insertBet(tx, {
      workspace_id: asker.workspaceId, id, key: `B-${await nextNumber(tx, asker.workspaceId, 'bet')}`, claim: bet.claim, state: 'open', problem_id: line.problems[bet.problem]!, goal_id: goalOf(bet, line), closed_reason: null,
      terms: asJson(termsOf(bet, line.metrics)), created_at: timeText(then), updated_at: timeText(then), version: 1,
    });
  }
  return ids;
}

function goalOf({ drafted, settled }: SampleBet, { active, abandoned }: SampleLine): string | null {
  if (settled === undefined) return active;
  return drafted <= ABANDONED.from && drafted >= ABANDONED.to ? abandoned : null;
}

function termsOf({ terms }: SampleBet, metrics: ReadonlyMap<string, string>): SampleBet['terms'] {
  const id = (key: string): string => metrics.get(key)!;
  return {
    ...terms, ...(terms.metric === undefined ? {} : { metric: id(terms.metric) }), ...(terms.controls === undefined ? {} : { controls: terms.controls.map(id) }),
    ...(terms.guardrails === undefined ? {} : { guardrails: terms.guardrails.map((guardrail) => ({ ...guardrail, metric: id(guardrail.metric) })) }),
  };
}

/** Teammates by role name, who can forecast and cannot sign in. */
export async function loadSampleMates({ tx, asker, now, newId: idOf }: Context): Promise<Record<SampleMate, string>> {
  const mates: [SampleMate, string][] = [];
  for (const name of SAMPLE_MATES) {
    const id = idOf('member');
    mates.push([name, id]);
    await insertMember(tx, { workspace_id: asker.workspaceId, id, name, role: 'teammate', created_at: timeText(now) });
  }
  return Object.fromEntries(mates) as Record<SampleMate, string>;
}
