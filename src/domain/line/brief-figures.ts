// The figures of a hand-off brief, from records only: what a kind of work costs, how often it was carried, for whom and why, and how core
// work stood in the same weeks. Frozen when a brief is made. Claims no cause and no hours that would come back.
import type { Kind } from '../attention/kinds.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { median } from '../kernel/statistics-order.ts';
import { byDay, minutesCarried, type Carry, type Reason } from './carry.ts';
import { confirmedShare, meanOf, type KindWeek } from './finding.ts';

export const BRIEF_WEEKS = 8;
/** Weeks in a month: 365.25 / 12 / 7. */
export const WEEKS_PER_MONTH = 4.348125;
const INSTANCES = 3;

export interface Told {
  readonly count: number;
  readonly minutes: number;
}

export interface Displaced {
  /** Weeks in which the kind took time. */
  readonly weeks: number;
  /** Mean weekly core minutes in them, and what they stand against. */
  readonly coreMinutes: number;
  readonly against: number;
  /** `against` less `coreMinutes`; below 0 where core work had more. */
  readonly gapMinutes: number;
  readonly basis: 'budget' | 'usual';
}

export interface BriefFigures {
  readonly kind: Kind;
  readonly madeOn: Day;
  /** The days they are of: the weeks on record, or the 56 days before where there are none. */
  readonly from: Day;
  readonly to: Day;
  readonly weeks: readonly KindWeek[];
  /** Undefined while no whole week is on record. */
  readonly cost: { readonly meanMinutes: number; readonly hoursPerMonth: number; readonly low: number; readonly high: number; readonly confirmedShare: number | undefined } | undefined;
  readonly count: Told;
  readonly instances: readonly Carry[];
  readonly displaced: Displaced | undefined;
  readonly reasons: readonly (Told & { readonly reason: Reason })[];
  readonly chosenMinutes: number;
  readonly pressedMinutes: number;
  readonly askers: readonly (Told & { readonly who: string })[];
  readonly topics: readonly string[];
  readonly ifStopped: readonly string[];
  /** The decision it was made from, in words, with the carries that decision rested on. */
  readonly evidence?: Evidence | undefined;
}

export interface Evidence {
  readonly decision: string;
  readonly says: string;
  readonly carries: readonly Carry[];
}

export interface CoreWeek {
  readonly from: Day;
  readonly minutes: number;
}

/**
 * `weeks` and `core` are whole weeks on record, oldest first; `coreBudget` is what core kinds are budgeted together, if anything.
 * Hours a month are the mean week x 4.348; the bounds are what guesses may be wrong by, and close where everything is confirmed.
 * Source: docs/formulas/hand-off-cost.md. Example: eight weeks of 120 minutes, low 90 and high 150: 8.7 hours a month, 6.5 to 10.9.
 */
export function briefFigures(kind: Kind, all: readonly KindWeek[], core: readonly CoreWeek[], coreBudget: number | undefined, carries: readonly Carry[], today: Day): BriefFigures {
  const weeks = all.slice(-BRIEF_WEEKS);
  const from = weeks[0]?.from ?? addDays(today, -7 * BRIEF_WEEKS);
  const own = carries.filter((carry) => carry.kind === kind && carry.on <= today).sort(byDay);
  const within = own.filter(({ on }) => on >= from);
  const hours = (minutes: number): number => Math.round((minutes / 60) * WEEKS_PER_MONTH * 100) / 100;
  return {
    kind, madeOn: today, from, to: today, weeks,
    cost: weeks.length === 0 ? undefined : {
      meanMinutes: meanOf(weeks.map(({ minutes }) => minutes)), hoursPerMonth: hours(meanOf(weeks.map(({ minutes }) => minutes))), low: hours(meanOf(weeks.map(({ low }) => low))), high: hours(meanOf(weeks.map(({ high }) => high))),
      confirmedShare: confirmedShare(weeks),
    },
    count: told(within), instances: own.slice(-INSTANCES).reverse(), displaced: displacedBy(weeks, core, coreBudget),
    reasons: grouped(within, ({ reason }) => reason).map(([reason, group]) => ({ reason, ...told(group) })),
    chosenMinutes: minutesCarried(within.filter(({ mode }) => mode === 'chosen')), pressedMinutes: minutesCarried(within.filter(({ mode }) => mode === 'pressed')),
    askers: grouped(within, ({ askedBy }) => askedBy).map(([who, group]) => ({ who, ...told(group) })),
    topics: grouped(within, ({ topic }) => topic).map(([topic]) => topic), ifStopped: [...new Set(within.flatMap(({ ifLeft }) => (ifLeft === undefined ? [] : [ifLeft])))],
  };
}

function told(carries: readonly Carry[]): Told {
  return { count: carries.length, minutes: minutesCarried(carries) };
}

/** By what `of` names, most minutes first; carries without it are left out. */
function grouped<T extends string>(carries: readonly Carry[], of: (carry: Carry) => T | undefined): [T, Carry[]][] {
  const groups = new Map<T, Carry[]>();
  for (const carry of carries) {
    const key = of(carry);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), carry]);
  }
  return [...groups].sort(([a, left], [b, right]) => minutesCarried(right) - minutesCarried(left) || (a < b ? -1 : 1));
}

/** Core work in the weeks in which the kind took time, against the core budget, or against core work's own median where there is none. */
function displacedBy(weeks: readonly KindWeek[], core: readonly CoreWeek[], budget: number | undefined): Displaced | undefined {
  const coreOf = new Map(core.map((week) => [week.from, week.minutes]));
  const usual = median(weeks.flatMap(({ from }) => coreOf.get(from) ?? []));
  const against = budget ?? usual;
  const carried = weeks.filter(({ from, minutes }) => minutes > 0 && coreOf.has(from));
  if (against === undefined || carried.length === 0) return undefined;
  const coreMinutes = meanOf(carried.map(({ from }) => coreOf.get(from)!));
  return { weeks: carried.length, coreMinutes, against, gapMinutes: against - coreMinutes, basis: budget === undefined ? 'usual' : 'budget' };
}
