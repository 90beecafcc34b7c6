import { describe, expect, it } from 'vitest';
import { besideWeek, chosenDays, daysWords, stripEnd, weeksIn } from './attention-days.ts';

const TODAY = '2026-11-20';

describe('the days the page is about', () => {
  it('begins with the four weeks up to today', () => {
    expect(chosenDays(TODAY, undefined)).toEqual({ span: 'four', from: '2026-10-26', to: TODAY });
    expect(weeksIn(chosenDays(TODAY, undefined))).toBe(4);
  });

  it('takes the week of any day, cut at today, and never one to come', () => {
    expect(chosenDays(TODAY, '2026-11-04')).toEqual({ span: 'week', from: '2026-11-02', to: '2026-11-08' });
    expect(chosenDays(TODAY, '2026-11-19')).toEqual({ span: 'week', from: '2026-11-16', to: TODAY });
    expect(chosenDays(TODAY, '2026-12-01').span).toBe('four');
  });

  it('goes a week back and forth and stops at the present', () => {
    const four = chosenDays(TODAY, undefined);
    expect([besideWeek(TODAY, four, -1), besideWeek(TODAY, four, 1)]).toEqual(['2026-11-16', undefined]);
    const one = chosenDays(TODAY, '2026-11-09');
    expect([besideWeek(TODAY, one, -1), besideWeek(TODAY, one, 1)]).toEqual(['2026-11-02', '2026-11-16']);
    expect(besideWeek(TODAY, chosenDays(TODAY, TODAY), 1)).toBeUndefined();
  });

  it('keeps the strip at the present eight weeks while the chosen one lies in them', () => {
    expect(stripEnd(TODAY, chosenDays(TODAY, '2026-09-28'))).toBe(TODAY);
    expect(stripEnd(TODAY, chosenDays(TODAY, '2026-09-21'))).toBe('2026-09-27');
  });

  it('says days in as few words as they need', () => {
    expect([daysWords({ from: '2026-10-26', to: TODAY }), daysWords({ from: '2026-11-16', to: TODAY }), daysWords({ from: TODAY, to: TODAY })]).toEqual(['26 October to 20 November', '16 to 20 November', '20 November']);
  });
});
