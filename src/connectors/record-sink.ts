// Gathers what a reader finds, row by row, and keeps the books: read + skipped + unread rows = rows. Knows no format.
import type { Comment, Item } from '../domain/backlog/item.ts';
import type { TrackerRecord } from './tracker.ts';

export type SkippedWhat = Extract<TrackerRecord, { kind: 'skipped' }>['what'];

const PREVIEW = 200;
/** A Map or Set holds at most 2^24 entries; past this a second one is begun. */
const SHARD = 8_000_000;

/** A value as it stood, as text cut to 200 characters. Undefined for undefined. */
export function preview(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.length > PREVIEW ? value.slice(0, PREVIEW) : value;
  try {
    return (JSON.stringify(value) ?? typeof value).slice(0, PREVIEW);
  } catch {
    return '(too deeply nested to show)';
  }
}

/** Remembers one number per key, past the limit of a single Map. */
class KeyBook {
  readonly #shards: Map<string, number>[] = [new Map()];

  get(key: string): number | undefined {
    for (const shard of this.#shards) {
      const found = shard.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  set(key: string, value: number): void {
    const holder = this.#shards.find((shard) => shard.has(key)) ?? this.#shards.at(-1)!;
    holder.set(key, value);
    if (holder.size >= SHARD && holder === this.#shards.at(-1)) this.#shards.push(new Map());
  }
}

/**
 * One sink serves one reading of one or more files. A mapper calls `begin` for each row and then exactly one of
 * `item`, `comment`, `skip` or `lose`; `problem` may follow any number of times and costs no row.
 *
 * Two rows with one key: the first stands unless the later row has a later `updated`, which then `replaces` it.
 * Either way the row that does not stand is reported as `duplicate_key`, so none vanishes unsaid.
 */
export class RecordSink {
  /** Rows begun so far, over all files. */
  rows = 0;
  #batch: TrackerRecord[] = [];
  #prefix = '';
  #unit = 'row';
  #number = 0;
  readonly #items = new KeyBook();
  readonly #pulls = new KeyBook();
  readonly #comments = new KeyBook();
  #waiting: { where: string; itemKey: string; comment: Comment }[] = [];

  /** From here on places read `prefix` + `unit` + number; `prefix` is empty for a reading of one file. */
  enter(prefix: string, unit: 'row' | 'line' | 'record'): void {
    this.#prefix = prefix === '' ? '' : `${prefix}, `;
    this.#unit = unit;
    this.#number = 0;
  }

  /** Opens the next row. `number` is its line or row in the file, from 1. */
  begin(number: number): void {
    this.rows++;
    this.#number = number;
  }

  get size(): number {
    return this.#batch.length;
  }

  /** Hands over what was gathered and starts anew. */
  take(): TrackerRecord[] {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  where(field?: string): string {
    const place = `${this.#prefix}${this.#unit} ${this.#number}`;
    if (field === undefined) return place;
    return this.#unit === 'row' ? `${place}, column ${field}` : `${place}, field ${field}`;
  }

  item(item: Item): void {
    const updated = item.updated ?? item.created ?? 0;
    const before = this.#items.get(item.key);
    if (before === undefined) {
      this.#items.set(item.key, updated);
      this.#batch.push({ kind: 'item', item });
      return;
    }
    const later = updated > before;
    if (later) {
      this.#items.set(item.key, updated);
      this.#batch.push({ kind: 'item', item, replaces: true });
    }
    const where = later ? `${this.where()} (takes the place of an older row)` : this.where();
    this.#batch.push({ kind: 'unread', unread: { where, code: 'duplicate_key', value: preview(item.key)!, lost: true } });
  }

  /** A comment that ships as a row of its own. It waits when its item has not been seen yet, in any file. */
  comment(itemKey: string, comment: Comment): void {
    if (this.#items.get(itemKey) !== undefined) this.#keepComment(itemKey, comment, this.where());
    else if (this.#pulls.get(itemKey) !== undefined) this.skip('pull_request_comment');
    else this.#waiting.push({ where: this.where(), itemKey, comment });
  }

  /** Comments that came inside an item: the same one arriving as a row of its own is a repeat. */
  remember(comments: readonly Comment[]): void {
    for (const { id } of comments) if (id !== undefined) this.#comments.set(id, 1);
  }

  /** A pull or merge request. The second row about the same one is `other`, so that the count is of requests, not rows. */
  pull(key: string): void {
    const known = this.#pulls.get(key) !== undefined;
    if (!known) this.#pulls.set(key, 1);
    this.skip(known ? 'other' : 'pull_request');
  }

  skip(what: SkippedWhat): void {
    this.#batch.push({ kind: 'skipped', what });
  }

  /** The row could not be read at all. */
  lose(code: string, value?: unknown, field?: string): void {
    this.#unread(this.where(field), code, value, true);
  }

  /** One value of the row could not be read; the rest was. */
  problem(field: string, code: string, value: unknown): void {
    this.#unread(this.where(field), code, value, false);
  }

  /** Something about a file as a whole, or about all that follows the current row; costs no row. */
  note(where: 'the whole file' | 'the rest of the file', code: string, value: unknown): void {
    const after = this.#number === 0 ? '' : ` after ${this.#unit} ${this.#number}`;
    this.#unread(`${this.#prefix}${where}${where === 'the rest of the file' ? after : ''}`, code, value, false);
  }

  /** After the last file: comments that waited find their item, or are reported as belonging to none that was read. */
  settle(handOverLoose = false): void {
    for (const { where, itemKey, comment } of this.#waiting) {
      if (this.#items.get(itemKey) !== undefined) this.#keepComment(itemKey, comment, where);
      else if (this.#pulls.get(itemKey) !== undefined) this.skip('pull_request_comment');
      else if (handOverLoose) this.#keepComment(itemKey, comment, where, where);
      else this.#unread(where, 'item_missing', itemKey, true);
    }
    this.#waiting = [];
  }

  #keepComment(itemKey: string, comment: Comment, where: string, looseAt?: string): void {
    if (comment.id !== undefined) {
      if (this.#comments.get(comment.id) !== undefined) return this.#unread(where, 'duplicate_comment', comment.id, true);
      this.#comments.set(comment.id, 1);
    }
    this.#batch.push({ kind: 'comment', itemKey, comment, ...(looseAt === undefined ? {} : { looseAt }) });
  }

  #unread(where: string, code: string, value: unknown, lost: boolean): void {
    const shown = preview(value);
    this.#batch.push({ kind: 'unread', unread: shown === undefined ? { where, code, lost } : { where, code, value: shown, lost } });
  }
}
