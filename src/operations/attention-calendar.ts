// The events of a member's kept calendars for a stretch of time, and how fresh those calendars are.
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import type { Span } from '../domain/attention/spans.ts';
import { DAY_MS } from '../domain/kernel/instant.ts';
import { listCalendars, listEvents } from '../store/calendar.ts';
import { instantOf } from '../store/schema.ts';
import { readyThrough } from './calendar-keeping.ts';
import type { Context } from './context.ts';

/** What a look at the asker's own time needs of a request. */
export type LedgerContext = Pick<Context, 'tx' | 'asker' | 'now' | 'today' | 'services'>;

export interface CalendarState { readonly id: string; readonly name: string; readonly freshAt?: string; readonly counted: boolean; readonly stale: boolean; readonly failure?: string }

/** A calendar that can be read again and was not for this long is said to be old. */
const STALE_DAYS = 2;

/** Instances of counted calendars that meet the stretch, by start; they are worked out that far first. */
export async function calendarEvents(context: LedgerContext, span: Span, timeZone: string): Promise<CalendarEvent[]> {
  await readyThrough(context, span, timeZone);
  return listEvents(context.tx, context.asker, span);
}

/** The kept calendars in the order they were added; removed ones are left out. */
export async function calendarStates({ tx, asker, now }: LedgerContext): Promise<CalendarState[]> {
  return (await listCalendars(tx, asker)).filter(({ removed_at }) => removed_at === null).map((row) => {
    const sentence = (row.failure as { sentence?: string } | null)?.sentence;
    const connected = row.kind === 'feed' || row.kind === 'caldav';
    const stale = connected && (row.refreshed_at === null || now - instantOf(row.refreshed_at) > STALE_DAYS * DAY_MS);
    return { id: row.id, name: row.name, ...(row.refreshed_at === null ? {} : { freshAt: row.refreshed_at }), counted: row.counted, stale, ...(sentence === undefined ? {} : { failure: sentence }) };
  });
}
