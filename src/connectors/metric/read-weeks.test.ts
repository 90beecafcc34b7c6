import { describe, expect, it } from 'vitest';
import { readWeekRows, type WeekRules } from './read-weeks.ts';

const rows = (text: string, rules: Partial<WeekRules> = {}) => readWeekRows({ name: 'weeks.csv', text }, { arm: 'grp', control: 'out', unit: 'user', week: 'week', outcome: 'orders', ...rules });
const HEAD = 'user,grp,week,orders,since\n';

describe('rows of a test by weeks', () => {
  it('become units by weeks for each arm, in whatever order they come', async () => {
    const reading = await rows(`${HEAD}a,out,2,3,\nb,in,1,5,\na,out,1,2,\nb,in,3,7,\n`);
    expect(reading).toMatchObject({ control: 'out', treatment: 'in', binary: false, rows: 4, unread: [] });
    expect(reading.units.control).toEqual([[2, 3]]);
    expect(Array.from(reading.units.treatment[0]!)).toEqual([5, undefined, 7]);
    expect((await rows('user,grp,week,orders\na,out,1,yes\nb,in,1,0\n')).binary).toBe(true);
  });

  it('leave out what cannot be counted, each with its place and reason', async () => {
    const { unread, units } = await rows(`${HEAD}a,out,1,2,\na,in,2,2,\na,out,1,9,\n,out,1,1,\nb,,1,1,\nc,in,0,1,\nd,in,x,1,\ne,in,1,many,\nf,in,1,,\n`);
    expect(unread.map(({ where, code }) => `${where}: ${code}`)).toEqual([
      'row 3, grp: unit_in_two_arms', 'row 4, week: week_repeated', 'row 5, user: unit_missing', 'row 6, grp: arm_missing', 'row 7, week: week_unreadable', 'row 8, week: week_unreadable', 'row 9, orders: number_text', 'row 10, orders: outcome_missing',
    ]);
    expect(units.control).toEqual([[2]]);
  });

  it('keep only units that first had it in the first week, and say how many came later', async () => {
    const { units, said, unread } = await rows(`${HEAD}a,out,1,2,2026-01-05\nb,in,1,3,2026-01-11T08:00:00Z\nc,in,1,9,2026-01-12\nd,in,1,9,soon\n`, { date: 'since' });
    expect([units.control, units.treatment]).toEqual([[[2]], [[3]]]);
    expect(unread).toEqual([{ where: 'unit c, since', code: 'unit_later', detail: '2026-01-12' }, { where: 'unit d, since', code: 'date_unreadable', detail: 'soon' }]);
    expect(said[0]).toBe('Only units that first had it in the test’s first week are read, so that cohorts do not mix: 2 of 4 are left out.');
  });

  it('ask for one arm beside the control, and for a day that can be told', async () => {
    const three = `${HEAD}a,out,1,2,3/4/2026\nb,in,1,3,4/4/2026\nc,more,1,9,5/4/2026\n`;
    await expect(rows(three)).rejects.toThrow('has 2 arms beside “out”. By weeks one is read at a time; name it (--treatment NAME).');
    expect(await rows(three, { treatment: 'more' })).toMatchObject({ treatment: 'more', units: { treatment: [[9]] } });
    await expect(rows(three, { treatment: 'in', date: 'since' })).rejects.toThrow('Say whether the day or the month comes first');
    await expect(rows('user,grp,week,orders\n')).rejects.toThrow(/header and no rows|holds nothing|no rows/);
  });
});
