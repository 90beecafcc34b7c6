// The parts of a week's bar from the ground up, where they lie, and what the picture says as a sentence and as a table. Draws nothing.
import type { Day } from '../../../../domain/kernel/instant.ts';
import type { ChartTable } from '../outcome/chart-table.ts';
import { hoursSaid, hoursShort, hoursText } from './hours.ts';

export const WEEK_PARTS = ['customers', 'core', 'water', 'technical', 'rest', 'unsorted', 'none'] as const;
/** `unsorted` left a trace but has no kind yet; `none` left no trace and is not spread over the others. */
export type WeekPart = (typeof WEEK_PARTS)[number];

export interface WeekBar {
  /** The first day shown; names the bar. */
  readonly from: Day;
  /** False for a week that is cut, such as the one that is not over. */
  readonly whole: boolean;
  /** Minutes by part; an absent part has none. */
  readonly minutes: Readonly<Partial<Record<WeekPart, number>>>;
  /** Of these, confirmed. */
  readonly confirmed: Readonly<Partial<Record<WeekPart, number>>>;
}

export interface WeekBarsData {
  readonly weeks: readonly WeekBar[];
  /** Minutes a week somebody drew as the line for time with customers; undefined where none is drawn. */
  readonly lineMinutes?: number | undefined;
  /** The bars that the rest of the page is about. */
  readonly chosen: ReadonlySet<Day>;
}

export const PART_WORDS: Readonly<Record<WeekPart, { readonly wide: string; readonly narrow: string }>> = {
  customers: { wide: 'customers', narrow: 'customers' },
  core: { wide: 'other core work', narrow: 'core' },
  water: { wide: 'water carried', narrow: 'water' },
  technical: { wide: 'technical', narrow: 'technical' },
  rest: { wide: 'people and rest', narrow: 'people' },
  unsorted: { wide: 'not sorted yet', narrow: 'unsorted' },
  none: { wide: 'no trace, left open', narrow: 'no trace' },
};

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `2026-11-16` is `16 Nov`. */
export function weekName(from: Day): string {
  return dayMonth.format(new Date(`${from}T00:00:00Z`));
}

export interface PlacedPart {
  readonly part: WeekPart;
  /** Minutes under it, and where it ends. */
  readonly from: number;
  readonly to: number;
  /** Where what is confirmed ends: between `from` and `to`. */
  readonly sureTo: number;
}

/** The parts of a bar that are there, each on the one before. Example: 60 customers and 120 core are 0 to 60 and 60 to 180. */
export function pileOf(bar: WeekBar): PlacedPart[] {
  const placed: PlacedPart[] = [];
  let from = 0;
  for (const part of WEEK_PARTS) {
    const minutes = bar.minutes[part] ?? 0;
    if (minutes < 0.5) continue;
    const to = from + minutes;
    placed.push({ part, from, to, sureTo: from + Math.min(minutes, bar.confirmed[part] ?? 0) });
    from = to;
  }
  return placed;
}

/** Moves places apart until neighbours are at least `gap` from each other, none above `top`. Given and kept from the ground up (falling y). */
export function apart(places: readonly number[], gap: number, ground: number, top: number): number[] {
  const moved: number[] = [];
  for (const place of places) moved.push(Math.min(place, (moved.at(-1) ?? ground + gap) - gap));
  const over = Math.max(0, top - (moved.at(-1) ?? top));
  return moved.map((place, at) => Math.min(place + over, ground - at * gap));
}

export function partName(part: WeekPart, bar: WeekBar): string {
  const words = PART_WORDS[part].wide;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, week of ${weekName(bar.from)}: ${hoursSaid(bar.minutes[part] ?? 0)}`;
}

/** One sentence for a screen reader. */
export function weekBarsSummary({ weeks, lineMinutes }: WeekBarsData): string {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return 'No week to show.';
  const of = (bar: WeekBar, part: WeekPart): string => hoursShort(bar.minutes[part] ?? 0);
  const span = weeks.length === 1 ? `The week of ${weekName(last.from)}` : `${weeks.length} weeks from ${weekName(first.from)} to that of ${weekName(last.from)}`;
  return `${span}. In the last: ${of(last, 'customers')} hours with customers, ${of(last, 'core')} other core work, ${of(last, 'water')} water, ${of(last, 'none')} without a trace${lineMinutes === undefined ? '' : `; your line for customers is ${hoursShort(lineMinutes)}`}.`;
}

/** Hours by week and part, with how much of the accounted hours is confirmed. Parts that no week has are left out. */
export function weekBarsTable({ weeks }: WeekBarsData): ChartTable {
  const parts = WEEK_PARTS.filter((part) => part === 'customers' || weeks.some(({ minutes }) => (minutes[part] ?? 0) >= 0.5));
  return {
    head: ['Week of', ...parts.map((part) => PART_WORDS[part].wide), 'confirmed'],
    rows: weeks.map((bar) => {
      const sum = (record: WeekBar['minutes']): number => WEEK_PARTS.reduce((total, part) => (part === 'none' ? total : total + (record[part] ?? 0)), 0);
      const accounted = sum(bar.minutes);
      return [
        `${weekName(bar.from)}${bar.whole ? '' : ', cut'}`, ...parts.map((part) => hoursText(bar.minutes[part] ?? 0)),
        accounted === 0 ? 'none' : `${Math.round((100 * sum(bar.confirmed)) / accounted)}%`,
      ];
    }),
  };
}
