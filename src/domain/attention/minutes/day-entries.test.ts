import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf, type Span } from '../spans.ts';
import { always, event, SUMMER_CLOCK, UTC_CLOCK } from '../testing/events.ts';
import { USUAL_HOURS, workingHours } from '../working-hours.ts';
import { ledgerOf, totalsOf } from './ledger.ts';

const hours = workingHours(USUAL_HOURS)!;
const rules = { from: '2026-10-05', to: '2026-10-05', clock: UTC_CLOCK, hours, company: [], label: always({ kind: 'backlog', group: 'core' }) };
const entry = (id: string, minutes: number, day = '2026-10-05') => ({ id, title: id, kind: 'sales' as const, day, minutes });
const clocks = (spans: readonly Span[]): string[] => spans.map(({ start, end }) => `${new Date(start).toISOString().slice(11, 16)}-${new Date(end).toISOString().slice(11, 16)}`);

describe('own entries without a time', () => {
  it('lie beside the meetings of their day, in working hours from the morning on', () => {
    const ledger = ledgerOf([event('2026-10-05T09:00', 60), event('2026-10-05T10:30', 30)], { ...rules, dayEntries: [entry('a', 90)] });
    expect(clocks(ledger.counted.find(({ role }) => role === 'entry')!.spans)).toEqual(['10:00-10:30', '11:00-12:00']);
    expect(totalsOf(ledger)).toMatchObject({ accounted: 180, conflicting: 0 });
  });

  it('go on into the evening where the day is full, then into the early morning', () => {
    const ledger = ledgerOf([event('2026-10-05T09:00', 510)], { ...rules, dayEntries: [entry('a', 60), entry('b', 420)] });
    expect(ledger.counted.filter(({ role }) => role === 'entry').map(({ spans }) => clocks(spans))).toEqual([['17:30-18:30'], ['00:00-01:30', '18:30-00:00']]);
  });

  it('stay on their own day in the zone, on the day clocks go back too', () => {
    const ledger = ledgerOf([], { ...rules, from: '2026-10-25', to: '2026-10-25', clock: SUMMER_CLOCK, dayEntries: [entry('a', 1440, '2026-10-25'), entry('b', 60, '2026-10-26')] });
    expect(ledger.counted).toHaveLength(1);
    expect(totalsOf(ledger).accounted).toBe(1440);
  });

  it('count as guessed where their kind was', () => {
    const ledger = ledgerOf([], { ...rules, dayEntries: [{ ...entry('a', 30), said: false }], entries: [{ id: 'b', title: '', kind: 'sales', start: Date.UTC(2026, 9, 5, 9), end: Date.UTC(2026, 9, 5, 10) }] });
    expect(ledger.counted.map(({ label, event: { uid } }) => [uid, label.confirmed])).toEqual([['b', true], ['a', false]]);
  });

  it('lose no minute of anything else, and never make a day longer than the clock ran', () => {
    const meeting = fc.record({ at: fc.integer({ min: 0, max: 1380 }), minutes: fc.integer({ min: 1, max: 300 }) });
    fc.assert(fc.property(fc.array(meeting, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 5 }), (meetings, own) => {
      const events = meetings.map(({ at, minutes }) => event(new Date(Date.UTC(2026, 9, 5) + at * 60_000).toISOString().slice(0, 16), minutes));
      const entries = own.map((minutes, at) => entry(`entry-${at}`, minutes));
      const before = totalsOf(ledgerOf(events, rules));
      const ledger = ledgerOf(events, { ...rules, dayEntries: entries });
      const after = totalsOf(ledger);
      const written = Math.min(own.reduce((sum, minutes) => sum + minutes, 0), 1440 - before.accounted);
      expect(after.accounted).toBeCloseTo(before.accounted + written, 1);
      expect(after.accounted).toBeLessThanOrEqual(1440 + 1e-6);
      expect(minutesOf(ledger.pieces)).toBeLessThanOrEqual(1440 + 1e-6);
    }), { numRuns: 60 });
  });
});
