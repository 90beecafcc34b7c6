// Writes a batch of imported items and comments in one transaction: what is new is copied in, what changed takes its old row's
// place and keeps what this program knows of it, what is the same is left alone. Knows no file.
import { sql } from 'kysely';
import { markReopened } from './decision.ts';
import { COPIED, commentsOf, commentValues, itemTextValues, itemValues, type CopiedTable, type ItemLoad, type Kept, type PlacedComment, type PlacedItem } from './item-copy.ts';
import { COMMENT_COLUMNS, type CommentRow, type ItemRows } from './item-row.ts';
import type { Store, Tx } from './schema.ts';

/** Who writes: which workspace and import, when, and ids in ascending order. */
export interface Writer {
  readonly store: Store;
  readonly tx: Tx;
  readonly workspaceId: string;
  readonly importId: string;
  readonly at: string;
  /** `count` new item ids, ascending: rows that arrive together then lie together. */
  readonly newItemIds: (count: number) => string[];
}

export interface Written {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly newComments: number;
}

interface Stored {
  key: string; id: string; item_hash: string; comments_hash: string; updated_at: string | null;
}

/**
 * Items of a source that holds none of them, as text made beforehand. The caller promises that they are new and that a key comes
 * once; a lost row is a fault, never a gap.
 */
export async function loadItems(store: Store, tx: Tx, { rows, text }: ItemLoad): Promise<void> {
  for (const table of Object.keys(COPIED) as CopiedTable[]) {
    if (rows[table] === 0) continue;
    const written = await store.copyTextIn(tx, table, COPIED[table], text[table]);
    if (written !== rows[table]) throw new Error(`${written} rows of ${table} were written, not ${rows[table]}`);
  }
}

/** Items of one source. An item whose stored version is newer is left as it is; its comments are still looked at. */
export async function writeItems(writer: Writer, sourceId: string, batch: readonly ItemRows[]): Promise<Written> {
  const { tx, workspaceId } = writer;
  const rows = new Map<string, ItemRows>();
  for (const row of batch) rows.set(row.key, row);
  const stored = await storedOf(tx, workspaceId, sourceId, [...rows.keys()]);
  const fresh: ItemRows[] = [];
  const changed: { id: string; row: ItemRows }[] = [];
  const commented: { id: string; row: ItemRows; older: boolean; differs: boolean }[] = [];
  let unchanged = 0;
  let updated = 0;
  for (const row of rows.values()) {
    const before = stored.get(row.key);
    if (before === undefined) {
      fresh.push(row);
      continue;
    }
    const older = row.updated !== undefined && before.updated_at !== null && row.updated < Date.parse(before.updated_at);
    const differs = !older && before.item_hash !== row.itemHash;
    if (differs) changed.push({ id: before.id, row });
    const talked = row.comments.length > 0 && before.comments_hash !== row.commentsHash;
    if (talked) commented.push({ id: before.id, row, older, differs });
    else if (row.replaces) continue;
    else if (differs) updated++;
    else unchanged++;
  }
  await rewrite(writer, sourceId, changed);
  const ids = writer.newItemIds(fresh.length);
  await insert(writer, sourceId, fresh.map((row, i) => ({ id: ids[i]!, row })));
  const appended = await appendComments(writer, commented.flatMap(({ id, row, older }) => row.comments.map((comment) => ({ itemId: id, comment, older }))));
  await setCommentsHash(tx, workspaceId, commented.filter(({ older }) => !older).map(({ id, row }) => ({ id, hash: row.commentsHash })));
  for (const { id, row, differs } of commented) {
    if (row.replaces) continue;
    if (differs || appended.touched.has(id)) updated++;
    else unchanged++;
  }
  return { created: fresh.length, updated, unchanged, newComments: appended.inserted + fresh.reduce((sum, row) => sum + row.comments.length, 0) };
}

async function storedOf(tx: Tx, workspaceId: string, sourceId: string, keys: readonly string[]): Promise<Map<string, Stored>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<Stored>`
    select key, id, item_hash, comments_hash, updated_at from item
    where workspace_id = ${workspaceId} and source_id = ${sourceId} and key = any(${keys as string[]}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.key, row]));
}

async function insert(writer: Writer, sourceId: string, items: readonly PlacedItem[]): Promise<void> {
  if (items.length === 0) return;
  const { store, tx } = writer;
  await store.copyIn(tx, 'item', COPIED.item, items.map((item) => itemValues(writer, sourceId, item)));
  await store.copyIn(tx, 'item_text', COPIED.item_text, items.map((item) => itemTextValues(writer, item)));
  await copyComments(writer, commentsOf(items.filter(({ kept }) => kept === undefined)));
}

/** The old row goes and the new one takes its id, its links, findings and decisions. */
async function rewrite(writer: Writer, sourceId: string, changed: readonly { id: string; row: ItemRows }[]): Promise<void> {
  if (changed.length === 0) return;
  const { tx, workspaceId } = writer;
  const ids = changed.map(({ id }) => id);
  const { rows } = await sql<Kept>`
    delete from item where workspace_id = ${workspaceId} and id = any(${ids}::text[])
    returning id, comments_hash, comment_count, touched_at, lineage, leads_to, origin, aged_out, first_import_id, status_class`.execute(tx);
  await sql`delete from item_text where workspace_id = ${workspaceId} and item_id = any(${ids}::text[])`.execute(tx);
  const kept = new Map(rows.map((row) => [row.id, row]));
  await insert(writer, sourceId, changed.map(({ id, row }) => ({ id, row, kept: kept.get(id)! })));
  const reopened = changed.filter(({ id, row }) => row.statusClass === 'open' && kept.get(id)!.status_class !== 'open');
  await markReopened(tx, workspaceId, reopened.map(({ id }) => id), writer.at);
}

async function copyComments(writer: Writer, comments: readonly PlacedComment[]): Promise<void> {
  if (comments.length === 0) return;
  await writer.store.copyIn(writer.tx, 'comment', COPIED.comment, comments.map((comment) => commentValues(writer, comment)));
}

const TEXT_AT = COMMENT_COLUMNS.indexOf('text');

export interface Appended {
  readonly inserted: number;
  /** Items that gained a comment or had one edited. */
  readonly touched: ReadonlySet<string>;
}

/**
 * Adds comments that are not there yet to stored items; one that is there and reads differently now takes the new text, unless
 * it comes from an older version of its item. Comments that are gone from the source stay.
 */
export async function appendComments(writer: Writer, comments: readonly { itemId: string; comment: CommentRow; older?: boolean }[]): Promise<Appended> {
  if (comments.length === 0) return { inserted: 0, touched: new Set() };
  const { tx, workspaceId } = writer;
  const itemIds = [...new Set(comments.map(({ itemId }) => itemId))];
  const known = await sql<{ item_id: string; identity: string; text: string; position: number }>`
    select item_id, identity, text, position from comment where workspace_id = ${workspaceId} and item_id = any(${itemIds}::text[])`.execute(tx);
  const stored = new Map(known.rows.map((row) => [`${row.item_id} ${row.identity}`, row.text]));
  const next = new Map<string, number>();
  for (const row of known.rows) next.set(row.item_id, Math.max(next.get(row.item_id) ?? 0, row.position + 1));
  const fresh: PlacedComment[] = [];
  const edited: { itemId: string; comment: CommentRow }[] = [];
  for (const { itemId, comment, older } of comments) {
    const place = `${itemId} ${comment.identity}`;
    const text = stored.get(place);
    if (text === undefined) {
      const position = next.get(itemId) ?? 0;
      next.set(itemId, position + 1);
      fresh.push({ itemId, comment, position });
    } else if (text !== comment.values[TEXT_AT] && older !== true) {
      edited.push({ itemId, comment });
    } else continue;
    stored.set(place, comment.values[TEXT_AT] as string);
  }
  await copyComments(writer, fresh);
  await editComments(tx, workspaceId, edited);
  await countComments(tx, workspaceId, fresh.map(({ itemId }) => itemId));
  return { inserted: fresh.length, touched: new Set([...fresh, ...edited].map(({ itemId }) => itemId)) };
}

async function editComments(tx: Tx, workspaceId: string, edited: readonly { itemId: string; comment: CommentRow }[]): Promise<void> {
  if (edited.length === 0) return;
  await sql`
    update comment c set text = n.text
    from unnest(${edited.map((e) => e.itemId)}::text[], ${edited.map((e) => e.comment.identity)}::text[], ${edited.map((e) => e.comment.values[TEXT_AT])}::text[]) as n(item_id, identity, text)
    where c.workspace_id = ${workspaceId} and c.item_id = n.item_id and c.identity = n.identity`.execute(tx);
}

async function countComments(tx: Tx, workspaceId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const counts = new Map<string, number>();
  for (const id of itemIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  await sql`
    update item i set comment_count = i.comment_count + n.count
    from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[]) as n(id, count)
    where i.workspace_id = ${workspaceId} and i.id = n.id`.execute(tx);
}

async function setCommentsHash(tx: Tx, workspaceId: string, items: readonly { id: string; hash: string }[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update item i set comments_hash = n.hash
    from unnest(${items.map((i) => i.id)}::text[], ${items.map((i) => i.hash)}::text[]) as n(id, hash)
    where i.workspace_id = ${workspaceId} and i.id = n.id`.execute(tx);
}

/** Ids of stored items by key, for comments that came in a file of their own; a key of two sources names the newest. */
export async function itemIdsOf(tx: Tx, workspaceId: string, sourceIds: readonly string[], keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const inSources = sourceIds.length === 0 ? sql`` : sql`and source_id = any(${sourceIds as string[]}::text[])`;
  const { rows } = await sql<{ key: string; id: string }>`
    select key, id from item where workspace_id = ${workspaceId} and key = any(${keys as string[]}::text[]) ${inSources} order by id`.execute(tx);
  return new Map(rows.map((row) => [row.key, row.id]));
}
