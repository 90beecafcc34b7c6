// From the weeks as they are answered to the bars of the picture. Time with customers stands on the ground; the water in the bar is what
// was not with customers, so that no minute stands twice. Draws nothing.
import { hoursShort } from '../../charts/attention/hours.ts';
import type { WeekBar, WeekBarsData, WeekPart } from '../../charts/attention/week-bars.ts';
import type { ChosenDays } from './attention-days.ts';
import type { AttentionWeek } from './attention-words.ts';

export type WeekAnswer = AttentionWeek['weeks'][number];

export function barOf(week: WeekAnswer): WeekBar {
  const { byGroup, confirmedByGroup } = week;
  // Before the first event that is known nothing is: no bar at all, rather than a week without a trace.
  if (!week.known) return { from: week.from, whole: week.whole, minutes: {}, confirmed: {} };
  return {
    from: week.from, whole: week.whole,
    minutes: { ...parts(byGroup, week.withCustomersMinutes, week.otherCoreMinutes), unsorted: byGroup.unsorted, none: week.unaccountedMinutes },
    confirmed: parts(confirmedByGroup, week.confirmedWithCustomersMinutes, week.confirmedOtherCoreMinutes),
  };
}

function parts({ core, glue, technical, people, growth, neutral }: WeekAnswer['byGroup'], customers: number, otherCore: number): Partial<Record<WeekPart, number>> {
  const customersInWater = Math.max(0, customers - (core - otherCore));
  return { customers, core: otherCore, water: Math.max(0, glue - customersInWater), technical, rest: people + growth + neutral };
}

/** The bars of the strip; those of the chosen days are marked. */
export function barsOf(weeks: readonly WeekAnswer[], chosen: ChosenDays, lineMinutes: number | undefined): WeekBarsData {
  const inside = weeks.filter(({ from }) => from >= chosen.from && from <= chosen.to);
  return { weeks: weeks.map(barOf), lineMinutes, chosen: new Set(inside.map(({ from }) => from)) };
}

/** The picture's finding, from whole known weeks only: `Customers fell from 5.4 to 2.8 hours a week while the water rose`. */
export function weeksTitle(weeks: readonly WeekAnswer[]): string {
  const known = weeks.filter(({ whole, known: had }) => whole && had);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 4) return weeks.some(({ known: had }) => had) ? 'What each week was made of' : 'No week of these has anything on record';
  const half = Math.floor(known.length / 2);
  const mean = (part: readonly WeekAnswer[], of: (week: WeekAnswer) => number): number => part.reduce((sum, week) => sum + of(week), 0) / part.length;
  const [early, late] = [known.slice(0, half), known.slice(-half)];
  const customers = [mean(early, (week) => week.withCustomersMinutes), mean(late, (week) => week.withCustomersMinutes)] as const;
  const water = [mean(early, (week) => week.waterMinutes), mean(late, (week) => week.waterMinutes)] as const;
  const moved = ([before, after]: readonly [number, number]): 'rose' | 'fell' | 'stayed' => (Math.abs(after - before) < Math.max(30, before * 0.15) ? 'stayed' : after > before ? 'rose' : 'fell');
  const [c, w] = [moved(customers), moved(water)];
  const hours = `${hoursShort(customers[0])} to ${hoursShort(customers[1])} hours a week`;
  const said = c === 'stayed' ? `Customers stayed at about ${hoursShort(mean(known, (week) => week.withCustomersMinutes))} hours a week` : `Customers ${c} from ${hours}`;
  return w === 'stayed' ? said : `${said} ${c === w || c === 'stayed' ? 'and' : 'while'} the water ${w}`;
}
