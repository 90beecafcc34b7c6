// The half of the Kalman filter that reads the metric: one-step errors and window forecasts under gains already known.
// Linear in the data; knows no priors and mixes nothing.
import type { FamilyPlan } from './covariance.ts';

/** Row-major per cell: one-step prediction by day, sum of squared standardised errors and forecast mean by target. */
export interface Pass {
  readonly predictions: Float64Array;
  readonly squares: Float64Array;
  readonly forecasts: Float64Array;
  /** Final state of each cell. */
  readonly states: Float64Array;
}

/** Filters `values` (standardised; anything where not observed) through every cell of a family. */
export function filterFamily(plan: FamilyPlan, values: Float64Array): Pass {
  const { family, layout, positions } = plan;
  const cells = family.cells.length;
  const pass: Pass = {
    predictions: new Float64Array(cells * layout.length),
    squares: new Float64Array(cells * layout.targets.length),
    forecasts: new Float64Array(cells * layout.targets.length),
    states: new Float64Array(cells * positions.size),
  };
  for (let index = 0; index < cells; index++) filterCell(plan, index, values, pass);
  return pass;
}

function filterCell(plan: FamilyPlan, index: number, values: Float64Array, pass: Pass): void {
  const { family, layout, positions: at, rows, counted, gains, precisions, days } = plan;
  const { length, observed, targets } = layout;
  const size = at.size;
  const seasons = at.seasons;
  const columns = family.columns.length;
  const weights = plan.weights[plan.weightsOf[index]!]!;
  const phi = family.cells[index]!.phi;
  const state = pass.states.subarray(index * size, (index + 1) * size);
  let squares = 0;
  let next = 0;
  let upcoming = targets.length > 0 ? targets[0]!.origin : length + 1;
  for (let t = 0; t <= length; t++) {
    while (upcoming === t) {
      let total = 0;
      for (let i = 0; i < size; i++) total += weights[next * size + i]! * state[i]!;
      pass.forecasts[index * targets.length + next] = total / days[next]!;
      pass.squares[index * targets.length + next] = squares;
      next++;
      upcoming = next < targets.length ? targets[next]!.origin : length + 1;
    }
    if (t === length) return;
    let prediction = state[0]!;
    if (seasons > 0) prediction += state[at.season + (t % seasons)]!;
    for (let c = 0; c < columns; c++) prediction += rows[t * columns + c]! * state[at.columns + c]!;
    pass.predictions[index * length + t] = prediction;
    if (observed[t] === 1) {
      const error = values[t]! - prediction;
      const base = (index * length + t) * size;
      for (let i = 0; i < size; i++) state[i]! += gains[base + i]! * error;
      if (counted[t] === 1) squares += error * error * precisions[index * length + t]!;
    }
    state[0] = phi * state[0]! + (at.slope > 0 ? state[at.slope]! : 0);
    if (seasons > 0) {
      let newest = 0;
      for (let s = 0; s < seasons; s++) newest -= state[at.season + s]!;
      state[at.season + ((t + 1) % seasons)] = newest;
    }
  }
}
