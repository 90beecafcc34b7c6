// Which files are one calendar, which kept calendar they are, and what a newer export brings. Rules over outlines; reads and writes nothing.
import type { CalendarOutline, SeriesOutline } from '../connectors/calendar/outline.ts';

/** Two exports with at least this share of the smaller one's series in common are the same calendar. */
const ALIKE = 0.5;

export interface Brought { readonly added: number; readonly changed: number; readonly removed: number; readonly unchanged: number; readonly kept: number }

type Series = ReadonlyMap<string, SeriesOutline>;

function inCommon(a: Series, b: Series): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const id of small.keys()) if (large.has(id)) count++;
  return count;
}

/** The same name, or half of the smaller one's series in common. Two without events and names are not the same. */
export function sameCalendar(a: Pick<CalendarOutline, 'title' | 'series'>, b: Pick<CalendarOutline, 'title' | 'series'>): boolean {
  if (a.title !== undefined && a.title === b.title) return true;
  const smaller = Math.min(a.series.size, b.series.size);
  return smaller > 0 && inCommon(a.series, b.series) >= ALIKE * smaller;
}

/** Files by calendar, the same for every order of them but for the order of the groups. */
export function byCalendar<T extends { readonly outline: CalendarOutline }>(files: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const file of files) {
    const [first, ...more] = groups.filter((group) => group.some(({ outline }) => sameCalendar(outline, file.outline)));
    if (!first) groups.push([file]);
    else {
      first.push(file, ...more.flat());
      for (const group of more) groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups;
}

export interface Comparison {
  readonly brought: Brought;
  /** Series of the older texts that stand beside the newer ones. */
  readonly kept: ReadonlySet<string>;
}

interface Span { readonly start: number; readonly end: number }

/** From the first to the last day with an event that does not repeat; what repeats may have begun long before the days an export is of. */
function onceSpan(series: Series): Span | undefined {
  let [start, end] = [Infinity, -Infinity];
  for (const { once } of series.values()) {
    if (!once) continue;
    start = Math.min(start, once.start);
    end = Math.max(end, once.end);
  }
  return start <= end ? { start, end } : undefined;
}

/**
 * The days an export speaks for: from its first event on, since exports of some weeks are made forward in time and what lies ahead is always in
 * them; to its last one where it lies wholly before what is known. Undefined when nothing in it says: then it is taken as the whole calendar.
 */
export function coveredBy(before: Series, after: Series): Span | undefined {
  const [known, covered] = [onceSpan(before), onceSpan(after)];
  return covered && { start: covered.start, end: known !== undefined && covered.end < known.start ? covered.end : Infinity };
}

/**
 * What `after` brings. `inside` are the older series with an instance in the days that `after` speaks for: of an export of some weeks, only
 * those that it should have and has not are gone. Left out where `after` is the whole calendar.
 */
export function compare(before: Series, after: Series, inside?: ReadonlySet<string>): Comparison {
  let [added, changed, unchanged] = [0, 0, 0];
  for (const [id, { fingerprint }] of after) {
    const known = before.get(id);
    if (!known) added++;
    else if (known.fingerprint === fingerprint) unchanged++;
    else changed++;
  }
  const lacking = [...before.keys()].filter((id) => !after.has(id));
  const kept = new Set(inside === undefined ? [] : lacking.filter((id) => !inside.has(id)));
  return { brought: { added, changed, unchanged, removed: lacking.length - kept.size, kept: kept.size }, kept };
}

export const changesNothing = ({ added, changed, removed }: Brought): boolean => added + changed + removed === 0;
