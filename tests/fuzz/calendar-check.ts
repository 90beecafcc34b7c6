// What must hold of any bytes given to the calendar reader: an answer, within bounds, in order, and the same twice.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../../scripts/root.ts';
import { decodeCalendar } from '../../src/connectors/calendar/decode.ts';
import { readCalendar } from '../../src/connectors/calendar/read-calendar.ts';
import type { Random } from '../../src/domain/kernel/random.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';

const folder = join(root, '../shared/data/calendars');
const FROM = Date.UTC(1990, 0, 1);
const TO = Date.UTC(2030, 0, 1);
/** Larger public files are cut: what is in them repeats. */
const MOST_BYTES = 60_000;

export interface CalendarSubject {
  readonly name: string;
  readonly text: Buffer;
}

const OWN = Buffer.from(`BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VTIMEZONE\r\nTZID:Somewhere\r\nBEGIN:STANDARD\r\nDTSTART:20001029T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:20000326T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Weekly sync\\, with\r\n  a fold\r\nDTSTART;TZID=Somewhere:20201005T090000\r\nDTEND;TZID=Somewhere:20201005T100000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20251231T000000Z\r\nEXDATE;TZID=Somewhere:20201019T090000\r\nRDATE;VALUE=PERIOD:20201020T080000Z/PT2H\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20201102T080000Z\r\nDTSTART;TZID=Somewhere:20201103T110000\r\nDURATION:PT30M\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20201224\r\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,-1;BYSETPOS=1;COUNT=9\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`);

/** One of ours, and every public calendar where they are. */
export function calendarSubjects(): CalendarSubject[] {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ics|vcs|ifb)$/i.test(name)).sort() : [];
  return [{ name: 'own', text: OWN }, ...files.map((name) => ({ name, text: readFileSync(join(folder, name)).subarray(0, MOST_BYTES) }))].filter(({ text }) => text.length > 0);
}

const VALUES = ['99999999T999999', '00010101', '99991231T235959Z', '20200230', '-P1D', 'P99999999W', 'PT0S', 'FREQ=SECONDLY', 'FREQ=YEARLY;INTERVAL=9007199254740991', 'FREQ=MINUTELY;COUNT=999999999;BYHOUR=3;BYMINUTE=7',
  'FREQ=DAILY;COUNT=99999999999999999999', 'FREQ=MONTHLY;BYDAY=53MO;BYSETPOS=-366', 'FREQ=YEARLY;BYWEEKNO=53,-53;BYYEARDAY=366', 'FREQ=HOURLY;BYSECOND=60;UNTIL=00010101', '+9999', '-2600', '20200101T000000/20190101T000000', '"', ':', '=\n', '\u0000'];

/** Calendars' own damage: another value behind a colon, or a component's edge in another place. */
const OF_CALENDARS: Readonly<Record<string, Mutation>> = {
  changeLine(text, random) {
    const lines = text.toString('latin1').split('\n');
    const at = Math.floor(random() * lines.length);
    lines[at] = `${lines[at]!.split(':')[0]}:${VALUES[Math.floor(random() * VALUES.length)]}`;
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  moveEdge(text, random) {
    const lines = text.toString('latin1').split('\n');
    const edges = lines.flatMap((line, at) => (/^(BEGIN|END):/.test(line) ? [at] : []));
    if (edges.length === 0) return text;
    const [edge] = lines.splice(edges[Math.floor(random() * edges.length)]!, 1);
    lines.splice(Math.floor(random() * lines.length), 0, edge!);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};
const ALL: readonly (readonly [string, Mutation])[] = [...Object.entries(MUTATIONS), ...Object.entries(OF_CALENDARS), ...Object.entries(OF_CALENDARS)];

/** Short enough that most of what damaged files hold lies outside it. */
const MONTH = { from: Date.UTC(2019, 9, 1), to: Date.UTC(2019, 10, 1), zone: 'Europe/Berlin' };

/** Throws when the reader throws, gives instances out of bounds or order, reads nothing without a word, or passes over what a full reading tells. */
export function checkCalendar(text: Buffer): void {
  const { instances, unread, calendars } = readCalendar([{ name: 'damaged.ics', content: text }], { from: FROM, to: TO, zone: 'Europe/Berlin' });
  for (let i = 0; i < instances.length; i++) {
    const { start, end } = instances[i]!;
    if (!(end >= start) || start >= TO || end < FROM) throw new Error(`an instance from ${start} to ${end}`);
    if (i > 0 && start < instances[i - 1]!.start) throw new Error('instances out of order');
  }
  if (unread.some(({ where, detail }) => where === '' || detail === '' || detail.length > 300)) throw new Error('an entry that says nothing');
  if (calendars.length === 0 && unread.length === 0) throw new Error('nothing was read and nothing was said');
  // A text is read in full; of bytes, events outside the window are passed over.
  const [skimmed, full] = [text, decodeCalendar(text)].map((content) => readCalendar([{ name: 'damaged.ics', content }], MONTH));
  if (!isDeepStrictEqual(skimmed, full)) throw new Error('what was passed over told something');
}

/** Damages a subject `count` times. The error names what to repeat. */
export function damageCalendar(subject: CalendarSubject, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const [name, mutation] = ALL[Math.floor(random() * ALL.length)]!;
    const text = mutation(subject.text, random);
    try {
      checkCalendar(text);
    } catch (error) {
      throw new Error(`${subject.name}, mutation ${i} ${name}`, { cause: error });
    }
  }
}
