// The neutral backlog item: what every tracker's export is read into. What a source lacks is absent, never invented.
import type { Day, Instant } from '../kernel/instant.ts';

/** open: somebody may still do it. done: finished. closed_unfinished: closed without being done (won't do, duplicate, stale). */
export type StatusClass = 'open' | 'done' | 'closed_unfinished';

export interface Person {
  /** Stable within the source: login, account id, or the display name where the source has nothing else. */
  readonly id: string;
  readonly name?: string;
  /** True only when the source itself says so (GitHub `type: Bot`, Jira `accountType: app`); names are judged by `bots.ts`. */
  readonly bot?: boolean;
}

export interface Comment {
  /** The source's own id where it has one. Comments without an id are told apart by (author, at, text). */
  readonly id?: string;
  readonly author?: Person;
  readonly at?: Instant;
  readonly text: string;
}

/** One change of status, or of something else a human did. `field` is `status` for status changes. */
export interface Change {
  readonly at: Instant;
  readonly by?: Person;
  readonly field: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ItemLink {
  /** As the source words it: `blocks`, `relates to`, `duplicates`, `child`. */
  readonly kind: string;
  /** Key of the other item, as the source writes it. */
  readonly key: string;
}

export interface Item {
  /** Unique within the source: `RET-118`, `owner/repo#12`, `ENG-4`, `group/project#7`, a Trello short link. */
  readonly key: string;
  /** What the item belongs to, as the source names it: Jira project key, `owner/repo`, Linear team, board name. */
  readonly container?: string;
  readonly url?: string;
  readonly title: string;
  /** As the source names it: Bug, Story, Epic, Task. Absent where the source has no types. */
  readonly type?: string;
  readonly body?: string;
  readonly status?: string;
  readonly statusClass: StatusClass;
  readonly created?: Instant;
  readonly updated?: Instant;
  readonly resolved?: Instant;
  readonly due?: Day;
  readonly author?: Person;
  readonly assignee?: Person;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly priority?: string;
  /** Key of the parent or epic, as the source writes it; it may not be in the file. */
  readonly parent?: string;
  readonly links: readonly ItemLink[];
  /** Every sprint, cycle, milestone or version the item was ever in, in the source's order. */
  readonly sprints: readonly string[];
  /** In time order where the source gives times, else in file order. */
  readonly comments: readonly Comment[];
  /** Status history and other changes in time order; absent (not empty) where the source carries none. */
  readonly history?: readonly Change[];
}
