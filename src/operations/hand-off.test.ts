import { expect, it } from 'vitest';
import { type House, houseForEach, openHouse } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { OutputOf } from '../contract/index.ts';
import { refusalSentence } from '../contract/refusals.ts';
import { addDays } from '../domain/kernel/instant.ts';
import type { Schema } from '../store/schema.ts';

/** The Monday of this week. */
const MONDAY = '2026-11-16';
const BACK_BRIEF = 'From the middle of December I write and publish posts myself and only tell Ana afterwards what went out.';

describeOnBothEngines<Schema>('carries and hand-offs', (engine) => {
  let house: House;
  houseForEach(engine, (opened) => { house = opened; });

  /** An entry of content work on the Tuesday of the week that begins `weeks` before this one; before 0 it lies ahead. */
  const wrote = (weeks: number, minutes: number): Promise<OutputOf<'attention.log'>> =>
    house.ask('attention.log', { line: 'content blog post', kind: 'content', minutes, day: addDays(MONDAY, -7 * weeks + 1) });
  const undone = async ({ undo }: { readonly undo?: { operation: string; input: Record<string, unknown> } | undefined }): Promise<unknown> => house.run(undo!.operation as 'carry.add', undo!.input as never, house.asker, 'req_undo');

  it('writes one typed line down and shows how it was read', async () => {
    const { carry, reading, says } = await house.ask('carry.add', { what: '45m deck for Northwind, asked by sales, pressed, yesterday' });
    expect(carry).toMatchObject({ minutes: 45, kind: 'sales', kindGuessed: true, what: 'deck for Northwind', askedBy: 'sales', mode: 'pressed', on: '2026-11-19', source: 'typed' });
    expect(says).toBe('45 minutes of Sales (a guess): deck for Northwind; on 19 November; asked by sales; pressed.');
    expect(reading?.parts).toContainEqual({ field: 'mode', words: 'pressed' });
    expect((await house.ask('carry.change', { carry: carry.id, kind: 'enablement' })).carry).toMatchObject({ kind: 'enablement', kindGuessed: false });
  });

  it('asks for what it cannot do without, in words', async () => {
    const told = async (what: string): Promise<string> => {
      const outcome = await house.run('carry.add', { what }, house.asker, 'req_1');
      return outcome.ok ? 'written' : refusalSentence(outcome.refusal.code, outcome.refusal.details);
    };
    expect(await told('deck for Northwind')).toBe('How long did it take? For example: 45m deck for Northwind, asked by sales.');
    expect(await told('45m')).toBe('What was it? For example: 45m deck for Northwind, asked by sales.');
    expect(await told('45m xyzzy plugh')).toMatch(/^Cannot tell what kind of work “xyzzy plugh” was; say it with #, such as #\w+/);
    expect(await told('45m deck, asked by sales, 2026-12-01')).toMatch(/^1 December 2026 has not come yet/);
    expect(await told('45m #sales deck, bet B-99')).toBe('There is no bet B-99 in this workspace.');
  });

  it('takes a change and a removal back to what was written', async () => {
    const { carry } = await house.ask('carry.add', { what: '30m #qa release check, asked by Ana, faster' });
    const changed = await house.ask('carry.change', { carry: carry.id, minutes: 60, mode: 'chosen', clear: ['reason'] });
    expect(changed.carry).toMatchObject({ minutes: 60, mode: 'chosen' });
    expect(await undone(changed)).toMatchObject({ ok: true, value: { carry: { minutes: 30, reason: 'faster', askedBy: 'Ana' } } });
    const back = await undone(await house.ask('carry.remove', { carry: carry.id }));
    expect(back).toMatchObject({ ok: true, value: { carry: { minutes: 30, what: 'release check', kind: 'qa_testing', on: '2026-11-20' } } });
    const list = await house.ask('carry.list', {});
    expect(list).toMatchObject({ total: 1, says: '1 carry, 30 minutes; 0 minutes of it pressed.' });
    expect(list.carries[0]!.mode).toBeUndefined();
  });

  it('makes a brief from a decision, waiting or taken, with the carries it rests on', async () => {
    for (const minutes of [60, 45, 30]) await house.ask('carry.add', { what: `${minutes}m #sales deck, asked by sales` });
    await house.ask('carry.add', { what: '20m #sales call notes, asked by Ana' });
    const decision = 'sales/asker/sales';
    const waiting = await house.ask('line.hand_off', { decision, to: 'Field marketing', by: '2026-12-18' });
    expect(waiting).toMatchObject({ handOff: { kind: 'sales' }, brief: { kind: 'sales', evidence: { decision, says: 'Sales, asked by sales: 3 times, 2.3 hours, all on 20 November.' } } });
    expect(waiting.brief.evidence!.carries.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([30, 45, 60]);
    expect(waiting.brief.sections.find(({ id }) => id === 'why')!.paragraphs[0]).toBe('Decided on this pattern: Sales, asked by sales: 3 times, 2.3 hours, all on 20 November.');
    await undone(waiting);
    await house.ask('line.decide', { decision, choice: 'hand_off', to: 'Field marketing', by: '2026-12-18' });
    const taken = await house.ask('line.hand_off', { decision });
    expect(taken.brief.evidence).toEqual(waiting.brief.evidence);
    expect(taken.handOff).toMatchObject({ to: 'Field marketing', by: '2026-12-18' });
    expect((await house.ask('line.brief', { handOff: taken.handOff.id, format: 'html' })).text).toContain('Decided on this pattern');
    await undone(taken);
    expect(await house.refusal('line.hand_off', { decision: 'sales/asker/nobody' })).toBe('line_no_decision');
    expect(await house.refusal('line.hand_off', { decision, kind: 'content' })).toBe('line_needs');
    expect(await house.refusal('line.hand_off', {})).toBe('line_needs');
  });

  it('pages through carries, newest first, each once', async () => {
    for (let at = 1; at <= 5; at++) await house.ask('carry.add', { what: `post ${at}`, minutes: 10 * at, kind: 'content', on: `2026-11-0${at}` });
    const first = await house.ask('carry.list', { limit: 3 });
    const second = await house.ask('carry.list', { limit: 3, cursor: first.nextCursor });
    expect([...first.carries, ...second.carries].map(({ what }) => what)).toEqual(['post 5', 'post 4', 'post 3', 'post 2', 'post 1']);
    expect([second.nextCursor, await house.refusal('carry.list', { kind: 'content', cursor: first.nextCursor })]).toEqual([undefined, 'bad_cursor']);
  });

  it('makes a carry of an event, once', async () => {
    const { entry } = await wrote(1, 90);
    const { carry } = await house.ask('carry.from_event', { event: entry.id, askedBy: 'marketing' });
    expect(carry).toMatchObject({ minutes: 90, kind: 'content', on: '2026-11-10', what: 'blog post', source: 'event' });
    expect(await house.refusal('carry.from_event', { event: entry.id })).toBe('carry_exists');
    expect(await undone(await house.ask('carry.remove', { carry: carry.id }))).toMatchObject({ ok: true, value: { carry: { source: 'event', event: entry.id } } });
  });

  it('makes a brief from records only, frozen while its words stay editable', async () => {
    for (let week = 1; week <= 8; week++) await wrote(week, 120);
    await house.ask('carry.add', { what: '60m content launch post, asked by marketing, nobody else, if left: no post at launch' });
    const draft = await house.ask('line.brief', { kind: 'content' });
    expect(draft.brief).toMatchObject({ state: 'draft', cost: { meanMinutes: 120, hoursPerMonth: 8.7, low: 8.7, high: 8.7, confirmedShare: 1 }, count: { carries: 1 }, instead: [{ way: 'shrink' }, { way: 'batch' }, { way: 'template' }, { way: 'stop' }] });
    const { handOff, brief } = await house.ask('line.hand_off', { kind: 'content', to: 'Marketing', by: '2026-12-14', rate: 90, currency: 'EUR' });
    expect(brief.sentence).toBe('Writing content takes 8.7 hours a month; it is proposed that Marketing takes it over by 14 December 2026.');
    expect(brief.sections.map(({ heading }) => heading)).toEqual(['What it is', 'What it costs', 'Why it was carried, and who needs it', 'The proposal', 'How we will know it worked']);
    expect(brief.money).toMatchObject({ perMonth: 783 });
    expect(await house.refusal('line.hand_off', { kind: 'content' })).toBe('hand_off_open');
    await wrote(1, 240);
    const edited = await house.ask('line.edit_brief', { handOff: handOff.id, plan: 'Shadow two posts, then <swap>', clear: ['rate'] });
    expect(edited.brief.cost).toEqual(brief.cost);
    const html = await house.ask('line.brief', { handOff: handOff.id, format: 'html' });
    expect(html.fileName).toBe('hand-off-content.html');
    expect(html.text).toContain('Shadow two posts, then &lt;swap&gt;');
    expect(html.text).not.toMatch(/<script|https?:|EUR/);
    expect((await house.ask('line.brief', { handOff: handOff.id, format: 'markdown' })).text).toContain('Shadow two posts, then \\<swap\\>');
    expect(await undone(edited)).toMatchObject({ ok: true, value: { brief: { money: { rate: 90 } } } });
  });

  it('takes a back-brief in own words, follows the eight weeks, and says when it came back', async () => {
    for (let week = 1; week <= 8; week++) await wrote(week, 120);
    const { handOff } = await house.ask('line.hand_off', { kind: 'content', to: 'Marketing', by: '2026-12-14' });
    const refused = async (backBrief: string): Promise<string> => house.refusal('line.acknowledge', { handOff: handOff.id, by: 'Marketing', backBrief });
    expect(await refused('Understood, will do')).toBe('hand_off_back_brief_short');
    expect(await refused('Writing content takes 8.7 hours a month; it is proposed that Marketing takes it over by 14 December')).toBe('hand_off_back_brief_copied');
    const { handOff: agreed } = await house.ask('line.acknowledge', { handOff: handOff.id, by: 'Marketing', backBrief: BACK_BRIEF });
    expect(agreed).toMatchObject({ state: 'acknowledged', followUp: { says: 'Writing content is handed over to Marketing on 14 December. The eight weeks begin 14 December.' } });
    await wrote(-4, 30);
    await wrote(-5, 45);
    house.later(42);
    const { handOffs, says } = await house.ask('line.hand_offs', {});
    expect(says).toBe('1 hand-off; 1 came back.');
    expect(handOffs[0]).toMatchObject({ state: 'came_back', followUp: { cameBack: true, weeks: [{ from: '2026-12-14', minutes: 30, over: false }, { from: '2026-12-21', minutes: 45, over: true }] } });
    expect(handOffs[0]!.says).toBe('Writing content came back: 45 minutes in the week of 21 December, 38% of the 2 hours a week it was. 1 week of 2 since was over a quarter.');
    expect((await house.ask('line.get', {})).sentences).toContain(handOffs[0]!.says);
    const closed = await house.ask('line.close', { handOff: handOff.id, reason: 'The level was not clear; done again at level 5' });
    expect(closed.handOff).toMatchObject({ state: 'closed', followUp: { cameBack: true } });
    expect(await house.refusal('line.edit_brief', { handOff: handOff.id, plan: 'x' })).toBe('hand_off_closed');
    expect(await undone(closed)).toMatchObject({ ok: true, value: { handOff: { state: 'came_back' } } });
  });

  it('carries everything through an archive, of the one who asks', async () => {
    await wrote(1, 120);
    await house.ask('carry.add', { what: '45m deck for Northwind, asked by sales' });
    await house.ask('line.set', { kind: 'sales', stance: 'share', with: 'Field marketing', budgetMinutes: 90 });
    await house.ask('line.hand_off', { kind: 'content', to: 'Marketing' });
    const before = [await house.ask('line.get', {}), await house.ask('carry.list', {}), await house.ask('line.hand_offs', {}), await house.ask('line.history', {})];
    const { archive } = await house.ask('export.create', {});
    const kept = house;
    await engine.empty();
    house = await openHouse(engine.store, 2);
    expect((await house.ask('import.start', { files: [{ path: `${kept.folder}/${archive.id}` }], wait: true })).import.state).toBe('done');
    await kept.close();
    expect([await house.ask('line.get', {}), await house.ask('carry.list', {}), await house.ask('line.hand_offs', {}), await house.ask('line.history', {})]).toEqual(before);
  });
});
