// Own entries that name a day and no time: they lie where nothing else does, so that nobody's meeting is overwritten by a guess at when it was.
import { startOfDay, type Day } from '../../kernel/instant.ts';
import type { Kind } from '../kinds.ts';
import { common, joined, MINUTE_MS, without, type Span } from '../spans.ts';
import { daySpan, workingSpans, type WallClock, type WorkingHours } from '../working-hours.ts';
import type { CountedEvent } from './counted-event.ts';
import { entryCounted } from './own-time.ts';

export interface DayEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** False when the kind was guessed. */
  readonly said?: boolean;
  readonly day: Day;
  readonly minutes: number;
}

interface Where { readonly from: Day; readonly to: Day; readonly clock: WallClock; readonly hours: WorkingHours }

/** Where a day has no working hours. */
const USUAL_START_MINUTES = 9 * 60;
const TAKEN: ReadonlySet<CountedEvent['role']> = new Set(['meeting', 'private', 'entry']);

/**
 * Each entry takes its minutes from what meetings and other entries leave of its day: working hours from the morning on, then the evening, then the
 * early morning. What finds no room has no minutes. Example: 90 minutes on a day with a meeting from 9:00 to 10:00 lie from 10:00 to 11:30.
 */
export function dayEntriesCounted(entries: readonly DayEntry[], counted: readonly CountedEvent[], { from, to, clock, hours }: Where): CountedEvent[] {
  const taken = new Map<Day, Span[]>();
  const wanted = entries.filter(({ day }) => day >= from && day <= to).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
  if (wanted.length === 0) return [];
  const busy = joined(counted.filter(({ role }) => TAKEN.has(role)).flatMap(({ spans }) => spans));
  return wanted.flatMap((entry) => {
    const before = taken.get(entry.day) ?? [];
    const spans = place(entry, inOrderOfDay(entry.day, joined([...busy, ...before]), clock, hours));
    taken.set(entry.day, [...before, ...spans]);
    return entryCounted(entry, joined(spans), entry.minutes);
  });
}

/** What is free of a day, working hours first, then what lies after their beginning, then what lies before it. */
function inOrderOfDay(day: Day, busy: readonly Span[], clock: WallClock, hours: WorkingHours): Span[] {
  const whole = daySpan(day, clock);
  const free = without([whole], busy);
  const work = workingSpans(hours, [day], clock);
  const start = work[0]?.start ?? clock.toUtc(startOfDay(day)! + USUAL_START_MINUTES * MINUTE_MS);
  const rest = without(free, work);
  return [...common(free, work), ...common(rest, [{ start, end: whole.end }]), ...common(rest, [{ start: whole.start, end: start }])];
}

function place({ minutes }: DayEntry, free: readonly Span[]): Span[] {
  let left = minutes * MINUTE_MS;
  const spans: Span[] = [];
  for (const { start, end } of free) {
    if (left <= 0) break;
    const length = Math.min(left, end - start);
    spans.push({ start, end: start + length });
    left -= length;
  }
  return spans;
}
