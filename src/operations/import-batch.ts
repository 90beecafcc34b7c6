// Stores one batch of an import in one transaction: items by source, loose comments, what was unread, the counts and the place
// to go on from. Either all of it is there afterwards or none.
import type { ImportCounts } from '../store/import.ts';
import { insertUnread, updateImport, type ImportProgress, type UnreadRow } from '../store/import.ts';
import type { ItemRows } from '../store/item-row.ts';
import { appendComments, itemIdsOf, loadItems, writeItems, type Writer } from '../store/item-write.ts';
import { ensureSource } from '../store/source.ts';
import { sourceKey } from './import-load.ts';
import type { ImportBatch } from './import-messages.ts';
import { sourceName } from './import-source.ts';

export interface BatchPlace {
  /** Source ids by kind and name, remembered over the batches of one run. */
  readonly sources: Map<string, string>;
  readonly newSourceId: () => string;
  readonly now: number;
}

/** The counts after the batch. */
export async function storeBatch(writer: Writer, batch: ImportBatch, before: ImportCounts, progress: ImportProgress, place: BatchPlace): Promise<ImportCounts> {
  const { store, tx, workspaceId, importId } = writer;
  const written = { created: 0, updated: 0, unchanged: 0, newComments: 0 };
  for (const load of batch.loads) {
    const sourceId = await sourceIdOf(writer, batch.kind, load.source, place, load.sourceId);
    if (sourceId !== load.sourceId) throw new Error(`the source ${load.source} was made by somebody else while it was read`);
    await loadItems(store, tx, load);
    written.created += load.rows.item;
    written.newComments += load.rows.comment;
  }
  for (const [name, items] of bySource(batch)) {
    const sourceId = await sourceIdOf(writer, batch.kind, name, place, place.newSourceId());
    const did = await writeItems(writer, sourceId, items);
    written.created += did.created;
    written.updated += did.updated;
    written.unchanged += did.unchanged;
    written.newComments += did.newComments;
  }
  const keysOf = (loose: boolean): string[] => [...new Set(batch.comments.filter(({ looseAt }) => (looseAt !== undefined) === loose).map(({ itemKey }) => itemKey))];
  const ids = new Map([
    ...await itemIdsOf(tx, workspaceId, [], keysOf(true)),
    ...await itemIdsOf(tx, workspaceId, [...place.sources.values()], keysOf(false)),
  ]);
  const attached = batch.comments.flatMap(({ itemKey, row }) => {
    const itemId = ids.get(itemKey);
    return itemId === undefined ? [] : [{ itemId, comment: row }];
  });
  written.newComments += (await appendComments(writer, attached)).inserted;
  const orphaned: UnreadRow[] = batch.comments.filter(({ itemKey }) => !ids.has(itemKey))
    .map(({ itemKey, looseAt }) => ({ where: looseAt ?? 'a comment', code: 'item_missing', value: itemKey, lost: true }));
  const unread = [...batch.unread, ...orphaned];
  await insertUnread(store, tx, workspaceId, importId, before.unread, unread);

  const skippedBy: Record<string, number> = { ...before.skippedBy };
  let skipped = 0;
  for (const [what, count] of Object.entries(batch.skipped)) {
    skippedBy[what] = (skippedBy[what] ?? 0) + count;
    if (what !== 'pull_request') skipped += count;
  }
  const counts: ImportCounts = {
    read: before.read + itemsRead(batch),
    created: before.created + written.created, updated: before.updated + written.updated, unchanged: before.unchanged + written.unchanged,
    comments: before.comments + batch.commentsInItems + attached.length, newComments: before.newComments + written.newComments,
    pullRequestsSkipped: before.pullRequestsSkipped + (batch.skipped['pull_request'] ?? 0), skipped: before.skipped + skipped,
    unread: before.unread + unread.length, skippedBy,
  };
  await updateImport(tx, workspaceId, importId, { counts, progress, records: batch.records, kind: batch.kind });
  return counts;
}

/** A row that replaces another is none of its own. */
export function itemsRead(batch: ImportBatch): number {
  return batch.loads.reduce((sum, { rows }) => sum + rows.item, 0) + batch.items.filter((item) => !item.replaces).length;
}

function bySource(batch: ImportBatch): Map<string, ItemRows[]> {
  const sources = new Map<string, ItemRows[]>();
  for (const item of batch.items) {
    const name = sourceName(item.container, batch.fileName);
    const items = sources.get(name);
    if (items) items.push(item);
    else sources.set(name, [item]);
  }
  return sources;
}

async function sourceIdOf(writer: Writer, kind: string, name: string, place: BatchPlace, wanted: string): Promise<string> {
  const key = sourceKey(kind, name);
  const id = place.sources.get(key) ?? await ensureSource(writer.tx, writer.workspaceId, kind, name, () => wanted, place.now);
  place.sources.set(key, id);
  return id;
}
