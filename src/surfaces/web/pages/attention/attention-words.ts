// What the page says, decided without a screen: the sentence, the small line under it, rows of kinds in groups, how far the split could
// be off, and what a line or an event is called. Judges no kind of work.
import type { OutputOf } from '../../../../contract/index.ts';
import { WITH_CUSTOMERS } from '../../../../domain/attention/minutes/kind-minutes.ts';
import { GROUPS, KINDS, type Kind } from '../../../../domain/attention/kinds.ts';
import type { EightyTwentyData } from '../../charts/attention/eighty-twenty.ts';
import { hoursSaid, hoursShort, hoursText } from '../../charts/attention/hours.ts';
import { weeksIn, type ChosenDays } from './attention-days.ts';

export type AttentionWeek = OutputOf<'attention.week'>;
export type KindMinutes = AttentionWeek['byKind'][number];
export type EventRow = OutputOf<'attention.events'>['events'][number];
export type Line = OutputOf<'line.get'>;
export type CharterRow = Line['charter'][number];

/** A sentence with numbers that open; `opens` names one as `AttentionNumber` knows it. */
export type Said = readonly (string | { readonly opens: string; readonly text: string })[];

const opens = (id: string, text: string) => ({ opens: id, text });

/** The line that is drawn, by kind; empty while it is only how one would begin. */
export function lineByKind(line: Line | undefined): ReadonlyMap<string, CharterRow> {
  return new Map(line?.drawn === true ? line.charter.map((row) => [row.kind, row]) : []);
}

/** Minutes a week that were drawn for time with customers; undefined while a kind of it that has minutes has none. */
export function customersLine(line: ReadonlyMap<string, CharterRow>, byKind: readonly Pick<KindMinutes, 'kind' | 'minutes'>[]): number | undefined {
  const budgets = [...WITH_CUSTOMERS].map((kind) => ({ kind, budget: line.get(kind)?.budgetMinutes }));
  const unsaid = budgets.some(({ kind, budget }) => budget === undefined && byKind.some((row) => row.kind === kind && row.minutes > 0));
  const known = budgets.flatMap(({ budget }) => (budget === undefined ? [] : [budget]));
  return unsaid || known.length === 0 ? undefined : known.reduce((sum, minutes) => sum + minutes, 0);
}

/** The finding. Example: `Of 38 accounted hours, 6 were with customers; 9 were water you carried.` */
export function leadSaid(week: AttentionWeek, line: ReadonlyMap<string, CharterRow>, chosen: ChosenDays): Said {
  const { accountedMinutes, withCustomersMinutes, waterMinutes, byKind } = week;
  if (accountedMinutes < 0.5) return [chosen.span === 'four' ? 'Nothing in these four weeks takes up time.' : 'Nothing in this week takes up time.'];
  const accounted = opens('accounted', hoursShort(accountedMinutes));
  const customers = opens('customers', withCustomersMinutes < 3 ? 'none' : hoursShort(withCustomersMinutes));
  const drawn = customersLine(line, byKind);
  // A breach is of the last four weeks; beside another week it would be a figure of other days.
  const over = chosen.span === 'week' ? undefined : [...line.values()].filter(({ state }) => state === 'breach').sort((a, b) => (b.overMinutes ?? 0) - (a.overMinutes ?? 0))[0];
  const were = (minutes: number): string => (hoursShort(minutes) === '1' ? 'was' : 'were');
  const water: Said = over?.overMinutes == null
    ? [opens('water', waterMinutes < 3 ? 'None' : hoursShort(waterMinutes)), ` ${were(waterMinutes)} water you carried.`]
    : [`${over.name} is `, opens(`over-${over.kind}`, hoursSaid(over.overMinutes)), ` a week over ${drawn === undefined ? 'the line you drew' : 'its own'}.`];
  if (drawn !== undefined) return [customers, ' of ', accounted, ` accounted hours ${were(withCustomersMinutes)} with customers; the line you drew is `, opens('customers-line', hoursShort(drawn * weeksIn(chosen))), '. ', ...water];
  if (over !== undefined) return ['Of ', accounted, ' accounted hours, ', customers, ` ${were(withCustomersMinutes)} with customers. `, ...water];
  return ['Of ', accounted, ' accounted hours, ', customers, ` ${were(withCustomersMinutes)} with customers; `, opens('water', waterMinutes < 3 ? 'none' : hoursShort(waterMinutes)), ` ${were(waterMinutes)} water you carried.`];
}

export interface KindRow {
  /** `unsorted` for what was sorted into its group, or not at all, but into no kind. */
  readonly kind: KindMinutes['kind'];
  readonly name: string;
  readonly minutes: number;
  readonly confirmedMinutes: number;
  /** Half the width of what guesses may move it by. */
  readonly half: number;
  readonly grade: 'confirmed' | 'part guessed' | 'guessed' | 'not sorted';
  readonly lineMinutes?: number | undefined;
  readonly over: boolean;
  readonly says?: string | undefined;
}

export interface KindGroup {
  readonly group: KindMinutes['group'];
  readonly minutes: number;
  readonly rows: readonly KindRow[];
}

const GRADES = { declared: 'confirmed', mixed: 'part guessed', estimated: 'guessed' } as const;

/** Kinds with minutes or a line, by group in the order of the bar, most minutes first. Lines are for as many weeks as are chosen. */
export function kindGroups(week: AttentionWeek, line: ReadonlyMap<string, CharterRow>, weeks: number): KindGroup[] {
  const spent: (KindRow & { readonly group: KindMinutes['group'] })[] = week.byKind.filter(({ kind }) => kind !== 'unsorted')
    .map((row) => ({ ...row, grade: GRADES[row.grade], half: Math.max(row.high - row.minutes, row.minutes - row.low), ...lineOf(line.get(row.kind), weeks) }));
  const unspent: typeof spent = [...line.values()]
    .filter((row) => row.budgetMinutes !== undefined && row.budgetMinutes > 0 && !spent.some(({ kind }) => kind === row.kind))
    .map((row) => ({ kind: row.kind, name: row.name, group: row.group, minutes: 0, confirmedMinutes: 0, half: 0, grade: 'confirmed' as const, ...lineOf(row, weeks) }));
  return [...GROUPS, 'unsorted' as const].flatMap((group) => {
    const rows: KindRow[] = [...spent, ...unspent].filter((row) => row.group === group).sort((a, b) => b.minutes - a.minutes || (b.lineMinutes ?? 0) - (a.lineMinutes ?? 0));
    const left = week.byGroup[group] - rows.reduce((sum, { minutes }) => sum + minutes, 0);
    if (left >= 0.5) rows.push({ kind: 'unsorted', name: group === 'unsorted' ? 'No kind was likely enough' : 'Which of these, is not told', minutes: left, confirmedMinutes: 0, half: 0, grade: 'not sorted', over: false });
    return rows.length === 0 ? [] : [{ group, minutes: week.byGroup[group], rows }];
  });
}

function lineOf(row: CharterRow | undefined, weeks: number): Pick<KindRow, 'lineMinutes' | 'over' | 'says'> {
  return { lineMinutes: row?.budgetMinutes === undefined ? undefined : row.budgetMinutes * weeks, over: row?.state === 'breach', says: row?.says };
}

/** `11.8 ± 0.7`; without the half where it would read 0.0. */
export function halfWords(half: number): string | undefined {
  return half < 3 ? undefined : `± ${hoursText(half)}`;
}

const USER_SHARE: ReadonlyMap<string, number> = new Map(KINDS.flatMap((row) => ('userShare' in row && row.userShare !== undefined ? [[row.kind, row.userShare]] : [])));

/**
 * The split as its picture takes it; undefined where nothing is on either side. What is guessed may move the user's share by the error
 * share of the guessed part to either side. Example: 83 of 100 with 60% guessed at an error share of .41 is 58 to 100.
 */
export function splitOf({ eightyTwenty, byKind, accuracy }: Pick<AttentionWeek, 'eightyTwenty' | 'byKind' | 'accuracy'>): EightyTwentyData | undefined {
  const { userMinutes, technicalMinutes, shareOfWeek } = eightyTwenty;
  const both = userMinutes + technicalMinutes;
  if (both < 0.5 || shareOfWeek === null) return undefined;
  const weight = (row: KindMinutes): number => (row.group === 'technical' ? 1 : USER_SHARE.get(row.kind) ?? 0);
  const guessed = byKind.reduce((sum, row) => sum + weight(row) * (row.minutes - row.confirmedMinutes), 0);
  const half = accuracy.errorShare * Math.min(1, guessed / both);
  const user = userMinutes / both;
  const between = half < 0.005 ? undefined : { low: Math.max(0, user - half), high: Math.min(1, user + half) };
  return { userMinutes, technicalMinutes, shareOfWeek: Math.min(1, shareOfWeek), between };
}

/** How an event came to its kind, in two words. */
export function sureWords({ confirmed, kind, layer }: Pick<EventRow, 'confirmed' | 'kind' | 'layer'>): string {
  if (kind === 'unsorted') return 'not sorted';
  return confirmed ? (layer === 'rule' ? 'your rule' : 'you said so') : 'guessed';
}

export function titleOf({ title, role }: Pick<EventRow, 'title' | 'role'>): string {
  if (role === 'private') return 'Private, not looked at';
  if (role === 'activity' && title === '') return 'Edits and comments in the tracker';
  return title === '' ? 'No title' : title;
}

/** Where in the title the words lie that spoke for its kind, for the marker. Words that are not in it as written are left out. */
export function spansOf(title: string, words: readonly string[]): { readonly start: number; readonly end: number }[] {
  const text = title.toLowerCase();
  return words.flatMap((word) => {
    const start = word === '' ? -1 : text.indexOf(word.toLowerCase());
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
}

/** Kinds offered first when one has to be chosen: those the event was taken for, then those of the week. */
export function usualKinds(week: AttentionWeek, likely: readonly Kind[] = []): Kind[] {
  return [...new Set([...likely, ...week.byKind.flatMap(({ kind }) => (kind === 'unsorted' ? [] : [kind]))])];
}
