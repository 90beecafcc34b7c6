// One batch of the cull as the page holds it: rows keep their place after a decision and say what was decided.
// Pure steps and the one place they are kept, so that leaving the page and coming back loses nothing.
import type { OutputOf } from '../../../../contract/index.ts';

export type CullRow = OutputOf<'cull.next'>['batch'][number];

export interface CullAnswer {
  readonly kind: 'close' | 'keep' | 'link' | 'still_a_problem' | 'disputed' | 'left';
  /** As the row says it: `in the plan to close`. */
  readonly words: string;
  /** True until the server has taken it. */
  readonly sending: boolean;
}

export interface CullEntry {
  readonly row: CullRow;
  /** Will be closed by the next closing. */
  readonly chosen: boolean;
  readonly answer?: CullAnswer | undefined;
}

export interface CullBatch {
  /** The audit it was taken from. */
  readonly audit: string;
  readonly entries: readonly CullEntry[];
}

/** Every row is chosen until it is taken out. */
export function takeBatch(audit: string, rows: readonly CullRow[]): CullBatch {
  return { audit, entries: rows.map((row) => ({ row, chosen: true })) };
}

export function toggled(batch: CullBatch, itemId: string): CullBatch {
  return change(batch, [itemId], (entry) => (entry.answer === undefined ? { ...entry, chosen: !entry.chosen } : entry));
}

export function answered(batch: CullBatch, itemIds: readonly string[], answer: CullAnswer): CullBatch {
  return change(batch, itemIds, (entry) => ({ ...entry, answer }));
}

export function withdrawn(batch: CullBatch, itemIds: readonly string[]): CullBatch {
  return change(batch, itemIds, ({ row, chosen }) => ({ row, chosen }));
}

/** Rows that the server offers again lost their decision elsewhere; what is on its way is left alone. */
export function reconciled(batch: CullBatch, offered: readonly CullRow[]): CullBatch {
  const ids = new Set(offered.map(({ item }) => item.id));
  const stale = batch.entries.filter(({ row, answer }) => answer !== undefined && !answer.sending && ids.has(row.item.id)).map(({ row }) => row.item.id);
  return stale.length === 0 ? batch : withdrawn(batch, stale);
}

/** What the next closing takes. */
export function chosenRows(batch: CullBatch | undefined): readonly CullRow[] {
  return batch?.entries.flatMap(({ row, chosen, answer }) => (chosen && answer === undefined ? [row] : [])) ?? [];
}

function change(batch: CullBatch, itemIds: readonly string[], step: (entry: CullEntry) => CullEntry): CullBatch {
  const ids = new Set(itemIds);
  return { ...batch, entries: batch.entries.map((entry) => (ids.has(entry.row.item.id) ? step(entry) : entry)) };
}

let kept: CullBatch | undefined;
const listeners = new Set<() => void>();

/** The batch on the desk. */
export const cullBatch = {
  get: (): CullBatch | undefined => kept,
  set: (next: CullBatch | undefined): void => {
    if (next === kept) return;
    kept = next;
    listeners.forEach((listener) => listener());
  },
  update: (step: (batch: CullBatch) => CullBatch): void => { if (kept !== undefined) cullBatch.set(step(kept)); },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
