import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericOrderOf, readMoment } from './moment.ts';

function iso(text: string, rules = {}): string {
  const moment = readMoment(text, rules);
  return moment.ok ? new Date(moment.instant).toISOString() : moment.code;
}

describe('reading a date', () => {
  it.each([
    ['11/abr/26 8:56 AM', '2026-04-11T08:56:00.000Z'],
    ['21/Dec/22 3:31 PM', '2022-12-21T15:31:00.000Z'],
    ['05/Oct/25 12:00 AM', '2025-10-05T00:00:00.000Z'],
    ['05/Oct/25 12:30 PM', '2025-10-05T12:30:00.000Z'],
    ['15/févr./24 14:05', '2024-02-15T14:05:00.000Z'],
    ['3/Mär/24 09:00', '2024-03-03T09:00:00.000Z'],
    ['7/ott/24 18:00', '2024-10-07T18:00:00.000Z'],
    ['Wed, 2 Oct 2013 10:15:50 +0300', '2013-10-02T07:15:50.000Z'],
    ['Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)', '2023-02-06T05:00:00.000Z'],
    ['2016-02-25T23:57:37.000+0000', '2016-02-25T23:57:37.000Z'],
    ['2024-01-02 03:04', '2024-01-02T03:04:00.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['Apr 3, 2024', '2024-04-03T00:00:00.000Z'],
    ['3.4.2024 10:00', '2024-04-03T10:00:00.000Z'],
    ['2024年4月3日', '2024-04-03T00:00:00.000Z'],
    ['25/12/2024', '2024-12-25T00:00:00.000Z'],
  ])('understands %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each(['29:10.8', '30/Feb/24 1:00 AM', '2024-02-30', '13:45', 'yesterday', '', '99999', '31/Foo/24', '5/Jan/24 25:00', '5/Jan/24 13:00 PM', '2024-01-02T99:00:00Z'])(
    'leaves %s unread rather than guess', (text) => {
      expect(iso(text)).toBe('date_unreadable');
    },
  );

  it('calls a date ambiguous when day and month could change places', () => {
    expect(iso('3/4/2024')).toBe('date_ambiguous');
    expect(iso('3/4/2024', { order: 'day-first' })).toBe('2024-04-03T00:00:00.000Z');
    expect(iso('3/4/2024', { order: 'month-first' })).toBe('2024-03-04T00:00:00.000Z');
    expect(iso('4/4/2024')).toBe('2024-04-04T00:00:00.000Z');
  });

  it('learns the order from a column only when the column proves one', () => {
    expect(numericOrderOf(['3/4/2024', '25/4/2024'])).toBe('day-first');
    expect(numericOrderOf(['3/4/2024', '4/25/2024'])).toBe('month-first');
    expect(numericOrderOf(['3/4/2024'])).toBeUndefined();
    expect(numericOrderOf(['25/4/2024', '4/25/2024'])).toBeUndefined();
  });

  it('reads a time without a zone in the zone that was named, in summer and in winter', () => {
    expect(iso('9/Jul/24 12:00 PM', { timeZone: 'Europe/Helsinki' })).toBe('2024-07-09T09:00:00.000Z');
    expect(iso('9/Jan/24 12:00 PM', { timeZone: 'Europe/Helsinki' })).toBe('2024-01-09T10:00:00.000Z');
    expect(iso('9/Jan/24 12:00 PM', { timeZone: 'America/Los_Angeles' })).toBe('2024-01-09T20:00:00.000Z');
  });

  it('keeps the calendar day as it was written, whatever the zone', () => {
    const moment = readMoment('Tue Feb 28 2023 00:00:00 GMT+0900 (JST)', {});
    expect(moment.ok && moment.day).toBe('2023-02-28');
  });

  it('reads epochs only when asked to', () => {
    expect(iso('1552920232.0', { epochs: true })).toBe('2019-03-18T14:43:52.000Z');
    expect(iso('1552920232')).toBe('date_unreadable');
  });

  it('reads back every instant from its ISO text', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      expect(iso(date.toISOString())).toBe(date.toISOString());
    }));
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(typeof readMoment(text, { epochs: true }).ok).toBe('boolean');
    }));
  });
});
