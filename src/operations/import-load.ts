// Which items of a reading are made ready as text for the database while it is busy with those before them: items of sources that
// held nothing when the reading began. Decides their ids; runs in the reading thread and knows no database.
import { randomFillSync } from 'node:crypto';
import { newId } from '../domain/kernel/ids.ts';
import { itemLoad, type Owner } from '../store/item-copy.ts';
import type { ItemRows } from '../store/item-row.ts';
import { timeText } from '../store/schema.ts';
import type { ImportThreadStart, SourceLoad } from './import-messages.ts';

/** How a source is told from another: its kind and its name. */
export const sourceKey = (kind: string, name: string): string => `${kind} ${name}`;

export class NewSources {
  readonly #start: ImportThreadStart;
  readonly #begun = performance.now();
  readonly #random = bytes();
  /** Sources that may hold items already. */
  readonly #taken: Set<string>;
  readonly #ids = new Map<string, string>();

  constructor(start: ImportThreadStart) {
    this.#start = start;
    this.#taken = new Set(start.stored);
  }

  /**
   * True when the item belongs to a source that only this reading writes to. A row that replaces another has to be looked up, and
   * the source it names, when it is the first to name it, is no longer ours alone.
   */
  admits(kind: string, source: string, { replaces }: Pick<ItemRows, 'replaces'>): boolean {
    const key = sourceKey(kind, source);
    if (replaces && !this.#ids.has(key)) this.#taken.add(key);
    return !replaces && !this.#taken.has(key);
  }

  /** Rows ready to be copied, by source; ids ascend, so that rows which arrive together lie together. */
  loads(kind: string, bySource: ReadonlyMap<string, readonly ItemRows[]>): SourceLoad[] {
    const now = this.#start.at + Math.floor(performance.now() - this.#begun);
    const owner: Owner = { workspaceId: this.#start.workspaceId, importId: this.#start.importId, at: timeText(now) };
    return [...bySource].map(([source, rows]) => {
      const ids = rows.map(() => newId('item', now, this.#random)).sort();
      return { source, ...itemLoad(owner, this.#idOf(sourceKey(kind, source), now), rows.map((row, i) => ({ id: ids[i]!, row }))) };
    });
  }

  #idOf(key: string, now: number): string {
    const known = this.#ids.get(key) ?? newId('source', now, this.#random);
    this.#ids.set(key, known);
    return known;
  }
}

/** The system's random bytes as numbers in [0, 1), fetched a pool at a time: an id takes sixteen. */
function bytes(): () => number {
  const pool = new Uint8Array(8_192);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    return pool[next++]! / 256;
  };
}
