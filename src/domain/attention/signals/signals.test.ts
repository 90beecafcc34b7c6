import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../calendar-event.ts';
import { ledgerOf } from '../minutes/ledger.ts';
import { always, event, person, UTC_CLOCK } from '../testing/events.ts';
import { weekMinutes, weeksOf } from '../week.ts';
import { USUAL_HOURS, workingHours } from '../working-hours.ts';
import { factsOf } from './facts.ts';
import { signalsOf, type Signal, type SignalName } from './signals.ts';

const hours = workingHours(USUAL_HOURS)!;

function signals(events: readonly CalendarEvent[], from = '2026-10-05', to = '2026-10-11'): (name: SignalName) => Signal {
  const ledger = ledgerOf(events, { from, to, clock: UTC_CLOCK, hours, company: [], label: always({ kind: 'backlog' }) });
  const found = signalsOf(factsOf(ledger, { from, to, clock: UTC_CLOCK, hours }), weekMinutes(ledger, weeksOf(from, to, UTC_CLOCK), 0.41));
  return (name) => found.find((signal) => signal.name === name)!;
}

/** The same meeting every Monday; `minutes` of each week. */
const mondays = (minutes: readonly number[]): CalendarEvent[] => minutes.map((length, at) => event(new Date(Date.UTC(2026, 0, 5 + 7 * at, 10)).toISOString().slice(0, 16), length));

describe('signals', () => {
  it('says what share of working hours is meetings, each moment once', () => {
    const of = signals([event('2026-10-05T09:00', 51), event('2026-10-05T09:00', 51), event('2026-10-05T18:00', 60)]);
    expect([of('meeting_load').value, of('meetings_per_day').value, of('after_hours').value]).toEqual([0.02, 0.6, 60]);
  });

  it('adds up the gaps that leave room to think, and the ones that do not', () => {
    const of = signals([event('2026-10-05T10:00', 60), event('2026-10-05T11:20', 60), event('2026-10-05T13:50', 220)], '2026-10-05', '2026-10-05');
    expect([of('focus_60').value, of('usable_focus').value, of('fragments').value]).toEqual([150, 0, 0.1176]);
  });

  it('counts runs of two hours or four meetings with at most five minutes between', () => {
    const quarter = ['09:00', '09:20', '09:40', '10:00'].map((time) => event(`2026-10-05T${time}`, 15));
    expect(signals(quarter)('back_to_back').value).toBe(1);
    expect(signals(quarter.slice(1))('back_to_back').value).toBe(0);
    expect(signals([event('2026-10-05T09:00', 60), event('2026-10-05T10:05', 55)])('back_to_back').value).toBe(1);
    expect(signals([event('2026-10-05T09:00', 60), event('2026-10-05T10:06', 55)])('back_to_back').value).toBe(0);
    expect(signals([event('2026-10-05T09:00', 180)])('back_to_back').value).toBe(0);
  });

  it('sees evenings and short nights', () => {
    const of = signals([event('2026-10-05T20:30', 90), event('2026-10-06T08:59', 30), event('2026-10-08T05:00', 30)]);
    expect([of('after_20').value, of('after_hours').value, of('short_rest').value]).toEqual([90, 90 + 1 + 30, 1]);
  });

  it('counts late invitations, and meetings to which nobody else said yes; says null where the calendar does not tell', () => {
    const invited = event('2026-10-05T09:00', 30, { created: Date.UTC(2026, 9, 4, 10), organiser: { email: 'b@sample.example', self: false } });
    const alone = event('2026-10-06T09:00', 30, { organiser: { email: 'me@sample.example', self: true }, attendees: [person('me@sample.example', 'accepted', true), person('b@sample.example', 'needs-action')] });
    const of = signals([invited, alone]);
    expect([of('last_minute').value, of('no_other_acceptance').value]).toEqual([1, 1]);
    const feed = signals([event('2026-10-05T09:00', 30, { attendees: [] })]);
    expect([feed('last_minute').value, feed('no_other_acceptance').value, feed('meetings_per_day').value]).toEqual([null, null, 0.2]);
  });

  it('says nothing of a usual range under eight weeks, nothing of the last week under nine, and no trend under twelve', () => {
    const steady = [60, 70, 60, 70, 60, 70, 60, 70, 300];
    const of = (weeks: number) => signals(mondays(steady), '2026-01-05', new Date(Date.UTC(2026, 0, 4 + 7 * weeks)).toISOString().slice(0, 10))('meeting_load');
    expect([of(7).usual, of(7).reading]).toEqual([null, 'few-weeks']);
    expect([of(8).usual === null, of(8).reading]).toEqual([false, 'few-weeks']);
    expect(of(9).reading).toBe('above');
    const rising = mondays(Array.from({ length: 12 }, (_, at) => 60 + at * 10));
    expect(signals(rising, '2026-01-05', '2026-03-29')('meeting_load').trend?.perWeek).toBeGreaterThan(0);
    expect(signals(rising.slice(0, 11), '2026-01-05', '2026-03-22')('meeting_load').trend).toBeNull();
  });

  it('counts weeks of 55 accounted hours among the last four', () => {
    const long = Array.from({ length: 6 }, (_, at) => event(`2026-10-${String(5 + at).padStart(2, '0')}T08:00`, 560));
    expect(signals(long)('long_week').value).toBe(1);
    expect(signals(long.slice(1))('long_week').value).toBe(0);
  });
});
