// The working list in blocks of rows: one question a block, by the marker of the block before. Only blocks near the window are asked for
// again when something changes, so a list of a hundred thousand items costs what is on the screen.
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState, type RefObject } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { ask } from '../../data/ask.ts';
import type { ItemFilters } from './items-search.ts';
import { rowTop, rowWindow, type RowWindow } from './row-window.ts';

export type ItemRow = OutputOf<'item.list'>['items'][number];

/** A screen of rows: the first answer is drawn before anything below the fold is asked for. */
export const BLOCK = 20;
const ROW_GUESS = 41;
const RESTED_MS = 150;
/** Pixels beyond the window that are drawn too, once what is in it stands. */
const AROUND = 900;

export interface ItemBlocks {
  readonly drawn: RowWindow;
  /** Rows of the drawn blocks, in order; `offset` is the place of the first. */
  readonly rows: readonly ItemRow[];
  readonly offset: number;
  /** Rows known so far. */
  readonly known: number;
  /** True when `known` is all there are. */
  readonly ended: boolean;
  readonly loading: boolean;
  /** True when the first answer is on the page: what is less urgent may be asked for. */
  readonly standing: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Brings a row that is not drawn into the window. */
  readonly reveal: (index: number) => void;
}

/** What is known of the list's shape; of another question's list nothing is. */
interface Shape { readonly of: string; readonly cursors: readonly (string | undefined)[]; readonly sizes: readonly number[]; readonly ended: boolean }

/** The question after a block; the first one has no cursor. */
export function blockQuery(filters: ItemFilters, cursor?: string) {
  return { queryKey: ['item.list', filters, cursor], queryFn: () => ask('item.list', { ...filters, limit: BLOCK, counted: false, ...(cursor === undefined ? {} : { cursor }) }) };
}

/** `box` stands round the list. */
export function useItemBlocks(filters: ItemFilters, box: RefObject<HTMLDivElement | null>): ItemBlocks {
  const of = JSON.stringify(filters);
  const [kept, setKept] = useState<Shape>({ of, cursors: [undefined], sizes: [], ended: false });
  const shape: Shape = kept.of === of ? kept : { of, cursors: [undefined], sizes: [], ended: false };
  const measured = useHeights(box, of);
  const view = useView(box);
  const [standing, setStanding] = useState<string>();
  const [rested, setRested] = useState<string>();
  const around = rested === of ? AROUND : 0;
  const guess = measured.heights.find((height) => height !== undefined) ?? BLOCK * ROW_GUESS;
  const heights = shape.cursors.map((_, block) => measured.heights[block] ?? (guess / BLOCK) * (shape.sizes[block] ?? BLOCK));
  const drawn = rowWindow(heights, view.top - around, view.bottom + around);
  const blocks = Array.from({ length: drawn.last - drawn.first + 1 }, (_, at) => drawn.first + at);
  const asked = useQueries({
    queries: blocks.map((block) => blockQuery(filters, shape.cursors[block])),
  });

  // What the last block says of the one after it is kept while rendering: the list then grows in the same frame.
  const lastBlock = shape.cursors.length - 1;
  const next = asked[lastBlock - drawn.first]?.data;
  if (next !== undefined) {
    const sizes = [...shape.sizes.slice(0, lastBlock), next.items.length];
    if (next.nextCursor !== undefined) setKept({ of, cursors: [...shape.cursors, next.nextCursor], sizes, ended: false });
    else if (kept.of !== of || !shape.ended || shape.sizes[lastBlock] !== next.items.length) setKept({ ...shape, sizes, ended: true });
  }

  const loaded = asked.findIndex(({ data }) => data === undefined);
  const pages = (loaded < 0 ? asked : asked.slice(0, loaded)).flatMap(({ data }) => data ?? []);
  const rows = pages.flatMap(({ items }) => items);
  measured.drew(drawn.first, pages.map(({ items }) => items.length));
  const offset = drawn.first * BLOCK;
  const waiting = asked[0]?.data === undefined;
  // Counted when the answer has been painted, not beside it; below the fold is read when the next key has not come: one engine answers all.
  useEffect(() => (waiting ? undefined : afterPaint(0, () => setStanding(of))), [waiting, of]);
  useEffect(() => (waiting ? undefined : afterPaint(RESTED_MS, () => setRested(of))), [waiting, of]);
  return {
    drawn, rows, offset, known: Math.max(shape.sizes.reduce((sum, size) => sum + size, 0), offset + rows.length),
    ended: shape.ended,
    loading: waiting, standing: standing === of, error: asked.find(({ error }) => error !== null)?.error,
    retry: () => { for (const page of asked) if (page.isError) void page.refetch(); },
    reveal: (index) => { const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY; window.scrollTo({ top: top + rowTop(heights, BLOCK, index) - window.innerHeight / 2 }); },
  };
}

/** Runs once the next frame has been painted and `ms` have gone by. */
function afterPaint(ms: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => { timer = setTimeout(act, ms); });
  return () => { cancelAnimationFrame(frame); clearTimeout(timer); };
}

/** The part of the list that the window shows, in pixels from the list's top; told in steps, so that scrolling is not a render each. */
function useView(box: RefObject<HTMLDivElement | null>): { readonly top: number; readonly bottom: number } {
  const [view, setView] = useState(() => ({ top: 0, bottom: BLOCK * ROW_GUESS }));
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = -(box.current?.getBoundingClientRect().top ?? 0);
      setView((before) => (Math.abs(before.top - top) < 200 ? before : { top, bottom: top + window.innerHeight }));
    };
    const soon = (): void => { if (frame === 0) frame = requestAnimationFrame(look); };
    soon();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => { window.removeEventListener('scroll', soon); window.removeEventListener('resize', soon); cancelAnimationFrame(frame); };
  }, [box]);
  return view;
}

/** Heights of blocks as they really are, so that a gap is as high as what it stands for. `drew` says which blocks stand on the page. */
function useHeights(box: RefObject<HTMLDivElement | null>, of: string): { readonly heights: readonly (number | undefined)[]; readonly drew: (first: number, sizes: readonly number[]) => void } {
  const [measured, setMeasured] = useState<{ readonly of: string; readonly heights: readonly (number | undefined)[] }>({ of, heights: [] });
  const [standing, setStanding] = useState('0');
  useEffect(() => {
    const list = box.current;
    if (list === null) return;
    const [first = 0, ...sizes] = standing.split(' ').map(Number);
    const watch = new ResizeObserver(() => setMeasured((before) => {
      const heights = before.of === of ? [...before.heights] : [];
      let changed = before.of !== of;
      sizes.forEach((size, at) => {
        const from = (first + at) * BLOCK;
        const [top, bottom] = [list.querySelector(`[data-row-index="${from}"]`), list.querySelector(`[data-row-index="${from + size - 1}"]`)];
        if (top === null || bottom === null) return;
        const height = bottom.getBoundingClientRect().bottom - top.getBoundingClientRect().top;
        if (Math.abs((heights[first + at] ?? 0) - height) < 1) return;
        heights[first + at] = height;
        changed = true;
      });
      return changed ? { of, heights } : before;
    }));
    watch.observe(list);
    return () => watch.disconnect();
  }, [box, of, standing]);
  return {
    heights: measured.of === of ? measured.heights : [],
    drew: (first, sizes) => { const words = [first, ...sizes].join(' '); if (words !== standing) setStanding(words); },
  };
}
