// What the HTTP door keeps besides operations: files that came in, archives to hand out, answers by Idempotency-Key.
import type { Selectable } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Schema, type Tx } from './schema.ts';

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export async function insertUploadedFile(tx: Tx, workspaceId: string, file: UploadedFile, now: number): Promise<void> {
  await tx.insertInto('upload').values({ workspace_id: workspaceId, ...file, created_at: timeText(now) }).execute();
}

/** The archive with this id; undefined when there is none. */
export function findArchiveById(tx: Tx, workspaceId: string, id: string): Promise<Selectable<Schema['archive']> | undefined> {
  return tx.selectFrom('archive').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
}

/** Forgets archives made before `at`; returns their ids, so that the files can go too. */
export async function deleteArchivesBefore(tx: Tx, workspaceId: string, at: number): Promise<string[]> {
  const rows = await tx.deleteFrom('archive').where('workspace_id', '=', workspaceId).where('created_at', '<', timeText(at)).returning('id').execute();
  return rows.map(({ id }) => id);
}

/** What is known of a key: `claimed` when this caller is the first, else what the first one asked and got so far. */
export type KeyState =
  | { readonly state: 'claimed' }
  | { readonly state: 'known'; readonly requestHash: string; readonly answer: string | undefined };

/**
 * Claims a key, or says who has it. A claim older than a day is forgotten, and one that never got an answer after
 * `abandonedAfterMs`: whoever held it is gone.
 */
export async function claimIdempotencyKey(tx: Tx, workspaceId: string, key: string, requestHash: string, now: number, abandonedAfterMs: number): Promise<KeyState> {
  await tx.deleteFrom('idempotency').where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([
      eb('created_at', '<', timeText(now - 86_400_000)),
      eb.and([eb('key', '=', key), eb('answer', 'is', null), eb('created_at', '<', timeText(now - abandonedAfterMs))]),
    ])).execute();
  const claimed = await tx.insertInto('idempotency')
    .values({ workspace_id: workspaceId, key, request_hash: requestHash, answer: null, created_at: timeText(now) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doNothing())
    .returning('key').executeTakeFirst();
  if (claimed) return { state: 'claimed' };
  const row = await tx.selectFrom('idempotency').select(['request_hash', 'answer']).where('workspace_id', '=', workspaceId).where('key', '=', key).executeTakeFirstOrThrow();
  return { state: 'known', requestHash: row.request_hash, answer: typeof row.answer === 'string' ? row.answer : undefined };
}

/** `answer` is kept letter by letter: jsonb would sort the names in it. */
export async function keepIdempotentAnswer(tx: Tx, workspaceId: string, key: string, answer: string): Promise<void> {
  await tx.updateTable('idempotency').set({ answer: asJson(answer) }).where('workspace_id', '=', workspaceId).where('key', '=', key).execute();
}

export async function releaseIdempotencyKey(tx: Tx, workspaceId: string, key: string): Promise<void> {
  await tx.deleteFrom('idempotency').where('workspace_id', '=', workspaceId).where('key', '=', key).where('answer', 'is', null).execute();
}
