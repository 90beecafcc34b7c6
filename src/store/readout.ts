// Frozen readouts, each member's way through a review, and lessons, as rows.
import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from './schema.ts';

export type ReadoutRow = Selectable<Schema['readout']>;
export type ReviewRow = Selectable<Schema['review']>;
export type LessonRow = Selectable<Schema['lesson']>;
export type LessonLinkRow = Selectable<Schema['lesson_link']>;

export async function insertReadout(tx: Tx, row: Insertable<Schema['readout']>): Promise<void> {
  await tx.insertInto('readout').values(row).execute();
}

export function findReadout(tx: Tx, workspaceId: string, id: string): Promise<ReadoutRow | undefined> {
  return tx.selectFrom('readout').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
}

/** Newest first, of one bet or of all. */
export function listReadouts(tx: Tx, workspaceId: string, betId?: string): Promise<ReadoutRow[]> {
  return tx.selectFrom('readout').selectAll().where('workspace_id', '=', workspaceId)
    .$if(betId !== undefined, (query) => query.where('bet_id', '=', betId!)).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(500).execute();
}

/** What every review's readout found, without its inputs, which may be large; the first made for a review first. */
export function listReviewResults(tx: Tx, workspaceId: string): Promise<Pick<ReadoutRow, 'bet_id' | 'review' | 'result'>[]> {
  return tx.selectFrom('readout').select(['bet_id', 'review', 'result']).where('workspace_id', '=', workspaceId).where('review', 'is not', null).orderBy('made_at').orderBy('id').limit(6000).execute();
}

/** The readout a review was revealed with: the first one made for it, whoever opened it. */
export function findReviewReadout(tx: Tx, workspaceId: string, betId: string, review: number): Promise<ReadoutRow | undefined> {
  return tx.selectFrom('readout').selectAll().where('workspace_id', '=', workspaceId).where('bet_id', '=', betId).where('review', '=', review).orderBy('made_at').orderBy('id').limit(1).executeTakeFirst();
}

/** One member's steps; of one bet or of all. */
export function listReviewSteps(tx: Tx, workspaceId: string, memberId: string, betId?: string): Promise<ReviewRow[]> {
  return tx.selectFrom('review').selectAll().where('workspace_id', '=', workspaceId).where('member_id', '=', memberId)
    .$if(betId !== undefined, (query) => query.where('bet_id', '=', betId!)).execute();
}

export async function saveReviewStep(tx: Tx, row: ReviewRow): Promise<void> {
  const { workspace_id: _, bet_id: __, review: ___, member_id: ____, ...change } = row;
  await tx.insertInto('review').values(row).onConflict((conflict) => conflict.columns(['workspace_id', 'bet_id', 'review', 'member_id']).doUpdateSet(change)).execute();
}

/** By id or key (`L-1`); undefined when there is none. */
export function findLesson(tx: Tx, workspaceId: string, reference: string): Promise<LessonRow | undefined> {
  return tx.selectFrom('lesson').selectAll().where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', reference), eb('key', '=', reference)])).executeTakeFirst();
}

/** Newest first. */
export function listLessons(tx: Tx, workspaceId: string): Promise<LessonRow[]> {
  return tx.selectFrom('lesson').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(2000).execute();
}

export function listLessonLinks(tx: Tx, workspaceId: string): Promise<LessonLinkRow[]> {
  return tx.selectFrom('lesson_link').selectAll().where('workspace_id', '=', workspaceId).orderBy('lesson_id').orderBy('target_id').execute();
}

export async function insertLesson(tx: Tx, row: LessonRow): Promise<void> {
  await tx.insertInto('lesson').values(row).execute();
}

export async function updateLesson(tx: Tx, workspaceId: string, id: string, words: string, at: string): Promise<void> {
  await tx.updateTable('lesson').set({ words, updated_at: at }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export async function deleteLesson(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('lesson').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export async function replaceLessonLinks(tx: Tx, workspaceId: string, lessonId: string, links: readonly Omit<LessonLinkRow, 'workspace_id' | 'lesson_id'>[]): Promise<void> {
  await tx.deleteFrom('lesson_link').where('workspace_id', '=', workspaceId).where('lesson_id', '=', lessonId).execute();
  if (links.length > 0) await tx.insertInto('lesson_link').values(links.map((link) => ({ workspace_id: workspaceId, lesson_id: lessonId, ...link }))).execute();
}
