import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../kinds.ts';
import { event, UTC_CLOCK } from '../testing/events.ts';
import { weekMinutes, weeksOf } from '../week.ts';
import { USUAL_HOURS, workingHours } from '../working-hours.ts';
import type { Label } from './label.ts';
import { sortMinutes } from './kind-minutes.ts';
import { ledgerOf, totalsOf } from './ledger.ts';

const label = ({ summary }: { readonly summary: string }): Label => summary === '?' ? { probability: 0.3, layer: 'unsorted', confirmed: false } : { kind: summary.replace('!', '') as Kind, probability: 0.8, layer: 'model', confirmed: summary.endsWith('!') };
const rules = { from: '2026-10-05', to: '2026-10-18', clock: UTC_CLOCK, hours: workingHours(USUAL_HOURS)!, company: [], label };

describe('minutes by kind', () => {
  const ledger = ledgerOf([
    event('2026-10-05T09:00', 240, { summary: 'customer_call' }), event('2026-10-06T09:00', 60, { summary: 'backlog!' }), event('2026-10-06T11:00', 60, { summary: 'backlog' }),
    event('2026-10-07T09:00', 100, { summary: 'prototype' }), event('2026-10-08T09:00', 30, { summary: 'tech_discussion' }), event('2026-10-09T09:00', 40, { summary: '?' }), event('2026-10-09T11:00', 80, { summary: 'customer_support' }),
  ], rules);
  const { byEvent, accounted } = totalsOf(ledger);
  const sorted = sortMinutes(ledger.counted, byEvent, 0.41);

  it('adds up to what is accounted for, unsorted ones among them', () => {
    expect(sorted.byGroup).toEqual({ core: 360, glue: 80, technical: 130, people: 0, growth: 0, neutral: 0, unsorted: 40 });
    expect(Object.values(sorted.byGroup).reduce((sum, each) => sum + each, 0)).toBe(accounted);
    expect(sorted.byKind.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(accounted);
  });

  it('is as unsure as what is not confirmed: the share of errors of it, to both sides', () => {
    expect(sorted.byKind.slice(0, 2)).toEqual([
      { kind: 'customer_call', minutes: 240, confirmedMinutes: 0, low: 141.6, high: 338.4 }, { kind: 'backlog', minutes: 120, confirmedMinutes: 60, low: 95.4, high: 144.6 },
    ]);
    expect(sortMinutes(ledger.counted, byEvent, 0.25).byKind[0]).toMatchObject({ low: 180, high: 300 });
  });

  it('splits a prototype between users and technology, and gives the gauge its share of the week', () => {
    expect(sorted.eightyTwenty).toEqual({ userMinutes: 240 + 60 + 80 + 50, technicalMinutes: 50 + 30, shareOfWeek: 510 / 610 });
    expect(sortMinutes([], [], 0.41).eightyTwenty.shareOfWeek).toBeNull();
    expect([sorted.withCustomers, sorted.water]).toEqual([320, 80]);
  });

  it('is split over weeks without loss', () => {
    const spread = fc.array(fc.record({ hour: fc.integer({ min: 0, max: 13 * 24 }), minutes: fc.integer({ min: 1, max: 600 }), summary: fc.constantFrom('backlog', 'sales', 'incident', '?') }), { maxLength: 20 });
    fc.assert(fc.property(spread, (drawn) => {
      const found = ledgerOf(drawn.map(({ hour, minutes, summary }) => event(new Date(Date.UTC(2026, 9, 5, hour)).toISOString().slice(0, 16), minutes, { summary })), rules);
      const weeks = weekMinutes(found, weeksOf('2026-10-05', '2026-10-18', UTC_CLOCK), 0.41);
      const whole = totalsOf(found);
      expect(weeks.reduce((sum, week) => sum + week.accounted, 0)).toBeCloseTo(whole.accounted, 0);
      expect(weeks.reduce((sum, week) => sum + week.capacity, 0)).toBeCloseTo(whole.capacity, 6);
      for (const week of weeks) expect(Object.values(week.byGroup).reduce((sum, each) => sum + each, 0)).toBeCloseTo(week.accounted, 6);
    }));
  });

  it('gives each week its part of an event that reaches over midnight on Sunday', () => {
    const night = ledgerOf([event('2026-10-11T23:00', 120, { summary: 'incident' })], rules);
    expect(weekMinutes(night, weeksOf('2026-10-05', '2026-10-18', UTC_CLOCK), 0.41).map((week) => [week.from, week.whole, week.accounted, week.byGroup.technical])).toEqual([['2026-10-05', true, 60, 60], ['2026-10-12', true, 60, 60]]);
    expect(weeksOf('2026-10-07', '2026-10-12', UTC_CLOCK).map(({ from, to, whole }) => [from, to, whole])).toEqual([['2026-10-07', '2026-10-11', false], ['2026-10-12', '2026-10-12', false]]);
  });
});
