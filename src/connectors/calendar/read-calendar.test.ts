import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, codesOf, reading, startsOf } from './calendar.fixture.ts';
import { readCalendar } from './read-calendar.ts';

const SERIES = 'UID:s\nSUMMARY:Sync\nDTSTART;TZID=Europe/Berlin:20261102T090000\nDTEND;TZID=Europe/Berlin:20261102T100000\nRRULE:FREQ=WEEKLY;COUNT=4';
const BERLIN = ['2026-11-02T08:00', '2026-11-09T08:00', '2026-11-16T08:00', '2026-11-23T08:00'];

describe('a series', () => {
  it('keeps its local time when the clocks change', () => {
    const text = calendarOf('UID:a\nDTSTART;TZID=Europe/Berlin:20261018T090000\nRRULE:FREQ=WEEKLY;COUNT=3');
    expect(startsOf(reading(text))).toEqual(['2026-10-18T07:00', '2026-10-25T08:00', '2026-11-01T08:00']);
  });

  it('leaves out exceptions written as local times, in UTC, in another zone and as days', () => {
    for (const line of ['EXDATE;TZID=Europe/Berlin:20261109T090000', 'EXDATE:20261109T080000Z', 'EXDATE;TZID=America/New_York:20261109T030000', 'EXDATE;VALUE=DATE:20261109', 'EXDATE:20261109T090000']) {
      expect(startsOf(reading(calendarOf(`${SERIES}\n${line}`))), line).toEqual(BERLIN.filter((start) => !start.includes('11-09')));
    }
  });

  it('adds dates and periods with a length of their own, once each', () => {
    const read = reading(calendarOf(`${SERIES}\nRDATE;TZID=Europe/Berlin:20261103T090000,20261109T090000\nRDATE;VALUE=PERIOD:20261104T080000Z/PT2H`));
    expect(startsOf(read)).toEqual(['2026-11-02T08:00', '2026-11-03T08:00', '2026-11-04T08:00', ...BERLIN.slice(1)]);
    expect(read.instances.map(({ start, end }) => (end - start) / 60_000)).toEqual([60, 60, 120, 60, 60, 60]);
  });

  it('ends at UNTIL, itself included, wherever it is written', () => {
    for (const until of ['20261116T080000Z', '20261116T090000', '20261117']) {
      expect(startsOf(reading(calendarOf(SERIES.replace('COUNT=4', `UNTIL=${until}`)))), until).toEqual(BERLIN.slice(0, 3));
    }
    expect(startsOf(reading(calendarOf(SERIES.replace('COUNT=4', 'UNTIL=20261116T075959Z'))))).toEqual(BERLIN.slice(0, 2));
    expect(reading(calendarOf(SERIES.replace('COUNT=4', 'UNTIL=20260101T000000Z'))).instances).toEqual([]);
  });

  it('takes occurrences out by EXRULE', () => {
    expect(startsOf(reading(calendarOf(`${SERIES}\nEXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2`)))).toEqual([BERLIN[1], BERLIN[3]]);
  });

  it('lasts exact hours by its end, and nominal days by its duration, over a change of clocks', () => {
    const night = (line: string): number => {
      const [event] = reading(calendarOf(`UID:n\nDTSTART;TZID=Europe/Berlin:20261024T220000\n${line}`)).instances;
      return (event!.end - event!.start) / 3_600_000;
    };
    expect([night('DTEND;TZID=Europe/Berlin:20261025T060000'), night('DURATION:P1D'), night('DURATION:PT24H')]).toEqual([9, 25, 24]);
  });
});

describe('changed occurrences', () => {
  const changed = (lines: string): string => calendarOf(SERIES, `UID:s\nSUMMARY:Changed\n${lines}`);

  it('replace the one they name, also when it is named in another zone', () => {
    const read = reading(changed('RECURRENCE-ID;TZID=America/New_York:20261109T030000\nDTSTART;TZID=Asia/Tokyo:20261110T180000\nDURATION:PT30M'));
    expect(startsOf(read)).toEqual([BERLIN[0], '2026-11-10T09:00', BERLIN[2], BERLIN[3]]);
    expect(read.instances[1]).toMatchObject({ uid: 's', series: 's', summary: 'Changed', recurring: true, recurrenceId: Date.parse('2026-11-09T08:00Z'), timeZone: 'Asia/Tokyo' });
  });

  it('come into a window from outside, and leave it', () => {
    const out = changed('RECURRENCE-ID:20261109T080000Z\nDTSTART:20261201T080000Z\nDURATION:PT1H');
    expect(startsOf(reading(out, '2026-11-09', '2026-11-10'))).toEqual([]);
    expect(startsOf(reading(out, '2026-12-01', '2026-12-02'))).toEqual(['2026-12-01T08:00']);
  });

  it('carry all later ones with them where they say so', () => {
    const read = reading(changed('RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T080000Z\nDTSTART;TZID=Europe/Berlin:20261110T110000\nDTEND;TZID=Europe/Berlin:20261110T113000'));
    expect(startsOf(read)).toEqual([BERLIN[0], '2026-11-10T10:00', '2026-11-17T10:00', '2026-11-24T10:00']);
    expect(read.instances.map(({ summary }) => summary)).toEqual(['Sync', 'Changed', 'Changed', 'Changed']);
    expect(read.instances[3]).toMatchObject({ recurrenceId: Date.parse('2026-11-23T08:00Z'), end: Date.parse('2026-11-24T10:30Z') });
  });

  it('stand alone when their series is not in the file, and are said when the series never had them', () => {
    const alone = calendarOf('UID:s\nRECURRENCE-ID:20261109T080000Z\nDTSTART:20261109T100000Z\nDURATION:PT1H');
    expect(startsOf(reading(alone))).toEqual(['2026-11-09T10:00']);
    const orphan = reading(changed('RECURRENCE-ID:20261110T080000Z\nDTSTART:20261110T100000Z'));
    expect([startsOf(orphan), codesOf(orphan)]).toEqual([BERLIN, ['orphan_change']]);
  });

  it('are known by the only occurrence within half a day, where zones were mixed up on the way', () => {
    const read = reading(changed('RECURRENCE-ID:20261109T090000Z\nDTSTART:20261110T100000Z'));
    expect([startsOf(read), read.instances[1]?.recurrenceId, codesOf(read)]).toEqual([[BERLIN[0], '2026-11-10T10:00', BERLIN[2], BERLIN[3]], Date.parse('2026-11-09T08:00Z'), []]);
  });

  it('are known by their sequence: the newest wins, whichever comes first', () => {
    const older = 'UID:s\nSEQUENCE:1\nSUMMARY:Older\nRECURRENCE-ID:20261109T080000Z\nDTSTART:20261109T100000Z';
    const newer = 'UID:s\nSEQUENCE:2\nSUMMARY:Newer\nRECURRENCE-ID:20261109T080000Z\nDTSTART:20261109T110000Z';
    const both = [reading(calendarOf(SERIES, older, newer)), reading(calendarOf(newer, older, SERIES))];
    for (const read of both) expect(startsOf(read)).toEqual([BERLIN[0], '2026-11-09T11:00', BERLIN[2], BERLIN[3]]);
  });

  it('are given as cancelled when they are', () => {
    const read = reading(changed('RECURRENCE-ID:20261109T080000Z\nDTSTART:20261109T080000Z\nSTATUS:CANCELLED'));
    expect(read.instances.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed', 'confirmed']);
  });
});

describe('whole days and floating times', () => {
  it('whole days begin at midnight of the zone that is asked for, whatever the clocks do', () => {
    const read = reading(calendarOf('UID:d\nDTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261027'), '2026-10-01', '2026-11-01', 'Europe/Berlin');
    expect(read.instances[0]).toMatchObject({ allDay: { first: '2026-10-25', last: '2026-10-26' }, start: Date.parse('2026-10-24T22:00Z'), end: Date.parse('2026-10-26T23:00Z') });
  });

  it('a day without an end is one day, and a day that ends on itself is too', () => {
    for (const end of ['', '\nDTEND;VALUE=DATE:20261025', '\nDURATION:P1D']) expect(reading(calendarOf(`UID:d\nDTSTART;VALUE=DATE:20261025${end}`)).instances[0]?.allDay).toEqual({ first: '2026-10-25', last: '2026-10-25' });
  });

  it('times without a zone are read on the clock that is asked for', () => {
    expect(startsOf(reading(calendarOf('UID:f\nDTSTART:20261116T090000'), '2026-01-01', '2027-01-01', 'America/New_York'))).toEqual(['2026-11-16T14:00']);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => reading(calendarOf(SERIES), '2026-01-01', '2027-01-01', 'Moon/Base')).toThrow('Moon/Base');
  });
});

describe('bounds', () => {
  it('reads an event of 300 days, one that ends before it starts and one without an end, and says what is odd', () => {
    const read = reading(calendarOf('UID:l\nDTSTART:20260101T090000Z\nDTEND:20261028T090000Z', 'UID:b\nDTSTART:20261116T090000Z\nDTEND:20261116T080000Z', 'UID:n\nDTSTART:20261117T090000Z'));
    expect(read.instances.map(({ start, end }) => (end - start) / 86_400_000)).toEqual([300, 0, 0]);
    expect(read.unread).toEqual([
      { where: 'a.ics, event 1', code: 'very_long', detail: 'It lasts 300 days. It was read as it is.' },
      { where: 'a.ics, event 2', code: 'end_before_start', detail: 'It ends before it starts; it is taken as without length.' },
    ]);
  });

  it('stops an event of every second, and says so', () => {
    const read = reading(calendarOf('UID:e\nDTSTART:20200101T000000Z\nRRULE:FREQ=SECONDLY', SERIES));
    expect(codesOf(read)).toEqual(['too_many_instances']);
    expect(read.instances.filter(({ uid }) => uid === 'e').length).toBeGreaterThan(35_000);
    expect(read.instances.filter(({ uid }) => uid === 's')).toHaveLength(4);
  });

  it('shares one budget among a thousand rules that never come true', () => {
    const rules = Array.from({ length: 1_000 }, (_, i) => `UID:r${i}\nDTSTART:19700101T000000Z\nRRULE:FREQ=MINUTELY;COUNT=1000000000;BYHOUR=3;BYMINUTE=7`);
    const read = reading(calendarOf(...rules), '9990-01-01', '9991-01-01');
    expect(read.instances).toEqual([]);
    expect(new Set(codesOf(read))).toEqual(new Set(['too_much_work']));
  });

  it('says what is no rule, no time and no duration, and reads the rest', () => {
    const read = reading(calendarOf(
      'UID:1\nDTSTART:20261116T090000Z\nRRULE:FREQ=FORTNIGHTLY', 'UID:2\nDTSTART:20261317T090000Z', 'UID:3\nSUMMARY:No start', 'UID:4\nDTSTART:20261116T090000Z\nDURATION:soon',
      'UID:5\nDTSTART:20261116T090000Z\nRRULE:RSCALE=HEBREW;FREQ=YEARLY', 'UID:6\nDTSTART:20261116T090000Z\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:tomorrow', 'UID:7\nDTSTART:20261116T090000Z\nDTEND:later',
    ));
    expect(codesOf(read)).toEqual(['rule_unreadable', 'start_unreadable', 'start_missing', 'duration_unreadable', 'rule_unsupported', 'date_unreadable', 'end_unreadable']);
    expect(read.instances.map(({ uid }) => uid)).toEqual(['1', '4', '5', '6', '7']);
  });

  it('keeps the list of what was not read short', () => {
    const read = reading(calendarOf(...Array.from({ length: 1_500 }, (_, i) => `UID:${i}`)));
    expect([read.unread.length, read.unread.at(-1)]).toEqual([1_001, { where: 'all files', code: 'more', detail: '500 more places were not read.' }]);
  });
});

describe('several files', () => {
  const window = { from: Date.parse('2026-01-01'), to: Date.parse('2027-01-01') };
  const later = calendarOf('UID:s\nSEQUENCE:1\nSUMMARY:Moved\nDTSTART:20261105T090000Z\nDURATION:PT1H');

  it('the same file twice is read once', () => {
    const text = calendarOf(SERIES, 'DTSTART:20261101T090000Z\nSUMMARY:Without a name');
    const read = readCalendar([{ name: 'a.ics', content: text }, { name: 'b.ics', content: text }], window);
    expect(read.instances.map(({ uid }) => uid)).toEqual(['', 's', 's', 's', 's']);
  });

  it('a newer version of an event takes the place of the older one, in either order', () => {
    const sources = [{ name: 'monday.ics', content: calendarOf(SERIES) }, { name: 'friday.ics', content: later }];
    expect(startsOf(readCalendar(sources, window))).toEqual(['2026-11-05T09:00']);
    expect(readCalendar(sources.toReversed(), window)).toEqual(readCalendar(sources, window));
  });

  it('tells apart events that carry one UID in one file', () => {
    expect(startsOf(reading(calendarOf('UID:x\nDTSTART:20261101T090000Z', 'UID:x\nDTSTART:20261102T090000Z')))).toEqual(['2026-11-01T09:00', '2026-11-02T09:00']);
  });

  it('neither the order of events nor the file they lie in changes anything', () => {
    const stamp = fc.record({ day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }) }).map(({ day, hour }) => `202611${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}0000`);
    const zone = fc.constantFrom('', ';TZID=Europe/Berlin', ';TZID=Pacific Standard Time', ';TZID=Nowhere');
    const rule = fc.constantFrom('', '\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=7', '\nRRULE:FREQ=MONTHLY', '\nRRULE:FREQ=HOURLY;INTERVAL=7;COUNT=9', '\nRRULE:nonsense');
    const master = fc.tuple(zone, stamp, rule).map(([of, start, repeats]) => ({ of, start, repeats }));
    fc.assert(fc.property(fc.array(master, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (masters, numbers) => {
      const events = masters.flatMap(({ of, start, repeats }, i) => [
        `UID:${i}\nDTSTART${of}:${start}\nDURATION:PT45M${repeats}`,
        ...(repeats === '' ? [] : [1, 2].map((sequence) => `UID:${i}\nSEQUENCE:${sequence}\nSUMMARY:${sequence}\nRECURRENCE-ID${of}:${start}\nDTSTART:2026112${sequence}T120000Z`)),
      ]);
      const shuffled = events.map((event) => [numbers.next().value, event] as const).toSorted(([a], [b]) => a - b).map(([, event]) => event);
      const files: string[][] = [[], [], []];
      for (const event of shuffled) files[numbers.next().value % 3]!.push(event);
      const plain = (texts: readonly string[]) => readCalendar(texts.map((content, i) => ({ name: `${i}.ics`, content })), window).instances.map((event) => ({ ...event, source: '' }));
      const whole = plain([calendarOf(...events)]);
      expect(plain([calendarOf(...shuffled)])).toEqual(whole);
      expect(plain(files.map((file) => calendarOf(...file)))).toEqual(whole);
    }), { numRuns: 150 });
  });
});
