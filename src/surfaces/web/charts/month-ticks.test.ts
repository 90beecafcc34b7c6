import { describe, expect, it } from 'vitest';
import { monthTicks, placeOf } from './month-ticks.ts';

describe('month ticks', () => {
  it('stand at month starts inside the range', () => {
    expect(monthTicks('2026-07-01', '2026-10-15', 12).map((tick) => tick.name)).toEqual(['Jul', 'Aug', 'Sep', 'Oct']);
    expect(monthTicks('2026-07-02', '2026-08-31', 12).map((tick) => tick.day)).toEqual(['2026-08-01']);
  });

  it('say the year where it begins, when more than twelve months are shown', () => {
    expect(monthTicks('2026-11-01', '2027-02-28', 12).map((tick) => tick.name)).toEqual(['Nov', 'Dec', 'Jan', 'Feb']);
    expect(monthTicks('2025-11-01', '2027-02-28', 40).map((tick) => tick.name)).toContain('Jan 2027');
  });

  it('thin out so that they fit', () => {
    expect(monthTicks('2023-01-01', '2026-12-31', 6).length).toBeLessThanOrEqual(6);
    expect(monthTicks('2023-01-01', '2026-12-31', 6).map((tick) => tick.name)).toEqual(['Jan 2023', 'Jan 2024', 'Jan 2025', 'Jan 2026']);
  });

  it('refuse a day that does not exist', () => {
    expect(() => placeOf('2026-02-30')).toThrow(RangeError);
  });
});
