// Which events of all sources are one series: same UID, its first version and its changed occurrences, the newest of each.
import { createHash } from 'node:crypto';
import type { RawEvent } from './raw-calendar.ts';

/** `masters` are usually one; files in which different events carry one UID have several. */
export interface RawSeries {
  /** Equal in every reading of the same series. */
  readonly id: string;
  readonly masters: readonly RawEvent[];
  readonly changes: readonly RawEvent[];
}

const contentOf = (event: RawEvent): string => [
  event.uid, event.start, event.end, event.duration, event.recurrenceId, event.status, ...event.rules, ...event.dates, ...event.exceptionDates, ...event.exceptionRules, ...event.lines.toSorted(),
].join('\n');

/** Equal for all events of one series in every reading: its UID, or a name made of the content where it has none. */
export const seriesIdOf = (event: RawEvent): string => (event.uid === '' ? `unnamed-${createHash('sha256').update(contentOf(event)).digest('hex').slice(0, 24)}` : event.uid);

/** Of everything that is told of a series but when it was written down; equal when nothing changed, whatever the order of its events. */
export function fingerprintOf({ masters, changes }: RawSeries): string {
  const told = [...masters, ...changes].map((event) => `${event.calendar.method ?? ''}\n${event.sequence}\n${contentOf(event)}`).sort();
  return createHash('sha256').update(told.join('\n\n')).digest('hex').slice(0, 32);
}

/** Newest first; what differs in nothing but its words is ordered by them, so that the order of files decides nothing. */
function newerFirst(a: RawEvent, b: RawEvent): number {
  if (a.sequence !== b.sequence) return b.sequence - a.sequence;
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? 1 : -1;
  const [left, right] = [contentOf(a), contentOf(b)];
  return left < right ? 1 : left > right ? -1 : a.calendar.source < b.calendar.source ? -1 : a.calendar.source > b.calendar.source ? 1 : a.number - b.number;
}

/** Of events that share a UID: those of the newest source; of different events under one UID in one file each start once, the newest. */
function mastersOf(events: readonly RawEvent[]): RawEvent[] {
  if (events.length < 2) return [...events];
  const ordered = events.toSorted(newerFirst);
  const newest = ordered[0]!;
  const kept = new Map<string, RawEvent>();
  for (const event of ordered) {
    if (event.calendar.source !== newest.calendar.source) continue;
    const start = event.start ?? '';
    if (!kept.has(start)) kept.set(start, event);
  }
  return [...kept.values()];
}

/** All series of some events, in the order of their ids. Events without a UID are each their own. */
export function seriesOf(events: readonly RawEvent[]): RawSeries[] {
  const groups = new Map<string, RawEvent[]>();
  for (const event of events) {
    const id = seriesIdOf(event);
    const group = groups.get(id);
    if (group) group.push(event);
    else groups.set(id, [event]);
  }
  const series: RawSeries[] = [];
  for (const [id, group] of groups) {
    if (group.length === 1) series.push(group[0]!.recurrenceId === undefined ? { id, masters: group, changes: [] } : { id, masters: [], changes: group });
    else {
      const changes = group.filter((event) => event.recurrenceId !== undefined).sort(newerFirst);
      series.push({ id, masters: mastersOf(group.filter((event) => event.recurrenceId === undefined)), changes });
    }
  }
  return series.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
