// Difference in differences from four cells of different people, such as two waves of a survey. Knows means and standard errors only.

/** Mean and its standard error, in the metric's unit. */
export type CellMean = readonly [mean: number, standardError: number];

export interface Cells {
  readonly treatedPre: CellMean;
  readonly treatedPost: CellMean;
  readonly controlPre: CellMean;
  readonly controlPost: CellMean;
}

/**
 * (treated after - before) - (control after - before), with the standard error of four independent samples. Too wide when the same units
 * are in both waves: then use their own differences. Example: Card & Krueger (1994), 20.44 to 21.03 beside 23.33 to 21.17, is 2.75 (1.80).
 */
export function differenceOfCells(cells: Cells): { readonly effect: number; readonly standardError: number } {
  const { treatedPre, treatedPost, controlPre, controlPost } = cells;
  return {
    effect: treatedPost[0] - treatedPre[0] - (controlPost[0] - controlPre[0]),
    standardError: Math.hypot(treatedPre[1], treatedPost[1], controlPre[1], controlPost[1]),
  };
}
