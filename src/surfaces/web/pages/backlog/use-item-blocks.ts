// The working list in blocks of rows: one question a block, by the marker of the block before. Only blocks near the window are asked for
// again when something changes, so a list of a hundred thousand items costs what is on the screen.
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { ask } from '../../data/ask.ts';
import type { ItemFilters } from './items-search.ts';
import { rowTop, rowWindow, type RowWindow } from './row-window.ts';

type Page = OutputOf<'item.list'>;
export type ItemRow = Page['items'][number];

export const BLOCK = 50;
const ROW_GUESS = 41;
/** Pixels beyond the window that are drawn too. */
const AROUND = 900;

export interface ItemBlocks {
  readonly window: RowWindow;
  /** Rows of the drawn blocks, in order; `offset` is the place of the first. */
  readonly rows: readonly ItemRow[];
  readonly offset: number;
  /** Rows known so far. */
  readonly known: number;
  readonly total: { readonly count: number; readonly exact: boolean } | undefined;
  readonly loading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly box: RefObject<HTMLDivElement | null>;
  /** Brings a row that is not drawn into the window. */
  readonly reveal: (index: number) => void;
}

interface Known { readonly of: string; readonly cursors: readonly (string | undefined)[]; readonly sizes: readonly number[]; readonly ended: boolean }

export function useItemBlocks(filters: ItemFilters): ItemBlocks {
  const of = JSON.stringify(filters);
  const [known, setKnown] = useState<Known>({ of, cursors: [undefined], sizes: [], ended: false });
  const current = known.of === of ? known : { of, cursors: [undefined], sizes: [], ended: false };
  const heights = useRef<number[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, bottom: 1_600 });
  const guess = heights.current.find((height) => height > 0) ?? BLOCK * ROW_GUESS;
  const allHeights = current.cursors.map((_, block) => heights.current[block] ?? (current.sizes[block] === undefined ? guess : (guess / BLOCK) * (current.sizes[block] ?? BLOCK)));
  const window_ = rowWindow(allHeights, view.top - AROUND, view.bottom + AROUND);
  const blocks = Array.from({ length: window_.last - window_.first + 1 }, (_, at) => window_.first + at);
  const asked = useQueries({
    queries: blocks.map((block) => {
      const cursor = current.cursors[block];
      return { queryKey: ['item.list', filters, cursor], queryFn: () => ask('item.list', { ...filters, limit: BLOCK, ...(cursor === undefined ? {} : { cursor }) }), placeholderData: block === 0 ? keepPreviousData : undefined };
    }),
  });

  useEffect(() => { heights.current = []; }, [of]);
  const lastBlock = current.cursors.length - 1;
  const lastPage = asked[lastBlock - window_.first];
  const next = lastPage?.isPlaceholderData === true ? undefined : lastPage?.data;
  useEffect(() => {
    if (next === undefined) return;
    setKnown((before) => {
      const base = before.of === of ? before : { of, cursors: [undefined], sizes: [], ended: false };
      if (base.cursors.length - 1 !== lastBlock) return before;
      if (next.nextCursor === undefined) return base.ended && base.sizes[lastBlock] === next.items.length && base === before ? before : { ...base, sizes: [...base.sizes.slice(0, lastBlock), next.items.length], ended: true };
      return { ...base, cursors: [...base.cursors, next.nextCursor], sizes: [...base.sizes.slice(0, lastBlock), next.items.length], ended: false };
    });
  }, [next, of, lastBlock]);

  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = -(box.current?.getBoundingClientRect().top ?? 0);
      setView((before) => (Math.abs(before.top - top) < 200 && before.bottom - before.top === window.innerHeight ? before : { top, bottom: top + window.innerHeight }));
    };
    const soon = (): void => { if (frame === 0) frame = requestAnimationFrame(look); };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => { window.removeEventListener('scroll', soon); window.removeEventListener('resize', soon); cancelAnimationFrame(frame); };
  }, []);

  // Heights as they really are, block by block, so that a gap is as high as what it stands for.
  useLayoutEffect(() => {
    for (const block of blocks) {
      const [from, to] = [block * BLOCK, block * BLOCK + (asked[block - window_.first]?.data?.items.length ?? 0) - 1];
      const first = box.current?.querySelector(`[data-row-index="${from}"]`);
      const last = box.current?.querySelector(`[data-row-index="${to}"]`);
      if (first && last) heights.current[block] = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
    }
  });

  const rows: ItemRow[] = [];
  for (const page of asked) {
    if (page.data === undefined) break;
    rows.push(...page.data.items);
  }
  const first = asked[0];
  const told = asked.find(({ data }) => data !== undefined)?.data;
  return {
    window: window_, rows, offset: window_.first * BLOCK, known: Math.max(current.sizes.reduce((sum, size) => sum + size, 0), window_.first * BLOCK + rows.length),
    total: told === undefined ? undefined : { count: told.total, exact: told.totalIsExact },
    loading: first?.isPending ?? true, error: asked.find(({ error }) => error !== null)?.error, box,
    retry: () => { for (const page of asked) if (page.isError) void page.refetch(); },
    reveal: (index) => { const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY; window.scrollTo({ top: top + rowTop(allHeights, BLOCK, index) - window.innerHeight / 2 }); },
  };
}
