// Which blocks of a long list stand on the page: those near the window. The others are a gap as high as they were. Pure.

export interface RowWindow {
  /** First and last block to draw, both included. */
  readonly first: number;
  readonly last: number;
  /** Pixels above and below what is drawn. */
  readonly before: number;
  readonly after: number;
}

/** `heights` of all blocks, measured or guessed; `top` and `bottom` of the window, from the list's own top. Draws at least one block. */
export function rowWindow(heights: readonly number[], top: number, bottom: number): RowWindow {
  if (heights.length === 0) return { first: 0, last: -1, before: 0, after: 0 };
  const total = heights.reduce((sum, height) => sum + height, 0);
  let first = 0;
  let before = 0;
  while (first < heights.length - 1 && before + (heights[first] ?? 0) <= top) before += heights[first++] ?? 0;
  let last = first;
  let reach = before + (heights[first] ?? 0);
  while (last < heights.length - 1 && reach < bottom) reach += heights[++last] ?? 0;
  return { first, last, before, after: Math.max(0, total - reach) };
}

/** Where row `index` begins, for blocks of `size` rows. */
export function rowTop(heights: readonly number[], size: number, index: number): number {
  const block = Math.floor(index / size);
  const above = heights.slice(0, block).reduce((sum, height) => sum + height, 0);
  return above + ((heights[block] ?? 0) / size) * (index % size);
}
