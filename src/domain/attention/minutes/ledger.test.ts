import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../calendar-event.ts';
import { joined, minutesOf } from '../spans.ts';
import { always, event, person, UTC_CLOCK } from '../testing/events.ts';
import { daySpan, USUAL_HOURS, workingHours } from '../working-hours.ts';
import type { CountingRules } from './counted-events.ts';
import { ledgerOf, totalsOf } from './ledger.ts';

const rules: CountingRules = { from: '2026-10-05', to: '2026-10-11', clock: UTC_CLOCK, hours: workingHours(USUAL_HOURS)!, company: ['sample.example'], label: always({ kind: 'backlog' }) };
const totals = (events: readonly CalendarEvent[], change: Partial<CountingRules> = {}) => totalsOf(ledgerOf(events, { ...rules, ...change }));
const perTitle = (events: readonly CalendarEvent[]): Record<string, number> => {
  const ledger = ledgerOf(events, rules);
  const { byEvent } = totalsOf(ledger);
  return Object.fromEntries(ledger.counted.map((each, at) => [each.event.summary, byEvent[at]!]));
};
const me = person('me@sample.example', 'accepted', true);

describe('what is counted', () => {
  it('drops what was cancelled, declined or free, and where somebody works', () => {
    const ledger = ledgerOf([
      event('2026-10-05T09:00', 60, { status: 'cancelled' }),
      event('2026-10-05T09:00', 60, { attendees: [person('me@sample.example', 'declined', true)] }),
      event('2026-10-05T09:00', 60, { attendees: [person('me@sample.example', 'delegated', true)] }),
      event('2026-10-05T09:00', 60, { transparent: true }), event('2026-10-05T09:00', 60, { busyStatus: 'free' }),
      event('2026-10-05T09:00', 60, { eventType: 'working-location' }), event('2026-10-05T09:00', 60, { eventType: 'birthday' }),
    ], rules);
    expect(ledger.counted).toEqual([]);
    expect(ledger.dropped).toEqual({ cancelled: 1, declined: 2, free: 2, 'working-location': 1, birthday: 1, twice: 0 });
  });

  it('keeps a free event that the person organised and somebody accepted', () => {
    const organiser = { email: 'me@sample.example', self: true };
    expect(totals([event('2026-10-05T09:00', 60, { transparent: true, organiser })]).accounted).toBe(60);
    expect(totals([event('2026-10-05T09:00', 60, { transparent: true, organiser, attendees: [me, person('b@sample.example', 'tentative')] })]).accounted).toBe(0);
  });

  it('never looks at what is private and takes its time out of capacity', () => {
    const label = (): never => { throw new Error('a private title was read'); };
    expect(totals([event('2026-10-05T09:00', 60, { visibility: 'private' }), event('2026-10-05T07:00', 60, { visibility: 'confidential' })], { label })).toMatchObject({ private: 120, accounted: 0, capacity: 2490, unaccounted: 2490 });
  });

  it('gives all-day events no minutes and takes days off away', () => {
    const day = (eventType: CalendarEvent['eventType']) => event('2026-10-06T00:00', 1440, { allDay: { first: '2026-10-06', last: '2026-10-06' }, eventType });
    expect(totals([day('default')])).toMatchObject({ accounted: 0, capacity: 2550 });
    expect(totals([day('out-of-office')])).toMatchObject({ accounted: 0, capacity: 2040, unaccounted: 2040 });
    expect(totals([event('2026-10-06T09:00', 90)], { label: always({ kind: 'ooo' }) })).toMatchObject({ accounted: 0, capacity: 2460 });
  });

  it('cuts what is longer than ten hours to working hours, and leaves ten hours alone', () => {
    expect(totals([event('2026-10-05T06:00', 900)]).accounted).toBe(510);
    expect(totals([event('2026-10-05T06:00', 3 * 1440)]).accounted).toBe(3 * 510);
    expect(totals([event('2026-10-05T06:00', 600)]).accounted).toBe(600);
  });

  it('weighs what was answered', () => {
    const answered = (response: 'tentative' | 'needs-action', recurring = false) => totals([event('2026-10-05T09:00', 60, { recurring, attendees: [person('me@sample.example', response, true), person('b@sample.example')] })]).accounted;
    expect([answered('tentative'), answered('needs-action'), answered('needs-action', true)]).toEqual([30, 30, 42]);
    const tentative = event('2026-10-05T09:00', 60, { attendees: [person('me@sample.example', 'tentative', true)] });
    expect(totals([tentative], { attended: { tentative: { held: 15, of: 20 } } }).accounted).toBe(42.5);
    expect(totals([tentative], { attended: { tentative: { held: 15, of: 19 } } }).accounted).toBe(30);
  });
});

describe('overlap', () => {
  it('gives a minute to the accepted one, then to the one without an answer, then to the tentative one', () => {
    const at = (summary: string, response: 'accepted' | 'needs-action' | 'tentative') => event('2026-10-05T09:00', 60, { summary, attendees: [person('me@sample.example', response, true), person('b@sample.example')] });
    expect(perTitle([at('t', 'tentative'), at('n', 'needs-action'), at('a', 'accepted')])).toEqual({ a: 60, n: 0, t: 0 });
    expect(perTitle([at('t', 'tentative'), at('n', 'needs-action')])).toEqual({ n: 30, t: 0 });
  });

  it('then to who has somebody from outside, to fewer people, to the shorter one', () => {
    const outside = event('2026-10-05T09:00', 60, { summary: 'outside', attendees: [me, person('a@client.example'), person('b@sample.example'), person('c@sample.example')] });
    const few = event('2026-10-05T09:00', 60, { summary: 'few' });
    const many = event('2026-10-05T09:00', 60, { summary: 'many', attendees: [me, person('a@sample.example'), person('b@sample.example')] });
    const short = event('2026-10-05T09:00', 30, { summary: 'short' });
    expect(perTitle([many, few, outside])).toEqual({ outside: 60, few: 0, many: 0 });
    expect(perTitle([many, few])).toEqual({ few: 60, many: 0 });
    expect(perTitle([few, short])).toEqual({ few: 30, short: 30 });
  });

  it('splits equally what nothing tells apart, and says how long it conflicted', () => {
    const found = ledgerOf([event('2026-10-05T09:00', 60), event('2026-10-05T09:30', 60), event('2026-10-05T09:30', 60)], rules);
    expect(totalsOf(found)).toMatchObject({ accounted: 90, conflicting: 60, byEvent: [30 + 10, 25, 25] });
  });

  it('counts a focus block only where nothing lies on top, and calls that no conflict', () => {
    const ledger = ledgerOf([event('2026-10-05T09:00', 120, { summary: 'focus', eventType: 'focus', attendees: [] }), event('2026-10-05T10:00', 30, { attendees: [person('me@sample.example', 'tentative', true)] })], rules);
    expect(totalsOf(ledger)).toMatchObject({ accounted: 105, conflicting: 0, byEvent: [90, 15] });
  });

  it('keeps an event once that was invited twice or handed in twice', () => {
    const one = event('2026-10-05T09:00', 60, { organiser: { email: 'b@sample.example', self: false } });
    expect(totals([one, { ...one, source: 'copy.ics' }, { ...one, uid: 'again', series: 'again' }])).toMatchObject({ accounted: 60, conflicting: 0 });
    expect(totals([one, { ...one, sequence: 1, status: 'cancelled' }]).accounted).toBe(0);
  });
});

const anyEvent = fc.record({
  day: fc.integer({ min: -1, max: 8 }), minute: fc.integer({ min: 0, max: 1439 }), minutes: fc.integer({ min: 0, max: 1500 }), mine: fc.constantFrom('accepted', 'tentative', 'needs-action', 'declined' as const),
  others: fc.integer({ min: 0, max: 3 }), outside: fc.boolean(), recurring: fc.boolean(), type: fc.constantFrom('default', 'focus', 'out-of-office' as const), visibility: fc.constantFrom('public', 'private' as const), file: fc.constantFrom('a.ics', 'b.ics'),
}).map(({ day, minute, minutes, mine, others, outside, recurring, type, visibility, file }) => {
  const start = Date.UTC(2026, 9, 5 + day, 0, minute);
  const uid = `${day}-${minute}-${minutes}-${mine}-${others}`;
  return event('2026-10-05T00:00', 0, {
    uid, series: uid, summary: `Event ${uid}`, source: file, start, end: start + minutes * 60_000, recurring, eventType: type, visibility,
    attendees: [person('me@sample.example', mine, true), ...Array.from({ length: others }, (_, at) => person(`p${at}@${outside ? 'client' : 'sample'}.example`))],
  });
});
const anyEvents = fc.array(anyEvent, { maxLength: 25 });

describe('for any calendar', () => {
  it('minutes are conserved: pieces cover what events cover, once, and nothing else', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      const { counted, pieces } = ledgerOf(events, rules);
      const taking = counted.filter(({ role }) => role !== 'off');
      const slices = [...new Map(pieces.map((piece) => [piece.start, piece])).values()];
      expect(minutesOf(slices)).toBeCloseTo(minutesOf(joined(taking.flatMap(({ spans }) => spans))), 6);
      expect(minutesOf(joined(slices))).toBeCloseTo(minutesOf(slices), 6);
      const shares = new Map<number, number>();
      for (const { start, at, share } of pieces) shares.set(start, (shares.get(start) ?? 0) + share / counted[at]!.weight);
      for (const share of shares.values()) expect(share).toBeCloseTo(1, 9);
    }));
  });

  it('totals never exceed the clock, and what is left of capacity is said', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      const found = totals(events);
      const clock = minutesOf([{ start: daySpan('2026-10-05', UTC_CLOCK).start, end: daySpan('2026-10-11', UTC_CLOCK).end }]);
      expect(found.accounted + found.private).toBeLessThanOrEqual(clock + 1e-9);
      expect(found.capacity).toBeGreaterThanOrEqual(-1e-9);
      expect(found.unaccounted).toBeCloseTo(Math.max(0, found.capacity - found.accounted), 6);
      expect(found.byEvent.reduce((sum, each) => sum + each, 0)).toBeCloseTo(found.accounted + found.private, 6);
    }));
  });

  it('the order of events and files changes nothing', () => {
    fc.assert(fc.property(anyEvents, fc.infiniteStream(fc.nat()), (events, dice) => {
      const shuffled = events.map((each) => ({ each, key: dice.next().value })).sort((a, b) => a.key - b.key).map(({ each }) => each);
      const own = { ...rules, entries: [{ id: 'own', title: 'Own', kind: 'content' as const, start: Date.UTC(2026, 9, 6, 9), end: Date.UTC(2026, 9, 6, 12) }] };
      expect(ledgerOf(shuffled, rules)).toEqual(ledgerOf(events, rules));
      expect(totalsOf(ledgerOf(shuffled, own))).toEqual(totalsOf(ledgerOf(events, own)));
    }));
  });
});
