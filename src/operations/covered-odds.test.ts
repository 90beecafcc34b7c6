import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHouse, type House } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { operationNamed } from '../contract/index.ts';
import type { Operation } from '../contract/operation.ts';
import { addDays } from '../domain/kernel/instant.ts';
import type { Schema } from '../store/schema.ts';
import { withoutOdds } from './covered-odds.ts';

const SHIP = '2026-08-10';
/** Odds that nothing else in the workspace happens to be. */
const SAID = { probability: 0.6713, effectLow: 0.0417, effectHigh: 0.2083 };
const LATER = { probability: 0.4391, effectHigh: 0.1909 };
const [FORECAST, PROPOSED, OTHERS] = [0.5939, 0.4773, 0.3307];
const OWN = [...Object.values(SAID), ...Object.values(LATER), FORECAST, PROPOSED];

const level = (at: number): number => 500 + ((at * 7919) % 23) - 11;
const HISTORY = `day,value\n${Array.from({ length: 500 }, (_, at) => { const day = addDays('2026-11-19', at - 499); return `${day},${level(at) * (day >= SHIP ? 1.15 : 1)}`; }).join('\n')}\n`;

describeOnBothEngines<Schema>('the odds of a bet', (engine) => {
  let house: House;
  let bet: string;
  const mate = () => ({ ...house.asker, memberId: 'mbr_mate', role: 'teammate' as const });

  beforeEach(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('problem.add', { title: 'Shops cannot see why a parcel came back' });
    const { metric } = await house.ask('metric.add', { name: 'Returns in time', direction: 'up' });
    await house.ask('metric.load', { metric: metric.id, text: HISTORY });
    const { probability, ...effect } = SAID;
    ({ bet: { id: bet } } = await house.ask('bet.add', {
      claim: 'A prepaid label brings returns in sooner', problem: 'P-1', metric: metric.id, who: 'Small shops', kind: 'returns', minEffect: 0.03, ...effect, cost: 5, valuePerUnit: 100, money: 'team-weeks',
      killCriterion: 'It loses more than 5%', alternatives: ['Do nothing'], changeMyMind: 'Drop-offs rise only near a counter',
    }));
    await house.ask('bet.base', { bet });
    await house.ask('bet.change', { bet, probability });
    await house.ask('bet.place', { bet });
    await house.ask('bet.amend', { bet, words: 'The carrier asks for more', changes: LATER });
    await house.ask('forecast.give', { bet, probability: FORECAST, words: 'About as before' });
    await house.run('forecast.give', { bet, probability: OTHERS }, mate(), 'r');
    await house.ask('proposal.make', { operation: 'bet.amend', with: { bet, words: 'Less sure now', changes: { probability: PROPOSED } } });
    await house.ask('ship.add', { title: 'Labels', shippedOn: SHIP, bet });
  }, 120_000);
  afterEach(() => house.close());

  const reveal = async (review: 30 | 90 | 365) => {
    await house.ask('review.rate', { bet, review, process: 4 });
    await house.ask('review.remember', { bet, review, probability: 0.8 });
    return (await house.ask('review.reveal', { bet, review })).review;
  };

  it('are in no answer to whoever is asked what they remember, and in every one once the outcome was shown', async () => {
    const lead = (await house.ask('metric.list', {})).metrics[0]!.id;
    const asks = [{}, { state: 'all' }, { bet }, { bet, review: 90 }, { about: bet }, { metric: lead }, { problem: 'P-1' }, { from: '2026-01-01', to: '2026-11-20' }];
    /** Every question that writes nothing, asked in every way it understands. */
    const told = async (): Promise<string[]> => {
      const answers: string[] = [];
      for (const { name, kind, example } of [...operationNamed.values()] as readonly Operation[]) {
        if (kind !== 'query') continue;
        for (const input of [...asks, example.input]) {
          const outcome = await house.run(name as 'bet.get', input as { bet: string }, house.asker, 'r');
          if (outcome.ok) answers.push(`${name} ${JSON.stringify(outcome.value)}`);
        }
      }
      return answers;
    };
    const covered = await told();
    for (const odds of OWN) expect(covered.filter((answer) => answer.includes(String(odds))), String(odds)).toEqual([]);
    for (const name of ['bet.get', 'bet.list', 'seal.list', 'forecast.list', 'proposal.list', 'review.get']) expect(covered.filter((answer) => answer.startsWith(`${name} `)).join(), name).toContain('"hiddenUntil":"reveal"');

    await reveal(30);
    expect((await house.ask('review.get', { bet, review: 30 })).review).toMatchObject({ hiddenUntil: 'reveal', remembered: 0.8 });
    expect((await house.ask('bet.get', { bet })).bet.terms.probability).toBeUndefined();

    expect(await reveal(90)).toMatchObject({ said: SAID.probability });
    const shown = await told();
    for (const odds of OWN) expect(shown.filter((answer) => answer.includes(String(odds))).length, String(odds)).toBeGreaterThan(0);
    expect(shown.filter((answer) => answer.includes('hiddenUntil'))).toEqual([]);
  });

  it('are left out of what a command answers, too, and stay in the seal', async () => {
    const { bet: amended, seal } = await house.ask('bet.amend', { bet, words: 'Surer again', changes: { probability: 0.7177, cost: 6 } });
    expect(seal).toMatchObject({ hiddenUntil: 'reveal', content: { changes: { cost: 6 } } });
    expect(JSON.stringify([amended, seal])).not.toMatch(/0\.7177|0\.6713/);
    const declined = await house.ask('proposal.decide', { proposal: 'PR-1', accept: false });
    expect(JSON.stringify(declined)).not.toContain(String(PROPOSED));
    expect((await house.ask('seal.verify', {})).intact).toBe(true);
    await reveal(90);
    expect((await house.ask('bet.settle', { bet })).bet).toMatchObject({ terms: SAID, stage: 'settled' });
  });

  it('are covered again when the year is over, in the own record too, and stay there when a review was passed over', async () => {
    await reveal(90);
    await house.ask('bet.settle', { bet });
    expect((await house.ask('calibration.get', {})).list).toMatchObject([{ said: SAID.probability }]);
    house.later(270);
    const { n, list: [row] } = await house.ask('calibration.get', {});
    expect([n, row?.said, row?.hiddenUntil]).toEqual([1, undefined, 'reveal']);
    expect((await house.ask('review.list', { state: 'done' })).reviews).toMatchObject([{ review: 90, hiddenUntil: 'reveal' }]);
    await house.ask('metric.load', { metric: 'M-1', text: `day,value\n${Array.from({ length: 270 }, (_, at) => `${addDays('2026-11-20', at)},${level(at) * 1.15}`).join('\n')}\n` });
    expect(await reveal(365)).toMatchObject({ said: SAID.probability });
  });

  it('are not covered from whoever makes no reviews', async () => {
    expect(await house.run('bet.get', { bet }, mate(), 'r')).toMatchObject({ ok: true, value: { bet: { terms: SAID } } });
    const theirs = await house.run('forecast.list', { bet }, mate(), 'r');
    expect(theirs).toMatchObject({ ok: true, value: { spread: { points: expect.any(Number) as number } } });
  });
});

it('takes odds out of plain data however deep they lie, and nothing else', () => {
  expect(withoutOdds({ terms: { minEffect: 0.03, ...SAID, controls: ['a'] }, list: [{ probability: 1, n: null }] })).toEqual({ terms: { minEffect: 0.03, controls: ['a'] }, list: [{ n: null }] });
});
