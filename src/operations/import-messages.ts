// The messages between an import and the thread that reads its files. Types only.
import type { ItemLoad } from '../store/item-copy.ts';
import type { CommentRow, ItemRows } from '../store/item-row.ts';
import type { TrackerKind, Unread } from '../connectors/tracker.ts';

export interface ImportThreadStart {
  /** `name` is the person's own; `path` is where the file lies. */
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly kind: TrackerKind | 'auto';
  readonly map: Readonly<Record<string, string>> | undefined;
  readonly timeZone: string | undefined;
  /** Records stored by an earlier run of the same import; they are read past. */
  readonly skip: number;
  /** Items and comments per batch, about. */
  readonly batchSize: number;
  /** Whose the items become, by which import, and what time it is as the reading begins (ms). */
  readonly workspaceId: string;
  readonly importId: string;
  readonly at: number;
  /** The sources there are, as `sourceKey` tells them apart: their items are compared with what is stored. */
  readonly stored: readonly string[];
}

/** Items that are new because their source is. */
export interface SourceLoad extends ItemLoad { readonly source: string }

export interface ImportBatch {
  readonly type: 'batch';
  readonly kind: TrackerKind;
  /** Records of all files up to and including this batch. */
  readonly records: number;
  readonly loads: readonly SourceLoad[];
  /** Items that may be stored already. */
  readonly items: readonly ItemRows[];
  readonly comments: readonly { readonly itemKey: string; readonly row: CommentRow; readonly looseAt: string | undefined }[];
  /** Comments that came within items, counted before repeated ones are dropped. */
  readonly commentsInItems: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly unread: readonly Unread[];
  /** Name of the first file, for sources whose items name no container. */
  readonly fileName: string;
  readonly share: number;
}

/** `sha256` as hexadecimal; empty when the file could not be read to its end. */
export interface ReadFileFacts { readonly path: string; readonly sha256: string }

export type ImportThreadMessage =
  | ImportBatch
  | { readonly type: 'skipping'; readonly share: number }
  | { readonly type: 'end'; readonly files: readonly ReadFileFacts[]; readonly kinds: readonly TrackerKind[] }
  | { readonly type: 'refused'; readonly refusal: FileRefusal }
  | { readonly type: 'broken'; readonly error: string };

export interface FileRefusal {
  readonly code: 'not_an_export' | 'mapping_needed' | 'file_unreadable';
  readonly details: Readonly<Record<string, unknown>>;
}

/** The main thread grants one more batch; the reader never runs further ahead than what was granted. */
export type ImportThreadGrant = 'more' | 'stop';
