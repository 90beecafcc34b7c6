// How long the week's document takes: nine weeks of a full calendar, kept in a fresh embedded workspace and asked for again and again in one
// process. Counts processor time of the whole process, the database's included.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainingTitles } from '../src/domain/attention/data/titles.ts';
import { seededRandom } from '../src/domain/kernel/random.ts';
import { openHouse } from '../src/wiring/house.ts';

const NOW = Date.parse('2026-11-20T10:00:00.000Z');
const DAY_MS = 86_400_000;
const WEEKS = 14;
const SERIES = 28;
const SINGLES_A_WEEK = 28;

export interface WeekSpeed {
  /** Events of the nine weeks that are shown; as many more again are read for usual ranges. */
  readonly events: number;
  /** Milliseconds of processor time: the first question, which loads the model, and the middle one of those after it. */
  readonly first: number;
  readonly middle: number;
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** As the simulated quarter has it: series that meet every week, and as many meetings that happen once. Titles of every kind. */
function calendarText(): string {
  const random = seededRandom(4);
  const titles = trainingTitles();
  const title = (): string => titles[Math.floor(random() * titles.length)]!.title.replace(/[,;\\]/g, ' ');
  const begins = Date.parse('2026-08-17T00:00:00.000Z');
  const event = (uid: string, week: number, rule: string): string => {
    const start = begins + (week * 7 + Math.floor(random() * 5)) * DAY_MS + (16 + Math.floor(random() * 18)) * 30 * 60_000;
    const guests = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, at) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest${at}@${random() < 0.3 ? 'northwind.example' : 'sample.example'}`);
    return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title()}`, `DTSTART:${stamp(start)}`, 'DURATION:PT45M', ...(rule === '' ? [] : [rule]), 'ORGANIZER:mailto:pm@sample.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:pm@sample.example', ...guests,
      'DESCRIPTION:Agenda and notes for the meeting', 'END:VEVENT'].join('\r\n');
  };
  const series = Array.from({ length: SERIES }, (_, at) => event(`series-${at}`, 0, 'RRULE:FREQ=WEEKLY'));
  const singles = Array.from({ length: SINGLES_A_WEEK * WEEKS }, (_, at) => event(`single-${at}`, Math.floor(at / SINGLES_A_WEEK), ''));
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${[...series, ...singles].join('\r\n')}\r\nEND:VCALENDAR\r\n`;
}

export async function weekSpeed(calls: number): Promise<WeekSpeed> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const log = { info: () => undefined, error: (fields: object, message?: string) => { throw new Error(`${message ?? ''} ${JSON.stringify(fields)}`); } };
  const house = await openHouse({ dataDir: folder, memory: true }, { log, version: '0.0.0', clock: () => NOW, timeZone: 'Europe/Berlin' });
  try {
    const added = await house.call('calendar.add', { text: calendarText() });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
    const ask = async (): Promise<number> => {
      const began = process.cpuUsage();
      const week = await house.call('attention.week', {});
      if (!week.ok) throw new Error(JSON.stringify(week.refusal));
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    const first = await ask();
    const times: number[] = [];
    for (let call = 0; call < calls; call++) times.push(await ask());
    const listed = await house.call('attention.events', { from: '2026-09-21', to: '2026-11-20', limit: 1 });
    return { events: listed.ok ? listed.value.total : 0, first, middle: times.sort((a, b) => a - b)[Math.floor(calls / 2)]! };
  } finally {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
