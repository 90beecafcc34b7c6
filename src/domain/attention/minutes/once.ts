// The same event in two files, or invited twice: kept once. Decides which of the two is kept, the same for every order of them.
import type { CalendarEvent } from '../calendar-event.ts';

/**
 * One of each: instances with the same UID (or the same organiser), title, start and end are one. The most lately changed stays. Where something
 * was said of the series of one that goes and nothing of the one that stays, it stays under the name of the one that goes: a meeting that is invited
 * anew keeps what was said of it. Example: a calendar handed in twice gives the same events as handed in once.
 */
export function once(events: readonly CalendarEvent[], spokenOf: (series: string) => boolean = () => false): CalendarEvent[] {
  const kept = new Map<string, CalendarEvent>();
  const renamed = new Map<CalendarEvent, CalendarEvent>();
  for (const event of [...events].sort(newestFirst)) {
    const slot = `${event.start}|${event.end}|${event.summary}`;
    const keys = [...(event.uid === '' ? [] : [`uid|${event.uid}|${event.recurrenceId ?? ''}`]), ...(event.organiser?.email === undefined ? [] : [`by|${event.organiser.email}|${slot}`]), `series|${event.series}|${slot}`];
    const stays = kept.get(keys.find((key) => kept.has(key)) ?? '');
    if (stays === undefined) for (const key of keys) kept.set(key, event);
    else if (!renamed.has(stays) && spokenOf(event.series) && !spokenOf(stays.series)) renamed.set(stays, underName(stays, event));
  }
  return [...new Set(kept.values())].map((event) => renamed.get(event) ?? event).sort(inOrder);
}

function underName({ recurrenceId: _own, ...event }: CalendarEvent, { uid, series, recurring, recurrenceId }: CalendarEvent): CalendarEvent {
  return { ...event, uid, series, recurring, ...(recurrenceId === undefined ? {} : { recurrenceId }) };
}

function newestFirst(a: CalendarEvent, b: CalendarEvent): number {
  return b.sequence - a.sequence || (b.lastModified ?? 0) - (a.lastModified ?? 0) || b.attendees.length - a.attendees.length || inOrder(a, b);
}

/** By time, then by what names them: equal events are the only ones whose places may be swapped. */
export function inOrder(a: CalendarEvent, b: CalendarEvent): number {
  return a.start - b.start || a.end - b.end || compare(a.uid, b.uid) || compare(a.summary, b.summary) || compare(a.series, b.series) || compare(a.source, b.source) || compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
