import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarReading } from '../../domain/attention/calendar-event.ts';
import { readCalendar } from './read-calendar.ts';
import { skim } from './skim.ts';
import { UTC } from './offset-table.ts';

const FROM = Date.UTC(2025, 9, 1);
const TO = Date.UTC(2025, 10, 1);
const PLAIN = 'UID:a\nDTSTART;TZID=Europe/Berlin:20190304T090000\nDTEND;TZID=Europe/Berlin:20190304T100000\nSUMMARY:Sync\n  with a fold';

const fileOf = (events: readonly string[]): string => `BEGIN:VCALENDAR\nVERSION:2.0\n${events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`;
const passed = (...events: readonly string[]): number | undefined => skim(Buffer.from(fileOf(events)), { from: FROM, to: TO, clock: UTC })?.passed;
/** A text is read in full; its bytes are skimmed first. */
const read = (content: string | Buffer, from = FROM, to = TO): CalendarReading => readCalendar([{ name: 'work.ics', content }], { from, to, zone: 'America/New_York' });

describe('skimming a calendar', () => {
  it.each([
    ['a meeting long past', PLAIN],
    ['one in Windows’ words for a zone', PLAIN.replaceAll('Europe/Berlin', 'W. Europe Standard Time')],
    ['one with Windows’ ends of lines', `${PLAIN.replaceAll('\n', '\r\n')}\r`],
    ['whole days', 'UID:a\nDTSTART;VALUE=DATE:20190304\nDTEND;VALUE=DATE:20190306'],
    ['one with an alarm', `${PLAIN}\nBEGIN:VALARM\nTRIGGER:-PT10M\nEND:VALARM`],
    ['one with a long UID in two lines', PLAIN.replace('UID:a', 'UID:abc\n def')],
    ['one with a duration', 'UID:a\nDTSTART:20190304T090000Z\nDURATION:PT1H30M'],
    ['one far ahead', 'UID:a\nDTSTART:20310304T090000Z\nDTEND:20310304T100000Z\nRRULE:FREQ=WEEKLY'],
    ['a series that ended before', `${PLAIN}\nRRULE:FREQ=WEEKLY;UNTIL=20200101T000000Z;BYDAY=MO\nEXDATE;TZID=Europe/Berlin:20190311T090000,20190318T090000`],
    ['a series that was counted to its end before', `${PLAIN}\nRRULE:FREQ=WEEKLY;COUNT=10`],
  ])('passes over %s', (_, event) => { expect(passed(event)).toBe(1); });

  it.each([
    ['a meeting near the window', PLAIN.replaceAll('20190304', '20250929')],
    ['a series without end', `${PLAIN}\nRRULE:FREQ=WEEKLY`],
    ['a series that ends two days before the window', `${PLAIN}\nRRULE:FREQ=WEEKLY;UNTIL=20250929T000000Z`],
    ['a rule that cannot be read', `${PLAIN}\nRRULE:FREQ=FORTNIGHTLY;UNTIL=20200101T000000Z`],
    ['a series by the hour', `${PLAIN}\nRRULE:FREQ=HOURLY;UNTIL=20190305T000000Z`],
    ['dates beside the rule', `${PLAIN}\nRDATE:20251010T090000Z`],
    ['a change of an occurrence', `${PLAIN}\nRECURRENCE-ID:20190304T080000Z`],
    ['an exception that is no time', `${PLAIN}\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:soon`],
    ['a start that is no day', PLAIN.replaceAll('20190304', '20190231')],
    ['an end before the start', PLAIN.replace('DTEND;TZID=Europe/Berlin:20190304T10', 'DTEND;TZID=Europe/Berlin:20190304T08')],
    ['an end that clocks put forward bring before the start', PLAIN.replace('20190304T09', '20190331T02').replace('0000\nDTEND;TZID=Europe/Berlin:20190304T10', '5900\nDTEND;TZID=Europe/Berlin:20190331T03')],
    ['a meeting of months', PLAIN.replace('DTEND;TZID=Europe/Berlin:20190304', 'DTEND;TZID=Europe/Berlin:20190604')],
    ['a duration below zero', 'UID:a\nDTSTART:20190304T090000Z\nDURATION:-PT1H'],
    ['a duration that reaches the window', 'UID:a\nDTSTART:20250910T090000Z\nDURATION:P20D'],
    ['a zone nobody knows', PLAIN.replaceAll('Europe/Berlin', 'Middle-earth')],
    ['a line that says nothing', `${PLAIN}\nnothing`],
    ['names in small letters', `${PLAIN}\nrrule:FREQ=WEEKLY`],
    ['a rule in two lines', `${PLAIN}\nRRULE:FREQ=WEEKLY;UNTIL=2020\n 0101T000000Z`],
    ['a line that may go on after an equals sign', `${PLAIN}\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:a=\nRRULE:FREQ=WEEKLY`],
    ['a thing inside it that is no alarm', `${PLAIN}\nBEGIN:VTODO\nEND:VTODO`],
    ['no UID', PLAIN.replace('UID:a\n', '')],
  ])('leaves %s to the full reading', (_, event) => { expect(passed(event)).toBe(0); });

  it('counts what it passes over', () => {
    expect(read(Buffer.from(fileOf([PLAIN, PLAIN.replace('UID:a', 'UID:b')]))).calendars).toEqual([{ source: 'work.ics', events: 2 }]);
  });

  it('reads what a changed occurrence in the window belongs to', () => {
    const series = `${PLAIN}\nRRULE:FREQ=WEEKLY;COUNT=3`;
    const moved = 'UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20190311T090000\nDTSTART;TZID=Europe/Berlin:20251006T090000\nDURATION:PT1H';
    expect(passed(series, moved)).toBe(1);
    const { instances, unread } = read(Buffer.from(fileOf([series, moved])));
    expect(instances.map(({ recurrenceId }) => recurrenceId)).toEqual([Date.UTC(2019, 2, 11, 8)]);
    expect(unread).toEqual([]);
  });

  it('lets a newer version of an event in another file take it out of the window', () => {
    const newer = { name: 'b.ics', content: Buffer.from(fileOf([`${PLAIN}\nSEQUENCE:2`])) };
    const older = { name: 'a.ics', content: Buffer.from(fileOf([PLAIN.replaceAll('20190304', '20251006')])) };
    expect(readCalendar([older, newer], { from: FROM, to: TO }).instances).toEqual([]);
    expect(readCalendar([older], { from: FROM, to: TO }).instances).toHaveLength(1);
  });

  it('names an event and a line that cannot be read by their places in the file', () => {
    const text = fileOf([PLAIN, PLAIN, `UID:c\nDTSTART:20251006T090000Z\nnothing`]);
    expect(passed(PLAIN, PLAIN, 'UID:c\nDTSTART:20251006T090000Z\nnothing')).toBe(2);
    expect(read(Buffer.from(text)).unread).toEqual([{ where: 'work.ics, event 3, line 20', code: 'line_unreadable', detail: 'nothing' }]);
  });

  it('gives what the full reading gives, of any mixture of lines', () => {
    const day = fc.constantFrom('20190304', '20190331', '20250928', '20251006', '20251101', '20251105', '20310101', '20190231');
    const zone = fc.constantFrom('', ';TZID=Europe/Berlin', ';TZID="Pacific/Apia"', ';TZID=Nowhere', ';VALUE=DATE');
    const time = fc.tuple(zone, day, fc.constantFrom('', 'T023000', 'T030000', 'T090000Z', 'T2500')).map((parts) => `${parts[0]}:${parts[1]}${parts[2]}`);
    const rule = fc.constantFrom('FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=4', 'FREQ=DAILY;UNTIL=20190401', 'FREQ=MONTHLY;UNTIL=20250929T220000Z;BYDAY=1MO', 'FREQ=NEVER', 'FREQ=YEARLY;COUNT=3', 'FREQ=HOURLY;COUNT=5', 'UNTIL=20190401;FREQ=DAILY');
    const line = fc.oneof(
      { weight: 3, arbitrary: time.map((value) => `DTSTART${value}`) }, { weight: 3, arbitrary: time.map((value) => `DTEND${value}`) }, { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'c\\, d', 'e\n e').map((uid) => `UID:${uid}`) },
      rule.map((value) => `RRULE:${value}`), time.map((value) => `EXDATE${value}`), time.map((value) => `RECURRENCE-ID${value}`), time.map((value) => `RDATE${value}`),
      fc.constantFrom('SUMMARY:Sync', 'SEQUENCE:3', ' folded', 'nothing', '', 'BEGIN:VALARM', 'END:VALARM', 'END:VEVENT', 'BEGIN:VEVENT', 'END:VCALENDAR', 'BEGIN:VCALENDAR', 'DURATION:PT2H', 'DURATION:P4W', 'DURATION:-PT2H', 'DURATION:long', 'dtstart:20251007T090000Z', 'X-Note;ENCODING=QUOTED-PRINTABLE:a='),
    );
    const event = fc.tuple(fc.constantFrom('UID:a', 'UID:b', 'UID:c'), time, fc.array(line, { maxLength: 4 })).map(([uid, start, lines]) => [uid, `DTSTART${start}`, ...lines].join('\n'));
    fc.assert(fc.property(fc.array(event, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (events, end) => {
      const text = fileOf(events).replaceAll('\n', end);
      expect(read(Buffer.from(text))).toEqual(read(text));
    }), { numRuns: 400 });
  });
});
