// One day of the covariance recursion on a full symmetric matrix, in place. The transition changes the level, the slope and one
// seasonal slot, so only their rows are touched; nothing is multiplied by a transition matrix.
import type { Cell, Positions } from './structure.ts';

/** w P w' for the weights at `base`. */
export function quadratic(variance: Float64Array, weights: Float64Array, base: number, size: number): number {
  let total = 0;
  for (let i = 0; i < size; i++) {
    const weight = weights[base + i]!;
    if (weight === 0) continue;
    let row = 0.5 * weight * variance[i * size + i]!;
    for (let j = 0; j < i; j++) row += weights[base + j]! * variance[i * size + j]!;
    total += weight * row;
  }
  return 2 * total;
}

/** Fills `product` with P Z' for the day's Z and answers Z P Z'. */
export function project(variance: Float64Array, product: Float64Array, at: Positions, slot: number, rows: Float64Array, row: number, columns: number): number {
  const size = at.size;
  for (let i = 0; i < size; i++) {
    const base = i * size;
    let value = variance[base]!;
    if (slot >= 0) value += variance[base + slot]!;
    for (let c = 0; c < columns; c++) value += rows[row + c]! * variance[base + at.columns + c]!;
    product[i] = value;
  }
  let total = product[0]! + (slot >= 0 ? product[slot]! : 0);
  for (let c = 0; c < columns; c++) total += rows[row + c]! * product[at.columns + c]!;
  return total;
}

/** P - M M' / F, and the gains M / F. */
export function update(variance: Float64Array, product: Float64Array, precision: number, gains: Float64Array, base: number, size: number): void {
  for (let i = 0; i < size; i++) {
    const gain = product[i]! * precision;
    gains[base + i] = gain;
    for (let j = 0; j <= i; j++) {
      const value = variance[i * size + j]! - gain * product[j]!;
      variance[i * size + j] = value;
      variance[j * size + i] = value;
    }
  }
}

/** T P T' + Q in place: only the level's, the slope's and the oldest season's rows change. `spare` is scratch. */
export function advance(variance: Float64Array, spare: Float64Array, at: Positions, cell: Cell, t: number): void {
  const { size, slope } = at;
  const phi = cell.phi;
  if (slope > 0) {
    const both = variance[slope]!;
    const corner = variance[0]! + 2 * both + variance[slope * size + slope]!;
    for (let j = 1; j < size; j++) {
      const value = variance[j]! + variance[slope * size + j]!;
      variance[j] = value;
      variance[j * size] = value;
    }
    variance[0] = corner;
    variance[slope * size + slope]! += cell.slopeRatio;
  } else if (phi !== 1) {
    for (let j = 1; j < size; j++) {
      const value = phi * variance[j]!;
      variance[j] = value;
      variance[j * size] = value;
    }
    variance[0]! *= phi * phi;
  }
  variance[0]! += cell.levelRatio;
  if (at.seasons === 0) return;
  spare.fill(0);
  for (let s = 0; s < at.seasons; s++) {
    const base = (at.season + s) * size;
    for (let j = 0; j < size; j++) spare[j]! -= variance[base + j]!;
  }
  const newest = at.season + ((t + 1) % at.seasons);
  let corner = cell.seasonRatio;
  for (let s = 0; s < at.seasons; s++) corner -= spare[at.season + s]!;
  for (let j = 0; j < size; j++) {
    variance[newest * size + j] = spare[j]!;
    variance[j * size + newest] = spare[j]!;
  }
  variance[newest * size + newest] = corner;
}
