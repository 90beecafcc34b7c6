// What was answered to findings, kept beyond the findings themselves: the suppression key finds them again. Only SQL.
import { sql, type Selectable } from 'kysely';
import type { RuleName } from '../domain/backlog/finding.ts';
import { timeText, type Schema, type Tx } from './schema.ts';

export type DisputeRow = Omit<Selectable<Schema['dispute']>, 'rule'> & { rule: RuleName };
export type DisputeVerdict = DisputeRow['verdict'];

export interface NewDispute {
  readonly id: string; readonly rule: RuleName; readonly suppressionKey: string; readonly findingId: string; readonly itemId: string | null;
  readonly verdict: DisputeVerdict; readonly reason: string | null; readonly words: string | null; readonly until: string | null; readonly number: number | null; readonly at: number;
}

export async function insertDispute(tx: Tx, workspaceId: string, d: NewDispute): Promise<void> {
  await tx.insertInto('dispute').values({
    workspace_id: workspaceId, id: d.id, rule: d.rule, suppression_key: d.suppressionKey, finding_id: d.findingId, item_id: d.itemId, verdict: d.verdict,
    reason: d.reason, words: d.words, until_on: d.until, number: d.number, created_at: timeText(d.at), withdrawn_at: null,
  }).execute();
}

/** All answers that stand, oldest first; the last of a case is the one that counts. */
export async function listDisputes(tx: Tx, workspaceId: string): Promise<DisputeRow[]> {
  return (await tx.selectFrom('dispute').selectAll().where('workspace_id', '=', workspaceId).where('withdrawn_at', 'is', null)
    .orderBy('created_at').orderBy('id').execute()) as DisputeRow[];
}

/** The latest standing answers to these cases, by suppression key. */
export async function latestDisputes(tx: Tx, workspaceId: string, keys: readonly string[]): Promise<Map<string, DisputeRow>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<DisputeRow>`
    select * from dispute where workspace_id = ${workspaceId} and withdrawn_at is null and suppression_key = any(${keys as string[]}::text[]) order by created_at, id`.execute(tx);
  return new Map(rows.map((row) => [row.suppression_key, row]));
}

/** Takes all answers to a case back; returns how many stood. */
export async function withdrawDisputes(tx: Tx, workspaceId: string, rule: string, suppressionKey: string, at: number): Promise<number> {
  const { rows } = await sql`
    update dispute set withdrawn_at = ${timeText(at)} where workspace_id = ${workspaceId} and rule = ${rule} and suppression_key = ${suppressionKey}
      and withdrawn_at is null returning id`.execute(tx);
  return rows.length;
}
