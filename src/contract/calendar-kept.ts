// Calendars that are kept, each its member's own: files, secret addresses and CalDAV servers, how fresh they are and what of them was not read.
// Nobody else has an operation that reads them; an address and a password go in and never come out.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { fileRef } from './import.ts';
import { command, query } from './operation.ts';
import { nextCursor, page, time, undo, words } from './shapes.ts';

const reference = words(300).describe('Its id, or its name where only one has it');
const schedule = z.enum(['none', 'hourly', 'daily']);
const unread = z.object({ where: z.string().describe('Such as work.ics, event 12'), code: z.string(), detail: z.string() });
const brought = z.object({
  at: time, added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number(),
  kept: z.number().describe('Known before, and outside the days that the new file covers'),
}).describe('Events, a series counted once');

const keptCalendar = z.object({
  id: z.string(), name: z.string(), kind: z.enum(['file', 'feed', 'caldav', 'sample']), says: z.string().describe('Where it comes from, in words; of an address its host only'),
  counted: z.boolean().describe('Whether its events count in the ledger'), connected: z.boolean().describe('Whether it can be read again without a person'), schedule,
  events: z.number().describe('A series counted once'), unread: z.number().describe('Places that were not read; calendar.get lists them'),
  reading: z.object({ phase: z.string(), share: z.number().optional() }).optional().describe('There while a large one is being read'),
  brought: brought.optional().describe('What the last change brought'),
  fresh: z.object({ says: z.string().describe('Such as: Read 2 hours ago.'), stale: z.boolean() }), readAt: time.optional().describe('When its source was last read, changed or not'), nextReadAt: time.optional(),
  failure: z.object({ at: time, sentence: z.string(), inARow: z.number() }).optional().describe('Why the last reading brought nothing; what was there stayed'), createdAt: time,
});

const add = command({
  name: 'calendar.add', untrusted: true, roles: managers,
  summary: 'Keeps calendars from .ics files or a text, for nobody else to see. One that is known, by its name or by what is in it, is brought up to date instead of doubled.',
  input: z.object({
    files: z.array(fileRef).max(50).optional(), text: z.string().max(5_000_000).optional().describe('The text of an .ics file'), name: words(200).optional().describe('What the calendar is called; its own name when left out'),
    calendar: reference.optional().describe('Brings this one up to date, whatever the files call themselves'), wait: z.boolean().default(true).describe('Answer only when large files have been read'),
  }),
  output: z.object({
    calendars: z.array(z.object({ calendar: keptCalendar, was: z.enum(['new', 'refreshed', 'unchanged', 'reading']) })),
    says: z.string(), unread: z.array(unread).describe('The first 20'), unreadTotal: z.number(), undo,
  }),
  refusals: ['calendar_unfit', 'not_found', 'path_not_allowed', 'file_unreadable'], agent: { destructive: false, idempotent: true },
  example: {
    input: { text: 'BEGIN:VCALENDAR\nX-WR-CALNAME:Courses\nBEGIN:VEVENT\nUID:course-1\nSUMMARY:Interviewing course\nDTSTART;TZID=Europe/Berlin:20261124T140000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\nEND:VCALENDAR\n' },
    output: { calendars: [{ calendar: { name: 'Courses', kind: 'file', counted: true, connected: false, events: 1, unread: 0 }, was: 'new' }], says: 'Courses is kept: 1 event.', unreadTotal: 0, undo: { operation: 'calendar.restore' } },
  },
});

const account = { server: words(2000).describe('Where discovery begins, such as https://caldav.example.com'), username: words(300), password: z.string().min(1).max(1000).describe('Best one made for this program alone; kept encrypted') };

const find = command({
  name: 'calendar.find', untrusted: true, roles: managers, summary: 'Asks a CalDAV server which calendars an account has. Nothing is kept; calendar.connect takes one of the addresses.',
  input: z.object({ account: z.object(account) }), output: z.object({ host: z.string(), calendars: z.array(z.object({ name: z.string(), address: z.string() })) }),
  refusals: ['calendar_source_failed'], agent: { destructive: false, idempotent: true, openWorld: true, personOnly: true },
  example: { input: { account: { server: 'nowhere', username: 'sample', password: 'sample' } }, refusal: 'calendar_source_failed' },
});

const connect = command({
  name: 'calendar.connect', untrusted: true, roles: managers, summary: 'Keeps a calendar from its secret address (ICS) or from a CalDAV server: reads it at once, and from then on as scheduled. Address and password are kept encrypted and never shown.',
  input: z.object({
    feed: z.object({ address: words(4000).describe('https://... or webcal://...') }).optional(), caldav: z.object({ ...account, address: words(4000).describe('Of one calendar, as calendar.find gives it') }).optional(),
    name: words(200).optional().describe('Its own name when left out'), schedule: schedule.default('hourly'), calendar: reference.optional().describe('Gives a calendar that is kept this source, as when its address was replaced'),
  }),
  output: z.object({ calendar: keptCalendar, was: z.enum(['new', 'refreshed', 'unchanged']), unread: z.array(unread), undo }),
  refusals: ['calendar_unfit', 'calendar_source_failed', 'not_found'], agent: { destructive: false, idempotent: true, openWorld: true, personOnly: true },
  example: { input: { feed: { address: 'nowhere' } }, refusal: 'calendar_source_failed' },
});

const list = query({
  name: 'calendar.list', untrusted: true, roles: managers, summary: 'Lists your calendars: how fresh they are, why one could not be read, and how much of them was not.', input: z.object({}),
  output: z.object({ calendars: z.array(keptCalendar), says: z.string() }), refusals: [], example: { input: {}, output: { calendars: [{ name: 'Returns PM', kind: 'sample', counted: true, connected: false, unread: 0 }] } },
});

const get = query({
  name: 'calendar.get', untrusted: true, roles: managers, summary: 'Gives one of your calendars with everything in it that was not read: where, a code, and what about it.', input: z.object({ calendar: reference, ...page }),
  output: z.object({ calendar: keptCalendar, unread: z.array(unread), nextCursor }), refusals: ['not_found', 'bad_cursor'], example: { input: { calendar: 'Returns PM' }, output: { calendar: { name: 'Returns PM', kind: 'sample', events: 170 }, unread: [] } },
});

const refresh = command({
  name: 'calendar.refresh', untrusted: true, roles: managers, summary: 'Reads a connected calendar now. Confirmations and entries stay as they are.', input: z.object({ calendar: reference }),
  output: z.object({ calendar: keptCalendar, was: z.enum(['refreshed', 'unchanged']), unread: z.array(unread) }), refusals: ['not_found', 'calendar_unfit', 'calendar_source_failed'],
  agent: { destructive: false, idempotent: true, openWorld: true }, example: { input: { calendar: 'Returns PM' }, refusal: 'calendar_unfit' },
});

const change = command({
  name: 'calendar.change', untrusted: true, roles: managers, summary: 'Renames one of your calendars, says how often it is read, or whether it counts in the ledger.',
  input: z.object({ calendar: reference, name: words(200).optional(), schedule: schedule.optional(), counted: z.boolean().optional() }), output: z.object({ calendar: keptCalendar, undo }),
  refusals: ['not_found', 'calendar_unfit'], agent: { destructive: false, idempotent: true }, example: { input: { calendar: 'Returns PM', counted: false }, output: { calendar: { name: 'Returns PM', counted: false }, undo: { operation: 'calendar.change' } } },
});

const remove = command({
  name: 'calendar.remove', roles: managers, untrusted: true, summary: 'Takes one of your calendars away. It can be brought back for seven days; then its text and address are gone. Confirmations stay.',
  input: z.object({ calendar: reference }), output: z.object({ says: z.string(), undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: false },
  example: { input: { calendar: 'Returns PM' }, output: { undo: { operation: 'calendar.restore' } } },
});

const restore = command({
  name: 'calendar.restore', roles: managers, untrusted: true, summary: 'Takes calendar.add, calendar.connect or calendar.remove back.',
  input: z.object({ calendars: z.array(z.object({ calendar: z.string().describe('Its id'), generation: z.number().int().min(0).describe('Which of its states; 0 is before it was there') })).min(1).max(50) }),
  output: z.object({ calendars: z.array(keptCalendar), says: z.string(), undo }), refusals: ['not_found', 'calendar_unfit'], agent: { destructive: false, idempotent: true },
  example: { input: { calendars: [{ calendar: 'cal_nobodys', generation: 1 }] }, refusal: 'not_found' },
});

export const keptCalendarOperations = [add, find, connect, list, get, refresh, change, remove, restore] as const;
