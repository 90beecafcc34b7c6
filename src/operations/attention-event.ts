// How an event of the ledger is named and found again, and how it is shown. The name is made of its series and of where the rule had it, so
// that it stays when calendars are read again or the event is moved.
import { hash } from 'node:crypto';
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import type { OutputOf } from '../contract/index.ts';
import { kindNamed, type Group, type Kind } from '../domain/attention/kinds.ts';
import type { CountedEvent } from '../domain/attention/minutes/counted-event.ts';
import { addDays, dayOf, startOfDay, type Day } from '../domain/kernel/instant.ts';
import { listBets } from '../store/bet.ts';
import { findEntry } from '../store/attention-entry.ts';
import { timeText } from '../store/schema.ts';
import type { LedgerContext } from './attention-calendar.ts';
import { memberLedger, type MemberLedger } from './attention-ledger.ts';
import { instanceOf } from './attention-memory.ts';

export type EventRow = OutputOf<'attention.events'>['events'][number];

/** A counted event and the ledger it stands in; `at` is its place in `ledger.counted`. */
export interface FoundEvent { readonly member: MemberLedger; readonly at: number; readonly counted: CountedEvent }

const REFERENCE = /^evt-(\d{4})(\d{2})(\d{2})-[0-9a-f]{20}$/;
const HASH_FROM = 'evt-20261118-'.length;
/** What a correction is shown against: a quarter back, and what is already planned. */
const BACK_DAYS = 84;
const AHEAD_DAYS = 14;
/** An instance that was moved is looked for this far from where the rule had it. */
const MOVED_DAYS = 7;

/** Such as `evt-20261118-3f2a…`: the day where the rule had it, then a hash of its series and instance. Entries and sessions are named by their own ids. */
function eventReference(event: Pick<CalendarEvent, 'series' | 'recurrenceId' | 'start'>): string {
  return `evt-${dayOf(event.recurrenceId ?? event.start).replaceAll('-', '')}-${hash('sha256', `${event.series}\n${instanceOf(event)}`).slice(0, 20)}`;
}

export function referenceOf({ role, event }: CountedEvent): string {
  return role === 'entry' || role === 'activity' ? event.uid : eventReference(event);
}

/** The twelve weeks before today and the two after, in which corrections are shown. */
export function correctionRange(today: Day): { from: Day; to: Day } {
  return { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) };
}

/** True when the reference names this event, whatever day it is on now. */
export function sameEvent(reference: string, event: Pick<CalendarEvent, 'series' | 'recurrenceId' | 'start'>): boolean {
  return REFERENCE.test(reference) && eventReference(event).slice(HASH_FROM) === reference.slice(HASH_FROM);
}

function findIn(member: MemberLedger, reference: string): FoundEvent | undefined {
  const at = member.ledger.counted.findIndex((each) => (each.role === 'entry' || each.role === 'activity' ? each.event.uid === reference : sameEvent(reference, each.event)));
  return at < 0 ? undefined : { member, at, counted: member.ledger.counted[at]! };
}

/**
 * The event with this reference, in `member` where it is there, else in the ledger of the days around it; undefined when it is nowhere, or takes
 * up no time because it was declined, cancelled, free or lasts all day.
 */
export async function eventNamed(context: LedgerContext, reference: string, member?: MemberLedger): Promise<FoundEvent | undefined> {
  const here = member && findIn(member, reference);
  if (here !== undefined) return here;
  const day = await dayHinted(context, reference);
  return day === undefined ? undefined : findIn(await memberLedger(context, { from: addDays(day, -MOVED_DAYS), to: addDays(day, MOVED_DAYS) }), reference);
}

async function dayHinted({ tx, asker }: LedgerContext, reference: string): Promise<Day | undefined> {
  const parts = REFERENCE.exec(reference);
  if (parts !== null) {
    const day = `${parts[1]}-${parts[2]}-${parts[3]}`;
    return startOfDay(day) === undefined ? undefined : day;
  }
  if (reference.startsWith('ent_')) return (await findEntry(tx, asker, reference))?.on_day;
  const session = /^activity-(\d{1,15})$/.exec(reference);
  return session === null || Number(session[1]) > 8e15 ? undefined : dayOf(Number(session[1]));
}

type BetKeys = ReadonlyMap<string, string>;

/** Keys of the bets that events may have been marked with; nothing is read where none was. */
export async function betKeys({ tx, asker }: LedgerContext, { memory }: MemberLedger): Promise<BetKeys> {
  return memory.corrections.some(({ bet_id }) => bet_id !== null) ? new Map((await listBets(tx, asker.workspaceId)).map(({ id, key }) => [id, key])) : new Map();
}

/** The kind an event is shown with; a focus block is focus until something else is known. */
export function kindShownOf({ label, role }: CountedEvent): Kind | undefined {
  return label.kind ?? (role === 'focus' ? 'focus' : undefined);
}

export function groupShownOf(counted: CountedEvent): Group | 'unsorted' {
  const kind = kindShownOf(counted);
  return counted.label.group ?? (kind === undefined ? 'unsorted' : kindNamed(kind).group);
}

/** One event as callers see it. A private one shows when it is and nothing else. */
export function eventShown({ member, counted }: Pick<FoundEvent, 'member' | 'counted'>, minutes: number, bets: BetKeys): EventRow {
  const { event, role, label, answer, external, others } = counted;
  const unlooked = role === 'private';
  const kind = kindShownOf(counted);
  const own = role === 'entry' || role === 'activity';
  const held = own ? undefined : member.memory.heldOf(event);
  const bet = own || kind !== 'exec_defence' ? undefined : member.memory.betOf(event);
  const key = bet === undefined ? undefined : bets.get(bet);
  return {
    event: referenceOf(counted), role, title: unlooked ? '' : event.summary, start: timeText(event.start), end: timeText(event.end), minutes, kind: kind ?? 'unsorted', kindName: unlooked ? 'Private' : kind === undefined ? 'Unsorted' : kindNamed(kind).name,
    group: groupShownOf(counted), probability: label.probability, band: label.confirmed ? 'said' : kind === undefined ? 'unsorted' : label.probability >= 0.7 ? 'auto' : 'dotted', layer: label.layer as EventRow['layer'], confirmed: label.confirmed,
    series: unlooked ? '' : event.series, recurring: event.recurring, answer, people: unlooked ? 1 : others + 1, external: !unlooked && external, ...(held === undefined ? {} : { held }), ...(bet === undefined || key === undefined ? {} : { bet: { id: bet, key } }),
  };
}
