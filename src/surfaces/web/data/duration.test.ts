import { describe, expect, it } from 'vitest';
import { hours, hoursField, hoursWords, minutesIn } from './duration.ts';

describe('spans of work', () => {
  it('writes whole hours from ten on and one decimal under it', () => {
    expect([0, 20, 90, 594, 600, 2310].map(hours)).toEqual(['0', '0.3', '1.5', '9.9', '10', '39']);
  });

  it('writes minutes under an hour in sentences', () => {
    expect([0, 1, 45, 60, 390].map(hoursWords)).toEqual(['0 hours', '1 minute', '45 minutes', '1 hour', '6.5 hours']);
  });

  it.each([['2h', 120], ['2', 120], ['1.5', 90], ['1,5 h', 90], ['1:30', 90], ['45m', 45], ['45 min', 45], ['1h 15m', 75], ['0', 0], ['1 hour', 60]])('reads %s as %i minutes', (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });

  it.each(['', 'soon', 'h', '2d', '-1', '1:75'])('does not guess at “%s”', (text) => {
    expect(minutesIn(text) || undefined).toBeUndefined();
  });

  it('reads back what it writes into a field, by the quarter of an hour', () => {
    for (let minutes = 0; minutes <= 3000; minutes += 15) expect(minutesIn(hoursField(minutes))).toBe(minutes);
  });
});
