import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayError, hoursByDay, hoursText, weekMinutes } from './hours-text.ts';

describe('working hours a weekday at a time', () => {
  it('spreads a line over its days and joins equal neighbours again', () => {
    const days = hoursByDay('Mon-Thu 9-12:30, 13:30-17; Fri 9-13');
    expect(days).toEqual([...Array.from({ length: 4 }, () => '09:00-12:30, 13:30-17:00'), '09:00-13:00', '', '']);
    expect(hoursText(days)).toBe('Mon-Thu 09:00-12:30, 13:30-17:00; Fri 09:00-13:00');
    expect(weekMinutes(days)).toBe(4 * 420 + 240);
  });

  it('keeps days apart that have other days between them', () => {
    expect(hoursText(['09:00-17:00', '', '09:00-17:00', '', '', '', ''])).toBe('Mon 09:00-17:00; Wed 09:00-17:00');
  });

  it('says how hours are written when a day cannot be read, and nothing about a free day', () => {
    expect(dayError('nine to five')).toBe('Written like 09:00-17:30, or 09:00-12:30, 13:30-17:00.');
    expect(dayError('17:00-09:00')).toBeDefined();
    expect(dayError('')).toBeUndefined();
    expect(dayError('9-17')).toBeUndefined();
  });

  it('gives back any week it was given', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 24 })).map(([from, to]) => `${String(from).padStart(2, '0')}:00-${String(to).padStart(2, '0')}:00`);
    fc.assert(fc.property(fc.array(fc.oneof(fc.constant(''), stretch), { minLength: 7, maxLength: 7 }).filter((days) => days.some((day) => day !== '')), (days) => {
      expect(hoursByDay(hoursText(days))).toEqual(days);
    }));
  });
});
