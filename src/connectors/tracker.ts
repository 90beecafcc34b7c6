// What every tracker reader yields: items, loose comments, counts of what was skipped, and what could not be read and why.
import type { Comment, Item } from '../domain/backlog/item.ts';

export const TRACKER_KINDS = [
  'jira-csv', 'jira-json', 'github', 'github-backup', 'linear-csv', 'linear-json', 'gitlab', 'trello', 'csv',
] as const;
export type TrackerKind = (typeof TRACKER_KINDS)[number];

/** One thing that could not be read. The rest of the row or file was read all the same unless `lost` says the row is gone. */
export interface Unread {
  /** For people: `row 12, column Created`, `line 88`, `file.json, issue 4`. */
  readonly where: string;
  /** Machine-readable reason in snake_case: `date_unreadable`, `json_malformed`, `key_missing`, `duplicate_key`, `row_too_wide`. */
  readonly code: string;
  /** The value as it stood, cut to 200 characters. */
  readonly value?: string;
  /** True when the whole record was lost, false when only this value was. */
  readonly lost: boolean;
}

/** What a reader yields, in file order. `comment` is for sources that ship comments apart from items. */
export type TrackerRecord =
  /**
   * `replaces`: a later version of an item already yielded under the same key takes its place. Such a record is no row
   * of its own (its row is the `duplicate_key` that follows it), so rows = items without `replaces` + comments + skipped + lost.
   */
  | { readonly kind: 'item'; readonly item: Item; readonly replaces?: true }
  /** `looseAt`: where it stood, when its item is in none of the files and the reader was asked to hand such comments over. */
  | { readonly kind: 'comment'; readonly itemKey: string; readonly comment: Comment; readonly looseAt?: string }
  /** Counted and otherwise left out: pull requests, project headers, labels, milestones, blank rows. */
  | { readonly kind: 'skipped'; readonly what: 'pull_request' | 'pull_request_comment' | 'project' | 'label' | 'milestone' | 'blank' | 'archived' | 'other' }
  | { readonly kind: 'unread'; readonly unread: Unread }
  /** Bytes of input consumed so far (compressed size for compressed input), for progress. */
  | { readonly kind: 'progress'; readonly bytesRead: number; readonly bytesTotal: number };
