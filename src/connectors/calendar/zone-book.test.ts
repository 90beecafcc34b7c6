import { describe, expect, it } from 'vitest';
import { calendarOf, codesOf, reading, startsOf } from './calendar.fixture.ts';

const summer = (zone: string): string => `UID:z\nDTSTART;TZID=${zone}:20260715T120000`;
const CUSTOM = `BEGIN:VTIMEZONE
TZID:Customized Time Zone 1
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0230
TZOFFSETTO:+0130
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0130
TZOFFSETTO:+0230
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;

describe('zones by name', () => {
  it.each([
    ['Europe/Berlin', '10:00'], ['W. Europe Standard Time', '10:00'], ['"Eastern Standard Time"', '16:00'], ['US/Pacific', '19:00'], ['UTC', '12:00'], ['Etc/GMT-3', '09:00'], ['UTC+11', '01:00'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', '10:00'], ['"(UTC-05:00) Eastern Time (US & Canada)"', '16:00'], ['Asia/Kolkata', '06:30'], ['/Europe/Berlin', '10:00'],
  ])('reads %s without a description', (zone, time) => {
    const read = reading(calendarOf(summer(zone)));
    expect([startsOf(read)[0]?.slice(11), codesOf(read)]).toEqual([time, []]);
  });

  it('reads an unknown name as local time and says so once', () => {
    const read = reading(calendarOf(summer('Nowhere/Middle'), summer('Nowhere/Middle').replace('UID:z', 'UID:y')), '2026-01-01', '2027-01-01', 'Europe/Berlin');
    expect([startsOf(read), codesOf(read)]).toEqual([['2026-07-15T10:00', '2026-07-15T10:00'], ['zone_unknown']]);
  });
});

describe('zones by description', () => {
  it('follows a description through summer and winter, before and after the events that use it', () => {
    const event = 'UID:c\nDTSTART;TZID=Customized Time Zone 1:20260115T120000\nRRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2';
    for (const text of [calendarOf(CUSTOM, event), calendarOf(event, CUSTOM)]) expect(startsOf(reading(text))).toEqual(['2026-01-15T10:30', '2026-07-15T09:30']);
  });

  it('lets a later rule take over from an earlier one that was left open', () => {
    const eras = CUSTOM.replace('END:VTIMEZONE', 'BEGIN:STANDARD\nDTSTART:20200101T030000\nTZOFFSETFROM:+0230\nTZOFFSETTO:+0130\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\nEND:VTIMEZONE');
    expect(startsOf(reading(calendarOf(eras, 'UID:c\nDTSTART;TZID=Customized Time Zone 1:20261028T120000')))).toEqual(['2026-10-28T09:30']);
  });

  it('says a description that cannot be read', () => {
    const broken = CUSTOM.replace('FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'FREQ=SOMETIMES');
    expect(codesOf(reading(calendarOf(broken, 'UID:c\nDTSTART;TZID=Customized Time Zone 1:20260715T120000')))).toEqual(['zone_unknown', 'zone_unreadable']);
  });
});

describe('changes of the clock', () => {
  it('a time that happens twice is the first, and one that never happens is read with the offset before', () => {
    expect(startsOf(reading(calendarOf('UID:t\nDTSTART;TZID=Europe/Berlin:20261025T023000')))).toEqual(['2026-10-25T00:30']);
    expect(startsOf(reading(calendarOf('UID:t\nDTSTART;TZID=Europe/Berlin:20260329T023000')))).toEqual(['2026-03-29T01:30']);
  });

  it('knows the month in which Ramadan interrupts summer time', () => {
    const starts = ['20130701', '20130715', '20130815'].map((day) => startsOf(reading(calendarOf(`UID:m\nDTSTART;TZID=Africa/Casablanca:${day}T120000`), '2013-01-01', '2014-01-01'))[0]?.slice(11));
    expect(starts).toEqual(['11:00', '12:00', '11:00']);
  });

  it('reads the same in every zone of the process', () => {
    const text = calendarOf(CUSTOM, summer('Europe/Berlin'), 'UID:d\nDTSTART;VALUE=DATE:20261025', 'UID:f\nDTSTART:20261025T023000', 'UID:c\nDTSTART;TZID=Customized Time Zone 1:20260115T120000\nRRULE:FREQ=DAILY;COUNT=400');
    const before = process.env['TZ'];
    const answers = ['Pacific/Apia', 'UTC', 'America/St_Johns'].map((zone) => {
      process.env['TZ'] = zone;
      return [new Date(0).getTimezoneOffset(), JSON.stringify(reading(text))] as const;
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(answers.map(([offset]) => offset)).size).toBe(3);
    expect(new Set(answers.map(([, answer]) => answer)).size).toBe(1);
  });
});
