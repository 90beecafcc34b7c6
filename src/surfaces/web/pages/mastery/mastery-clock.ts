// How much of what was bet has been seen through to its consequence: counts and days, never levels. Pure.
import type { OutputOf } from '../../../../contract/index.ts';
import { REVIEW_DAYS, type ReviewDay } from '../../../../domain/bet/terms.ts';
import { daysBetween, startOfDay } from '../../../../domain/kernel/instant.ts';

export type Bet = OutputOf<'bet.list'>['bets'][number];
export type Review = OutputOf<'review.list'>['reviews'][number];
export type Reading = Pick<OutputOf<'readout.list'>['readouts'][number], 'bet' | 'madeAt'>;

export interface Delay {
  readonly bet: Bet;
  /** From the ship to the first time its outcome was read. */
  readonly days: number;
}

export interface Loop {
  readonly review: ReviewDay;
  readonly made: number;
  readonly open: number;
  readonly ahead: number;
}

export interface Clock {
  readonly shipped: readonly Bet[];
  readonly loops: readonly Loop[];
  readonly delays: readonly Delay[];
  /** Of `delays`; undefined when nothing was read yet. */
  readonly median: number | undefined;
  /** Of the 365-day reviews that have fallen due, the share that was made; undefined before the first. */
  readonly yearShare: number | undefined;
}

/** The middle one; of two middle ones their mean. Example: 30, 90, 400 is 90. Undefined for none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const dayAt = (time: string): number => startOfDay(time.slice(0, 10)) ?? 0;

export function clockOf(bets: readonly Bet[], reviews: readonly Review[], readings: readonly Reading[]): Clock {
  const shipped = bets.filter((bet) => bet.ship !== undefined);
  const delays = shipped.flatMap((bet): Delay[] => {
    const first = readings.filter((one) => one.bet === bet.id).map(({ madeAt }) => madeAt).toSorted()[0];
    return first === undefined || bet.ship === undefined ? [] : [{ bet, days: daysBetween(dayAt(bet.ship.shippedOn), dayAt(first)) }];
  });
  const loops = REVIEW_DAYS.map((review): Loop => {
    const own = reviews.filter((one) => one.review === review);
    const count = (state: Review['state']): number => own.filter((one) => one.state === state).length;
    return { review, made: count('done'), open: count('due'), ahead: count('waiting') };
  });
  const year = loops.find(({ review }) => review === 365);
  return { shipped, loops, delays, median: medianOf(delays.map(({ days }) => days)), yearShare: year === undefined || year.made + year.open === 0 ? undefined : year.made / (year.made + year.open) };
}

export interface Kind {
  readonly kind: string;
  readonly closed: number;
  readonly median: number | undefined;
  /** Ten closed loops and a median within ninety days: conventions of this house, not measurements. */
  readonly enough: boolean;
}

export const ENOUGH = { loops: 10, days: 90 } as const;

/** The same by kind of bet, where kinds were named; most closed first. */
export function kindsOf(clock: Clock, reviews: readonly Review[]): Kind[] {
  const names = [...new Set(clock.shipped.flatMap(({ terms }) => terms.kind ?? []))];
  const kinds = names.map((kind): Kind => {
    const own = new Set(clock.shipped.filter(({ terms }) => terms.kind === kind).map(({ id }) => id));
    const closed = reviews.filter((one) => own.has(one.bet) && one.state === 'done').length;
    const median = medianOf(clock.delays.filter(({ bet }) => own.has(bet.id)).map(({ days }) => days));
    return { kind, closed, median, enough: closed >= ENOUGH.loops && median !== undefined && median <= ENOUGH.days };
  });
  return kinds.toSorted((a, b) => b.closed - a.closed || a.kind.localeCompare(b.kind, 'en'));
}
