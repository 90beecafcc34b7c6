// Entries and the timer as callers see them, and how a written kind or time becomes one.
import type { OutputOf } from '../contract/index.ts';
import { clockMinutes, kindCalled } from '../domain/attention/entry-line.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { MINUTE_MS } from '../domain/attention/spans.ts';
import type { WallClock } from '../domain/attention/working-hours.ts';
import { startOfDay, type Day, type Instant } from '../domain/kernel/instant.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import type { EntryRow, TimerRow } from '../store/attention-entry.ts';
import { instantOf } from '../store/schema.ts';

/** A timer that ran longer than this was as likely forgotten. Ours. */
export const FORGOTTEN_MINUTES = 240;

type EntryShown = OutputOf<'attention.entries'>['entries'][number];
type TimerShown = OutputOf<'attention.start'>['timer'];

const nameOf = (kind: string): string => kindNamed(kind)?.name ?? kind;

export function entryShown(row: EntryRow): EntryShown {
  return {
    id: row.id, kind: row.kind as Kind, kindName: nameOf(row.kind), kindSaid: row.kind_said, note: row.note, ...(row.asked_by === null ? {} : { askedBy: row.asked_by }), day: row.on_day, minutes: row.minutes,
    ...(row.starts_at === null || row.ends_at === null ? {} : { start: row.starts_at, end: row.ends_at }), timed: row.timed,
  };
}

export function timerShown(row: TimerRow, now: Instant): TimerShown {
  const minutes = Math.max(0, Math.round((now - instantOf(row.started_at)) / MINUTE_MS));
  return {
    kind: row.kind as Kind, kindName: nameOf(row.kind), kindSaid: row.kind_said, note: row.note, ...(row.asked_by === null ? {} : { askedBy: row.asked_by }), startedAt: row.started_at, minutes, forgotten: minutes > FORGOTTEN_MINUTES,
  };
}

/** The kind that was written, by name or by a beginning that leaves one. */
export function kindWritten(written: string) {
  const called = kindCalled(written);
  if (called.found) return granted(called.kind);
  const names = called.which.map((kind) => `${kindNamed(kind).name} (${kind})`);
  return refused('kind_unclear', { written, kinds: called.which, advice: names.length === 0 ? 'No kind of work is called so; attention.settings lists them.' : `It may be ${names.join(', ')}.` });
}

/** A time, or hours and minutes of `day` in the member's zone. */
export function momentOf(text: string, day: Day, clock: WallClock): Instant {
  const minutes = clockMinutes(text);
  return minutes === undefined ? Date.parse(text) : clock.toUtc(startOfDay(day)! + minutes * MINUTE_MS);
}
