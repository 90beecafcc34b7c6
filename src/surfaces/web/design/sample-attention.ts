// Weeks of one obviously sample product manager for the design page: every part there is, solid and guessed, cut and whole.
import type { WeekBarsData } from '../charts/attention/week-bars.ts';
import type { EightyTwentyData } from '../charts/attention/eighty-twenty.ts';

/** Minutes by part, and how many of a hundred are confirmed. */
const WEEKS = [
  ['2026-09-28', 324, 930, 510, 105, 225, 0, 306, 90], ['2026-10-05', 288, 845, 540, 164, 222, 0, 341, 90], ['2026-10-12', 262, 810, 588, 136, 200, 30, 374, 80], ['2026-10-19', 231, 795, 540, 188, 212, 0, 434, 80],
  ['2026-10-26', 180, 820, 588, 155, 224, 0, 433, 70], ['2026-11-02', 185, 725, 702, 202, 205, 45, 336, 60], ['2026-11-09', 155, 742, 750, 188, 220, 30, 315, 50], ['2026-11-16', 120, 610, 560, 158, 170, 60, 142, 40],
] as const;

export function sampleWeeks(): WeekBarsData {
  const weeks = WEEKS.map(([from, customers, core, water, technical, rest, unsorted, none, sure]) => {
    const of = (minutes: number): number => (minutes * sure) / 100;
    return { from, whole: from !== '2026-11-16', minutes: { customers, core, water, technical, rest, unsorted, none }, confirmed: { customers: of(customers), core: of(core), water: of(water), technical: of(technical), rest: of(rest) } };
  });
  return { weeks, lineMinutes: 480, chosen: new Set(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']) };
}

export const SAMPLE_SPLIT: EightyTwentyData = { userMinutes: 3798, technicalMinutes: 778, shareOfWeek: 0.55, between: { low: 0.72, high: 0.89 } };
export const SAMPLE_SIGNAL = { weeks: [95, 120, 80, 130, 110, 90, 100, 125, 105, 240], usual: { mean: 106, low: 20, high: 192 } };
