import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../calendar-event.ts';
import { always, event, UTC_CLOCK } from '../testing/events.ts';
import { USUAL_HOURS, workingHours } from '../working-hours.ts';
import type { CountingRules } from './counted-events.ts';
import { ledgerOf, totalsOf } from './ledger.ts';
import type { Action } from './own-time.ts';

const at = (time: string): number => Date.parse(`2026-10-05T${time}:00Z`);
const action = (time: string, item = 'A-1', kind: Action['kind'] = 'backlog'): Action => ({ at: at(time), item, kind });
const rules: CountingRules = { from: '2026-10-05', to: '2026-10-05', clock: UTC_CLOCK, hours: workingHours(USUAL_HOURS)!, company: [], label: always({ kind: 'customer_call' }) };

function minutes(events: readonly CalendarEvent[], change: Partial<CountingRules>): [string, string | undefined, number][] {
  const ledger = ledgerOf(events, { ...rules, ...change });
  const { byEvent } = totalsOf(ledger);
  return ledger.counted.map(({ role, label }, index) => [role, label.kind, byEvent[index]!]);
}

describe('time that no calendar has', () => {
  it('lets an own entry override what it overlaps, without a conflict', () => {
    const entries = [{ id: 'e1', title: 'Wrote release notes', kind: 'content' as const, start: at('09:30'), end: at('10:30') }];
    expect(minutes([event('2026-10-05T09:00', 60)], { entries })).toEqual([['meeting', 'customer_call', 30], ['entry', 'content', 60]]);
    expect(ledgerOf([event('2026-10-05T09:00', 60)], { ...rules, entries }).conflicting).toEqual([]);
  });

  it('makes sessions of actions ten minutes apart, three minutes longer than they show, and of 90 minutes at most', () => {
    expect(minutes([], { actions: [action('09:30'), action('09:00'), action('09:08')] })).toEqual([['activity', 'backlog', 11], ['activity', 'backlog', 3]]);
    expect(minutes([], { actions: Array.from({ length: 40 }, (_, step) => ({ at: at('09:00') + step * 300_000, item: 'A-1', kind: 'backlog' as const })) })).toEqual([['activity', 'backlog', 90]]);
    expect(minutes([], { actions: [action('09:00'), action('09:02', 'A-2', 'customer_support'), action('09:04', 'A-3', 'customer_support')] })).toEqual([['activity', 'customer_support', 7]]);
  });

  it('counts a session only where nothing else lies', () => {
    expect(minutes([event('2026-10-05T09:05', 60)], { actions: [action('09:00'), action('09:09')] })).toEqual([['meeting', 'customer_call', 60], ['activity', 'backlog', 5]]);
  });

  it('names a focus block by two actions on one item, not by one, and never against what the person said', () => {
    const focus = event('2026-10-05T09:00', 120, { eventType: 'focus', attendees: [] });
    expect(minutes([focus], { actions: [action('09:10'), action('10:00')] })[0]).toEqual(['focus', 'backlog', 120]);
    expect(minutes([focus], { actions: [action('09:10'), action('10:00', 'A-2')] })[0]).toEqual(['focus', 'focus', 120]);
    expect(minutes([focus], { actions: [action('09:10'), action('10:00')], label: always({ kind: 'strategy_goal', confirmed: true }) })[0]).toEqual(['focus', 'strategy_goal', 120]);
  });
});
