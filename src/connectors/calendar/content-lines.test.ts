import { describe, expect, it } from 'vitest';
import { calendarOf, codesOf, reading } from './calendar.fixture.ts';
import { readCalendar } from './read-calendar.ts';

const EVENT = 'UID:e\nSUMMARY:Über größere Pläne\nDTSTART:20261116T090000Z';
const summaries = (content: Uint8Array | string): string[] => readCalendar([{ name: 'a.ics', content }], { from: 0, to: Date.parse('2027-01-01') }).instances.map(({ summary }) => summary);

describe('lines', () => {
  it('are the same with LF, CR LF, CR CR LF and CR', () => {
    for (const end of ['\n', '\r\n', '\r\r\n', '\r']) expect(summaries(calendarOf(EVENT).replaceAll('\n', end))).toEqual(['Über größere Pläne']);
  });

  it('are unfolded at blanks and tabs, also within a letter of two bytes', () => {
    expect(summaries(calendarOf(EVENT).replace('größere', 'grö\r\n ße\r\n\tre'))).toEqual(['Über größere Pläne']);
    const bytes = Buffer.from(calendarOf(EVENT));
    const inside = bytes.indexOf('ß') + 1;
    expect(summaries(Buffer.concat([bytes.subarray(0, inside), Buffer.from('\r\n '), bytes.subarray(inside)]))).toEqual(['Über größere Pläne']);
  });

  it('are read in UTF-8, UTF-16 and Windows-1252, with and without a mark', () => {
    const text = calendarOf(EVENT);
    const wide = Buffer.from(text, 'utf16le');
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), wide, Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(wide).swap16(), Buffer.from(text, 'latin1')]) expect(summaries(bytes)).toEqual(['Über größere Pläne']);
  });

  it('in quoted-printable are decoded', () => {
    expect(summaries(calendarOf('UID:e\nDTSTART:20261116T090000Z\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=9Cber=\n Pl=C3=A4ne').replace('=\n ', '=\n'))).toEqual(['ÜberPläne']);
  });

  it('in quoted-printable are decoded where a fold parts the word that says so', () => {
    expect(summaries(calendarOf('UID:e\nDTSTART:20261116T090000Z\nSUMMARY;ENCODING=QUOTED-\n PRINTABLE;CHARSET=UTF-8:=C3=9Cber'))).toEqual(['Über']);
  });

  it('keep colons, semicolons and quotes in parameters apart from the value', () => {
    const read = reading(calendarOf('UID:e\nSUMMARY;ALTREP="http://x;y:z";LANGUAGE=en:A: b\nDTSTART;TZID=(GMT-03:00):20261116T090000'));
    expect([read.instances[0]?.summary, read.instances[0]?.timeZone]).toEqual(['A: b', '(GMT-03:00)']);
  });
});

describe('broken files', () => {
  it('an event that is not closed is read as far as it goes, and the next one too', () => {
    const read = reading('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261116T090000Z\nBEGIN:VEVENT\nUID:b\nDTSTART:20261117T090000Z');
    expect([read.instances.map(({ uid }) => uid), codesOf(read)]).toEqual([['a', 'b'], ['event_not_closed', 'event_not_closed']]);
  });

  it('a line that is none is said with its place', () => {
    expect(reading(calendarOf('UID:a\nthis is no line\nDTSTART:20261116T090000Z')).unread).toEqual([{ where: 'a.ics, event 1, line 5', code: 'line_unreadable', detail: 'this is no line' }]);
  });

  it('an alarm that is not closed swallows no event', () => {
    expect(reading(calendarOf('UID:a\nDTSTART:20261116T090000Z\nBEGIN:VALARM\nTRIGGER:-PT5M', 'UID:b\nDTSTART:20261117T090000Z')).instances).toHaveLength(2);
  });

  it('a file that is no calendar is said, and so is an empty one', () => {
    for (const text of ['', 'name,date\nx,2026-11-16\n', '\0\0\0\0']) expect(codesOf(reading(text))).toEqual(['not_a_calendar']);
  });

  it('several calendars in one file, and events outside any, are read', () => {
    const read = reading(`${calendarOf(EVENT)}${calendarOf(EVENT.replace('UID:e', 'UID:f'))}BEGIN:VEVENT\nUID:g\nDTSTART:20261116T090000Z\nEND:VEVENT\n`);
    expect([read.instances.map(({ uid }) => uid), read.calendars.map(({ events }) => events)]).toEqual([['e', 'f', 'g'], [1, 1, 1]]);
  });
});
