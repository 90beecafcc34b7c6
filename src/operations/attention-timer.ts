// The timer: one at a time, kept as a row so that a restart loses nothing. One that ran for over four hours is asked about rather than counted.
import { readEntryLine } from '../domain/attention/entry-line.ts';
import { MINUTE_MS } from '../domain/attention/spans.ts';
import { localDay } from '../domain/attention/working-hours.ts';
import { kindNamed } from '../domain/attention/kinds.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { deleteTimer, findEntry, findTimer, insertTimer, saveEntry, type EntryRow, type TimerRow } from '../store/attention-entry.ts';
import { instantOf, timeText } from '../store/schema.ts';
import { kindOfLine, ownToday } from './attention-entries.ts';
import { entryShown, FORGOTTEN_MINUTES, momentOf, timerShown } from './attention-entry-shown.ts';
import { ledgerSettings } from './attention-settings-kept.ts';
import { hourWords } from './attention-words.ts';
import type { Handlers } from './context.ts';

/** A timer stopped within the first minute is kept as one. */
const LEAST_MINUTES = 1;
const MOST_MINUTES = 1_440;

const discard = { operation: 'attention.stop', input: { discard: true } };
const clockText = (instant: number, clock: { toLocal: (utc: number) => number }): string => new Date(clock.toLocal(instant)).toISOString().slice(11, 16);

export const attentionTimerHandlers: Pick<Handlers, 'attention.start' | 'attention.stop'> = {
  async 'attention.start'(given, context) {
    const { tx, asker, now } = context;
    const { clock } = await ledgerSettings(tx, asker);
    const running = await findTimer(tx, asker);
    if (running !== undefined) return refused('timer_running', { since: clockText(instantOf(running.started_at), clock), what: [kindNamed(running.kind)?.name ?? running.kind, running.note].filter((part) => part !== '').join(', ') });
    const owner = { workspace_id: asker.workspaceId, member_id: asker.memberId };
    if (given.resume !== undefined) {
      const entry = await findEntry(tx, asker, given.resume);
      if (entry === undefined || entry.starts_at === null || entry.dropped_at !== null) return refused('not_found', { kind: 'timed entry', reference: given.resume });
      const timer: TimerRow = { ...owner, kind: entry.kind, kind_said: entry.kind_said, note: entry.note, asked_by: entry.asked_by, started_at: entry.starts_at };
      await saveEntry(tx, { ...entry, dropped_at: timeText(now) });
      await insertTimer(tx, timer);
      return granted({ timer: timerShown(timer, now), undo: { operation: 'attention.stop', input: { at: entry.ends_at } } });
    }
    const line = readEntryLine(given.line ?? '');
    if (given.kind === undefined && line.kind === undefined && line.note === '') return refused('attention_unfit', { sentence: 'Say what you are doing, such as “sales deck for Northwind”.' });
    const kind = kindOfLine(given.kind, line);
    if (!kind.ok) return kind;
    const started = given.at === undefined ? now : momentOf(given.at, ownToday(context, clock), clock);
    if (started > now) return refused('attention_unfit', { sentence: 'A timer cannot begin in the future.' });
    const timer: TimerRow = { ...owner, kind: kind.value.kind, kind_said: kind.value.said, note: line.note, asked_by: given.askedBy ?? line.askedBy ?? null, started_at: timeText(started) };
    await insertTimer(tx, timer);
    return granted({ timer: timerShown(timer, now), undo: discard });
  },

  async 'attention.stop'(given, context) {
    const { tx, asker, now } = context;
    const timer = await findTimer(tx, asker);
    if (timer === undefined) return refused('timer_not_running');
    const { clock } = await ledgerSettings(tx, asker);
    const started = instantOf(timer.started_at);
    if (given.discard) {
      await deleteTimer(tx, asker);
      return granted({ says: 'Nothing of it was kept.', undo: { operation: 'attention.start', input: { ...(timer.note === '' ? {} : { line: timer.note }), ...(timer.kind_said ? { kind: timer.kind } : {}), ...(timer.asked_by === null ? {} : { askedBy: timer.asked_by }), at: timer.started_at } } });
    }
    const ran = (now - started) / MINUTE_MS;
    if (given.at === undefined && given.minutes === undefined && ran > FORGOTTEN_MINUTES) return refused('timer_forgotten', { hours: hourWords(ran), since: `${localDay(started, clock)} ${clockText(started, clock)}` });
    const ended = given.at === undefined ? started + Math.max(LEAST_MINUTES, given.minutes ?? Math.round(ran)) * MINUTE_MS : momentOf(given.at, localDay(started, clock), clock);
    const minutes = Math.round(((ended - started) / MINUTE_MS) * 100) / 100;
    if (minutes <= 0 || minutes > MOST_MINUTES) return refused('attention_unfit', { sentence: 'It has to end after it began, within 24 hours.' });
    const row: EntryRow = {
      workspace_id: asker.workspaceId, member_id: asker.memberId, id: context.newId('entry'), kind: timer.kind, kind_said: timer.kind_said, note: timer.note, asked_by: timer.asked_by,
      on_day: localDay(started, clock), minutes, starts_at: timer.started_at, ends_at: timeText(ended), timed: true, written_at: timeText(now), dropped_at: null,
    };
    await saveEntry(tx, row);
    await deleteTimer(tx, asker);
    return granted({ entry: entryShown(row), says: `${minutes < 60 ? `${Math.round(minutes)} minutes` : hourWords(minutes)} kept, from ${clockText(started, clock)} to ${clockText(ended, clock)}.`, undo: { operation: 'attention.start', input: { resume: row.id } } });
  },
};
