import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { openHouse, type House } from '../../tests/operations-house.ts';
import type { Schema } from '../store/schema.ts';

interface Spec { readonly uid: string; readonly title: string; readonly at: string; readonly minutes?: number; readonly rule?: string; readonly more?: readonly string[] }

/** One VEVENT in UTC. */
function event({ uid, title, at, minutes = 60, rule, more = [] }: Spec): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, `DTSTART:${at}`, `DURATION:PT${minutes}M`, ...(rule === undefined ? [] : [`RRULE:${rule}`]), ...more, 'END:VEVENT'].join('\r\n');
}

const calendar = (name: string, events: readonly Spec[]): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:${name}\r\n${events.map(event).join('\r\n')}\r\nEND:VCALENDAR\r\n`;
const people = (...others: string[]): string[] => ['ORGANIZER:mailto:mia@sample.example', ...['mia@sample.example', ...others].map((address) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`)];

const WORK: readonly Spec[] = [
  { uid: 'standup', title: 'Stand-up', at: '20260907T090000Z', minutes: 15, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', more: people('dev@sample.example', 'qa@sample.example') },
  { uid: 'northwind', title: 'Northwind weekly', at: '20260908T130000Z', rule: 'FREQ=WEEKLY', more: people('kim@northwind.example') },
  { uid: 'arch', title: 'Architecture review', at: '20260909T100000Z', minutes: 90, rule: 'FREQ=WEEKLY', more: people('dev@sample.example') },
  { uid: 'onsite', title: 'Northwind on site', at: '20261118T060000Z', minutes: 120, more: people('kim@northwind.example') },
  { uid: 'secret', title: 'Zebrafish appointment', at: '20261119T140000Z', more: ['CLASS:PRIVATE'] },
  { uid: 'defence', title: 'Steering committee', at: '20261117T150000Z', more: people('boss@sample.example') },
];
const WEEK = { from: '2026-11-16', to: '2026-11-22' };

describeOnBothEngines<Schema>('the attention ledger', (engine) => {
  let house: House;
  const rows = async (more: object = {}) => (await house.ask('attention.events', { ...WEEK, ...more })).events;
  const named = async (title: string, more: object = {}) => (await rows(more)).find((row) => row.title === title)!;
  beforeAll(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
  });
  afterAll(() => house?.close());

  describe('before anything is kept', () => {
    it('is kind and says what to do first', async () => {
      const week = await house.ask('attention.week', {});
      expect(week).toMatchObject({ from: '2026-11-16', to: '2026-11-20', accountedMinutes: 0, calendars: [], questions: 0, accuracy: { taps: 0 } });
      expect(week.sentences[0]).toContain('No calendar is kept yet');
      expect(week.missing.map(({ code }) => code)).toEqual(['no_calendar', 'no_tracker_name']);
      expect(week.weeks).toHaveLength(9);
      expect(week.weeks.every(({ known }) => !known)).toBe(true);
      expect(week.usual.every(({ weeks, range }) => weeks === 0 && range === null)).toBe(true);
    });

    it('counts what was only written down, solid where the kind was said', async () => {
      const { entry, read, undo } = await house.ask('attention.log', { line: '90 sales deck for Northwind, asked by sales' });
      expect(entry).toMatchObject({ kind: 'sales', kindSaid: true, minutes: 90, note: 'deck for Northwind', askedBy: 'sales', day: '2026-11-20' });
      expect(read).toMatchObject({ minutes: '90', kind: 'sales', askedBy: 'sales' });
      const week = await house.ask('attention.week', {});
      expect(week).toMatchObject({ accountedMinutes: 90, entries: 1, byGroup: { glue: 90 }, confirmedByGroup: { glue: 90 }, byKind: [{ kind: 'sales', minutes: 90, low: 90, high: 90, grade: 'declared' }] });
      expect(week.sentences[0]).toBe('Of 1.5 accounted hours, none were with customers; 1.5 were water you carried.');
      await house.ask(undo!.operation as 'attention.drop', undo!.input as { entry: string });
      expect(await house.ask('attention.week', {})).toMatchObject({ accountedMinutes: 0, entries: 0 });
      const restored = await house.ask('attention.amend', { entry: entry.id, restore: true, minutes: 30, note: 'slides' });
      expect(restored.entry).toMatchObject({ minutes: 30, note: 'slides', kind: 'sales' });
      await house.ask('attention.drop', { entry: entry.id });
    });

    it('asks for what a line leaves open instead of making it up', async () => {
      expect(await house.refusal('attention.log', { line: 'sales deck' })).toBe('attention_unfit');
      expect(await house.refusal('attention.log', { line: '30 custom', kind: 'customer' })).toBe('kind_unclear');
      expect(await house.refusal('attention.log', { line: '30 xq zz' })).toBe('kind_unclear');
      expect(await house.refusal('attention.log', { line: '30 ooo' })).toBe('attention_unfit');
    });
  });

  describe('with a calendar', () => {
    beforeAll(async () => {
      await house.ask('calendar.add', { text: calendar('Work', WORK) });
      await house.ask('attention.configure', { addresses: ['Mia@sample.example'], people: { 'northwind.example': 'customer' } });
    });

    it('splits the week, names what is missing, and leaves the private title out', async () => {
      const week = await house.ask('attention.week', WEEK);
      expect(week).toMatchObject({ timeZone: 'UTC', people: true, privateMinutes: 60, capacityMinutes: 2490, calendars: [{ name: 'Work', counted: true }] });
      expect(week.accountedMinutes).toBe(5 * 15 + 60 + 90 + 120 + 60);
      expect(Object.values(week.byGroup).reduce((sum, minutes) => sum + minutes, 0)).toBeCloseTo(week.accountedMinutes, 6);
      expect(week.weeks.filter(({ known }) => known)).toHaveLength(9);
      expect(week.usual.find(({ name }) => name === 'accounted')).toMatchObject({ weeks: 11 });
      expect(week.usual.find(({ name }) => name === 'accounted')!.range).not.toBeNull();
      expect(week.accuracy.says).toContain('we don’t know yet');
      const events = await rows();
      expect(events.find(({ role }) => role === 'private')).toMatchObject({ title: '', kindName: 'Private', series: '' });
      expect(JSON.stringify([week, events])).not.toContain('Zebrafish');
      expect(events.reduce((sum, row) => sum + (row.role === 'private' ? 0 : row.minutes), 0)).toBeCloseTo(week.accountedMinutes, 6);
    });

    it('opens a bar to its events, page by page', async () => {
      const first = await house.ask('attention.events', { ...WEEK, search: 'stand', limit: 3 });
      expect(first).toMatchObject({ total: 5, minutes: 75 });
      const rest = await house.ask('attention.events', { ...WEEK, search: 'stand', limit: 3, cursor: first.nextCursor! });
      expect([...first.events, ...rest.events].map(({ start }) => start.slice(0, 10))).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']);
      expect(rest.nextCursor).toBeUndefined();
      expect(await house.refusal('attention.events', { ...WEEK, limit: 3, cursor: first.nextCursor! })).toBe('bad_cursor');
    });

    it('gives the reasons for a kind and how often its series meets', async () => {
      const shown = await house.ask('attention.event', { event: (await named('Architecture review')).event });
      expect(shown).toMatchObject({ event: { kind: 'tech_discussion' }, meets: { weeklyMinutes: 90 } });
      expect(shown.words.join(' ')).toContain('Architecture');
      expect(shown.top3).toHaveLength(3);
      expect(shown.says).toContain('Architecture');
    });

    it('corrects a series, survives a refresh of the calendar, and is taken back without a trace', async () => {
      const before = await rows();
      const { event: reference } = await named('Northwind weekly');
      const preview = await house.ask('attention.preview', { event: reference, kind: 'design_partner', scope: 'series' });
      const done = await house.ask('attention.correct', { event: reference, kind: 'design_partner', scope: 'series' });
      expect(done).toMatchObject({ changed: preview.count, minutes: preview.minutes, correction: { kind: 'design_partner', scope: 'series', title: 'Northwind weekly' } });
      expect(await named('Northwind weekly')).toMatchObject({ kind: 'design_partner', confirmed: true, layer: 'series', band: 'said' });
      await house.ask('calendar.add', { text: calendar('Work', [...WORK].reverse()) });
      expect(await named('Northwind weekly')).toMatchObject({ event: reference, kind: 'design_partner', confirmed: true });
      await house.ask('attention.undo', done.undo!.input as { correction: string });
      expect(await rows()).toEqual(before);
      await house.ask('attention.undo', { correction: done.correction.id, again: true });
      expect(await named('Northwind weekly')).toMatchObject({ kind: 'design_partner' });
      await house.ask('attention.undo', { correction: done.correction.id });
      expect((await house.ask('attention.corrections', {})).corrections).toMatchObject([{ id: done.correction.id, undone: true }]);
    });

    it('corrects one event and leaves its series alone', async () => {
      const { event: reference } = await named('Stand-up');
      const { undo } = await house.ask('attention.correct', { event: reference, kind: 'incident', scope: 'event' });
      const after = (await rows({ search: 'stand' })).map(({ kind, layer }) => [kind, layer]);
      expect(after[0]).toEqual(['incident', 'event']);
      expect(after.slice(1).some(([kind]) => kind === 'incident')).toBe(false);
      await house.ask('attention.undo', undo!.input as { correction: string });
    });

    it('corrects all that look alike by a rule that is shown first and goes with the undo', async () => {
      const { event: reference } = await named('Northwind on site');
      const preview = await house.ask('attention.preview', { event: reference, kind: 'implem', scope: 'alike' });
      expect(preview).toMatchObject({ kind: 'implementation', words: 'Northwind on site', count: 1 });
      const done = await house.ask('attention.correct', { event: reference, kind: 'implem', scope: 'alike' });
      expect((await house.ask('attention.rules', {})).rules).toMatchObject([{ words: 'Northwind on site', kind: 'implementation' }]);
      await house.ask('attention.undo', { correction: done.correction.id });
      expect((await house.ask('attention.rules', {})).rules).toEqual([]);
    });

    it('goes by a rule of one’s own and names it', async () => {
      const { rule, changed, undo } = await house.ask('attention.rule', { kind: 'sales', words: 'northwind' });
      expect(rule.says).toBe('Titles with “northwind” are Sales.');
      expect(changed).toBeGreaterThan(5);
      const shown = await house.ask('attention.event', { event: (await named('Northwind on site')).event });
      expect(shown).toMatchObject({ rule: rule.id, event: { kind: 'sales', layer: 'rule', confirmed: true } });
      await house.ask('attention.unrule', undo!.input as { rule: string });
      expect(await named('Northwind on site')).not.toMatchObject({ layer: 'rule' });
      expect(await house.refusal('attention.rule', { kind: 'sales' })).toBe('attention_unfit');
    });

    it('moves a kind to another group in every total', async () => {
      const before = await house.ask('attention.week', WEEK);
      const { settings, undo } = await house.ask('attention.configure', { groups: { tech: 'core' } });
      expect(settings.groups).toEqual({ tech_discussion: 'core' });
      const after = await house.ask('attention.week', WEEK);
      expect(after.byGroup.core).toBeCloseTo(before.byGroup.core + 90, 6);
      expect(after.byGroup.technical).toBe(0);
      await house.ask('attention.configure', undo!.input);
      expect((await house.ask('attention.week', WEEK)).byGroup).toEqual(before.byGroup);
    });

    it('takes minutes away from what was not held, and brings them back', async () => {
      const { event: reference } = await named('Northwind on site');
      const before = (await house.ask('attention.week', WEEK)).accountedMinutes;
      const { undo } = await house.ask('attention.held', { event: reference, held: false });
      expect(await house.ask('attention.week', WEEK)).toMatchObject({ accountedMinutes: before - 120, leftOut: { notHeld: 1 } });
      await house.ask('attention.held', { event: reference, held: true });
      expect(await named('Northwind on site')).toMatchObject({ held: true, minutes: 120 });
      await house.ask('attention.held', { event: reference, held: false });
      expect(undo).toMatchObject({ input: { held: null } });
      await house.ask('attention.held', undo!.input as { event: string; held: null });
      expect((await named('Northwind on site')).held).toBeUndefined();
    });

    it('sums what went into defending a bet that was approved', async () => {
      await house.ask('bet.add', { claim: 'Refunds on the first scan halve the calls' });
      const { event: reference } = await named('Steering committee');
      expect(await house.refusal('attention.defend', { event: reference, bet: 'B-1' })).toBe('attention_unfit');
      await engine.store.transaction((tx) => tx.updateTable('bet').set({ placed_at: '2026-10-01T00:00:00.000Z' }).execute());
      const { undo } = await house.ask('attention.defend', { event: reference, bet: 'B-1' });
      expect(await named('Steering committee')).toMatchObject({ kind: 'exec_defence', bet: { key: 'B-1' } });
      expect(await house.ask('attention.defended', {})).toMatchObject({ minutes: 60, bets: [{ key: 'B-1', minutes: 60, meetings: 1 }] });
      await house.ask('attention.defend', undo!.input as { event: string; bet: null });
      expect(await house.ask('attention.defended', {})).toMatchObject({ minutes: 0, bets: [] });
    });

    it('puts an entry with a time over the meeting it overlaps, and one without a time beside it', async () => {
      const before = await house.ask('attention.week', WEEK);
      const timed = await house.ask('attention.log', { line: '13:00-14:00 qa release', day: '2026-11-17' });
      expect(await house.ask('attention.week', WEEK)).toMatchObject({ accountedMinutes: before.accountedMinutes });
      expect(await named('Northwind weekly')).toMatchObject({ minutes: 0 });
      await house.ask('attention.drop', { entry: timed.entry.id });
      const free = await house.ask('attention.log', { line: '60 qa release', day: '2026-11-17' });
      expect(await house.ask('attention.week', WEEK)).toMatchObject({ accountedMinutes: before.accountedMinutes + 60 });
      expect(await named('Northwind weekly')).toMatchObject({ minutes: 60 });
      await house.ask('attention.drop', { entry: free.entry.id });
    });
  });

  describe('questions', () => {
    it('draws five at most at random in the first week, the same until they are answered', async () => {
      const { week, questions } = await house.ask('attention.questions', {});
      expect(week).toBe('2026-11-16');
      expect(questions.length).toBeGreaterThan(1);
      expect(questions.length).toBeLessThanOrEqual(5);
      expect(questions.every(({ drawn, asks, top3 }) => drawn === 'random' && asks === 'kind' && top3.length === 3)).toBe(true);
      expect((await house.ask('attention.questions', {})).questions).toEqual(questions);
      const [one, two] = questions;
      const { left, undo } = await house.ask('attention.answer', { question: one!.question, kind: one!.top3[0]!.kind });
      expect(left).toBe(questions.length - 1);
      expect(await house.ask('attention.questions', {})).toMatchObject({ answered: 1, accuracy: { taps: 1, right: 1 } });
      await house.ask('attention.answer', { question: two!.question, skip: true });
      expect(await house.ask('attention.questions', {})).toMatchObject({ answered: 2, accuracy: { taps: 1, right: 1 } });
      await house.ask('attention.unanswer', undo!.input as { question: string });
      await house.ask('attention.unanswer', { question: two!.question });
      expect((await house.ask('attention.questions', {})).questions).toEqual(questions);
    });

    it('takes a correction of what would have been asked at random for the answer, so that the accuracy does not flatter', async () => {
      const { questions } = await house.ask('attention.questions', {});
      const asked = questions[0]!;
      const done = await house.ask('attention.correct', { event: asked.event.event, kind: 'mentoring', scope: 'series' });
      expect(await house.ask('attention.questions', {})).toMatchObject({ answered: 1, accuracy: { taps: 1, right: 0 } });
      await house.ask('attention.undo', { correction: done.correction.id });
      expect((await house.ask('attention.questions', {})).questions).toEqual(questions);
    });

    it('counts a tap exactly while a correction of it stands, in whatever order corrections are taken back and set again', async () => {
      const { questions } = await house.ask('attention.questions', {});
      const { event: asked, top3: [guess], question } = questions[0]!;
      const state = async () => { const { answered, accuracy: { taps, right } } = await house.ask('attention.questions', {}); return [answered, taps, right]; };
      const wrong = (await house.ask('attention.correct', { event: asked.event, kind: 'mentoring', scope: 'series' })).correction.id;
      await house.ask('attention.undo', { correction: wrong });
      const right = (await house.ask('attention.correct', { event: asked.event, kind: guess!.kind, scope: 'series' })).correction.id;
      const said: [string, boolean, number[]][] = [
        [right, false, [0, 0, 0]], [wrong, true, [1, 1, 0]], [wrong, false, [0, 0, 0]], [right, true, [1, 1, 1]], [wrong, true, [1, 1, 1]], [right, false, [1, 1, 0]], [right, true, [1, 1, 1]],
      ];
      const after = async ([correction, again]: (typeof said)[number]) => { await house.ask('attention.undo', { correction, again }); return state(); };
      for (const step of said) expect(await after(step)).toEqual(step[2]);
      await house.ask('attention.undo', { correction: wrong });
      expect([await house.ask('attention.unanswer', { question }), await state()]).toEqual([{ left: questions.length }, [0, 0, 0]]);
      await house.ask('attention.undo', { correction: right, again: true });
      expect(await state()).toEqual([1, 1, 1]);
      await house.ask('attention.undo', { correction: right });
    });

    it('asks at most five in a later week, one of them whether a long meeting with a customer was held', async () => {
      const { questions } = await house.ask('attention.questions', {});
      await house.ask('attention.answer', { question: questions[0]!.question, skip: true });
      house.later(7);
      const next = await house.ask('attention.questions', {});
      expect(next.questions.length).toBeLessThanOrEqual(5);
      expect(next.questions.filter(({ drawn, asks }) => drawn === 'random' && asks === 'kind').length).toBeLessThanOrEqual(2);
      const held = next.questions.find(({ asks }) => asks === 'held')!;
      expect(held.says).toBe('Was “Northwind on site” held?');
      await house.ask('attention.held', { event: held.question, held: true });
      expect((await house.ask('attention.questions', {})).questions.some(({ asks }) => asks === 'held')).toBe(false);
    });
  });

  describe('the timer', () => {
    it('runs once, survives a restart, and asks when it was forgotten', async () => {
      const { timer } = await house.ask('attention.start', { line: 'sales deck for Northwind, asked by sales' });
      expect(timer).toMatchObject({ kind: 'sales', askedBy: 'sales', forgotten: false });
      expect(await house.refusal('attention.start', { line: 'qa' })).toBe('timer_running');
      await house.restart();
      const stopped = await house.ask('attention.stop', { minutes: 25 });
      expect(stopped.entry).toMatchObject({ kind: 'sales', minutes: 25, timed: true });
      await house.ask('attention.start', stopped.undo!.input as { resume: string });
      house.later(0.6);
      expect((await house.ask('attention.week', {})).timer).toMatchObject({ forgotten: true });
      expect(await house.refusal('attention.stop', {})).toBe('timer_forgotten');
      const kept = await house.ask('attention.stop', { minutes: 40 });
      expect(kept.entry).toMatchObject({ minutes: 40 });
      expect(await house.refusal('attention.stop', {})).toBe('timer_not_running');
      expect((await house.ask('attention.entries', {})).entries.map(({ minutes }) => minutes)).toEqual([40]);
    });
  });

  describe('who may read it', () => {
    it('is the asker’s alone: another member of any role finds nothing of it', async () => {
      for (const role of ['owner', 'pm'] as const) {
        const other = { ...house.asker, memberId: `mbr_${role}`, role };
        const week = await house.run('attention.week', WEEK, other, 'req_other');
        expect(week).toMatchObject({ ok: true, value: { accountedMinutes: 0, calendars: [], privateMinutes: 0 } });
        expect(await house.run('attention.events', WEEK, other, 'req_other')).toMatchObject({ value: { events: [], total: 0 } });
        expect(await house.run('attention.corrections', {}, other, 'req_other')).toMatchObject({ value: { corrections: [], total: 0 } });
        expect(await house.run('attention.entries', {}, other, 'req_other')).toMatchObject({ value: { entries: [] } });
      }
      for (const role of ['teammate', 'viewer'] as const) {
        expect(await house.run('attention.week', {}, { ...house.asker, role }, 'req_other')).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
      }
    });
  });
});
