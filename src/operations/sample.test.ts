import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openHouse, type House } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { SAMPLE_BETS } from '../domain/sample/sample-bets.ts';
import type { Schema } from '../store/schema.ts';

const TERMS = {
  who: 'Small shops', kind: 'refunds', minEffect: 0.02, effectLow: 0.03, effectHigh: 0.08, cost: 5, valuePerUnit: 100, money: 'team-weeks', killCriterion: 'It costs more than it saves',
  alternatives: ['Do nothing'], changeMyMind: 'Nobody waits for it',
};

/** Waits for the audit and for the history. */
async function lived(of: House): Promise<void> {
  while ((await of.ask('workspace.get', {})).runningJobs.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

describeOnBothEngines<Schema>('the sample company', (engine) => {
  let house: House;
  beforeAll(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('sample.load', { seed: 1 });
    await lived(house);
  }, 240_000);
  afterAll(() => house?.close());

  it('has bets in every state, whose outcomes were measured from effects that truly are in its metrics', async () => {
    const { bets } = await house.ask('bet.list', { state: 'all' });
    const found = bets.map(({ key, stage, outcome }) => [key, stage, outcome?.status, outcome?.reason === 'killed' || outcome?.status === 'dropped' ? undefined : outcome?.sub ?? outcome?.reason].filter(Boolean).join(' '));
    expect(found).toEqual([
      'B-1 settled won met', 'B-2 settled lost no-sign-of-it', 'B-3 settled lost real-but-below-bar', 'B-4 settled won met', 'B-5 settled inconclusive direction-unknown',
      'B-6 settled refused two-bets-share-this-window', 'B-7 settled lost harmful', 'B-8 settled dropped', 'B-9 settled lost', 'B-10 shipped', 'B-11 shipped', 'B-12 placed', 'B-13 placed', 'B-14 draft', 'B-15 draft', 'B-16 draft',
    ]);
    expect(bets[7]!.outcome).toMatchObject({ status: 'dropped', costAvoided: 21 });
    expect(bets[8]!.outcome).toMatchObject({ status: 'lost', reason: 'killed', costAvoided: 9 });
    expect(bets[0]!.placedAt!.slice(0, 10)).toBe('2024-11-15');
    expect(await house.ask('seal.verify', {})).toMatchObject({ seals: 43, intact: true });
    const times = (await house.ask('seal.list', {})).seals.map(({ sealedAt }) => sealedAt);
    expect(times).toEqual([...times].sort());

    const record = await house.ask('calibration.get', {});
    expect([record.n, record.list.length, record.unresolvable]).toEqual([7, 9, expect.any(Number)]);
    const { ranked } = await house.ask('bet.rank', {});
    expect(ranked.map(({ key }) => key).sort()).toEqual(['B-12', 'B-13', 'B-14', 'B-15', 'B-16']);
    for (const { stated, effect } of ranked) expect(effect.mean).toBeLessThan(stated);
    const { reviews, due } = await house.ask('review.list', {});
    expect([due, reviews.map(({ key, review }) => `${key} ${review}`).sort()]).toEqual([3, ['B-10 90', 'B-11 30', 'B-4 365']]);
    expect(await house.ask('ship.list', {})).toMatchObject({ unasked: 2, bets: 10, noBets: 4, measured: 7 });
    expect(await house.ask('goal.outlook', {})).toMatchObject({ target: 40, bets: [{ key: 'B-12' }] });
    expect((await house.ask('forecast.list', { bet: 'B-12' }))).toEqual({ forecasts: [], hidden: 1 });
    const { readouts } = await house.ask('readout.list', { bet: 'B-1' });
    expect(await house.ask('readout.recompute', { readout: readouts[0]!.id })).toMatchObject({ same: true, inputIntact: true });
  });

  it('has a week a product manager knows: fewer customers, more water, three kinds over their line, one decision, one hand-off that came back', async () => {
    const week = await house.ask('attention.week', { from: '2026-11-09', to: '2026-11-15', weeks: 20 });
    const mean = (from: number, to: number, of: (each: (typeof week.weeks)[number]) => number): number => week.weeks.slice(from, to).reduce((sum, each) => sum + of(each), 0) / (to - from) / 60;
    expect(mean(0, 20, ({ accountedMinutes }) => accountedMinutes)).toBeGreaterThan(26);
    expect(Math.max(...week.weeks.map(({ accountedMinutes }) => accountedMinutes))).toBeLessThan(32 * 60);
    expect([mean(0, 4, ({ withCustomersMinutes }) => withCustomersMinutes), mean(16, 20, ({ withCustomersMinutes }) => withCustomersMinutes)].map(Math.round)).toEqual([6, 3]);
    expect(mean(16, 20, ({ waterMinutes }) => waterMinutes)).toBeGreaterThan(1.5 * mean(0, 4, ({ waterMinutes }) => waterMinutes));
    expect(week.signals.filter(({ reading }) => reading === 'above').map(({ name }) => name)).toEqual(['after_hours']);
    expect(week.accuracy.taps).toBeGreaterThanOrEqual(20);
    expect(week.accuracy.says).toBe(`${week.accuracy.right} of ${week.accuracy.taps} guesses had the right group`);
    expect((await house.ask('attention.questions', {})).questions.length).toBeLessThanOrEqual(5);

    const line = await house.ask('line.get', {});
    expect(line.sentence).toBe('Project management took 3.4 hours a week; the line you drew is 1 hour. 2 other kinds are over too.');
    expect(new Set(line.breaches.map(({ kind }) => kind))).toEqual(new Set(['project_mgmt', 'sales', 'exec_defence']));
    expect(line.charter.filter(({ budgetMinutes }) => budgetMinutes === 0).map(({ kind }) => kind)).toEqual(['exec_defence']);
    expect(line.decision).toMatchObject({ kind: 'project_mgmt', who: 'operations lead', finding: { value: 5 } });
    expect(line.handOffs.map(({ kind, state, meanMinutesBefore }) => `${kind} ${state} ${meanMinutesBefore}`).sort()).toEqual(['content acknowledged 60', 'qa_testing came_back 75']);
    expect(await house.ask('attention.defended', {})).toMatchObject({ minutes: 180, bets: [{ key: 'B-12', meetings: 3 }] });
  });
});

describeOnBothEngines<Schema>('the sample company, when it goes,', (engine) => {
  let house: House;
  beforeEach(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('sample.load', { seed: 1 });
    await lived(house);
  }, 240_000);
  afterEach(() => house.close());

  const ownBet = async (): Promise<string> => {
    const { bet } = await house.ask('bet.add', { claim: 'My own bet on the sample’s metric', problem: 'P-1', metric: 'M-1', ...TERMS });
    await house.ask('bet.base', { bet: bet.id });
    await house.ask('bet.change', { bet: bet.id, probability: 0.5 });
    await house.ask('bet.place', { bet: bet.id });
    return bet.id;
  };
  const rowsIn = async (...tables: string[]): Promise<number[]> => Promise.all(tables.map(async (table) => (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(engine.store.db)).rows[0]!.count));

  it('is thrown away without a trace, and loaded again; a history that is cut short goes on, and nothing happens twice', async () => {
    const said = ['calendar', 'attention_correction', 'attention_answer', 'attention_entry', 'attention_setting', 'line_row', 'line_change', 'carry', 'hand_off'];
    const before = await rowsIn(...said);
    expect(before.every((rows) => rows > 0)).toBe(true);
    await house.ask('sample.discard', {});
    expect(await rowsIn('bet', 'seal', 'forecast', 'ship', 'readout', 'review', 'lesson', 'lesson_link', 'metric', 'metric_point', 'metric_revision', 'metric_load', 'goal', 'problem')).toEqual(Array.from({ length: 14 }, () => 0));
    expect(await rowsIn('calendar_instance', ...said)).toEqual(Array.from({ length: 1 + said.length }, () => 0));
    expect(await rowsIn('member')).toEqual([1]);
    await house.ask('sample.load', { seed: 1 });
    while ((await rowsIn('seal'))[0]! < 15) await new Promise((resolve) => setTimeout(resolve, 20));
    await house.restart();
    await lived(house);
    expect(await house.ask('seal.verify', {})).toMatchObject({ seals: 43, intact: true });
    expect(await rowsIn(...said)).toEqual(before);
    expect(await rowsIn('ship', 'lesson', 'readout', 'forecast')).toEqual([16, 8, 10, SAMPLE_BETS.flatMap(({ forecasts = [] }) => forecasts).length]);
  });

  it('goes and leaves what a person added: their bet, its metric, and the whole chain', async () => {
    const bet = await ownBet();
    const before = await house.ask('seal.verify', {});
    await house.ask('ship.add', { title: 'Mine', shippedOn: '2026-11-20', bet: 'B-12' });
    await house.ask('lesson.add', { bet: 'B-1', words: 'Goes with the bet it is about' });
    await house.ask('sample.discard', {});
    expect((await house.ask('bet.list', { state: 'all' })).bets.map(({ id, stage }) => [id, stage])).toEqual([[bet, 'placed']]);
    expect((await house.ask('metric.list', {})).metrics.map(({ key, points }) => [key, points])).toEqual([['M-1', 1092]]);
    expect((await house.ask('ship.list', {})).ships).toMatchObject([{ title: 'Mine', answer: 'unasked' }]);
    expect(await house.ask('seal.verify', {})).toMatchObject({ intact: true, seals: before.seals + 1 });
    expect((await house.ask('lesson.list', {})).lessons).toEqual([]);
    await expect(engine.store.transaction((tx) => sql`delete from seal`.execute(tx))).rejects.toThrow(/what was sealed/);
  });
});
