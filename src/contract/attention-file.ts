// A look at calendars that are handed over with the question: nothing is kept, and what somebody's own ledger holds is not touched.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { attentionReport } from './attention-report.ts';
import { fileRef } from './import.ts';
import { query } from './operation.ts';
import { day, words } from './shapes.ts';

/** Days are included; without them, eight whole weeks and this one, or the calendar's last nine where it ended before. */
const attentionQuestion = {
  me: z.array(words(300)).max(20).optional().describe('Addresses of whose calendar it is; guessed and said when left out'), company: z.array(words(300)).max(50).optional().describe('Domains of the company; the address’s own when left out'),
  from: day.optional(), to: day.optional(), timeZone: words(100).optional().describe('Such as Europe/Berlin; the calendar’s own when left out'), hours: words(300).optional().describe('Such as Mon-Fri 09:00-17:30, which it is when left out'),
};

const attentionFile = query({
  name: 'attention.file', untrusted: true, roles: managers,
  summary: 'Says what kinds of work the weeks of a handed-over calendar were made of, and keeps nothing. The kinds are guesses.',
  input: z.object({ calendar: z.string().max(5_000_000).optional().describe('The text of an .ics file'), files: z.array(fileRef).max(50).optional(), name: words(200).default('The calendar').describe('What places in the text are called by'), ...attentionQuestion }),
  output: attentionReport, refusals: ['calendar_unfit', 'not_found', 'path_not_allowed', 'file_unreadable'],
  example: {
    input: { calendar: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:standup\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20261116T091500\nDURATION:PT15M\nRRULE:FREQ=DAILY;COUNT=5\nEND:VEVENT\nEND:VCALENDAR\n', from: '2026-11-16', to: '2026-11-22', timeZone: 'Europe/Berlin' },
    output: { schema: 'throughline.attention/1', from: '2026-11-16', to: '2026-11-22', capacityMinutes: 2550, accountedMinutes: 75, unaccountedMinutes: 2475, people: false },
  },
});

export const attentionFileOperations = [attentionFile] as const;
