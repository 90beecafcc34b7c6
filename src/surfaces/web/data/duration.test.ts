import { describe, expect, it } from 'vitest';
import { hoursField, minutesIn } from './duration.ts';

describe('spans of work', () => {
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
