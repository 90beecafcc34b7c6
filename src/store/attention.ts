// What a member said about their own calendar: settings, corrections and rules. Only SQL; every question is of one member's rows.
import type { Selectable } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Schema, type Tx } from './schema.ts';

/** Whose rows: no function here reads another member's. */
export interface Owner { readonly workspaceId: string; readonly memberId: string }
export type CorrectionRow = Selectable<Schema['attention_correction']>;
export type RuleRow = Selectable<Schema['attention_rule']>;

export async function findAttentionSettings(tx: Tx, { workspaceId, memberId }: Owner): Promise<unknown> {
  const row = await tx.selectFrom('attention_setting').select('settings').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).executeTakeFirst();
  return row?.settings;
}

export async function saveAttentionSettings(tx: Tx, { workspaceId, memberId }: Owner, settings: unknown, at: number): Promise<void> {
  const change = { settings: asJson(settings), updated_at: timeText(at) };
  await tx.insertInto('attention_setting').values({ workspace_id: workspaceId, member_id: memberId, ...change })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'member_id']).doUpdateSet(change)).execute();
}

/** Those that stand, or with `all` those taken back too; oldest first. */
export function listAttentionCorrections(tx: Tx, { workspaceId, memberId }: Owner, all = false): Promise<CorrectionRow[]> {
  const rows = tx.selectFrom('attention_correction').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId);
  return (all ? rows : rows.where('undone_at', 'is', null)).orderBy('said_at').orderBy('id').execute();
}

export async function insertAttentionCorrection(tx: Tx, { before, facts, ...row }: CorrectionRow): Promise<void> {
  await tx.insertInto('attention_correction').values({ ...row, before: asJson(before), facts: asJson(facts) }).execute();
}

export async function setCorrectionUndone(tx: Tx, { workspaceId, memberId }: Owner, id: string, at: number | undefined): Promise<void> {
  await tx.updateTable('attention_correction').set({ undone_at: timeText(at) }).where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where('id', '=', id).execute();
}

/** Those that stand, or with `all` those removed too; oldest first. */
export function listAttentionRules(tx: Tx, { workspaceId, memberId }: Owner, all = false): Promise<RuleRow[]> {
  const rows = tx.selectFrom('attention_rule').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId);
  return (all ? rows : rows.where('removed_at', 'is', null)).orderBy('made_at').orderBy('id').execute();
}

export async function insertAttentionRule(tx: Tx, row: RuleRow): Promise<void> {
  await tx.insertInto('attention_rule').values(row).execute();
}

/** By the rule's own id, or by that of the correction it was made with. */
export async function setRuleRemoved(tx: Tx, { workspaceId, memberId }: Owner, which: { readonly id: string } | { readonly correction: string }, at: number | undefined): Promise<void> {
  const [column, value] = 'id' in which ? (['id', which.id] as const) : (['correction_id', which.correction] as const);
  await tx.updateTable('attention_rule').set({ removed_at: timeText(at) }).where('workspace_id', '=', workspaceId).where('member_id', '=', memberId).where(column, '=', value).execute();
}
