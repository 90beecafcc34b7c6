// What happened to bets like this one, shown before anybody says a probability. Knows no screen.
import { betaQuantile } from '../kernel/statistics-beta.ts';

export interface SettledBet {
  readonly kind?: string | undefined;
  readonly by: string;
  readonly won: boolean;
}

export interface BaseRate {
  readonly of: 'mine_of_kind' | 'ours_of_kind' | 'mine' | 'ours' | 'published';
  readonly n: number;
  readonly won: number;
  /** Posterior mean and its 90% interval, 0 to 1. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Published share of ideas that won, each with who measured it. */
export const PUBLISHED_RATES = [
  { share: 1 / 3, where: 'Well-designed experiments at Microsoft', source: 'Kohavi, Crook, Longbotham, Frasca, Henne, Ferres, Melamed 2009, Online Experimentation at Microsoft' },
  { share: 0.15, where: 'Experiments at Bing', source: 'Kohavi, Deng, Vermeer 2022, A/B Testing Intuition Busters' },
  { share: 0.08, where: 'Search experiments at Airbnb', source: 'Kohavi, Deng, Vermeer 2022, A/B Testing Intuition Busters' },
] as const;

/** From this many on a record stands without the published rate behind it. */
const ENOUGH = 8;

/**
 * The records that can be shown, nearest first: the person's and the workspace's bets of this kind, then of any kind, then what is
 * published. Fewer than 8 bets lean on a Beta(1, 2) prior, whose mean is the third of ideas that won at Microsoft; from 8 on a
 * Jeffreys prior, Beta(1/2, 1/2). Records of no bets are left out.
 * Example: 7 won of 10 is 0.68 (0.44 to 0.88).
 */
export function baseRates(settled: readonly SettledBet[], who: string, kind: string | undefined): BaseRate[] {
  const ofKind = settled.filter((bet) => kind !== undefined && bet.kind === kind);
  const groups: readonly (readonly [BaseRate['of'], readonly SettledBet[]])[] = [
    ['mine_of_kind', ofKind.filter(({ by }) => by === who)], ['ours_of_kind', ofKind], ['mine', settled.filter(({ by }) => by === who)], ['ours', settled],
  ];
  const records = groups.filter(([, bets]) => bets.length > 0).map(([of, bets]) => rateOf(of, bets.filter(({ won }) => won).length, bets.length));
  return [...records, rateOf('published', 0, 0)];
}

function rateOf(of: BaseRate['of'], won: number, n: number): BaseRate {
  const [a, b] = n < ENOUGH ? [1 + won, 2 + n - won] : [0.5 + won, 0.5 + n - won];
  return { of, n, won, rate: a / (a + b), low: betaQuantile(0.05, a, b), high: betaQuantile(0.95, a, b) };
}
