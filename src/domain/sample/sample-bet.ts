// What is written down of a bet of the sample: what it promised, what it truly did, when things happened. Days are counted back from today:
// 90 is ninety days ago. Knows no bet by name.
import type { BetTerms, ReviewDay } from '../bet/terms.ts';

/** Role names: nobody is invented. */
export const SAMPLE_MATES = ['Designer', 'Engineering lead'] as const;
export type SampleMate = (typeof SAMPLE_MATES)[number];

/** Metrics are named by key: M-1 is the first of `SAMPLE_METRICS`. */
export interface SampleBet {
  readonly claim: string;
  /** Index of its problem. */
  readonly problem: number;
  readonly drafted: number;
  readonly terms: Partial<Omit<BetTerms, 'claim' | 'problem' | 'goal' | 'probability'>>;
  /** When the record was looked at and a probability given, of a draft that is ready to be placed. */
  readonly weighed?: { readonly on: number; readonly probability: number };
  readonly placed?: { readonly on: number; readonly probability: number };
  readonly forecasts?: readonly { readonly by: SampleMate | 'owner'; readonly probability: number; readonly on: number; readonly words?: string }[];
  readonly amended?: { readonly on: number; readonly words: string; readonly changes: Pick<BetTerms, 'minEffect'> };
  readonly ship?: { readonly title: string; readonly on: number; readonly rolledOut?: number; readonly audience?: string };
  /** Relative effect on its metric from the day everybody has it, in the good direction. */
  readonly didReally?: number;
  readonly reviews?: readonly SampleReview[];
  readonly settled?: { readonly on: number; readonly dropped?: string; readonly costAvoided?: number };
  readonly lesson?: { readonly on: number; readonly words: string; readonly links: readonly { readonly to: { readonly problem: number } | { readonly bet: number }; readonly stance: 'supports' | 'contradicts' }[] };
}

export interface SampleReview {
  readonly review: ReviewDay;
  readonly on: number;
  readonly process: number;
  readonly remembered: number;
  readonly luck: 'luck' | 'skill' | 'both' | 'unknown';
  readonly note?: string;
}

/** A ship that was no bet, or of which nobody has said yet what it was. It names the metrics it may have moved. */
export interface SampleShip {
  readonly title: string;
  readonly on: number;
  readonly noBet: boolean;
  readonly metrics: readonly string[];
  /** Relative effect on the first metric it names, in the good direction. */
  readonly didReally?: number;
}
