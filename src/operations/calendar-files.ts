// The stateless expansion of calendars: files or a text in, one document out. Keeps nothing and knows no store.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CalendarSource } from '../connectors/calendar/calendar-source.ts';
import { readCalendar, startOfDayIn } from '../connectors/calendar/read-calendar.ts';
import type { CalendarExpansion } from '../contract/calendar.ts';
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import { startOfDay } from '../domain/kernel/instant.ts';

const MOST_BYTES = 256 << 20;

/** `from` and `to` are RFC 3339 times or days; a day begins at midnight in `timeZone`. */
export interface ExpansionQuestion {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** The question or a file does not fit; the message is one sentence. */
export class UnfitCalendar extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'UnfitCalendar';
  }
}

const textTime = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');

/** Reads files from disk, each in one piece. Throws UnfitCalendar for one that cannot be opened or is larger than 256 MB. */
export async function calendarSources(paths: readonly string[]): Promise<CalendarSource[]> {
  return Promise.all(paths.map(async (path) => {
    const name = basename(path);
    const file = await open(path).catch((cause: unknown) => { throw new UnfitCalendar(`${name} could not be opened.`, cause); });
    try {
      const { size } = await file.stat();
      if (size > MOST_BYTES) throw new UnfitCalendar(`${name} is larger than 256 MB; export a shorter time.`);
      return { name, content: await file.readFile() };
    } catch (cause) {
      throw cause instanceof UnfitCalendar ? cause : new UnfitCalendar(`${name} could not be read.`, cause);
    } finally {
      await file.close();
    }
  }));
}

function momentOf(text: string, timeZone: string): number {
  const instant = startOfDay(text) === undefined ? Date.parse(text) : startOfDayIn(text, timeZone);
  if (Number.isFinite(instant)) return instant;
  throw new UnfitCalendar(`“${text}” is no time. Write it as in 2026-11-16T09:00:00Z or 2026-11-16.`);
}

function shown(event: CalendarEvent): CalendarExpansion['instances'][number] {
  const { uid, summary, status, allDay, timeZone, recurrenceId } = event;
  return {
    uid, start: textTime(event.start), end: textTime(event.end), summary, status,
    ...(recurrenceId === undefined ? {} : { recurrenceId: textTime(recurrenceId) }), ...(allDay === undefined ? {} : { allDay }), ...(timeZone === undefined ? {} : { timeZone }),
  };
}

/** Every instance of the sources in the window. Throws UnfitCalendar, with one sentence, when the question does not fit. */
export function expandCalendars(sources: readonly CalendarSource[], question: ExpansionQuestion): CalendarExpansion {
  const { timeZone } = question;
  try {
    const [from, to] = [momentOf(question.from, timeZone), momentOf(question.to, timeZone)];
    if (to <= from) throw new UnfitCalendar('The window ends before it begins.');
    const { instances, unread } = readCalendar(sources, { from, to, zone: timeZone });
    return { schema: 'throughline.calendar/1', from: textTime(from), to: textTime(to), timeZone, instances: instances.map(shown), unread: [...unread] };
  } catch (error) {
    if (error instanceof Error && error.name === 'UnknownZone') throw new UnfitCalendar(error.message, error);
    throw error;
  }
}
