import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outlineOf } from '../connectors/calendar/outline.ts';
import { calendarOf } from '../connectors/calendar/calendar.fixture.ts';
import { byCalendar, compare, coveredBy, sameCalendar } from './calendar-compare.ts';
import { nextReading } from './calendar-schedule.ts';

const outline = (...events: readonly (readonly [uid: string, day: string, more?: string])[]) =>
  outlineOf([{ name: 'a.ics', content: calendarOf(...events.map(([uid, day, more = 'SUMMARY:Sync']) => `UID:${uid}\nDTSTAMP:20260101T000000Z\nDTSTART:${day}T090000Z\nDURATION:PT1H\n${more}`)) }]);

it('knows an unchanged event though it was written down at another time, and a changed one', () => {
  const [a, b] = [outline(['x', '20261110']), outline(['x', '20261110', 'SUMMARY:Sync\nLOCATION:Room 2'])];
  const later = outlineOf([{ name: 'b.ics', content: calendarOf('UID:x\nDTSTAMP:20261111T000000Z\nSUMMARY:Sync\nDURATION:PT1H\nDTSTART:20261110T090000Z') }]);
  expect(compare(a.series, later.series).brought).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1, kept: 0 });
  expect(compare(a.series, b.series).brought).toMatchObject({ changed: 1, unchanged: 0 });
});

it('speaks for the days from its first event on, or only for its own where they lie before all that is known', () => {
  const known = outline(['a', '20261101'], ['b', '20261120']);
  expect(coveredBy(known.series, outline(['c', '20261110'], ['d', '20261112']).series)).toEqual({ start: Date.parse('2026-11-10T09:00Z'), end: Infinity });
  expect(coveredBy(known.series, outline(['c', '20261001']).series)).toEqual({ start: Date.parse('2026-10-01T09:00Z'), end: Date.parse('2026-10-01T10:00Z') });
  expect(coveredBy(known.series, outline(['c', '20260101', 'RRULE:FREQ=DAILY']).series)).toBeUndefined();
});

it('is the same calendar by its name or by half of the smaller one, and never for want of both', () => {
  const [large, part, other] = [outline(['a', '20261101'], ['b', '20261102'], ['c', '20261103']), outline(['a', '20261101'], ['z', '20261109']), outline(['y', '20261101'])];
  expect([sameCalendar(large, part), sameCalendar(large, other), sameCalendar(outline(), outline())]).toEqual([true, false, false]);
  expect(sameCalendar({ ...large, title: 'Work' }, { ...other, title: 'Work' })).toBe(true);
});

it('puts files into the same groups for every order of them', () => {
  const files = [['a', 'b'], ['b', 'c'], ['x'], ['c', 'd'], ['y', 'x'], ['q']].map((uids) => ({ name: uids.join(''), outline: outline(...uids.map((uid) => [uid, '20261101'] as const)) }));
  const groups = (order: typeof files): string[] => byCalendar(order).map((group) => group.map(({ name }) => name).sort().join(' ')).sort();
  fc.assert(fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => { expect(groups(order)).toEqual(['ab bc cd', 'q', 'x yx']); }));
});

it('asks a source that fails less and less often, and never before it may', () => {
  expect([0, 1, 2, 20].map((failures) => nextReading('hourly', failures, 0, 0)! / 3_600_000)).toEqual([1, 2, 4, 72]);
  expect(nextReading('hourly', 1, 18_000, 0)).toBe(18_000_000);
  expect(nextReading('none', 0, 0, 0)).toBeUndefined();
});
