// Forecasts as rows: every one that was given is kept. The members who gave them are read here too.
import type { Selectable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type ForecastRow = Selectable<Schema['forecast']>;

export async function insertForecast(tx: Tx, row: ForecastRow): Promise<void> {
  await tx.insertInto('forecast').values(row).execute();
}

/** Oldest first. */
export function listForecasts(tx: Tx, workspaceId: string, betId: string): Promise<ForecastRow[]> {
  return tx.selectFrom('forecast').selectAll().where('workspace_id', '=', workspaceId).where('bet_id', '=', betId).orderBy('given_at').orderBy('id').execute();
}

export function listMembers(tx: Tx, workspaceId: string): Promise<Selectable<Schema['member']>[]> {
  return tx.selectFrom('member').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at').orderBy('id').execute();
}

export async function insertMember(tx: Tx, row: Selectable<Schema['member']>): Promise<void> {
  await tx.insertInto('member').values(row).execute();
}
