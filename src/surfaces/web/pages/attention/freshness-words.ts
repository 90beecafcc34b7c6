// When the calendars were read, and what is missing for the page to say more, each with the place that mends it. Pure.
import type { AttentionWeek } from './attention-words.ts';

type Missing = AttentionWeek['missing'][number];

const MEND: Readonly<Record<Missing['code'], { readonly href: string; readonly words: string } | undefined>> = {
  no_calendar: { href: '/calendars', words: 'Add a calendar' }, no_address: { href: '/calendars', words: 'Say whose calendar it is' }, no_people: { href: '/calendars', words: 'Add one with attendees' },
  no_tracker_name: { href: '/calendars', words: 'Say your name in the tracker' }, stale_calendar: undefined, failed_calendar: undefined, no_events: { href: '/calendars', words: 'Look at the calendars' },
};

export interface MissingNote {
  readonly code: Missing['code'];
  readonly says: string;
  readonly mend?: { readonly href: string; readonly words: string } | undefined;
}

/** What is stale or failed is said first, before any figure; `old` when the figures themselves are; the rest stands under the small line. */
export function missingWords(missing: readonly Missing[]): { readonly stale: string | undefined; readonly old: boolean; readonly notes: readonly MissingNote[] } {
  const late = missing.filter(({ code }) => code === 'stale_calendar' || code === 'failed_calendar');
  const notes = missing.filter((one) => !late.includes(one) && one.code !== 'no_tracker_name');
  return { stale: late.length === 0 ? undefined : late.map(({ says }) => (/[.?]$/.test(says) ? says : `${says}.`)).join(' '), old: late.some(({ code }) => code === 'stale_calendar'), notes: notes.map(({ code, says }) => ({ code, says, mend: MEND[code] })) };
}

/** `Calendars last read 20 Nov 2026, 13:55.`: the one read longest ago, since the page is only as fresh as that. */
export function readWords(calendars: AttentionWeek['calendars'], timeOf: (time: string) => string): string {
  const counted = calendars.filter((one) => one.counted);
  const oldest = counted.flatMap(({ freshAt }) => (freshAt === undefined ? [] : [freshAt])).sort()[0];
  if (calendars.length === 0) return '';
  if (counted.length === 0) return 'No calendar counts.';
  if (oldest === undefined) return counted.length === 1 ? 'The calendar was not read yet.' : 'The calendars were not read yet.';
  return `${counted.length === 1 ? 'Calendar' : `${counted.length} calendars`} last read ${timeOf(oldest)}.`;
}
