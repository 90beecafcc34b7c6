// Three years of the sample's decisions as one line of events, oldest first, so that they can be lived through again in their order.
// Knows what was done and when; what it led to is measured by whoever lives through it.
import type { SampleBet, SampleReview, SampleShip } from './sample-bet.ts';
import { OTHER_SHIPS, SAMPLE_BETS } from './sample-bets.ts';

/** `ago` counts days back from today; `bet` is an index into the bets, where an event is one of a bet. */
export type SampleEvent = { readonly ago: number } & (
  | { readonly kind: 'weigh' | 'place' | 'amend' | 'ship' | 'settle' | 'lesson'; readonly bet: number }
  | { readonly kind: 'forecast'; readonly bet: number; readonly forecast: NonNullable<SampleBet['forecasts']>[number] }
  | { readonly kind: 'review'; readonly bet: number; readonly review: SampleReview }
  | { readonly kind: 'other-ship'; readonly ship: SampleShip }
);

/** On one day a bet is placed before it ships, and reviewed before it is settled. */
const ORDER: readonly SampleEvent['kind'][] = ['weigh', 'place', 'forecast', 'amend', 'ship', 'other-ship', 'review', 'settle', 'lesson'];

/** Every event, the same each time. Example: the first is B-1 being placed. */
export function sampleHistory(): SampleEvent[] {
  const events: SampleEvent[] = SAMPLE_BETS.flatMap(eventsOf);
  for (const ship of OTHER_SHIPS) events.push({ kind: 'other-ship', ago: ship.on, ship });
  return events.sort((a, b) => b.ago - a.ago || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function eventsOf({ weighed, placed, forecasts = [], amended, ship, reviews = [], settled, lesson }: SampleBet, bet: number): SampleEvent[] {
  return [
    ...(weighed ? [{ kind: 'weigh' as const, bet, ago: weighed.on }] : []),
    ...(placed ? [{ kind: 'place' as const, bet, ago: placed.on }] : []),
    ...forecasts.map((forecast) => ({ kind: 'forecast' as const, bet, ago: forecast.on, forecast })),
    ...(amended ? [{ kind: 'amend' as const, bet, ago: amended.on }] : []),
    ...(ship ? [{ kind: 'ship' as const, bet, ago: ship.on }] : []),
    ...reviews.map((review) => ({ kind: 'review' as const, bet, ago: review.on, review })),
    ...(settled ? [{ kind: 'settle' as const, bet, ago: settled.on }] : []),
    ...(lesson ? [{ kind: 'lesson' as const, bet, ago: lesson.on }] : []),
  ];
}
