// What a look at calendars shows besides its sentences, as rows and lines that a terminal and a page share. Changes no number.
import type { AttentionReport } from '../../contract/attention-report.ts';
import { percentNumber, whole } from './numbers.ts';

export type Share = keyof AttentionReport['byGroup'] | 'unaccounted';

/** In the order a bar is drawn. `sign` and `plain` tell them apart without colour. */
export const SHARES: readonly { readonly share: Share; readonly name: string; readonly sign: string; readonly plain: string }[] = [
  { share: 'core', name: 'Core', sign: '█', plain: '#' }, { share: 'glue', name: 'Glue', sign: '▓', plain: '%' }, { share: 'technical', name: 'Technical', sign: '▒', plain: '=' },
  { share: 'people', name: 'People', sign: '▚', plain: 'o' }, { share: 'growth', name: 'Growth', sign: '╱', plain: '+' }, { share: 'neutral', name: 'Neutral', sign: '░', plain: '-' },
  { share: 'unsorted', name: 'Unsorted', sign: '?', plain: '?' }, { share: 'unaccounted', name: 'Nothing accounted for', sign: '·', plain: '.' },
];

/** Weeks of the strip. */
const STRIP = 8;
const LISTED = 40;

export type ShownWeek = AttentionReport['weeks'][number];

/** The last eight weeks. */
export function stripOf({ weeks }: AttentionReport): readonly ShownWeek[] {
  return weeks.slice(-STRIP);
}

export const minutesOfShare = (week: ShownWeek, share: Share): number => (share === 'unaccounted' ? week.unaccountedMinutes : week.byGroup[share]);

/** `38`, `6.5`: whole hours from ten on, one decimal under it. */
export function hours(minutes: number): string {
  return (minutes / 60).toLocaleString('en', { maximumFractionDigits: minutes >= 597 ? 0 : 1 });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `5 Oct`. */
export function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]}`;
}

export interface KindLine {
  readonly name: string;
  readonly group: string;
  readonly hours: string;
  readonly between: string;
  readonly share: string;
  readonly grade: string;
}

/** Kinds, most first. `grade` says how the minutes are known. */
export function kindLines({ byKind, accountedMinutes }: AttentionReport): KindLine[] {
  return byKind.map(({ name, group, minutes, confirmedMinutes, low, high }) => ({
    name, group: SHARES.find(({ share }) => share === group)!.name, hours: hours(minutes), between: low === high ? '' : `${hours(low)} to ${hours(high)}`,
    share: accountedMinutes === 0 ? '' : `${percentNumber(minutes / accountedMinutes)}%`, grade: group === 'unsorted' ? 'Not sorted' : confirmedMinutes >= minutes ? 'Confirmed' : confirmedMinutes > 0 ? 'Partly confirmed' : 'Guessed',
  }));
}

/** Context from surveys, each with its year, and what it is not. */
export function contextLines({ context }: AttentionReport): string[] {
  return context.map(({ says, source, year, respondents }) => `${says} (${source}, ${year}; self-reported by ${respondents} respondents of a vendor’s survey)`);
}

/** Events that are in no bar, by why; undefined when there are none. */
export function leftOutLine({ leftOut }: AttentionReport): string | undefined {
  const words: readonly (readonly [number, string])[] = [
    [leftOut.cancelled, 'cancelled'], [leftOut.declined, 'declined'], [leftOut.free, 'marked free'], [leftOut.workingLocation, 'places of work'], [leftOut.birthday, 'birthdays'],
    [leftOut.allDay, 'all day'], [leftOut.twice, 'there twice'], [leftOut.private, 'private'], [leftOut.timeOff, 'time off'],
  ];
  const some = words.filter(([count]) => count > 0).map(([count, word]) => `${whole(count)} ${word}`);
  return some.length === 0 ? undefined : `Events without minutes here: ${some.join(', ')}.`;
}

/** What was not read, with its place; the rest as a count. */
export function unreadLines({ unread }: AttentionReport): string[] {
  const more = unread.length - LISTED;
  return [...unread.slice(0, LISTED).map(({ where, detail }) => `${where}: ${detail}`), ...(more > 0 ? [`${whole(more)} more; all of them are in the JSON document.`] : [])];
}
