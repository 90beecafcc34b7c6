// May a year's effect be read from before and after? Rarely; and what is offered instead. Knows no metric.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';

/** 3.5 years: a year after, and enough placebo years before. */
export const YEAR_NEEDS_DAYS = 1278;

/** What can be done instead, in the order in which it is offered. */
export const YEAR_OFFERS = ['ninety-days-and-decay', 'joint-effect-of-the-quarter', 'holdout-from-now'] as const;

export interface YearHistory {
  /** Days of the metric before the ship. */
  readonly days: number;
  /** A control series, named when the bet was placed, passed its placebos over a year. */
  readonly controlPasses: boolean;
}

/** Grants with 3.5 years of history or a control that passes; else refuses and says what is missing and what is offered. Example: 730 days lack 548. */
export function yearBeforeAfter({ days, controlPasses }: YearHistory): Ruling<'history' | 'control', 'no-placebo-history'> {
  if (days >= YEAR_NEEDS_DAYS) return granted('history');
  if (controlPasses) return granted('control');
  return refused('no-placebo-history', { days, missingDays: YEAR_NEEDS_DAYS - days, offers: YEAR_OFFERS });
}
