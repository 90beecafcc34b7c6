// The rows of items and comments in the order COPY writes them, and whole batches of new ones made into COPY's text ahead of the
// database, in whatever thread has time. Knows no transaction.
import { copyTexts } from './engine/copy-text.ts';
import { COMMENT_COLUMNS, SOURCE_COLUMNS, searchVectorOf, TEXT_COLUMNS, type CommentRow, type ItemRows } from './item-row.ts';

/** Whose rows they are, by which import, and since when (as `timeText`). */
export interface Owner {
  readonly workspaceId: string;
  readonly importId: string;
  readonly at: string;
}

/** What this program knows of an item that its source changed. */
export interface Kept {
  readonly id: string;
  readonly comments_hash: string;
  readonly comment_count: number;
  readonly touched_at: string | null;
  readonly lineage: string;
  readonly leads_to: string | null;
  readonly origin: string | null;
  readonly aged_out: boolean;
  readonly first_import_id: string | null;
  readonly status_class: string;
}

export interface PlacedItem { readonly id: string; readonly row: ItemRows; readonly kept?: Kept }
export interface PlacedComment { readonly itemId: string; readonly comment: CommentRow; readonly position: number }

/** Columns by table, in the order of the rows below. */
export const COPIED = {
  item: [
    'workspace_id', 'id', 'source_id', ...SOURCE_COLUMNS, 'comment_count', 'item_hash', 'comments_hash', 'touched_at', 'lineage', 'leads_to', 'origin', 'aged_out',
    'first_import_id', 'last_import_id', 'stored_at',
  ],
  item_text: ['workspace_id', 'item_id', ...TEXT_COLUMNS, 'search'],
  comment: ['workspace_id', 'item_id', 'identity', 'position', ...COMMENT_COLUMNS],
} as const;
export type CopiedTable = keyof typeof COPIED;

export const itemValues = ({ workspaceId, importId, at }: Owner, sourceId: string, { id, row, kept }: PlacedItem): unknown[] => [
  workspaceId, id, sourceId, ...row.values, kept?.comment_count ?? row.comments.length, row.itemHash, kept?.comments_hash ?? row.commentsHash,
  kept?.touched_at ?? null, kept?.lineage ?? 'none', kept?.leads_to ?? null, kept?.origin ?? null, kept?.aged_out ?? false, kept === undefined ? importId : kept.first_import_id, importId, at,
];

export const itemTextValues = ({ workspaceId }: Owner, { id, row }: PlacedItem): unknown[] => [workspaceId, id, ...row.text, searchVectorOf(row)];

export const commentValues = ({ workspaceId }: Pick<Owner, 'workspaceId'>, { itemId, comment, position }: PlacedComment): unknown[] => [
  workspaceId, itemId, comment.identity, position, ...comment.values,
];

/** The comments of items that are stored for the first time, in the order of their source. */
export const commentsOf = (items: readonly PlacedItem[]): PlacedComment[] =>
  items.flatMap(({ id, row }) => row.comments.map((comment, position) => ({ itemId: id, comment, position })));

/** New items of one source as COPY's text, and how many rows that is. */
export interface ItemLoad {
  readonly sourceId: string;
  readonly rows: Readonly<Record<CopiedTable, number>>;
  readonly text: Readonly<Record<CopiedTable, readonly Uint8Array<ArrayBuffer>[]>>;
}

export function itemLoad(owner: Owner, sourceId: string, items: readonly PlacedItem[]): ItemLoad {
  const comments = commentsOf(items);
  return {
    sourceId,
    rows: { item: items.length, item_text: items.length, comment: comments.length },
    text: {
      item: copyTexts(items.map((item) => itemValues(owner, sourceId, item)), COPIED.item.length),
      item_text: copyTexts(items.map((item) => itemTextValues(owner, item)), COPIED.item_text.length),
      comment: copyTexts(comments.map((comment) => commentValues(owner, comment)), COPIED.comment.length),
    },
  };
}
