// The split between user problems and technical work as a bar's places and words: the split, how far it could be off, and how much of the
// accounted hours it is about. Judges nothing: the 80 is a rule of thumb of one author.
import { hoursText } from './hours.ts';
import type { ChartTable } from '../outcome/chart-table.ts';

export interface EightyTwentyData {
  readonly userMinutes: number;
  readonly technicalMinutes: number;
  /** Both as a share of the accounted minutes, 0 to 1. */
  readonly shareOfWeek: number;
  /** Where the user's share of both may lie once the guesses are settled, 0 to 1; undefined when nothing is guessed. */
  readonly between?: { readonly low: number; readonly high: number } | undefined;
}

/** User problems as a share of both, 0 to 1. */
export function userShare({ userMinutes, technicalMinutes }: EightyTwentyData): number {
  return userMinutes / (userMinutes + technicalMinutes);
}

const hundred = (share: number): number => Math.round(share * 100);

/** `83 to 17`: the two always add up to a hundred. */
export function splitWords(data: EightyTwentyData): string {
  const user = hundred(userShare(data));
  return `${user} to ${100 - user}`;
}

export function betweenWords({ between }: EightyTwentyData): string | undefined {
  return between === undefined ? undefined : `${hundred(between.low)} to ${hundred(between.high)} once the guesses are settled`;
}

export function eightyTwentySummary(data: EightyTwentyData): string {
  const between = betweenWords(data);
  return `${splitWords(data)} between user problems and technical work${between === undefined ? '' : ` (${between})`}, within ${hundred(data.shareOfWeek)}% of the hours that left a trace. A mark stands at 80.`;
}

export function eightyTwentyTable(data: EightyTwentyData): ChartTable {
  const both = data.userMinutes + data.technicalMinutes;
  const rest = data.shareOfWeek > 0 ? both / data.shareOfWeek - both : 0;
  const share = (minutes: number): string => `${hundred(minutes / (both + rest))}%`;
  return {
    head: ['', 'hours', 'of the two', 'of all'],
    rows: [
      ['User problems', hoursText(data.userMinutes), `${hundred(userShare(data))}%`, share(data.userMinutes)],
      ['Technical work', hoursText(data.technicalMinutes), `${100 - hundred(userShare(data))}%`, share(data.technicalMinutes)],
      ['Neither', hoursText(rest), '', share(rest)],
    ],
  };
}
