// Where the squares of a unit chart stand: how many items one square is, how many squares a class gets, and their outline.

/** Squares of one class: rounded, but a class that has items never vanishes. 0 items are 0 squares. */
export function squaresFor(count: number, unit: number): number {
  return count <= 0 ? 0 : Math.max(1, Math.round(count / unit));
}

/** The smallest of 1, 2, 5, 10, 20, 50 ... with which every column (a list of class counts) fits into `capacity` squares. 1 is the honest default. */
export function chooseUnit(columns: readonly (readonly number[])[], capacity: number): number {
  const fits = (unit: number): boolean => columns.every((counts) => counts.reduce((sum, count) => sum + squaresFor(count, unit), 0) <= capacity);
  for (let power = 1; power < Number.MAX_SAFE_INTEGER / 10; power *= 10) {
    const unit = [1, 2, 5].map((step) => step * power).find(fits);
    if (unit !== undefined) return unit;
  }
  throw new RangeError(`${capacity} squares cannot hold a column with more classes than that`);
}

export interface SquareRun {
  /** SVG path of all squares of one class in one column; '' when it has none. */
  readonly path: string;
  /** First position after the run, counted from the ground, left to right. */
  readonly next: number;
}

/** Squares `from`..`from + count` of a column that is `perRow` wide and grows up from `ground`. `inset` moves the outline inwards for strokes. */
export function squareRun(options: { readonly from: number; readonly count: number; readonly perRow: number; readonly left: number; readonly ground: number; readonly cell: number; readonly size: number; readonly inset: number }): SquareRun {
  const { from, count, perRow, left, ground, cell, size, inset } = options;
  const side = Math.round((size - 2 * inset) * 10) / 10;
  let path = '';
  for (let at = from; at < from + count; at += 1) {
    const x = Math.round((left + (at % perRow) * cell + inset) * 10) / 10;
    const y = Math.round((ground - (Math.floor(at / perRow) + 1) * cell + inset) * 10) / 10;
    path += `M${x} ${y}h${side}v${side}h${-side}z`;
  }
  return { path, next: from + count };
}

/** Rows that `squares` take. Example: 74 squares at 9 a row are 9 rows. */
export function rowsOf(squares: number, perRow: number): number {
  return Math.ceil(squares / perRow);
}
