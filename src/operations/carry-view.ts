// Carries as rules and as callers see them: rows of the asker, with the bet, goal and item they hang on by key. Decides nothing.
import type { OutputOf } from '../contract/index.ts';
import { kindNamed } from '../domain/attention/kinds.ts';
import type { Carry } from '../domain/line/carry.ts';
import { LINE_KINDS } from '../domain/line/charter.ts';
import { addDays } from '../domain/kernel/instant.ts';
import { listBets } from '../store/bet.ts';
import { listCarries, type CarryRow } from '../store/carry.ts';
import { listGoals } from '../store/goal.ts';
import { listItemsById } from '../store/item.ts';
import type { Context } from './context.ts';

export type CarryShown = OutputOf<'carry.list'>['carries'][number];

/** Most carries that a rule looks at. */
const LOOKED_AT = 5_000;

/** What rules need of a row; undefined for a kind that is none any more. */
export function carryOf(row: CarryRow): Carry | undefined {
  const kind = LINE_KINDS.find((each) => each === row.kind);
  return kind && {
    id: row.id, on: row.on_day, kind, minutes: row.minutes, what: row.what, askedBy: row.asked_by ?? undefined, topic: row.topic ?? undefined, reason: row.reason ?? undefined, mode: row.mode ?? undefined,
    seenBy: row.seen_by ?? undefined, ifLeft: row.if_left ?? undefined,
  };
}

/** The asker's carries of the last `days` days, today included, newest first. */
export async function carriesOf({ tx, asker, today }: Context, days: number): Promise<Carry[]> {
  return (await listCarries(tx, asker, { from: addDays(today, 1 - days), to: today }, LOOKED_AT)).flatMap((row) => carryOf(row) ?? []);
}

export async function showCarries({ tx, asker }: Pick<Context, 'tx' | 'asker'>, rows: readonly CarryRow[]): Promise<CarryShown[]> {
  const { workspaceId } = asker;
  const bets = rows.some(({ bet_id }) => bet_id !== null) ? new Map((await listBets(tx, workspaceId)).map(({ id, key, claim }) => [id, { id, key, title: claim }])) : new Map<string, never>();
  const goals = rows.some(({ goal_id }) => goal_id !== null) ? new Map((await listGoals(tx, workspaceId)).map(({ id, key, statement }) => [id, { id, key, title: statement }])) : new Map<string, never>();
  const items = await listItemsById(tx, workspaceId, rows.flatMap(({ item_id }) => (item_id === null ? [] : [item_id])));
  return rows.flatMap((row) => {
    const carry = carryOf(row);
    if (carry === undefined) return [];
    const item = row.item_id === null ? undefined : items.get(row.item_id);
    return [{
      ...carry, kindName: kindNamed(carry.kind).name, kindGuessed: row.kind_guessed, bet: bets.get(row.bet_id ?? ''), goal: goals.get(row.goal_id ?? ''), item: item && { id: item.id, key: item.key, title: item.title },
      source: row.event !== null ? 'event' as const : row.item_id !== null ? 'item' as const : 'typed' as const, event: row.event ?? undefined, createdAt: row.created_at, updatedAt: row.updated_at,
    }];
  });
}
