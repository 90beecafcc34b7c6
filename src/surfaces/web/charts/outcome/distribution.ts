// What "2 to 20" means, drawn and said: the numbers of the density come in, this decides how they are worded.
import type { ChartTable } from './chart-table.ts';
import { chance, said, saidRange, type Measure } from './measure.ts';

export interface DistributionView {
  readonly measure: Measure;
  /** Density at ascending effects, in any unit of height; at least two. The hoped-for direction is positive. */
  readonly curve: readonly { readonly at: number; readonly density: number }[];
  /** 5th, 50th and 95th percentile. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly minEffect?: number | undefined;
  /** P(effect >= minEffect), 0 to 1; present with `minEffect`. */
  readonly chanceOfMinimum?: number | undefined;
  /** P(effect < 0), 0 to 1. */
  readonly chanceBelowZero: number;
}

/** What the entry implies, each a sentence the PM can disagree with. */
export function distributionSentences(view: DistributionView): string[] {
  const { measure } = view;
  return [
    `Nine times in ten from ${saidRange(view.low, view.high, measure)}; as often above ${said(view.median, measure)} as below.`,
    ...(view.minEffect !== undefined && view.chanceOfMinimum !== undefined ? [`${chance(view.chanceOfMinimum)} that it is ${said(view.minEffect, measure)} or more, the least that would matter.`] : []),
    view.chanceBelowZero === 0 ? 'You leave no chance that it does harm.' : `${chance(view.chanceBelowZero)} that it goes the wrong way.`,
  ];
}

export function distributionSummary(view: DistributionView): string {
  return distributionSentences(view).join(' ');
}

export function distributionTable(view: DistributionView): ChartTable {
  return {
    head: ['What', 'Effect or chance'],
    rows: [
      ['5th percentile', said(view.low, view.measure)], ['Median', said(view.median, view.measure)], ['95th percentile', said(view.high, view.measure)],
      ...(view.minEffect !== undefined && view.chanceOfMinimum !== undefined ? [[`Chance of ${said(view.minEffect, view.measure)} or more`, chance(view.chanceOfMinimum)]] : []),
      ['Chance below zero', chance(view.chanceBelowZero)],
    ],
  };
}
