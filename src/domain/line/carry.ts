// A carry: water carried once. What was done, how long, for whom, why, and whether it was chosen. Judges nobody.
import type { Kind } from '../attention/kinds.ts';
import { addDays, type Day } from '../kernel/instant.ts';

export const REASONS = ['nobody_else', 'faster', 'asked_from_above', 'wanted_to', 'customer_waiting'] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  nobody_else: 'nobody else would have', faster: 'it was faster', asked_from_above: 'it was asked from above', wanted_to: 'I wanted to', customer_waiting: 'a customer was waiting',
};

export const MODES = ['chosen', 'pressed'] as const;
export type Mode = (typeof MODES)[number];

/** One line, at most this many minutes: a day has no more. */
export const MOST_MINUTES = 1440;

export interface Carry {
  readonly id: string;
  readonly on: Day;
  readonly kind: Kind;
  readonly minutes: number;
  readonly what: string;
  readonly askedBy?: string | undefined;
  readonly topic?: string | undefined;
  readonly reason?: Reason | undefined;
  readonly mode?: Mode | undefined;
  readonly seenBy?: string | undefined;
  readonly ifLeft?: string | undefined;
}

/** Carries of the `days` days up to and with `today`, oldest first; those of one day in the order of their ids. */
export function carriesWithin<C extends Pick<Carry, 'id' | 'on'>>(carries: readonly C[], today: Day, days: number): C[] {
  const first = addDays(today, 1 - days);
  return carries.filter(({ on }) => on >= first && on <= today).sort(byDay);
}

export function byDay(a: Pick<Carry, 'id' | 'on'>, b: Pick<Carry, 'id' | 'on'>): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export function minutesCarried(carries: readonly Pick<Carry, 'minutes'>[]): number {
  return carries.reduce((sum, { minutes }) => sum + minutes, 0);
}
