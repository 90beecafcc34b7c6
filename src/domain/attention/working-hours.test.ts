import { describe, expect, it } from 'vitest';
import { minutesOf } from './spans.ts';
import { SUMMER_CLOCK, UTC_CLOCK } from './testing/events.ts';
import { daysThrough, daySpan, USUAL_HOURS, workingHours, workingSpans } from './working-hours.ts';

const hoursOf = (text: string, from: string, to: string, clock = UTC_CLOCK) => minutesOf(workingSpans(workingHours(text)!, daysThrough(from, to), clock)) / 60;

describe('working hours', () => {
  it('reads days and stretches as people write them', () => {
    expect(workingHours('Mon-Thu 09:00-12:30, 13:30-17:00; Fri 9-13')).toEqual([
      ...Array.from({ length: 4 }, () => [{ from: 540, to: 750 }, { from: 810, to: 1020 }]), [{ from: 540, to: 780 }], [], [],
    ]);
    expect(workingHours('Mon, Wed and Fri 9-17, Sat 10-12')?.map((day) => day.length)).toEqual([1, 0, 1, 0, 1, 1, 0]);
    expect(workingHours('Saturday–Monday 08:00–24:00')?.map((day) => day.length)).toEqual([1, 0, 0, 0, 0, 1, 1]);
  });

  it('gives nothing for words that are not hours', () => {
    for (const text of ['', 'always', '09:00-17:00', 'Mon', 'Mon 17:00-09:00', 'Mon 9-17, Tue', 'Mon 9:75-12', 'Foo-Fri 9-17', 'Mon 9-25', 'Mon 9-12, 11-15', 'Mon-Fri 9-17; Fri 16-18']) expect([text, workingHours(text)]).toEqual([text, undefined]);
  });

  it('counts a usual week as 42.5 hours, also where clocks are changed on its Sunday', () => {
    expect(hoursOf(USUAL_HOURS, '2026-10-05', '2026-10-11')).toBe(42.5);
    expect(hoursOf(USUAL_HOURS, '2026-10-19', '2026-10-25', SUMMER_CLOCK)).toBe(42.5);
  });

  it('has an hour less on the night clocks go forward and an hour more when they go back', () => {
    expect(hoursOf('Mon-Sun 00:00-24:00', '2026-03-29', '2026-03-29', SUMMER_CLOCK)).toBe(23);
    expect(hoursOf('Mon-Sun 00:00-24:00', '2026-10-25', '2026-10-25', SUMMER_CLOCK)).toBe(25);
    expect(minutesOf([daySpan('2026-03-29', SUMMER_CLOCK)])).toBe(23 * 60);
    expect(workingSpans(workingHours(USUAL_HOURS)!, ['2026-10-26'], SUMMER_CLOCK)).toEqual([{ start: Date.UTC(2026, 9, 26, 8), end: Date.UTC(2026, 9, 26, 16, 30) }]);
  });
});
