// What was said beside what happened, shown as far as the number of bets allows: a list under ten, groups from ten,
// a curve from ten settled. The data, its sentences and its table. Computes no score.
import type { ChartTable } from './chart-table.ts';
import { chance } from './measure.ts';

export type SaidOutcome = 'happened' | 'did-not' | 'cannot-tell' | 'open';

export const OUTCOME_WORDS: Readonly<Record<SaidOutcome, string>> = { happened: 'happened', 'did-not': 'did not', 'cannot-tell': 'cannot tell', open: 'not settled' };

export interface SaidBet {
  readonly id: string;
  readonly name: string;
  /** Probability given, 0 to 1. */
  readonly said: number;
  readonly outcome: SaidOutcome;
}

/** Bets said alike, with what would be ordinary: `low` to `high` of `count`. */
export interface SaidGroup { readonly said: number; readonly count: number; readonly happened: number; readonly low: number; readonly high: number }

export interface ReliabilityData {
  readonly bets: readonly SaidBet[];
  /** From ten settled bets on; absent or empty below. */
  readonly groups?: readonly SaidGroup[] | undefined;
  /** Base rate of comparable bets, 0 to 1, drawn as a comparison. */
  readonly baseRate?: number | undefined;
}

export interface ReliabilityCurveData {
  readonly bets: readonly SaidBet[];
  /** The isotonic fit at each probability said, ascending in both. */
  readonly curve: readonly { readonly said: number; readonly happened: number }[];
  /** Where the fit would lie for somebody calibrated, at the same probabilities. */
  readonly ordinary?: readonly { readonly said: number; readonly low: number; readonly high: number }[] | undefined;
}

/** Under this many settled bets each is listed; no statistic is drawn. */
export const LIST_BELOW = 10;

export function settledOf(bets: readonly SaidBet[]): SaidBet[] {
  return bets.filter(({ outcome }) => outcome === 'happened' || outcome === 'did-not');
}

/** By what was said, then by name: the order of the picture and of the table. */
export function bySaid(bets: readonly SaidBet[]): SaidBet[] {
  return [...bets].sort((a, b) => a.said - b.said || a.name.localeCompare(b.name, 'en'));
}

/** `you said about 70%, 5 of 8 happened; 4 to 7 of 8 would be ordinary`. */
function groupWords({ said, count, happened, low, high }: SaidGroup): string {
  return `you said about ${chance(said)}, ${happened} of ${count} happened; ${low === high ? low : `${low} to ${high}`} of ${count} would be ordinary`;
}

/** The same as a sentence. */
export function inFull(group: SaidGroup): string {
  return `Y${groupWords(group).slice(1)}.`;
}

export function reliabilitySummary({ bets, groups = [] }: ReliabilityData): string {
  if (bets.length === 0) return 'No bet with a probability yet.';
  const settled = settledOf(bets);
  const untold = bets.filter(({ outcome }) => outcome === 'cannot-tell').length;
  return [
    `${settled.length} of ${bets.length} ${bets.length === 1 ? 'bet' : 'bets'} settled${untold > 0 ? `, ${untold} cannot tell` : ''}.`,
    settled.length < LIST_BELOW
      ? bySaid(bets).map((bet) => `${bet.name}: said ${chance(bet.said)}, ${OUTCOME_WORDS[bet.outcome]}`).join('; ').concat('.')
      : groups.map(inFull).join(' '),
    settled.length < LIST_BELOW && settled.length > 0 && 'Too few for any number about your calibration.',
  ].filter(Boolean).join(' ');
}

export function reliabilityCurveSummary({ bets, curve }: ReliabilityCurveData): string {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined || settledOf(bets).length < LIST_BELOW) return 'No curve: too few settled bets.';
  return `${settledOf(bets).length} settled bets. Where you said ${chance(first.said)} it came to about ${chance(first.happened)}; where you said ${chance(last.said)}, about ${chance(last.happened)}. On the diagonal the two would be equal.`;
}

export function reliabilityTable({ bets }: Pick<ReliabilityData, 'bets'>): ChartTable {
  return { head: ['Bet', 'Said', 'Outcome'], left: [2], rows: bySaid(bets).map((bet) => [bet.name, chance(bet.said), OUTCOME_WORDS[bet.outcome]]) };
}
