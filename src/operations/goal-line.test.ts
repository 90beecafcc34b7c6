import { expect, it } from 'vitest';
import type { InputOf, OperationName } from '../contract/index.ts';
import { type House, houseForEach, issueLine, lines } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Schema } from '../store/schema.ts';

const GOAL = { statement: 'Money back in two days', metric: 'Refunded within 48 hours', unit: '%', baseline: 31, target: 50, startOn: '2026-09-01', endOn: '2027-02-28', notGoals: ['Exchanges'] };
interface Undo { readonly operation: string; readonly input: Record<string, unknown> }

describeOnBothEngines<Schema>('the line from goal to items', (engine) => {
  let house: House;
  houseForEach(engine, (opened) => { house = opened; });
  const takeBack = (undo: Undo | undefined): Promise<unknown> => house.ask(undo!.operation as OperationName, undo!.input as InputOf<OperationName>);

  it('goes back a step: an activation to what the goal was before, a proposal to a draft', async () => {
    const { goal } = await house.ask('goal.draft', GOAL);
    const proposed = await house.ask('goal.propose', { goal: goal.id });
    const active = await house.ask('goal.activate', { goal: goal.id });
    expect(active.goal.state).toBe('active');
    await takeBack(active.undo);
    expect((await house.ask('goal.get', { goal: goal.id })).goal?.state).toBe('proposed');
    await takeBack(proposed.undo);
    expect((await house.ask('goal.get', { goal: goal.id })).goal?.state).toBe('draft');
  });

  it('puts a change of the goal back, fields that were empty included', async () => {
    const { goal } = await house.ask('goal.draft', GOAL);
    const changed = await house.ask('goal.change', { goal: goal.id, decides: 'The PM', clear: ['metric', 'unit'] });
    expect([changed.goal.decides, changed.goal.metric, changed.goal.unit]).toEqual(['The PM', undefined, undefined]);
    await takeBack(changed.undo);
    const back = (await house.ask('goal.get', { goal: goal.id })).goal;
    expect([back?.decides, back?.metric, back?.unit]).toEqual([undefined, GOAL.metric, GOAL.unit]);
  });

  it('offers no way back from a change that voided what others had said', async () => {
    const { goal } = await house.ask('goal.draft', GOAL);
    await house.ask('goal.propose', { goal: goal.id });
    await house.ask('goal.agree', { goal: goal.id, stakeholder: 'Finance lead', answer: 'yes' });
    const changed = await house.ask('goal.change', { goal: goal.id, target: 45 });
    expect([changed.undo, changed.goal.agreements.map(({ voided }) => voided)]).toEqual([undefined, [true]]);
  });

  it('empties fields of a problem and a bet, and puts them back', async () => {
    const { problem } = await house.ask('problem.add', { title: 'Nobody knows where the parcel is', who: 'Buyers' });
    const { bet } = await house.ask('bet.add', { claim: 'A scan an hour halves the questions', problem: problem.id });
    const emptied = await house.ask('problem.change', { problem: problem.id, howOften: 'daily', clear: ['who'] });
    expect([emptied.problem.who, emptied.problem.howOften]).toEqual([undefined, 'daily']);
    await takeBack(emptied.undo);
    const back = (await house.ask('problem.get', { problem: problem.id })).problem;
    expect([back.who, back.howOften]).toEqual(['Buyers', undefined]);
    const loose = await house.ask('bet.change', { bet: bet.id, clear: ['problem'] });
    expect(loose.bet.problem).toBeUndefined();
    await takeBack(loose.undo);
    expect((await house.ask('bet.get', { bet: bet.id })).bet.problem).toBe(problem.id);
  });

  it('lists the items that lead to one problem, by its id or its key, and none for a problem that is not there', async () => {
    await house.imported(house.file('tracker.ndjson', lines([1, 2, 3].map((number) => issueLine({ number, created: '2026-01-01T00:00:00.000Z', updated: '2026-01-01T00:00:00.000Z', state: 'open', title: `Parcel ${number}`, labels: [], author: 'author-1' })))));
    const { goal } = await house.ask('goal.draft', GOAL);
    await house.ask('goal.activate', { goal: goal.id });
    const { problem } = await house.ask('problem.add', { title: 'Nobody knows where the parcel is' });
    const [first, second] = (await house.ask('item.list', { sort: 'key' })).items;
    await house.ask('item.link', { items: [first!.id, second!.id], problem: problem.id });
    for (const leadsTo of [problem.id, problem.key]) expect((await house.ask('item.list', { leadsTo, sort: 'key' })).items.map(({ id }) => id)).toEqual([first!.id, second!.id]);
    expect((await house.ask('item.list', { leadsTo: 'P-99' })).total).toBe(0);
  });
});
