// Answers to the week's questions, and which meetings were held. Only SQL; every question is of one member's rows.
import type { Selectable } from 'kysely';
import type { Owner } from './attention.ts';
import type { Day, Schema, Tx } from './schema.ts';

export type AnswerRow = Selectable<Schema['attention_answer']>;
export type HeldRow = Selectable<Schema['attention_held']>;

/** Oldest first. */
export function listAttentionAnswers(tx: Tx, { workspaceId, memberId }: Owner): Promise<AnswerRow[]> {
  return tx.selectFrom('attention_answer').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).orderBy('week_on').orderBy('answered_at').orderBy('series').execute();
}

/** The answer of a week to a series replaces the one before. */
export async function saveAttentionAnswer(tx: Tx, row: AnswerRow): Promise<void> {
  const { workspace_id: _workspace, member_id: _member, week_on: _week, series: _series, ...change } = row;
  await tx.insertInto('attention_answer').values(row).onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'week_on', 'series']).doUpdateSet(change)).execute();
}

export async function deleteAttentionAnswer(tx: Tx, { workspaceId, memberId }: Owner, weekOn: Day, series: string): Promise<void> {
  await tx.deleteFrom('attention_answer').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('week_on', '=', weekOn).where('series', '=', series).execute();
}

export function listHeld(tx: Tx, { workspaceId, memberId }: Owner): Promise<HeldRow[]> {
  return tx.selectFrom('attention_held').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).orderBy('series').orderBy('instance').execute();
}

export async function saveHeld(tx: Tx, row: HeldRow): Promise<void> {
  const { held, class: answered, said_at } = row;
  await tx.insertInto('attention_held').values(row).onConflict((conflict) => conflict.columns(['workspace_id', 'member_id', 'series', 'instance']).doUpdateSet({ held, class: answered, said_at })).execute();
}

export async function deleteHeld(tx: Tx, { workspaceId, memberId }: Owner, series: string, instance: string): Promise<void> {
  await tx.deleteFrom('attention_held').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('series', '=', series).where('instance', '=', instance).execute();
}
