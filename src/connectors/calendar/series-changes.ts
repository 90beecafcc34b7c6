// The changed occurrences of a series: which one each is, where it went, and whether all later ones follow it.
import type { EventReader, EventTimes } from './event-times.ts';
import { timeProperty } from './property.ts';
import type { RawEvent } from './raw-calendar.ts';
import { timeValue } from './time-value.ts';

/** `local` is the occurrence's place by the rule, on the clock of its series; `original` is the same in UTC. */
export interface Change {
  readonly raw: RawEvent;
  readonly times: EventTimes;
  readonly local: number;
  readonly original: number;
  /** RANGE=THISANDFUTURE: later occurrences move as this one did. */
  readonly onward: boolean;
}

/** The newest change of each occurrence; `changes` come newest first. `series` are the times of what they change. */
export function changesOf(changes: readonly RawEvent[], series: EventTimes, reader: EventReader): Change[] {
  const kept = new Map<number, Change>();
  for (const raw of changes) {
    const property = timeProperty(raw.recurrenceId ?? '');
    const time = property && timeValue(property);
    if (!property || !time) {
      reader.say(raw, 'recurrence_id_unreadable', `“${property?.value ?? ''}” does not say which occurrence it changes.`);
      continue;
    }
    const local = reader.localOf(time, series, raw);
    if (kept.has(local)) continue;
    const times = reader.times(raw);
    if (!times) continue;
    kept.set(local, { raw, times, local, original: series.zone.toUtc(local), onward: property.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE' });
  }
  return [...kept.values()];
}
