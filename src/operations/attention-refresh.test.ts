import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Schema } from '../store/schema.ts';

interface Meeting { readonly uid: string; readonly day: string; readonly hour: number; readonly minutes: number; readonly weekly: boolean; readonly kind?: string }
type Fate = 'stays' | 'invited anew' | 'invited anew, older' | 'moved' | 'cancelled';

/** One a day at most in an hour, so that nothing overlaps wherever one is moved to. */
const MEETINGS: readonly Meeting[] = [
  { uid: 'Partner hour', day: '20261109', hour: 9, minutes: 60, weekly: true, kind: 'design_partner' }, { uid: 'Daily', day: '20261110', hour: 9, minutes: 15, weekly: true, kind: 'incident' },
  { uid: 'Big picture', day: '20261111', hour: 9, minutes: 90, weekly: true, kind: 'mentoring' }, { uid: 'Committee', day: '20261112', hour: 13, minutes: 60, weekly: false, kind: 'exec_defence' },
  { uid: 'Visit', day: '20261113', hour: 9, minutes: 120, weekly: false }, { uid: 'Coffee', day: '20261113', hour: 15, minutes: 30, weekly: true },
];
const NOT_HELD = 'Visit';
const WEEK = { from: '2026-11-09', to: '2026-11-15' };

function event({ uid, day, hour, minutes, weekly }: Meeting, { name = uid, later = 0, repeats = weekly, more = [] }: { name?: string; later?: number; repeats?: boolean; more?: readonly string[] } = {}): string {
  const people = ['ORGANIZER:mailto:boss@sample.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:mia@sample.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@northwind.example'];
  return ['BEGIN:VEVENT', `UID:${name}`, `SUMMARY:${uid}`, `DTSTART:${day}T${String(hour + later).padStart(2, '0')}0000Z`, `DURATION:PT${minutes}M`, ...(repeats ? ['RRULE:FREQ=WEEKLY;COUNT=8'] : []), ...people, ...more, 'END:VEVENT'].join('\r\n');
}

/** What the export has of a meeting; a fate befalls the instance of the week. */
function exported(meeting: Meeting, fate: Fate): string[] {
  const instance = `RECURRENCE-ID:${meeting.day}T${String(meeting.hour).padStart(2, '0')}0000Z`;
  const changed = (later: number, ...more: string[]): string[] => (meeting.weekly ? [event(meeting), event(meeting, { later, repeats: false, more: [instance, 'SEQUENCE:1', ...more] })] : [event(meeting, { later, more: ['SEQUENCE:1', ...more] })]);
  switch (fate) {
    case 'stays': return [event(meeting)];
    case 'invited anew': return [event(meeting), event(meeting, { name: `${meeting.uid} again`, more: ['SEQUENCE:2'] })];
    case 'invited anew, older': return [event(meeting, { more: ['SEQUENCE:2'] }), event(meeting, { name: `${meeting.uid} again` })];
    case 'moved': return changed(1);
    case 'cancelled': return changed(0, 'STATUS:CANCELLED');
  }
}

const calendar = (events: readonly string[]): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Work\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`;

describeOnBothEngines<Schema>('what was said of a calendar', (engine) => {
  let house: House;
  beforeAll(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('attention.configure', { addresses: ['mia@sample.example'] });
    await house.ask('calendar.add', { text: calendar(MEETINGS.map((meeting) => event(meeting))) });
    const { events } = await house.ask('attention.events', WEEK);
    for (const { event: reference, title } of events) {
      const kind = MEETINGS.find(({ uid }) => uid === title)?.kind;
      if (kind !== undefined) await house.ask('attention.correct', { event: reference, kind, scope: title === 'Daily' ? 'event' : 'series' });
      if (title === NOT_HELD) await house.ask('attention.held', { event: reference, held: false });
    }
  }, 120_000);
  afterAll(() => house?.close());

  it('outlives every export of it, and no minute is counted twice', async () => {
    const fates = fc.array(fc.constantFrom<Fate>('stays', 'invited anew', 'invited anew, older', 'moved', 'cancelled'), { minLength: MEETINGS.length, maxLength: MEETINGS.length });
    const order = fc.array(fc.nat(), { minLength: 2 * MEETINGS.length, maxLength: 2 * MEETINGS.length });
    await fc.assert(fc.asyncProperty(fates, order, async (fate, places) => {
      const parts = MEETINGS.flatMap((meeting, at) => exported(meeting, fate[at]!));
      await house.ask('calendar.add', { text: calendar(parts.map((part, at) => ({ part, place: places[at]! })).toSorted((a, b) => a.place - b.place).map(({ part }) => part)) });
      const left = MEETINGS.filter(({ uid }, at) => fate[at] !== 'cancelled' && uid !== NOT_HELD);
      const { events } = await house.ask('attention.events', WEEK);
      expect(events.map(({ title, minutes }) => [title, minutes])).toEqual(left.map(({ uid, minutes }) => [uid, minutes]));
      for (const { uid, kind } of left) if (kind !== undefined) expect(events.find(({ title }) => title === uid)).toMatchObject({ kind, confirmed: true });
      const week = await house.ask('attention.week', WEEK);
      expect(week.accountedMinutes).toBe(left.reduce((sum, { minutes }) => sum + minutes, 0));
      expect(week.conflictingMinutes).toBe(0);
    }), { numRuns: 8 });
  });
});
