// Turns a thin daily series into weeks that end at the ship and begin again at the window, so that no week lies on both sides.
// Decides when days hold too few events; knows no models.
import type { SeriesInput, SeriesKind } from './input.ts';

/** Fewest events per point, on average over the history, that a model of a metric's logarithm can live with. */
export const LEAST_EVENTS = 30;
const LEAST_DAYS_IN_WEEK = 5;

/** Whole numbers from 0 up are taken for counts, numbers with a denominator for rates. */
export function kindOf({ kind, values, denominators }: Pick<SeriesInput, 'kind' | 'values' | 'denominators'>): SeriesKind {
  if (kind !== undefined) return kind;
  if (denominators !== undefined) return 'rate';
  return values.every((value) => value === null || (Number.isInteger(value) && value >= 0)) ? 'count' : 'amount';
}

/** Mean events per point before the ship; null for amounts, and where nothing was observed. */
export function meanEvents(input: SeriesInput): number | null {
  if (kindOf(input) === 'amount') return null;
  const before = input.values.slice(0, input.ship).filter((value) => value !== null && Number.isFinite(value)) as number[];
  return before.length === 0 ? null : before.reduce((total, value) => total + value, 0) / before.length;
}

/** A weekly series and, for each of its weeks, the position of its first day. */
export interface Weekly {
  readonly input: SeriesInput;
  readonly firstDays: readonly number[];
}

/**
 * Sums days to weeks: backwards from the ship, forwards from the window's first day; days over are left out, and the rollout between
 * takes as many weeks as it is nearest to. A week with five or six days seen is scaled up, with fewer it is missing.
 */
export function toWeeks(input: SeriesInput): Weekly {
  const rollout = input.rollout ?? input.ship;
  const begins = rollout + input.window.from - 1;
  const weeks = Math.floor((input.window.to - input.window.from + 1) / 7);
  const before = Math.floor(input.ship / 7);
  const lead = Math.round((begins - input.ship) / 7);
  const firstDays = [
    ...Array.from({ length: before }, (_, w) => input.ship - 7 * (before - w)),
    ...Array.from({ length: lead }, (_, w) => Math.round(input.ship + (w * (begins - input.ship)) / lead)),
    ...Array.from({ length: weeks }, (_, w) => begins + 7 * w),
  ];
  const isGap = (week: number): boolean => week >= before && week < before + lead;
  const weekly = (values: readonly (number | null)[]): (number | null)[] => firstDays.filter((day, w) => isGap(w) || day + 7 <= values.length).map((day, w) => (isGap(w) ? null : weekSum(values, day)));
  const weekOf = (day: number): number => firstDays.findIndex((first, w) => day >= first && day < (firstDays[w + 1] ?? first + 7));
  return {
    firstDays,
    input: {
      ...input,
      grain: 'week',
      values: weekly(input.values),
      denominators: input.denominators && weekly(input.denominators),
      controls: input.controls?.map(({ name, values }) => ({ name, values: weekly(values) })),
      holidays: input.holidays?.map(({ kind, at }) => ({ kind, at: [...new Set(at.map(weekOf))].filter((week) => week >= 0) })),
      otherShips: input.otherShips?.map(weekOf).filter((week) => week >= 0),
      ship: before,
      rollout: before + lead,
      shipUncertainty: input.shipUncertainty === undefined ? undefined : input.shipUncertainty / 7,
      window: { from: 1, to: weeks },
    },
  };
}

function weekSum(values: readonly (number | null)[], first: number): number | null {
  let total = 0;
  let seen = 0;
  for (let day = first; day < first + 7; day++) {
    const value = values[day];
    if (value === null || value === undefined || !Number.isFinite(value)) continue;
    total += value;
    seen++;
  }
  return seen >= LEAST_DAYS_IN_WEEK ? (total * 7) / seen : null;
}
