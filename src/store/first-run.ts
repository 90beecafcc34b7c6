// Whose workspace this is: found again, or made when a database is opened for the first time. One local owner.
import { timeText, type Tx } from './schema.ts';

export interface LocalOwner {
  readonly workspaceId: string;
  readonly memberId: string;
}

export interface FirstRun {
  readonly now: number;
  readonly timeZone: string;
  readonly newId: (kind: 'workspace' | 'member' | 'product') => string;
}

/** The oldest workspace and its oldest owner; `made` when there was none and they were written now. */
export async function ensureLocalOwner(tx: Tx, first: FirstRun): Promise<LocalOwner & { readonly made: boolean }> {
  const found = await tx.selectFrom('workspace').innerJoin('member', 'member.workspace_id', 'workspace.id')
    .select(['workspace.id as workspaceId', 'member.id as memberId']).where('member.role', '=', 'owner')
    .orderBy('workspace.created_at').orderBy('workspace.id').orderBy('member.created_at').orderBy('member.id').executeTakeFirst();
  if (found) return { ...found, made: false };
  const at = timeText(first.now);
  const workspaceId = first.newId('workspace');
  const memberId = first.newId('member');
  await tx.insertInto('workspace').values({ id: workspaceId, name: 'My workspace', time_zone: first.timeZone, sample_seed: null, created_at: at }).execute();
  await tx.insertInto('product').values({ workspace_id: workspaceId, id: first.newId('product'), name: 'My product', created_at: at }).execute();
  await tx.insertInto('member').values({ workspace_id: workspaceId, id: memberId, name: 'Me', role: 'owner', created_at: at }).execute();
  return { workspaceId, memberId, made: true };
}
