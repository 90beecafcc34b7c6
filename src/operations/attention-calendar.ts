// The events of a member's kept calendars for a stretch of time, and how fresh those calendars are.
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import type { Span } from '../domain/attention/spans.ts';
import type { Context } from './context.ts';

/** What a look at the asker's own time needs of a request. */
export type LedgerContext = Pick<Context, 'tx' | 'asker' | 'now' | 'today' | 'services'>;

export interface CalendarState { readonly id: string; readonly name: string; readonly freshAt?: string; readonly counted: boolean; readonly stale: boolean; readonly failure?: string }

/** Instances that meet the stretch, by start. */
export function calendarEvents(_context: LedgerContext, _span: Span): Promise<CalendarEvent[]> {
  return Promise.resolve([]);
}

export function calendarStates(_context: LedgerContext): Promise<CalendarState[]> {
  return Promise.resolve([]);
}
