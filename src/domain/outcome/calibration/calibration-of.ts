// A person's record, cut to exactly what their number of resolved bets can carry. Ten bets cannot show a curve's numbers, so they are
// not in the answer. Unresolved bets are counted beside it and never scored.
import { sum } from '../numerics/sum.ts';
import { hitRateSentence } from '../verdict/sentences.ts';
import { corpCurve, corpSplit, type CorpSplit, type CurvePoint } from './corp.ts';
import { inTheLarge, type InTheLarge } from './in-the-large.ts';
import { ordinaryRange } from './poisson-binomial.ts';
import { brierRecord, groupsOf, hitRateOf, type BrierRecord, type Group, type HitRate } from './record-parts.ts';
import { clipProbability, type Forecast } from './scores.ts';

/** A bet whose fate is known, or known to be unknowable: refused by the method, or abandoned. */
export type ScoredBet = { readonly id: string; readonly said: number } & (
  | { readonly kind: 'resolved'; readonly came: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'abandoned' }
);

export interface Calibration {
  /** Resolved bets that count. */
  readonly n: number;
  /** Every bet, in the order given; `came` is missing where nothing could be scored. */
  readonly list: readonly { readonly id: string; readonly said: number; readonly came?: number | undefined }[];
  /** Share of bets that were never resolvable, 0 to 1; undefined without bets. */
  readonly unresolvable: number | undefined;
  /** From 5 bets. */
  readonly hitRate?: HitRate | undefined;
  /** From 10 bets: the question with the most power, the groups with the range of luck, Brier with its error, the curve's shape. */
  readonly large?: InTheLarge | undefined;
  readonly groups?: readonly Group[] | undefined;
  readonly brier?: BrierRecord | undefined;
  readonly curve?: { readonly points: readonly CurvePoint[]; readonly numbersShown: boolean } | undefined;
  /** From 30 bets. */
  readonly split?: CorpSplit | undefined;
  readonly sentence: string;
}

/** From how many resolved bets each part is shown (conventions, not measurements). */
export const SHOWN_FROM = { interval: 5, scores: 10, split: 30 } as const;

/**
 * `baseRate` is the organisation's share of bets that came true, shown as a comparator. Stated probabilities are clipped to 0.01-0.99.
 * Example: three resolved bets give the list and "3 resolved bets: read them one by one. From 5 there is a range."
 */
export function calibrationOf(bets: readonly ScoredBet[], baseRate?: number): Calibration {
  const forecasts = bets.flatMap((bet): Forecast[] => (bet.kind === 'resolved' ? [{ said: clipProbability(bet.said), came: bet.came }] : []));
  const n = forecasts.length;
  const always = {
    n,
    list: bets.map((bet) => ({ id: bet.id, said: bet.said, came: bet.kind === 'resolved' ? bet.came : undefined })),
    unresolvable: bets.length === 0 ? undefined : (bets.length - n) / bets.length,
  };
  if (n < SHOWN_FROM.interval) return { ...always, sentence: fewSentence(n) };
  const hitRate = hitRateOf(forecasts);
  if (n < SHOWN_FROM.scores) return { ...always, hitRate, sentence: hitRateSentence({ n, ...hitRate }) };
  const points = corpCurve(forecasts);
  const numbersShown = n >= SHOWN_FROM.split;
  return {
    ...always,
    hitRate,
    large: inTheLarge(forecasts),
    groups: groupsOf(forecasts),
    brier: brierRecord(forecasts, baseRate),
    curve: { points, numbersShown },
    split: numbersShown ? corpSplit(forecasts, points) : undefined,
    sentence: `${hitRateSentence({ n, ...hitRate })} ${largeSentence(forecasts)}`,
  };
}

function fewSentence(n: number): string {
  if (n === 0) return `No bet is resolved yet. From ${SHOWN_FROM.interval} there is a range.`;
  return `${n} resolved ${n === 1 ? 'bet' : 'bets'}: read ${n === 1 ? 'it' : 'them one by one'}. From ${SHOWN_FROM.interval} there is a range.`;
}

/** Said against came, with the range luck alone would give: "You said 70% on average; 4 of 10 came true, and 5 to 9 would be ordinary: too sure." */
function largeSentence(forecasts: readonly Forecast[]): string {
  const n = forecasts.length;
  const came = Math.round(sum(forecasts.map((one) => one.came)));
  const said = Math.round((100 * sum(forecasts.map((one) => one.said))) / n);
  const { low, high } = ordinaryRange(forecasts.map((one) => one.said));
  const meaning = came < low ? 'too sure' : came > high ? 'not sure enough' : 'nothing out of the ordinary';
  return `You said ${said}% on average; ${came} of ${n} came true, and ${low} to ${high} would be ordinary: ${meaning}.`;
}
