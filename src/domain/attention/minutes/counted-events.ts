// From the instances of calendars to those that take up time, in the order of the rules: what is dropped, what is private, what is a day
// off, what is cut to working hours. Decides nothing about overlap.
import { addDays, type Day } from '../../kernel/instant.ts';
import type { CalendarEvent } from '../calendar-event.ts';
import { common, minutesOf, type Span } from '../spans.ts';
import { daysThrough, daySpan, workingSpans, type WallClock, type WorkingHours } from '../working-hours.ts';
import { answerOf, attendanceWeight, hasExternal, otherCount, othersAccepted, type Answer, type Attended } from './attendance.ts';
import type { CountedEvent } from './counted-event.ts';
import { UNSORTED, type Label, type Labeller } from './label.ts';
import { dayEntriesCounted, type DayEntry } from './day-entries.ts';
import { entriesCounted, plansKept, sessionsCounted, type Action, type OwnEntry } from './own-time.ts';

/** Timed events longer than this are cut to working hours. */
const LONG_MINUTES = 600;

export type Dropped = 'cancelled' | 'declined' | 'free' | 'working-location' | 'birthday' | 'twice';

export interface CountingRules {
  readonly from: Day;
  /** The last day, included. */
  readonly to: Day;
  readonly clock: WallClock;
  readonly hours: WorkingHours;
  /** Domains of the person's company; empty when unknown. */
  readonly company: readonly string[];
  readonly label: Labeller;
  readonly attended?: Attended;
  /** False when nobody knows which attendee the person is; known when left out. */
  readonly ownerKnown?: boolean;
  /** True when the person said of this very event that it was held; it then counts in full. */
  readonly held?: (event: CalendarEvent) => boolean;
  readonly entries?: readonly OwnEntry[];
  readonly dayEntries?: readonly DayEntry[];
  readonly actions?: readonly Action[];
}

export interface Counting {
  readonly counted: readonly CountedEvent[];
  readonly dropped: Readonly<Record<Dropped, number>>;
  /** All-day events that are not days off: they take up no minutes. */
  readonly allDay: number;
}

/** Why an event takes up no time; undefined when it may. Free time counts where the person organised it and somebody came. */
export function droppedBecause(event: CalendarEvent): Exclude<Dropped, 'twice'> | undefined {
  if (event.status === 'cancelled') return 'cancelled';
  if (answerOf(event) === 'declined') return 'declined';
  const free = event.transparent || event.busyStatus === 'free';
  const held = event.organiser?.self === true && othersAccepted(event);
  if (free && !held) return 'free';
  if (event.eventType === 'working-location') return 'working-location';
  return event.eventType === 'birthday' ? 'birthday' : undefined;
}

/** Events in, those that count out; the order of `events` changes nothing but the order of `counted`. */
export function countEvents(events: readonly CalendarEvent[], rules: CountingRules): Counting {
  const dropped: Record<Dropped, number> = { cancelled: 0, declined: 0, free: 0, 'working-location': 0, birthday: 0, twice: 0 };
  const counted: CountedEvent[] = [];
  const window: Span = { start: daySpan(rules.from, rules.clock).start, end: daySpan(rules.to, rules.clock).end };
  let allDay = 0;
  for (const event of events) {
    const why = droppedBecause(event);
    if (why !== undefined) {
      dropped[why]++;
      continue;
    }
    const unlooked = event.visibility !== 'public';
    const label = unlooked ? UNSORTED : planOr(event, rules.label(event));
    const away = event.eventType === 'out-of-office' || event.busyStatus === 'out-of-office' || label.kind === 'ooo';
    if (event.allDay !== undefined && !away) {
      allDay++;
      continue;
    }
    const spans = spansOf(event, window, rules);
    if (spans.length === 0) continue;
    const answer = answerOf(event, rules.ownerKnown) as Exclude<Answer, 'declined'>;
    const others = otherCount(event);
    const focus = event.eventType === 'focus' || (label.kind === 'focus' && others === 0);
    counted.push({
      event, label, role: away ? 'off' : unlooked ? 'private' : focus ? 'focus' : 'meeting', answer, weight: rules.held?.(event) === true ? 1 : attendanceWeight(answer, event.recurring, rules.attended),
      external: hasExternal(event, rules.company), others, spans, length: minutesOf([event]),
    });
  }
  const { entries = [], dayEntries = [], actions = [] } = rules;
  const solid = [...plansKept(counted, actions), ...entriesCounted(entries, window)];
  return { counted: [...solid, ...dayEntriesCounted(dayEntries, solid, rules), ...sessionsCounted(actions, window)], dropped, allDay };
}

/** A focus block is a plan: its title is no label, only what the person said of it is. */
function planOr(event: CalendarEvent, label: Label): Label {
  return event.eventType === 'focus' && !label.confirmed ? { kind: 'focus', group: 'neutral', probability: 1, layer: 'structure', confirmed: false } : label;
}

function spansOf(event: CalendarEvent, window: Span, { clock, hours, from, to }: CountingRules): Span[] {
  if (event.allDay !== undefined) {
    const first = event.allDay.first > from ? event.allDay.first : from;
    const last = event.allDay.last < to ? event.allDay.last : to;
    return first > last ? [] : [{ start: daySpan(first, clock).start, end: daySpan(last, clock).end }];
  }
  const inside = common([event], [window]);
  if (inside.length === 0 || minutesOf([event]) <= LONG_MINUTES) return inside;
  const [{ start, end }] = inside as [Span];
  const dayOfLocal = (instant: number): Day => new Date(clock.toLocal(instant)).toISOString().slice(0, 10);
  return common(inside, workingSpans(hours, daysThrough(addDays(dayOfLocal(start), -1), addDays(dayOfLocal(end), 1)), clock));
}
