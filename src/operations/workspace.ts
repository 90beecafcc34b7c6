// The workspace at a glance, its name and zone, and the trackers in it.
import { granted, refused } from '../domain/kernel/ruling.ts';
import { countBacklog, countComments, facetStamp } from '../store/item.ts';
import { findActiveGoal, getProduct } from '../store/goal.ts';
import { listLiveJobs } from '../store/job.ts';
import { deleteSource, findSource, listSources } from '../store/source.ts';
import type { Store, Tx } from '../store/schema.ts';
import { countRecords, getWorkspace, renameWorkspace } from '../store/workspace.ts';
import { isTimeZone } from '../store/today.ts';
import type { Handlers } from './context.ts';

/** Comments as they were last counted, until an import or the loss of a source changes them: every page asks, and a pass over all items answers. */
const commentsKept = new WeakMap<Store, Map<string, { readonly stamp: string; readonly count: number }>>();

async function commentsOf(store: Store, tx: Tx, workspaceId: string): Promise<number> {
  const stamp = await facetStamp(tx, workspaceId);
  const kept = commentsKept.get(store) ?? new Map<string, { stamp: string; count: number }>();
  commentsKept.set(store, kept);
  const known = kept.get(workspaceId);
  if (known?.stamp === stamp) return known.count;
  const count = await countComments(tx, workspaceId);
  kept.set(workspaceId, { stamp, count });
  return count;
}

export const workspaceHandlers: Pick<Handlers, 'workspace.get' | 'workspace.rename' | 'source.list' | 'source.remove'> = {
  async 'workspace.get'(_given, { tx, asker, services, today, now }) {
    const { workspaceId } = asker;
    const workspace = await getWorkspace(tx, workspaceId);
    const product = await getProduct(tx, workspaceId);
    const backlog = await countBacklog(tx, workspaceId);
    const records = await countRecords(tx, workspaceId);
    const goal = await findActiveGoal(tx, workspaceId);
    return granted({
      id: workspace.id, name: workspace.name, product: { id: product.id, name: product.name }, timeZone: workspace.time_zone, today, sample: workspace.sample_seed !== null, role: asker.role,
      counts: { items: backlog.items, open: backlog.open, comments: await commentsOf(services.store, tx, workspaceId), ...records },
      activeGoal: goal && { id: goal.id, statement: goal.statement },
      runningJobs: (await listLiveJobs(tx, workspaceId, now)).map(({ id, kind }) => ({ id, kind })),
    });
  },

  async 'workspace.rename'(given, { tx, asker }) {
    if (given.timeZone !== undefined && !isTimeZone(given.timeZone)) {
      return refused('invalid_input', { summary: `timeZone: ${given.timeZone} is not a time zone, such as Europe/Berlin`, errors: [{ pointer: '/timeZone', detail: 'is not a time zone' }] });
    }
    await renameWorkspace(tx, asker.workspaceId, given);
    const workspace = await getWorkspace(tx, asker.workspaceId);
    return granted({ name: workspace.name, product: (await getProduct(tx, asker.workspaceId)).name, timeZone: workspace.time_zone });
  },

  async 'source.list'(_given, { tx, asker }) {
    const sources = await listSources(tx, asker.workspaceId);
    return granted({ sources: sources.map(({ id, kind, name, items, open, last_import_at }) => ({ id, kind, name, items, open, lastImportAt: last_import_at ?? undefined })) });
  },

  async 'source.remove'(given, { tx, asker }) {
    const source = await findSource(tx, asker.workspaceId, given.source);
    if (!source) return refused('not_found', { kind: 'source', reference: given.source });
    if ((await listLiveJobs(tx, asker.workspaceId)).some(({ state }) => state === 'running')) return refused('busy', { what: 'an import or an audit' });
    return granted({ removedItems: await deleteSource(tx, asker.workspaceId, source.id) });
  },
};
