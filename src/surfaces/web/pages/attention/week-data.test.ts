import { describe, expect, it } from 'vitest';
import { pileOf } from '../../charts/attention/week-bars.ts';
import { chosenDays } from './attention-days.ts';
import { barOf, barsOf, weeksTitle, type WeekAnswer } from './week-data.ts';

const NONE = { core: 0, glue: 0, technical: 0, people: 0, growth: 0, neutral: 0, unsorted: 0 };
const week = (from: string, customers: number, water: number, more: Partial<WeekAnswer> = {}) => ({ from, to: from, whole: true, known: true, byGroup: { ...NONE, core: 600, glue: water }, confirmedByGroup: NONE, withCustomersMinutes: customers, otherCoreMinutes: 600 - customers, waterMinutes: water, confirmedWithCustomersMinutes: 0, confirmedOtherCoreMinutes: 0, accountedMinutes: 600 + water, unaccountedMinutes: 300, ...more }) as unknown as WeekAnswer;

describe('weeks as bars', () => {
  it('stands no minute twice: water that was with customers stands with those', () => {
    const one = week('2026-11-16', 200, 240, { otherCoreMinutes: 500, byGroup: { ...NONE, core: 600, glue: 240, people: 30, neutral: 60 }, confirmedByGroup: { ...NONE, core: 500, glue: 100 }, confirmedWithCustomersMinutes: 150, confirmedOtherCoreMinutes: 450 });
    const bar = barOf(one);
    expect(bar.minutes).toEqual({ customers: 200, core: 500, water: 140, technical: 0, rest: 90, unsorted: 0, none: 300 });
    expect(bar.confirmed).toMatchObject({ customers: 150, core: 450, water: 0 });
    expect(pileOf(bar).at(-1)?.to).toBe(600 + 240 + 90 + 300);
  });

  it('draws no bar for a week before anything is known', () => {
    expect(pileOf(barOf(week('2026-11-16', 0, 0, { known: false })))).toEqual([]);
  });

  it('marks the weeks that the page is about', () => {
    const weeks = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].map((from) => week(from, 100, 100));
    expect([...barsOf(weeks, chosenDays('2026-11-20', undefined), undefined).chosen]).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']);
    expect([...barsOf(weeks, chosenDays('2026-11-20', '2026-11-03'), undefined).chosen]).toEqual(['2026-11-02']);
  });

  it('says what moved between the first and the last half of the whole weeks, and nothing of fewer than four', () => {
    const weeks = [[324, 500], [300, 510], [180, 650], [156, 700]].map(([customers = 0, water = 0], at) => week(`2026-10-0${at + 1}`, customers, water));
    expect(weeksTitle(weeks)).toBe('Customers fell from 5.2 to 2.8 hours a week while the water rose');
    expect(weeksTitle([...weeks, week('2026-11-01', 0, 9_000, { whole: false })])).toBe(weeksTitle(weeks));
    expect(weeksTitle(weeks.map((one) => ({ ...one, withCustomersMinutes: 120, waterMinutes: 60 })))).toBe('Customers stayed at about 2 hours a week');
    expect(weeksTitle(weeks.slice(0, 3))).toBe('What each week was made of');
    expect(weeksTitle(weeks.map((one) => ({ ...one, known: false })))).toBe('No week of these has anything on record');
  });
});
