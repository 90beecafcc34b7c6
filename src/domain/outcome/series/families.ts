// Which models are averaged: a random walk and a mean-reverting level, each on a small grid of variance ratios.
// Chooses trend and yearly terms by the length of the history; knows nothing of the values.
import { DIFFUSE, type Cell, type Family, type StaticColumn } from './structure.ts';

export type Grain = 'day' | 'week';

/** Points per year, and from which history a fixed trend and yearly terms enter (one and two years). */
const CALENDAR = {
  day: { period: 7, year: 365.25, trendFrom: 365, yearlyFrom: 730 },
  week: { period: 0, year: 365.25 / 7, trendFrom: 52, yearlyFrom: 104 },
} as const;

const WALK_LEVELS = [1e-6, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3];
const WALK_SEASONS = [1e-9, 1e-4, 1e-2];
const REVERTING_SHARES = [0.97, 0.9, 0.8, 0.6];
const REVERTING_LEVELS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const REVERTING_SEASONS = [1e-9, 1e-3];

/** Prior variances of coefficients, as ratios to the noise variance. */
const YEARLY_PRIOR = 12;
export const HOLIDAY_PRIOR = 100;
export const CONTROL_PRIOR = 25;

/**
 * The two families for `history` points and `reach` points in all. `columns` are holidays, controls and other ships' steps over `reach`.
 * Random walk: 36 cells with a drift from a year on. Mean-reverting: 56 cells around a constant, with a trend from a year on.
 */
export function familiesOf(grain: Grain, history: number, reach: number, columns: readonly StaticColumn[]): readonly [Family, Family] {
  const { period, year, trendFrom, yearlyFrom } = CALENDAR[grain];
  const seasonal = period > 0;
  const shared = [...(history >= yearlyFrom ? yearlyColumns(year, reach) : []), ...columns];
  const trending = history >= trendFrom;
  const constant: StaticColumn = { name: 'constant', values: new Float64Array(reach).fill(1), variance: DIFFUSE };
  const trend: StaticColumn = { name: 'trend', values: Float64Array.from({ length: reach }, (_, t) => (t - history / 2) / year), variance: DIFFUSE };
  return [
    { period, slope: trending, columns: shared, cells: grid([1], WALK_LEVELS, seasonal ? WALK_SEASONS : [0]) },
    { period, slope: false, columns: [constant, ...(trending ? [trend] : []), ...shared], cells: grid(REVERTING_SHARES, REVERTING_LEVELS, seasonal ? REVERTING_SEASONS : [0]) },
  ];
}

/** Every combination, equally likely, half of the belief in all. */
function grid(shares: readonly number[], levels: readonly number[], seasons: readonly number[]): Cell[] {
  const logPrior = Math.log(0.5 / (shares.length * levels.length * seasons.length));
  return shares.flatMap((phi) => levels.flatMap((levelRatio) => seasons.map((seasonRatio) => ({ phi, levelRatio, slopeRatio: 0, seasonRatio, logPrior }))));
}

function yearlyColumns(year: number, reach: number): StaticColumn[] {
  return [1, 2].flatMap((order) =>
    (['sin', 'cos'] as const).map((wave) => ({
      name: `yearly-${wave}-${order}`,
      values: Float64Array.from({ length: reach }, (_, t) => Math[wave]((2 * Math.PI * order * t) / year)),
      variance: YEARLY_PRIOR,
    })),
  );
}

/** Fewest points a placebo is trained on: a quarter of the history, within 56 and 180 days (8 and 26 weeks). */
export function leastTraining(grain: Grain, history: number): number {
  const quarter = Math.floor(history / 4);
  return grain === 'day' ? Math.max(56, Math.min(180, quarter)) : Math.max(8, Math.min(26, quarter));
}
