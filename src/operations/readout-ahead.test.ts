import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { type House, houseForEach } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { asJson } from '../store/engine/parameters.ts';
import type { Schema } from '../store/schema.ts';

describeOnBothEngines<Schema>('slow consequences, ahead of them', (engine) => {
  let house: House;
  houseForEach(engine, (opened) => { house = opened; });

  it('plans a group kept back by what it will show, and says how large it must be for what is wished', async () => {
    expect(await house.ask('readout.holdout', { users: 100_000, sd: 40, difference: 1.63 })).toMatchObject({ holdout: 5_000, rest: 95_000, detectable: expect.closeTo(1.625, 2) as number, shareNeeded: expect.closeTo(0.05, 2) as number });
    expect((await house.ask('readout.holdout', { users: 20_000, proportion: 0.3, difference: 0.03 })).sentence).toBe('Keep 1,000 of 20,000 users without it: a difference of 4.2 points or more is seen four times in five. To see 3 points, 10.2% are needed.');
    expect((await house.ask('readout.holdout', { users: 100, sd: 40, difference: 1 })).sentence).toMatch(/even half of them would not do\.$/);
    expect(await house.refusal('readout.holdout', { users: 100 })).toBe('holdout_needs_spread');
  });

  /** Bets whose readings at both reviews are written as the engine would leave them: late is twice early, with a little luck. */
  async function readTwice(count: number): Promise<string[]> {
    await house.ask('problem.add', { title: 'Shops cannot see why a parcel came back' });
    const { metric } = await house.ask('metric.add', { name: 'Returns in time', direction: 'up' });
    const bets: string[] = [];
    for (let at = 0; at < count; at++) {
      const { bet } = await house.ask('bet.add', {
        claim: `A label of another kind, number ${at}`, problem: 'P-1', metric: metric.id, who: 'Small shops', minEffect: 0.03, effectLow: 0.01, effectHigh: 0.2, cost: 5, valuePerUnit: 100, money: 'EUR', killCriterion: 'It costs more', alternatives: ['Nothing'], changeMyMind: 'Nobody opens it',
      });
      await house.ask('bet.base', { bet: bet.id });
      await house.ask('bet.change', { bet: bet.id, probability: 0.5 });
      await house.ask('bet.place', { bet: bet.id });
      await house.ask('ship.add', { title: `Label ${at}`, shippedOn: '2025-06-01', bet: bet.id });
      const early = 0.02 + 0.01 * at;
      for (const [review, value] of [[90, early], [365, 2 * early + (at % 2 === 0 ? 0.002 : -0.002)]] as const) {
        const result = asJson({ good: { value, low: value - 0.01, high: value + 0.01 }, precision: { standardError: 0.005, df: null }, guardrails: [], atAPrice: false });
        await engine.store.transaction((tx) => sql`insert into readout (workspace_id, id, bet_id, review, as_of, engine, input, input_sha256, result, made_by, made_at)
          values (${house.asker.workspaceId}, ${`rdo_${at}_${review}`}, ${bet.id}, ${review}, '2026-11-01', 'throughline-outcome/1', '{}', ${'0'.repeat(64)}, ${result}, ${house.asker.memberId}, '2026-11-01T00:00:00Z')`.execute(tx));
      }
      bets.push(bet.id);
    }
    return bets;
  }

  it('forecasts a late effect from ten other bets that were read early and late, and never from nine', async () => {
    const bets = await readTwice(11);
    const { late, bets: learntFrom, early, sentence } = await house.ask('readout.late', { bet: bets[5]! });
    expect([learntFrom, early]).toEqual([10, expect.closeTo(0.07, 10)]);
    expect(late!.low).toBeLessThan(0.14);
    expect(late!.high).toBeGreaterThan(0.14);
    expect(sentence).toMatch(/^By what became of 10 bets that were read at both, \+7% at 90 days lets expect about \+1[345].*% at 365 days, between .*\. A forecast, never a verdict\.$/);
    expect(await house.ask('readout.late', { bet: bets[5]!, from: 365, to: 90 })).toMatchObject({ sentence: 'A forecast goes from an earlier review to a later one.' });
    expect((await house.ask('readout.late', { bet: bets[5]!, from: 30 })).sentence).toMatch(/has no reading at 30 days that shows an effect\.$/);
  });

  it('says how many bets there are while they are too few', async () => {
    const bets = await readTwice(3);
    expect(await house.ask('readout.late', { bet: bets[0]! })).toEqual({ bets: 2, needed: 10, early: expect.closeTo(0.02, 10) as number, sentence: '2 other bets were read at 90 and at 365 days; a forecast is learnt from 10.' });
  });
});
