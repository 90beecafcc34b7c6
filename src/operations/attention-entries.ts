// Own entries: one typed line read into parts, kept, changed and dropped. What the line leaves open is asked, never made up; a kind that is
// guessed from the words is kept as a guess.
import type { GivenTo } from '../contract/index.ts';
import { classify } from '../domain/attention/classify/classify.ts';
import { learnFrom } from '../domain/attention/classify/learn.ts';
import { shippedModel } from '../domain/attention/classify/shipped-model.ts';
import { readEntryLine, type EntryLine } from '../domain/attention/entry-line.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { MINUTE_MS } from '../domain/attention/spans.ts';
import { localDay, type WallClock } from '../domain/attention/working-hours.ts';
import { addDays, startOfDay, type Day, type Instant } from '../domain/kernel/instant.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import { findEntry, findTimer, listEntries, saveEntry, type EntryRow } from '../store/attention-entry.ts';
import { instantOf, timeText } from '../store/schema.ts';
import type { LedgerContext } from './attention-calendar.ts';
import { entryShown, kindWritten, momentOf, timerShown } from './attention-entry-shown.ts';
import { ledgerSettings } from './attention-settings-kept.ts';
import { hourWords } from './attention-words.ts';
import type { Context, Handlers } from './context.ts';

const SHOWN_DAYS = 30;

/** The kind that was given, else the one the line names, else a guess from its words; refuses where even that is unclear. */
export function kindOfLine(given: string | undefined, line: EntryLine): Ruling<{ kind: Kind; said: boolean }, 'kind_unclear' | 'attention_unfit'> {
  const written = given === undefined ? undefined : kindWritten(given);
  if (written?.ok === false) return written;
  const said = written?.value ?? line.kind;
  if (said === 'ooo') return refused('attention_unfit', { sentence: 'Time off is no work to write down; put it into your calendar as out of office.' });
  if (said !== undefined) return granted({ kind: said, said: true });
  const guess = classify({ title: line.note }, { model: shippedModel(), memory: learnFrom([], []), rules: [], acquaintance: { relations: new Map(), engineeringManagers: new Set() } });
  if (guess.kind !== undefined && guess.kind !== 'ooo') return granted({ kind: guess.kind, said: false });
  const names = guess.top3.map(({ kind }) => `${kindNamed(kind).name} (${kind})`);
  return refused('kind_unclear', { written: line.note, kinds: guess.top3.map(({ kind }) => kind), advice: `Name it after the minutes: it may be ${names.join(', ')}, or any other.` });
}

interface When { readonly day: Day; readonly minutes: number; readonly starts: Instant | undefined; readonly ends: Instant | undefined }

interface WhenAsked { readonly day?: Day | undefined; readonly minutes?: number | undefined; readonly from?: string | undefined; readonly to?: string | undefined }

/** Where the time lies: from and to, one of them and minutes, or minutes on a day. */
function whenOf(asked: WhenAsked, day: Day, clock: WallClock): Ruling<When, 'attention_unfit'> {
  const unfit = (sentence: string) => refused('attention_unfit', { sentence });
  const [from, to] = [asked.from, asked.to].map((text) => (text === undefined ? undefined : momentOf(text, day, clock)));
  if (from === undefined && to === undefined) {
    if (asked.minutes === undefined) return unfit('Say how long it took, such as 90, 1h30 or 9:00-10:30.');
    return asked.minutes > 1_440 || asked.minutes < 1 ? unfit('A day has at most 24 hours, and less than a minute is not written down.') : granted({ day, minutes: asked.minutes, starts: undefined, ends: undefined });
  }
  const length = asked.minutes === undefined ? undefined : asked.minutes * MINUTE_MS;
  const starts = from ?? (length === undefined ? undefined : to! - length);
  const ends = to ?? (length === undefined ? undefined : from! + length);
  if (starts === undefined || ends === undefined) return unfit('Say both when it began and when it ended, or one of them and the minutes.');
  if (ends <= starts || ends - starts > 1_440 * MINUTE_MS) return unfit('It has to end after it began, within 24 hours.');
  return granted({ day: localDay(starts, clock), minutes: Math.round(((ends - starts) / MINUTE_MS) * 100) / 100, starts, ends });
}

/** The line's parts with what was given beside it, which goes before them. */
function saidWhen(given: Pick<GivenTo<'attention.log'>, 'day' | 'minutes' | 'from' | 'to'>, line: EntryLine, today: Day): WhenAsked & { day: Day } {
  const clockText = (minutes: number | undefined): string | undefined => (minutes === undefined || minutes === 1440 ? undefined : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
  const placed = given.minutes !== undefined || given.from !== undefined || given.to !== undefined;
  const day = given.day ?? (line.daysAgo === undefined ? today : addDays(today, -line.daysAgo));
  return placed ? { day, minutes: given.minutes, from: given.from, to: given.to } : { day, minutes: line.minutes, from: clockText(line.from), ...(line.from === undefined ? {} : { to: clockText(line.to) }) };
}

/** Today for the member, whose zone may not be the workspace's. */
export function ownToday({ now }: Pick<Context, 'now'>, clock: WallClock): Day {
  return localDay(now, clock);
}

function saysOf(row: EntryRow): string {
  const kind = `${kindNamed(row.kind)?.name ?? row.kind}${row.kind_said ? '' : ' (guessed from the words)'}`;
  const length = row.minutes < 60 ? `${Math.round(row.minutes)} minutes` : hourWords(row.minutes);
  return `${length} of ${kind} on ${row.on_day}${row.note === '' ? '' : `: ${row.note}`}${row.asked_by === null ? '' : `, asked by ${row.asked_by}`}.`;
}

async function entryOf({ tx, asker }: LedgerContext, id: string): Promise<Ruling<EntryRow, 'not_found'>> {
  const row = await findEntry(tx, asker, id);
  return row === undefined ? refused('not_found', { kind: 'entry', reference: id }) : granted(row);
}

export const attentionEntryHandlers: Pick<Handlers, 'attention.log' | 'attention.entries' | 'attention.amend' | 'attention.drop'> = {
  async 'attention.log'(given, context) {
    const { tx, asker, now } = context;
    const { clock } = await ledgerSettings(tx, asker);
    const line = readEntryLine(given.line);
    const when = whenOf(...whenAsked(given, line, ownToday(context, clock)), clock);
    if (!when.ok) return when;
    const kind = kindOfLine(given.kind, line);
    if (!kind.ok) return kind;
    const { day, minutes, starts, ends } = when.value;
    const row: EntryRow = {
      workspace_id: asker.workspaceId, member_id: asker.memberId, id: context.newId('entry'), kind: kind.value.kind, kind_said: kind.value.said, note: line.note, asked_by: given.askedBy ?? line.askedBy ?? null,
      on_day: day, minutes, starts_at: timeText(starts), ends_at: timeText(ends), timed: false, written_at: timeText(now), dropped_at: null,
    };
    await saveEntry(tx, row);
    const { minutes: length, kind: named, askedBy, day: dayWords } = line.read;
    return granted({
      entry: entryShown(row), says: saysOf(row), undo: { operation: 'attention.drop', input: { entry: row.id } },
      read: { ...(length === undefined ? {} : { minutes: length }), ...(named === undefined ? {} : { kind: named }), ...(askedBy === undefined ? {} : { askedBy }), ...(dayWords === undefined ? {} : { day: dayWords }), ...(line.note === '' ? {} : { note: line.note }) },
    });
  },

  async 'attention.entries'(given, context) {
    const { tx, asker, now } = context;
    const today = ownToday(context, (await ledgerSettings(tx, asker)).clock);
    const rows = await listEntries(tx, asker, given.from ?? addDays(given.to ?? today, -SHOWN_DAYS), given.to ?? today);
    const timer = await findTimer(tx, asker);
    return granted({ entries: rows.map(entryShown), minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0), ...(timer === undefined ? {} : { timer: timerShown(timer, now) }) });
  },

  async 'attention.amend'(given, context) {
    const { tx, asker } = context;
    const found = await entryOf(context, given.entry);
    if (!found.ok) return found;
    const before = found.value;
    const { clock } = await ledgerSettings(tx, asker);
    const kind = given.kind === undefined ? undefined : kindWritten(given.kind);
    if (kind?.ok === false) return kind;
    if (kind?.value === 'ooo') return kindOfLine('ooo', readEntryLine('')) as Ruling<never, 'attention_unfit'>;
    const when = amendedWhen(given, before, clock);
    if (!when.ok) return when;
    const { day, minutes, starts, ends } = when.value;
    const row: EntryRow = {
      ...before, kind: kind?.value ?? before.kind, kind_said: kind === undefined ? before.kind_said : true, note: given.note ?? before.note, asked_by: given.askedBy === undefined ? before.asked_by : given.askedBy,
      on_day: day, minutes, starts_at: timeText(starts), ends_at: timeText(ends), dropped_at: given.restore ? null : before.dropped_at,
    };
    await saveEntry(tx, row);
    const undone = before.dropped_at !== null && given.restore
      ? { operation: 'attention.drop', input: { entry: row.id } }
      : { operation: 'attention.amend', input: { entry: row.id, ...(before.kind_said ? { kind: before.kind } : {}), note: before.note, askedBy: before.asked_by, ...timesOf(before) } };
    return granted({ entry: entryShown(row), undo: undone });
  },

  async 'attention.drop'(given, context) {
    const found = await entryOf(context, given.entry);
    if (!found.ok) return found;
    await saveEntry(context.tx, { ...found.value, dropped_at: found.value.dropped_at ?? timeText(context.now) });
    return granted({ entry: entryShown(found.value), undo: { operation: 'attention.amend', input: { entry: given.entry, restore: true } } });
  },
};

function whenAsked(given: GivenTo<'attention.log'>, line: EntryLine, today: Day): [WhenAsked, Day] {
  const when = saidWhen(given, line, today);
  return [when, when.day];
}

const timesOf = (row: EntryRow): Record<string, unknown> => (row.starts_at === null || row.ends_at === null ? { day: row.on_day, minutes: row.minutes } : { from: row.starts_at, to: row.ends_at });

/** Without new times the old ones stay; another day alone moves it there at the same hours. */
function amendedWhen(given: GivenTo<'attention.amend'>, before: EntryRow, clock: WallClock): Ruling<When, 'attention_unfit'> {
  const timed = before.starts_at !== null && before.ends_at !== null;
  const starts = instantOf(before.starts_at), ends = instantOf(before.ends_at);
  if (given.from !== undefined || given.to !== undefined || given.minutes !== undefined) {
    const keepsStart = timed && given.from === undefined && given.to === undefined;
    return whenOf({ minutes: given.minutes, from: keepsStart ? before.starts_at! : given.from, to: given.to }, given.day ?? before.on_day, clock);
  }
  if (given.day === undefined || given.day === before.on_day) return granted({ day: before.on_day, minutes: before.minutes, starts, ends });
  if (!timed) return granted({ day: given.day, minutes: before.minutes, starts: undefined, ends: undefined });
  const moved = clock.toUtc(clock.toLocal(starts!) + (startOfDay(given.day)! - startOfDay(before.on_day)!));
  return granted({ day: given.day, minutes: before.minutes, starts: moved, ends: moved + (ends! - starts!) });
}
