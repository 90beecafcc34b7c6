import { expect, it } from 'vitest';
import { type House, houseForEach } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { OutputOf } from '../contract/index.ts';
import { refusalSentence } from '../contract/refusals.ts';
import { addDays, type Day } from '../domain/kernel/instant.ts';
import type { Schema } from '../store/schema.ts';

/** The Monday of this week. */
const MONDAY: Day = '2026-11-16';

describeOnBothEngines<Schema>('the line', (engine) => {
  let house: House;
  houseForEach(engine, (opened) => { house = opened; });

  /** Entries of a kind on the Tuesday of each whole week before this one, the latest first. */
  const spent = async (kind: string, ...minutes: readonly number[]): Promise<void> => {
    for (const [week, each] of minutes.entries()) if (each > 0) await house.ask('attention.log', { line: `${kind} work`, kind, minutes: each, day: addDays(MONDAY, -7 * (week + 1) + 1) });
  };
  const row = (line: OutputOf<'line.get'>, kind: string) => line.charter.find((each) => each.kind === kind)!;
  const sentence = async (...[name, input]: Parameters<House['run']> extends [infer N, infer I, ...unknown[]] ? [N, I] : never): Promise<string> => {
    const outcome = await house.run(name, input, house.asker, 'req_1');
    expect(outcome.ok).toBe(false);
    return outcome.ok ? '' : refusalSentence(outcome.refusal.code, outcome.refusal.details);
  };

  it('begins with core work as one’s own and glue at its own median, and nothing over it', async () => {
    await spent('sales', 120, 60, 180, 120, 120, 120, 90, 120);
    const line = await house.ask('line.get', {});
    expect(line).toMatchObject({ drawn: false, breaches: [], sentence: 'No line is drawn yet. 16 kinds of water would begin at what your last 8 whole weeks were.' });
    expect(row(line, 'sales')).toMatchObject({ stance: 'share', budgetMinutes: 120, seeded: true, state: 'few_weeks' });
    expect(line.charter.map(({ kind }) => kind)).toEqual(['sales']);
    const { change } = await house.ask('line.reset', {});
    expect(await house.ask('line.get', {})).toMatchObject({ drawn: true, sentence: 'Your line holds: no kind of work is over its budget for the last four weeks.' });
    await house.ask('line.undo', { change });
    expect(await house.ask('line.get', {})).toMatchObject({ drawn: false });
  });

  it('says who has outgrown the line after four weeks, with the weeks it rests on', async () => {
    await spent('sales', 200, 190, 60, 180);
    const { row: set, undo } = await house.ask('line.set', { kind: 'sales', stance: 'own', budgetMinutes: 120 });
    expect(set).toMatchObject({ state: 'breach', actual: { meanMinutes: 157.5, confirmedShare: 1 }, overMinutes: 37.5 });
    const line = await house.ask('line.get', {});
    expect(line.sentence).toBe('Sales took 2.6 hours a week; the line you drew is 2 hours.');
    expect(line.breaches[0]).toMatchObject({ rule: 'breach', kind: 'sales', grade: 'Measured', weeks: [{ from: '2026-10-19', over: true }, { from: '2026-10-26', over: false }, { over: true }, { over: true }] });
    await house.ask('line.undo', undo!.input as { change: number });
    expect((await house.ask('line.get', {})).breaches).toEqual([]);
  });

  it('keeps budgets within capacity less protected focus and asks which falls', async () => {
    await house.ask('line.set', { kind: 'sales', stance: 'own', budgetMinutes: 1200 });
    await house.ask('line.set', { kind: 'marketing', stance: 'own', budgetMinutes: 800 });
    expect(await sentence('line.set', { kind: 'backlog', budgetMinutes: 100 })).toBe(
      'Backlog items can rise by 70 minutes a week, not by 1.7 hours: 33.3 hours of 34.5 hours are given away. Say what falls with from, for example sales (20 hours) or marketing (13.3 hours).');
    const { capacity } = await house.ask('line.set', { kind: 'backlog', budgetMinutes: 100, from: [{ kind: 'sales', minutes: 100 }] });
    expect(capacity).toMatchObject({ weeklyMinutes: 2550, protectedMinutes: 480, budgetedMinutes: 2000, roomMinutes: 70 });
    expect(await sentence('line.set', { kind: 'backlog', budgetMinutes: 300, from: [{ kind: 'content', minutes: 30 }] })).toBe('Writing content has no budget a week; 30 minutes cannot be taken from it.');
    expect(await house.refusal('line.protect', { minutes: 600 })).toBe('line_no_room');
    const { undo } = await house.ask('line.protect', { minutes: 420 });
    expect((await house.ask('attention.settings', {})).focusMinutes).toBe(420);
    await house.ask('line.undo', undo!.input as { change: number });
    expect((await house.ask('attention.settings', {})).focusMinutes).toBe(480);
  });

  it('keeps protected focus to the same room, wherever it is set', async () => {
    await house.ask('line.set', { kind: 'sales', stance: 'own', budgetMinutes: 2000 });
    const said = await sentence('line.protect', { minutes: 600 });
    expect(said).toBe('Protected focus can rise by 70 minutes a week, not by 2 hours: 33.3 hours of 34.5 hours are given away. Lower a budget first, for example sales (33.3 hours).');
    expect(await sentence('attention.configure', { focusMinutes: 600 })).toBe(said);
    expect(await house.ask('attention.settings', {})).toMatchObject({ focusMinutes: 480 });
    const { undo } = await house.ask('attention.configure', { focusMinutes: 550 });
    expect((await house.ask('line.get', {})).capacity).toMatchObject({ protectedMinutes: 550, roomMinutes: 0 });
    expect(await house.refusal('attention.configure', { focusMinutes: 551 })).toBe('line_no_room');
    await house.ask('attention.configure', undo!.input);
    expect((await house.ask('line.get', {})).capacity).toMatchObject({ protectedMinutes: 480, roomMinutes: 70 });
  });

  it('lets changes that are made at the same moment follow each other, and never gives away more than there is', async () => {
    await house.ask('line.set', { kind: 'sales', stance: 'own', budgetMinutes: 1500 });
    const atOnce = [
      ...(['marketing', 'content', 'backlog'] as const).map((kind) => house.run('line.set', { kind, stance: 'own', budgetMinutes: 300 }, house.asker, `req_${kind}`)),
      house.run('line.protect', { minutes: 700 }, house.asker, 'req_protect'), house.run('attention.configure', { focusMinutes: 720 }, house.asker, 'req_focus'),
    ];
    const outcomes = await Promise.all(atOnce);
    expect(outcomes.filter((outcome) => !outcome.ok).map((outcome) => (outcome.ok ? '' : outcome.refusal.code)).every((code) => code === 'line_no_room')).toBe(true);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect((await house.ask('line.get', {})).capacity.roomMinutes).toBeGreaterThanOrEqual(0);
    const { changes } = await house.ask('line.history', {});
    expect(changes.map(({ change }) => change)).toEqual(changes.map((_, at) => changes.length - at));
  });

  it('takes changes back in their order, and not from under a later one', async () => {
    const first = await house.ask('line.set', { kind: 'sales', stance: 'share', with: 'Field marketing', budgetMinutes: 60 });
    const second = await house.ask('line.set', { kind: 'sales', budgetMinutes: 90 });
    expect(await sentence('line.undo', { change: first.change })).toBe('Sales was changed again after change 1. Take the later change back first.');
    await house.ask('line.undo', {});
    expect(await house.refusal('line.undo', { change: second.change })).toBe('nothing_to_undo');
    expect(row(await house.ask('line.get', {}), 'sales')).toMatchObject({ budgetMinutes: 60, with: 'Field marketing' });
    const { changes } = await house.ask('line.history', { kind: 'sales' });
    expect(changes.map(({ change, undone }) => [change, undone])).toEqual([[2, true], [1, false]]);
    expect(changes[0]!.says).toBe('Sales: shared with Field marketing, 1.5 hours a week (1 hour before).');
  });

  it('leaves declined work with the person until somebody accepts what follows', async () => {
    expect(await sentence('line.set', { kind: 'content', stance: 'hand_off', to: 'Marketing' })).toBe('To hand work off, say to whom and by which day.');
    expect((await house.ask('line.set', { kind: 'content', stance: 'decline' })).row).toMatchObject({ stillYours: true, stanceSays: 'Declined, and still yours: nobody accepts what follows yet' });
    expect((await house.ask('line.set', { kind: 'content', accepts: 'Head of marketing' })).row).toMatchObject({ stillYours: false, accepts: 'Head of marketing' });
  });

  it('asks for one decision a week, the one with most minutes, and is silent for six weeks when it is kept', async () => {
    for (const line of ['60 sales deck, asked by Sales', '60 sales deck, asked by sales', '60 sales pricing sheet, asked by sales']) await house.ask('carry.add', { what: line });
    for (let day = 1; day <= 3; day++) await house.ask('carry.add', { what: `20m content post, about the blog, 2026-11-1${day}` });
    const line = await house.ask('line.get', {});
    expect(line.decision).toMatchObject({ decision: 'sales/asker/sales', who: 'sales', finding: { value: 3, says: 'Sales, asked by sales: 3 times, 3 hours, all on 20 November. Should it be yours next time?' } });
    expect(line.decisionSays).toBe('One decision waits; 1 other after it, in the weeks to come.');
    expect(await house.refusal('line.decide', { decision: 'content/topic/the blog', choice: 'keep' })).toBe('line_no_decision');
    const { undo, says } = await house.ask('line.decide', { decision: 'sales/asker/sales', choice: 'keep' });
    expect(says).toBe('Sales is carried by choice; it is not asked about again for six weeks.');
    expect(await house.ask('line.get', {})).toMatchObject({ drawn: false, decisionSays: 'One decision a week: the next one waits until 23 November.' });
    await house.ask('line.undo', undo!.input as { change: number });
    expect((await house.ask('line.get', {})).decision?.decision).toBe('sales/asker/sales');
    await house.ask('line.decide', { decision: 'sales/asker/sales', choice: 'hand_off', to: 'Field marketing', by: '2026-12-18' });
    expect(row(await house.ask('line.get', {}), 'sales')).toMatchObject({ stance: 'hand_off', to: 'Field marketing', level: 6 });
    house.later(7);
    expect((await house.ask('line.get', {})).decision?.decision).toBe('content/topic/the blog');
  });

  it('shows nothing of one member’s line to another', async () => {
    await house.ask('carry.add', { what: '60 sales kestrel deck, asked by kestrel' });
    await house.ask('line.set', { kind: 'sales', stance: 'share', with: 'kestrel', budgetMinutes: 60, note: 'kestrel' });
    const other = { ...house.asker, memberId: 'mbr_00000000000000000000000000', role: 'pm' as const };
    for (const [name, input] of [['line.get', { all: true }], ['line.history', {}], ['line.hand_offs', {}], ['line.brief', { kind: 'sales', format: 'html' }], ['carry.list', {}]] as const) {
      const outcome = await house.run(name, input, other, 'req_1');
      expect(outcome.ok).toBe(true);
      expect(JSON.stringify(outcome)).not.toContain('kestrel');
    }
    for (const role of ['teammate', 'viewer'] as const) expect(await house.run('line.get', {}, { ...house.asker, role }, 'req_1')).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
  });

});
