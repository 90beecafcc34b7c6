// The ledger of one member for some days: their calendars' events, own entries and acts in trackers, each with its kind and its minutes.
// Reads only the days that are asked for, and only the asker's own rows. Decides no sentence.
import { kindOfAct } from '../domain/attention/activity-kind.ts';
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import type { OwnAccuracy } from '../domain/attention/classify/accuracy.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import type { DayEntry } from '../domain/attention/minutes/day-entries.ts';
import { once } from '../domain/attention/minutes/once.ts';
import { ledgerOf, totalsOf, type Ledger, type Totals } from '../domain/attention/minutes/ledger.ts';
import { sortMinutes, type Sorted } from '../domain/attention/minutes/kind-minutes.ts';
import type { Action, OwnEntry } from '../domain/attention/minutes/own-time.ts';
import type { Span } from '../domain/attention/spans.ts';
import { weekMinutes, weeksOf, type WeekMinutes } from '../domain/attention/week.ts';
import { companyOf, guessMe, ownedBy } from '../domain/attention/whose.ts';
import { daySpan, type WallClock, type WorkingHours } from '../domain/attention/working-hours.ts';
import { addDays, type Day } from '../domain/kernel/instant.ts';
import { listEntries, listTrackerActions, type EntryRow } from '../store/attention-entry.ts';
import { instantOf } from '../store/schema.ts';
import { calendarEvents, type LedgerContext } from './attention-calendar.ts';
import { labelling, type Labelling } from './attention-label.ts';
import { ownersMemory, type OwnersMemory } from './attention-memory.ts';
import { ledgerSettings, type LedgerSettings } from './attention-settings-kept.ts';

/** Days, both included. */
export interface DayRange { readonly from: Day; readonly to: Day }

export interface MemberLedger {
  readonly range: DayRange;
  readonly timeZone: string;
  readonly clock: WallClock;
  readonly hours: WorkingHours;
  readonly hoursText: string;
  /** Mail domains of the member's company; empty when unknown. */
  readonly company: readonly string[];
  readonly addresses: readonly string[];
  readonly guessed: { readonly addresses: boolean; readonly company: boolean };
  readonly ledger: Ledger;
  readonly totals: Totals;
  readonly sorted: Sorted;
  /** Weeks from Monday that the days lie in, cut at the range. */
  readonly weeks: readonly WeekMinutes[];
  readonly accuracy: OwnAccuracy;
  readonly settings: LedgerSettings;
  readonly memory: OwnersMemory;
  readonly labelling: Labelling;
  readonly entries: ReadonlyMap<string, EntryRow>;
  /** Events of the days that were booked and, as the member said, not held: they take up no time. */
  readonly notHeld: number;
}

type Whose = Pick<MemberLedger, 'addresses' | 'company' | 'guessed'>;

/** How far back and ahead calendars are read to tell whose they are. */
const WHOSE_BACK_DAYS = 84;
const WHOSE_AHEAD_DAYS = 14;

/** The days as a stretch of time in the member's zone. */
export function spanOf({ from, to }: DayRange, clock: WallClock): Span {
  return { start: daySpan(from, clock).start, end: daySpan(to, clock).end };
}

/**
 * The ledger of the asker for `range`. Events the member said were not held are left out; what they said was held counts in full.
 * Example: a week with ten hours of events, an entry of 90 minutes on free time and no word said gives 690 accounted minutes, 90 of them confirmed.
 */
export async function memberLedger(context: LedgerContext, range: DayRange): Promise<MemberLedger> {
  const { tx, asker } = context;
  const settings = await ledgerSettings(tx, asker);
  const { clock, hours } = settings;
  const span = spanOf(range, clock);
  const { raw, whose: { addresses, company, guessed } } = await eventsAndWhose(context, settings, span);
  const memory = await ownersMemory(tx, asker, company, settings);
  const owned = ownedBy(raw, addresses);
  const merged = once(owned, memory.spokenOf);
  const events = merged.filter((event) => memory.heldOf(event) !== false);
  const labels = labelling(events, company, { ...memory, acquaintance: settings.acquaintance, groupOf: settings.groupOf });
  const entries = await listEntries(tx, asker, addDays(range.from, -1), addDays(range.to, 1));
  const counted = ledgerOf(events, {
    ...range, clock, hours, company, label: labels.label, attended: memory.attended, ownerKnown: addresses.length > 0, held: (event) => memory.heldOf(event) === true,
    ...ownTime(entries), actions: await actionsOf(context, settings, span),
  });
  const ledger = regrouped({ ...counted, dropped: { ...counted.dropped, twice: owned.length - merged.length } }, settings);
  const totals = totalsOf(ledger);
  return {
    range, timeZone: settings.timeZone, clock, hours, hoursText: settings.hoursText, company, addresses, guessed, ledger, totals, sorted: sortMinutes(ledger.counted, totals.byEvent, memory.accuracy.errorShare),
    weeks: weekMinutes(ledger, weeksOf(range.from, range.to, clock), memory.accuracy.errorShare), accuracy: memory.accuracy, settings, memory, labelling: labels,
    entries: new Map(entries.map((row) => [row.id, row])), notHeld: merged.length - events.length,
  };
}

/** The events of `span`, and whose they are. Where the days that tell it meet the span, both are read at once. */
async function eventsAndWhose(context: LedgerContext, settings: LedgerSettings, span: Span): Promise<{ raw: CalendarEvent[]; whose: Whose }> {
  const around = daysThatTell(context, settings);
  if (around === undefined || around.end < span.start || span.end < around.start) return { raw: await calendarEvents(context, span, settings.timeZone), whose: await whoseOf(context, settings) };
  const all = await calendarEvents(context, { start: Math.min(around.start, span.start), end: Math.max(around.end, span.end) }, settings.timeZone);
  const within = ({ start, end }: Span): CalendarEvent[] => all.filter((event) => event.start < end && (event.end > start || event.start === start));
  return { raw: within(span), whose: whoseBy(settings, within(around)) };
}

/** The days whose events tell whose calendars these are; undefined where that was set. */
function daysThatTell({ today }: Pick<LedgerContext, 'today'>, { kept, clock }: LedgerSettings): Span | undefined {
  return (kept.addresses ?? []).length > 0 ? undefined : spanOf({ from: addDays(today, -WHOSE_BACK_DAYS), to: addDays(today, WHOSE_AHEAD_DAYS) }, clock);
}

/** Whose calendars these are: as it was set, else as the calendars of the last weeks tell, the same for every range that is asked for. */
export async function whoseOf(context: LedgerContext, settings: LedgerSettings): Promise<Whose> {
  const around = daysThatTell(context, settings);
  return whoseBy(settings, around === undefined ? [] : await calendarEvents(context, around, settings.timeZone));
}

function whoseBy({ kept }: LedgerSettings, around: readonly CalendarEvent[]): Whose {
  const set = kept.addresses ?? [];
  const guess = set.length > 0 ? undefined : guessMe(around, []);
  const addresses = guess === undefined ? set : [guess];
  const own = [...new Set(addresses.flatMap((address) => companyOf(address) ?? []))];
  const company = kept.company !== undefined && kept.company.length > 0 ? kept.company : own;
  return { addresses, company, guessed: { addresses: guess !== undefined, company: company === own && own.length > 0 } };
}

function ownTime(rows: readonly EntryRow[]): { entries: OwnEntry[]; dayEntries: DayEntry[] } {
  const entries: OwnEntry[] = [];
  const dayEntries: DayEntry[] = [];
  for (const row of rows) {
    const kind = kindNamed(row.kind)?.kind;
    if (kind === undefined) continue;
    const about = { id: row.id, title: row.note, kind, said: row.kind_said };
    if (row.starts_at === null || row.ends_at === null) dayEntries.push({ ...about, day: row.on_day, minutes: row.minutes });
    else entries.push({ ...about, start: instantOf(row.starts_at), end: instantOf(row.ends_at) });
  }
  return { entries, dayEntries };
}

async function actionsOf({ tx, asker }: LedgerContext, { kept }: LedgerSettings, { start, end }: Span): Promise<Action[]> {
  const found = await listTrackerActions(tx, asker.workspaceId, kept.trackerNames ?? [], start, end);
  return found.map((act) => ({ at: instantOf(act.at), item: act.item, kind: kindOfAct({ ...act, movedFrom: act.moved_from }) }));
}

/** Entries and sessions in the groups that the member moved their kinds to; events have theirs from their label. */
function regrouped(ledger: Ledger, { groupOf, kept }: LedgerSettings): Ledger {
  if (kept.groups === undefined) return ledger;
  const moved = (kind: Kind | undefined) => (kind === undefined ? {} : { group: groupOf(kind) });
  return { ...ledger, counted: ledger.counted.map((each) => (each.label.kind === undefined ? each : { ...each, label: { ...each.label, ...moved(each.label.kind) } })) };
}
