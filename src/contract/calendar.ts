// Calendars that are handed over with the question: every instance in a window, so that expansion can be compared with any other reader.
import * as z from 'zod';
import { readers } from '../domain/access/role.ts';
import { keptCalendarOperations } from './calendar-kept.ts';
import { fileRef } from './import.ts';
import { query } from './operation.ts';
import { day, time, words } from './shapes.ts';

const moment = z.union([z.iso.datetime({ offset: true }), day]).describe('A time such as 2026-11-16T09:00:00Z, or a day, which begins at its midnight in timeZone');

/** `recurrenceId` is where the rule had the occurrence. All-day events start and end at midnights; `allDay` has their days. */
const calendarInstance = z.object({
  uid: z.string().describe('As in the calendar; empty when it has none'), start: time, end: time, summary: z.string(), recurrenceId: time.optional(),
  allDay: z.object({ first: day, last: day }).optional(), status: z.enum(['confirmed', 'tentative', 'cancelled']), timeZone: z.string().optional().describe('Zone it was written in; absent for UTC'),
});
const calendarUnread = z.object({ where: z.string(), code: z.string(), detail: z.string() });

/** The document of `throughline calendar expand FILE --json`. */
export const calendarExpansion = z.object({
  schema: z.literal('throughline.calendar/1'), from: time, to: time, timeZone: z.string().describe('Zone of times without one, and of whole days'),
  instances: z.array(calendarInstance).describe('All that meet the window, cancelled ones too, by start'), unread: z.array(calendarUnread).describe('What was there and was not read, with its place'),
});
export type CalendarExpansion = z.output<typeof calendarExpansion>;

const calendarExpand = query({
  name: 'calendar.expand', untrusted: true, roles: readers,
  summary: 'Lists every instance of a calendar’s events in a window, with recurrence, changes and zones worked out, and keeps nothing.',
  input: z.object({
    calendar: z.string().max(5_000_000).optional().describe('The text of an .ics file'), file: fileRef.optional(), name: words(200).default('The calendar').describe('What places in it are called by'),
    from: moment, to: moment, timeZone: words(100).default('UTC').describe('Whose clock times without a zone are read on'),
  }),
  output: calendarExpansion, refusals: ['calendar_unfit', 'not_found', 'path_not_allowed', 'file_unreadable'],
  example: {
    input: { calendar: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:standup\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20261116T091500\nDURATION:PT15M\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR\n', from: '2026-11-20', to: '2026-11-21' },
    output: { schema: 'throughline.calendar/1', instances: [{ uid: 'standup', start: '2026-11-20T08:15:00Z', end: '2026-11-20T08:30:00Z', summary: 'Stand-up' }], unread: [] },
  },
});

export const calendarOperations = [calendarExpand, ...keptCalendarOperations] as const;
