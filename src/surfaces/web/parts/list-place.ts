// The list an item was opened from: remembered for this window, so that the item's page can offer the one before, the next, and the
// way back. Knows ids and an address, no item.

export interface ListPlace {
  /** Address of the list. */
  readonly back: string;
  /** What the list is, in words: `Aged out`. */
  readonly title: string;
  /** Ids in the order they were shown. */
  readonly ids: readonly string[];
}

const STORED = 'throughline.list';
const MOST = 1_000;

export function rememberList(place: ListPlace): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify({ ...place, ids: place.ids.slice(0, MOST) }));
  } catch {
    // Storage may be denied; the item's page then offers no neighbours.
  }
}

export function rememberedList(): ListPlace | undefined {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? 'null');
    if (typeof read !== 'object' || read === null) return undefined;
    const { back, title, ids } = read as { back?: unknown; title?: unknown; ids?: unknown };
    if (typeof back !== 'string' || !back.startsWith('/') || typeof title !== 'string' || !Array.isArray(ids)) return undefined;
    return { back, title, ids: ids.filter((id): id is string => typeof id === 'string') };
  } catch {
    return undefined;
  }
}

/** The neighbours of `id` in the list and its place from 1; undefined when it is not in it. */
export function placeIn(list: ListPlace | undefined, id: string): { readonly before?: string | undefined; readonly next?: string | undefined; readonly at: number; readonly of: number } | undefined {
  const at = list?.ids.indexOf(id) ?? -1;
  return list === undefined || at < 0 ? undefined : { before: list.ids[at - 1], next: list.ids[at + 1], at: at + 1, of: list.ids.length };
}
