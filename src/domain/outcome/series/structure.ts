// What a state-space model of one series is made of: level, slope, season and columns with fixed coefficients.
// Every variance is a ratio to the noise variance. Knows no data but the columns, and decides nothing about windows.

/** Variance of a state nothing is known about, as a ratio to the noise variance of standardised data. */
export const DIFFUSE = 1e7;

/** A column x_t whose coefficient does not change. `values` covers history and horizon; `variance` is the coefficient's prior. */
export interface StaticColumn {
  readonly name: string;
  readonly values: Float64Array;
  readonly variance: number;
}

/** One point of the grid: the level keeps a share `phi` of itself (1 = random walk) and is shaken by `levelRatio`, slope and season by theirs. */
export interface Cell {
  readonly phi: number;
  readonly levelRatio: number;
  readonly slopeRatio: number;
  readonly seasonRatio: number;
  readonly logPrior: number;
}

/**
 * Cells that share one list of states: level, slope (when `slope`), `period` - 1 seasonal values, then the columns.
 * `period` 0 is no season. A level with phi below 1 starts from its stationary distribution, else diffuse.
 */
export interface Family {
  readonly period: number;
  readonly slope: boolean;
  readonly columns: readonly StaticColumn[];
  readonly cells: readonly Cell[];
  /** Start variance of level, slope and season where another than `DIFFUSE` is asked for. */
  readonly diffuse?: number | undefined;
}

/** Where each part of the state lies. Seasonal slots rotate: the value of day t is in slot t mod `seasons`. */
export interface Positions {
  readonly size: number;
  /** Index of the slope; 0 when there is none. */
  readonly slope: number;
  readonly season: number;
  readonly seasons: number;
  readonly columns: number;
}

export function positionsOf({ slope, period, columns }: Family): Positions {
  const season = slope ? 2 : 1;
  const seasons = Math.max(0, period - 1);
  return { size: season + seasons + columns.length, slope: slope ? 1 : 0, season, seasons, columns: season + seasons };
}

/** Diagonal of the state's variance before the first day. */
export function startVariance(family: Family, cell: Cell): Float64Array {
  const at = positionsOf(family);
  const start = new Float64Array(at.size).fill(family.diffuse ?? DIFFUSE);
  if (cell.phi < 1) start[0] = cell.levelRatio / (1 - cell.phi * cell.phi);
  family.columns.forEach(({ variance }, i) => { start[at.columns + i] = variance; });
  return start;
}

/** The columns as rows: entry t * columns + i is column i on day t, for `days` days. */
export function columnRows(columns: readonly StaticColumn[], days: number): Float64Array {
  const rows = new Float64Array(days * columns.length);
  columns.forEach(({ values }, i) => {
    for (let t = 0; t < days; t++) rows[t * columns.length + i] = values[t]!;
  });
  return rows;
}

/**
 * Which days enter the likelihood: the observed ones but, for each diffuse state, the first that informs it. Days before a step has
 * happened say nothing about the step, so a late step drops its own first day.
 */
export function countedDays(family: Family, observed: Uint8Array): Uint8Array {
  const counted = Uint8Array.from(observed);
  const drop = (from: number): void => {
    const first = counted.indexOf(1, from);
    if (first >= 0) counted[first] = 0;
  };
  const late: number[] = [];
  let early = (family.slope ? 1 : 0) + Math.max(0, family.period - 1);
  if (family.cells.every(({ phi }) => phi === 1)) early++;
  for (const { values, variance } of family.columns) {
    if (variance < DIFFUSE) continue;
    const begins = values.findIndex((value) => value !== 0);
    if (begins > 0 && begins < observed.length && values.subarray(0, begins).every((value) => value === 0)) late.push(begins);
    else early++;
  }
  for (let i = 0; i < early; i++) drop(0);
  for (const begins of late.sort((a, b) => a - b)) drop(begins);
  return counted;
}
