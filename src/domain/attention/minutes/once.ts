// The same event in two files, or invited twice: kept once. Decides which of the two is kept, the same for every order of them.
import type { CalendarEvent } from '../calendar-event.ts';

/**
 * One of each: instances with the same UID (or the same organiser), title, start and end are one. The most lately changed stays.
 * Example: a calendar handed in twice gives the same events as handed in once.
 */
export function once(events: readonly CalendarEvent[]): CalendarEvent[] {
  const kept = new Map<string, CalendarEvent>();
  for (const event of [...events].sort(newestFirst)) {
    const slot = `${event.start}|${event.end}|${event.summary}`;
    const keys = [...(event.uid === '' ? [] : [`uid|${event.uid}|${event.recurrenceId ?? ''}`]), ...(event.organiser?.email === undefined ? [] : [`by|${event.organiser.email}|${slot}`]), `series|${event.series}|${slot}`];
    if (keys.some((key) => kept.has(key))) continue;
    for (const key of keys) kept.set(key, event);
  }
  return [...new Set(kept.values())].sort(inOrder);
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
