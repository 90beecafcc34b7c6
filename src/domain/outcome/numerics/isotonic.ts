// The closest rising step function to weighted values.

/**
 * Weighted least squares fit of `y` (in its given order) that never falls: pool adjacent violators (Ayer et al. 1955).
 * Weights are above 0; returns one fitted value per `y`. `poolAdjacentViolators([1, 3, 2], [1, 1, 1])` is [1, 2.5, 2.5].
 */
export function poolAdjacentViolators(y: ArrayLike<number>, w: ArrayLike<number>): Float64Array {
  const level: number[] = [];
  const weight: number[] = [];
  const size: number[] = [];
  for (let i = 0; i < y.length; i++) {
    let blockLevel = y[i]!;
    let blockWeight = w[i]!;
    let blockSize = 1;
    while (level.length > 0 && level.at(-1)! >= blockLevel) {
      const before = weight.pop()!;
      blockLevel = (level.pop()! * before + blockLevel * blockWeight) / (before + blockWeight);
      blockWeight += before;
      blockSize += size.pop()!;
    }
    level.push(blockLevel);
    weight.push(blockWeight);
    size.push(blockSize);
  }
  const fitted = new Float64Array(y.length);
  let at = 0;
  for (let block = 0; block < level.length; block++) {
    fitted.fill(level[block]!, at, at + size[block]!);
    at += size[block]!;
  }
  return fitted;
}
