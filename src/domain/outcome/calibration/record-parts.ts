// The parts a calibration record may hold, each computed from resolved bets alone. What may be shown is decided elsewhere.
import { mean, sum, varianceOf } from '../numerics/sum.ts';
import { binsOf } from './murphy.ts';
import { ordinaryRange } from './poisson-binomial.ts';
import { brierScore, type Forecast } from './scores.ts';
import { shownShareInterval } from './share-intervals.ts';

/** Bets put in one range of probability: how many came true, and how many would by luck alone (5th to 95th percentile). */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanSaid: number;
  readonly came: number;
  readonly ordinary: { readonly low: number; readonly high: number };
}

export interface HitRate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface BrierRecord {
  readonly score: number;
  /** Standard error of the score. */
  readonly sd: number;
  readonly noise: number;
  /** What the same bets would score if each had been put at the organisation's base rate, and at one half. */
  readonly atBaseRate: number | undefined;
  readonly atOneHalf: number;
}

/** Ranges of the display for few bets, for probabilities stated in steps of 5%: below 50, 50-65, 70-85, 90 and above. */
const GROUP_EDGES = [0, 0.475, 0.675, 0.875, 1] as const;

/** Groups that hold something, from low to high; from and to are the edges of the range. */
export function groupsOf(forecasts: readonly Forecast[]): readonly Group[] {
  return binsOf(forecasts, GROUP_EDGES).map(({ from, to, n, meanSaid, came }) => {
    const inside = forecasts.filter(({ said }) => said >= from && (said < to || to === 1)).map((one) => one.said);
    return { from, to, n, meanSaid, came, ordinary: ordinaryRange(inside) };
  });
}

/** "You said about 70%: 5 of 8 came true; 4 to 7 of 8 would be ordinary." Uncertain outcomes are counted to the nearest whole. */
export function groupSentence({ meanSaid, n, came, ordinary }: Group): string {
  return `You said about ${Math.round(meanSaid * 100)}%: ${Math.round(came)} of ${n} came true; ${ordinary.low} to ${ordinary.high} of ${n} would be ordinary.`;
}

/** Jeffreys' interval on the share that came true; uncertain outcomes count by their probability. */
export function hitRateOf(forecasts: readonly Forecast[]): HitRate {
  const came = sum(forecasts.map((one) => one.came));
  const [low, high] = shownShareInterval(came, forecasts.length);
  return { share: came / forecasts.length, low, high };
}

/** Needs two bets or more. */
export function brierRecord(forecasts: readonly Forecast[], baseRate: number | undefined): BrierRecord {
  const scores = forecasts.map((one) => brierScore(one));
  const atAlways = (said: number): number => mean(forecasts.map(({ came }) => brierScore({ said, came }).score));
  return {
    score: mean(scores.map((one) => one.score)),
    sd: Math.sqrt(varianceOf(scores.map((one) => one.score)) / forecasts.length),
    noise: mean(scores.map((one) => one.noise)),
    atBaseRate: baseRate === undefined ? undefined : atAlways(baseRate),
    atOneHalf: atAlways(0.5),
  };
}
