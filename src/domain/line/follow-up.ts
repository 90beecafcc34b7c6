// What became of a hand-off: eight whole weeks after it, is the work still away? Says when it came back, and claims no cause.
import { kindNamed, type Kind } from '../attention/kinds.ts';
import { weekStart } from '../kernel/calendar.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { gradeOf, judged, meanOf, type KindWeek, type LineFinding } from './finding.ts';
import { counted, dayWords, percentWords, timeWords } from './words.ts';

export const FOLLOW_WEEKS = 8;
const BACK_SHARE = 0.25;
/** Below an hour a week before, a few minutes are a large share: said in minutes, without a percentage. */
const SMALL_MINUTES = 60;

export interface HandedOver {
  readonly kind: Kind;
  readonly to?: string | undefined;
  /** The day it was handed over: the day it was promised for, or that of the back-brief when that came later. */
  readonly on: Day;
  /** Weekly minutes before, frozen when the brief was made. */
  readonly meanBefore: number;
}

export interface FollowUp {
  /** Weeks on record since, at most eight. */
  readonly weeks: readonly (KindWeek & { readonly share: number; readonly over: boolean })[];
  readonly cameBack: boolean;
  /** The eight weeks are through. */
  readonly over: boolean;
  readonly says: string;
  readonly finding?: LineFinding;
}

/**
 * The whole weeks that begin on or after the day of the hand-off, eight at most. It came back where a week has more than 25% of the weekly
 * mean before. `weeks` are the kind's whole weeks on record. Source: docs/formulas/boomerang.md. Example: 160 before; a week of 45 is 28%: it came back.
 */
export function followUpOf({ kind, to, on, meanBefore }: HandedOver, all: readonly KindWeek[], today: Day): FollowUp {
  const first = weekStart(on) === on ? on : addDays(weekStart(on), 7);
  const end = addDays(first, 7 * FOLLOW_WEEKS);
  const weeks = all.filter(({ from }) => from >= first && from < end && addDays(from, 7) <= today)
    .map((week) => ({ ...week, share: meanBefore > 0 ? week.minutes / meanBefore : 0, over: week.minutes > BACK_SHARE * meanBefore && week.minutes > 0 }));
  const over = today >= end;
  const back = meanBefore > 0 ? weeks.filter((week) => week.over) : [];
  const name = kindNamed(kind).name;
  const whom = to === undefined ? '' : ` to ${to}`;
  if (today < first) return { weeks: [], cameBack: false, over, says: `${name} is handed over${whom} on ${dayWords(on)}. The eight weeks begin ${dayWords(first)}.` };
  if (weeks.length === 0) return { weeks, cameBack: false, over, says: over ? `Cannot tell whether ${name} stayed away: none of the eight weeks is on record.` : `No whole week is on record since ${name} was handed over${whom} on ${dayWords(on)}.` };
  if (meanBefore === 0) return { weeks, cameBack: false, over, says: `Cannot tell whether ${name} came back: no minutes of it were on record before.` };
  const mean = meanOf(weeks.map(({ minutes }) => minutes));
  const stood = `${timeWords(mean)} a week in ${counted(weeks.length, 'week')} since, ${timeWords(meanBefore)} before`;
  if (back.length === 0) return { weeks, cameBack: false, over, says: `${name} has stayed away${over ? ' for the eight weeks' : ` so far, week ${weeks.length} of eight`}: ${stood}.` };
  const worst = back.reduce((most, week) => (week.minutes > most.minutes ? week : most));
  const small = meanBefore < SMALL_MINUTES;
  const beside = small ? `; it was ${timeWords(meanBefore)} a week before, so little that a few minutes are over a quarter.` : `, ${percentWords(worst.share)} of the ${timeWords(meanBefore)} a week it was.`;
  const says = `${name} came back: ${timeWords(worst.minutes)} in the week of ${dayWords(worst.from)}${beside} ${counted(back.length, 'week')} of ${weeks.length} since ${back.length === 1 ? 'was' : 'were'} over a quarter.`;
  return {
    weeks, cameBack: true, over, says,
    finding: {
      rule: 'boomerang', kind, says, ...(small ? { value: worst.minutes, unit: 'minutes in a week' } : { value: Math.round(worst.share * 100), unit: '% of the weekly mean before' }), grade: gradeOf(back), weeks: weeks.map((week) => judged(week, week.over)), carries: [],
      notClaimed: `That ${to ?? 'whoever took it over'} neglected it, or why it came back.`, wouldChange: 'Correcting what those weeks were, where they were something else.',
      next: 'Open the brief again: was the level clear, and who asks whom?',
    },
  };
}
