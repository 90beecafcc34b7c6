// Sums that do not lose small values beside large ones, and the mean and variance that stand on them.

/** Compensated sum (Neumaier 1974): `sum([1e100, 1, -1e100])` is 1. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean in the values' unit; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Sample variance with n - 1, in squared units; NaN for fewer than two values. `varianceOf([1, 2, 3, 4])` is 5/3. */
export function varianceOf(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  const middle = mean(values);
  return sum(Float64Array.from(values, (value) => (value - middle) ** 2)) / (values.length - 1);
}
