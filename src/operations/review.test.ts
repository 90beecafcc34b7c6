import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHouse, type House } from '../../tests/operations-house.ts';
import { weeksCsv } from '../../tests/readout-files.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { InputOf } from '../contract/index.ts';
import { addDays } from '../domain/kernel/instant.ts';
import { seededRandom } from '../domain/kernel/random.ts';
import type { Schema } from '../store/schema.ts';

const LAST = '2026-11-19';
/** The day the bet of these tests shipped: its 90 days are over, its year is not. */
const SHIP = '2026-08-10';

/** Two years of a level with 2% noise that rises by `effect` from `ship` on. */
function history(effect: number, { ship = SHIP, days = 730, seed = 7 } = {}): string {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return `day,value\n${Array.from({ length: days }, (_, at) => {
    const day = addDays(LAST, at - days + 1);
    return `${day},${(500 * Math.exp(normal() * 0.02) * (day >= ship ? 1 + effect : 1)).toFixed(4)}`;
  }).join('\n')}\n`;
}

describeOnBothEngines<Schema>('a bet that shipped', (engine) => {
  let house: House;
  beforeEach(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('problem.add', { title: 'Shops cannot see why a parcel came back' });
  }, 120_000);
  afterEach(() => house.close());

  const metricOf = async (name: string, text: string, direction: 'up' | 'down' = 'up'): Promise<string> => {
    const { metric } = await house.ask('metric.add', { name, direction });
    await house.ask('metric.load', { metric: metric.id, text });
    return metric.id;
  };
  const shipped = async (metric: string, more: Partial<InputOf<'bet.add'>> = {}, ship: string = SHIP, probability = 0.65): Promise<string> => {
    const { bet } = await house.ask('bet.add', {
      claim: `A prepaid label brings returns in sooner (${metric})`, problem: 'P-1', metric, who: 'Small shops', kind: 'returns', minEffect: 0.03, effectLow: 0.04, effectHigh: 0.2, cost: 5, valuePerUnit: 100, money: 'team-weeks',
      killCriterion: 'It loses more than 5%', alternatives: ['Do nothing'], changeMyMind: 'Drop-offs rise only near a counter', ...more,
    });
    await house.ask('bet.base', { bet: bet.id });
    await house.ask('bet.change', { bet: bet.id, probability });
    await house.ask('bet.place', { bet: bet.id });
    await house.ask('ship.add', { title: 'Labels', shippedOn: ship, bet: bet.id });
    return bet.id;
  };
  const reveal = async (bet: string, review: 30 | 90 | 365 = 90) => {
    await house.ask('review.rate', { bet, review, process: 4 });
    await house.ask('review.remember', { bet, review, probability: 0.8 });
    return (await house.ask('review.reveal', { bet, review })).review;
  };

  it('falls due by itself at 30 and 90 days, and waits for its year', async () => {
    const bet = await shipped(await metricOf('Visits', history(0.15)));
    const { reviews, due } = await house.ask('review.list', { state: 'all' });
    expect(reviews.map(({ review, state, dueOn, decides }) => [review, state, dueOn, decides])).toEqual([[30, 'due', '2026-09-09', false], [90, 'due', '2026-11-08', true], [365, 'waiting', '2027-08-10', false]]);
    expect(due).toBe(2);
    expect(await house.refusal('review.rate', { bet, review: 365, process: 3 })).toBe('review_not_due');
    house.later(270);
    expect((await house.ask('review.list', {})).reviews.map(({ review }) => review)).toEqual([30, 90, 365]);
  });

  it('keeps its outcome and its probability hidden until the decision was rated and remembered', async () => {
    const bet = await shipped(await metricOf('Visits', history(0.15)));
    const hidden = (await house.ask('review.get', { bet, review: 90 })).review;
    expect([hidden.said, hidden.readout, hidden.next]).toEqual([undefined, undefined, 'rate']);
    expect(await house.refusal('review.reveal', { bet, review: 90 })).toBe('review_step_first');
    expect(await house.refusal('review.remember', { bet, review: 90, probability: 0.8 })).toBe('review_step_first');
    const shown = await reveal(bet);
    expect(shown).toMatchObject({ process: 4, remembered: 0.8, said: 0.65, shift: expect.closeTo(0.15, 10) as number, next: 'note' });
    expect(await house.refusal('review.rate', { bet, review: 90, process: 1 })).toBe('review_revealed');
    expect(await house.refusal('review.note', { bet, review: 30, luck: 'luck' })).toBe('review_step_first');
    expect((await house.ask('review.note', { bet, review: 90, luck: 'skill', note: 'The label did it' })).review.next).toBe('settle');
  });

  it('shows one member’s ratings and memory to nobody else', async () => {
    const bet = await shipped(await metricOf('Visits', history(0.15)));
    await reveal(bet);
    const mate = { ...house.asker, memberId: 'mbr_mate' };
    const theirs = await house.run('review.get', { bet, review: 90 }, mate, 'r');
    expect(theirs).toMatchObject({ ok: true, value: { review: { next: 'rate' } } });
    expect(JSON.stringify(theirs)).not.toMatch(/"remembered"|"process"|"readout":\{/);
    expect(await house.run('calibration.get', {}, mate, 'r')).toMatchObject({ ok: true, value: { n: 0, list: [] } });
  });

  it('is read out against what would have been, and only the sealed review decides', async () => {
    const bet = await shipped(await metricOf('Visits', history(0.15)));
    const early = (await reveal(bet, 30)).readout!;
    expect(early).toMatchObject({ decides: false, word: 'on-track', review: 30 });
    expect(await house.refusal('bet.settle', { bet })).toBe('review_step_first');
    const readout = (await reveal(bet)).readout!;
    expect(readout).toMatchObject({ decides: true, report: { case: 'before-after', verdict: { status: 'won', sub: 'met' }, schema: 'throughline.readout/1' }, kill: undefined, atAPrice: false });
    expect(readout.word).toBeUndefined();
    expect(readout.good!.value).toBeCloseTo(0.15, 1);
    const { bet: settled, seal } = await house.ask('bet.settle', { bet });
    expect(settled).toMatchObject({ stage: 'settled', outcome: { status: 'won', readout: readout.id } });
    expect(settled.outcome!.chance).toBeGreaterThan(0.95);
    expect(seal).toMatchObject({ kind: 'settlement', content: { outcome: { status: 'won' } } });
    expect(await house.refusal('bet.settle', { bet })).toBe('bet_settled');
    expect((await house.ask('seal.verify', {})).intact).toBe(true);
  });

  it('is computed again to the digit from its frozen input, whatever the metric was told since', async () => {
    const metric = await metricOf('Visits', history(0.15));
    const bet = await shipped(metric);
    const { id } = (await reveal(bet)).readout!;
    await house.ask('metric.load', { metric, text: history(0, { seed: 9 }) });
    expect(await house.ask('readout.recompute', { readout: id })).toEqual({ same: true, inputIntact: true, engine: 'throughline-outcome/1', differences: [] });
    expect((await house.ask('review.get', { bet, review: 90 })).review.readout?.id).toBe(id);
    for (const statement of [sql`update readout set result = '{}'`, sql`delete from readout`, sql`truncate readout`]) {
      await expect(engine.store.transaction((tx) => statement.execute(tx))).rejects.toThrow(/what was sealed is not changed/);
    }
  });

  it('can be lost, can leave it open, and counts all of them', async () => {
    const lost = await shipped(await metricOf('Calm', history(0, { seed: 11 })), { minEffect: 0.1 }, SHIP, 0.9);
    const harmful = await shipped(await metricOf('Fewer', history(-0.12, { seed: 12 })));
    const open = await shipped(await metricOf('Open', history(0.03, { seed: 13 })));
    for (const bet of [lost, harmful, open]) {
      await reveal(bet);
      await house.ask('bet.settle', { bet });
    }
    const { bets } = await house.ask('bet.list', { stage: 'settled' });
    expect(bets.map(({ outcome }) => [outcome!.status, outcome!.sub])).toEqual([['lost', 'no-sign-of-it'], ['lost', 'harmful'], ['inconclusive', 'positive-size-unknown']]);
    const record = await house.ask('calibration.get', {});
    expect(record.n).toBe(3);
    expect(record.list.map(({ said }) => said)).toEqual([0.9, 0.65, 0.65]);
    expect(record.list[0]!.came).toBeLessThan(0.05);
    expect(record.brier).toBeUndefined();
    expect(record.sentence).toMatch(/one by one/);
    expect(await house.ask('ship.list', {})).toMatchObject({ bets: 3, measured: 3, measuredShare: 1 });
  });

  it('is ended by its own kill criterion before its review, and by being dropped with what that saved', async () => {
    const killed = await shipped(await metricOf('Falling', history(-0.2, { seed: 14 })), { killBelow: -0.05 });
    const early = (await reveal(killed, 30)).readout!;
    expect(early.kill).toMatchObject({ state: 'tripped' });
    expect((await house.ask('bet.settle', { bet: killed, costAvoided: 3 })).bet.outcome).toMatchObject({ status: 'lost', reason: 'killed', costAvoided: 3 });
    const dropped = await shipped(await metricOf('Other', history(0, { seed: 15 })));
    expect(await house.refusal('bet.settle', { bet: dropped, dropped: true })).toBe('settle_needs_reason');
    expect((await house.ask('bet.settle', { bet: dropped, dropped: true, reason: 'The carrier does it itself now', costAvoided: 4 })).bet).toMatchObject({ stage: 'settled', state: 'closed', outcome: { status: 'dropped', costAvoided: 4 } });
    expect((await house.ask('calibration.get', {})).unresolvable).toBe(0.5);
  });

  it('says “cannot tell” with its reason where the metric cannot answer', async () => {
    const bet = await shipped(await metricOf('Young', history(0.15, { days: 140 })));
    const readout = (await reveal(bet)).readout!;
    expect(readout.report.verdict).toMatchObject({ status: expect.stringMatching(/refused/) as string, reason: expect.any(String) as string });
    expect((await house.ask('bet.settle', { bet })).bet.outcome).toMatchObject({ status: 'refused' });
    expect((await house.ask('calibration.get', {}))).toMatchObject({ n: 0, unresolvable: 1 });
  });

  it('names another ship in its window and does not claim the effect alone', async () => {
    const metric = await metricOf('Visits', history(0.15));
    const bet = await shipped(metric);
    await house.ask('ship.add', { title: 'New returns page', shippedOn: '2026-09-15', noBet: true, metrics: [metric] });
    const readout = (await reveal(bet)).readout!;
    expect(readout.otherShips).toEqual([{ on: '2026-09-15', title: 'New returns page', inWindow: true }]);
    expect(readout.report.verdict).toMatchObject({ status: 'refused', reason: 'two-bets-share-this-window' });
  });

  it('is not revealed before the metric is known to the end of its window', async () => {
    const metric = await metricOf('Late', history(0.15).split('\n').slice(0, -40).join('\n'));
    const bet = await shipped(metric);
    await house.ask('review.rate', { bet, review: 90, process: 4 });
    await house.ask('review.remember', { bet, review: 90, probability: 0.8 });
    expect(await house.refusal('review.reveal', { bet, review: 90 })).toBe('metric_unreadable');
    expect((await house.ask('readout.list', { bet })).readouts).toEqual([]);
    expect((await house.ask('review.get', { bet, review: 90 })).review.next).toBe('reveal');
  });

  it('wins at a price when a guardrail was breached', async () => {
    const guard = await metricOf('Refund fraud', history(0.3, { seed: 21 }), 'down');
    const bet = await shipped(await metricOf('Visits', history(0.15)), { guardrails: [{ metric: guard, margin: 0.05, scale: 'relative' }] });
    const readout = (await reveal(bet)).readout!;
    expect(readout.guardrails).toMatchObject([{ name: 'Refund fraud', status: 'breach' }]);
    expect(readout.atAPrice).toBe(true);
    expect((await house.ask('bet.settle', { bet })).bet.outcome).toMatchObject({ status: 'won', atAPrice: true });
  });

  it('is read from the file of its randomised test, which is kept with it', async () => {
    const bet = await shipped(await metricOf('Visits', history(0)), { design: 'experiment', minEffect: 0.1 });
    await house.ask('review.rate', { bet, review: 90, process: 4 });
    await house.ask('review.remember', { bet, review: 90, probability: 0.8 });
    expect(await house.refusal('review.reveal', { bet, review: 90 })).toBe('readout_needs_file');
    const random = seededRandom(5);
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at % 2 === 0 ? 'old' : 'new'},${random() < (at % 2 === 0 ? 0.2 : 0.3) ? 1 : 0}`);
    const path = house.file('test.csv', `group,bought\n${rows.join('\n')}\n`);
    const { review } = await house.ask('review.reveal', { bet, review: 90, file: { path }, columns: { arm: 'group', control: 'old', outcome: 'bought', declaredEnd: 'true' } });
    expect(review.readout!.report).toMatchObject({ case: 'experiment', grade: 'A', verdict: { status: 'won' } });
    expect(await house.ask('readout.recompute', { readout: review.readout!.id })).toMatchObject({ same: true, inputIntact: true });
  });

  it('is read by weeks where its file has them, and says whether it lasts', async () => {
    const bet = await shipped(await metricOf('Visits', history(0)), { design: 'experiment', minEffect: 0.02 });
    await house.ask('review.rate', { bet, review: 90, process: 4 });
    await house.ask('review.remember', { bet, review: 90, probability: 0.8 });
    const path = house.file('weeks.csv', weeksCsv({ gain: (week) => 0.3 + 2 * Math.exp(-week / 1.5) }));
    const columns = { arm: 'grp', control: 'holdout', outcome: 'orders', unit: 'user', week: 'week', date: 'since', declaredEnd: 'true' };
    expect(await house.refusal('review.reveal', { bet, review: 90, file: { path }, columns: { ...columns, split: 'a fifth' } })).toBe('metric_unreadable');
    const { review } = await house.ask('review.reveal', { bet, review: 90, file: { path }, columns: { ...columns, split: 'holdout=20, rest=80' } });
    expect(review.readout!.report).toMatchObject({ case: 'experiment', lasting: { flag: 'novelty', verdictFrom: 3 } });
    expect(await house.ask('readout.recompute', { readout: review.readout!.id })).toMatchObject({ same: true });
  });

  it('teaches the next bet: lessons are offered, promises shrink, the order changes', async () => {
    const metric = await metricOf('Visits', history(0.05));
    const first = await shipped(metric, { minEffect: 0.02, effectLow: 0.1, effectHigh: 0.4 });
    await reveal(first);
    expect(await house.refusal('lesson.add', { bet: first, words: 'Too early' })).toBe('bet_not_settled');
    await house.ask('bet.settle', { bet: first });
    const { bet: next } = await house.ask('bet.add', { claim: 'A second label for the box', problem: 'P-1', metric, effectLow: 0.1, effectHigh: 0.4, minEffect: 0.02, valuePerUnit: 100, cost: 3 });
    const { bet: other } = await house.ask('bet.add', { claim: 'Another page', metric, effectLow: 0.01, effectHigh: 0.02, minEffect: 0.01, valuePerUnit: 10, cost: 3 });
    const { lesson, undo } = await house.ask('lesson.add', { bet: first, words: 'The first step was the obstacle', links: [{ target: 'bet', reference: next.id, stance: 'supports' }, { target: 'problem', reference: 'P-1', stance: 'contradicts' }] });
    expect((await house.ask('lesson.offer', { bet: next.id })).lessons).toMatchObject([{ id: lesson.id, why: 'It speaks for this.' }]);
    expect((await house.ask('lesson.list', { about: 'P-1' })).lessons.map(({ key }) => key)).toEqual(['L-1']);
    await house.ask('bet.order', { bets: [other.id, next.id] });
    const ranking = await house.ask('bet.rank', {});
    expect(ranking.ranked.map(({ key, place, ownPlace }) => [key, place, ownPlace])).toEqual([[next.key, 1, 2], [other.key, 2, 1]]);
    expect(ranking.ranked[0]!.effect.mean).toBeLessThan(ranking.ranked[0]!.stated / 1.5);
    expect(ranking).toMatchObject({ differs: 2, record: 1 });
    expect(ranking.ranked[0]!.evidence).toEqual({ supports: 1, contradicts: 0 });
    await house.ask('lesson.change', undo!.input as InputOf<'lesson.change'>);
    expect((await house.ask('lesson.list', {})).lessons).toEqual([]);
  });

  it('moves the chance of the goal while it is open, and no longer once it is in the metric', async () => {
    const metric = await metricOf('Visits', history(0));
    const { goal } = await house.ask('goal.draft', { statement: 'More shops come back', metric: 'Visits', baseline: 500, target: 530, startOn: '2026-09-01', endOn: '2027-03-01', notGoals: ['Exchanges'] });
    expect((await house.ask('goal.outlook', { goal: goal.id })).reason).toBe('no-metric');
    await house.ask('goal.measure', { goal: goal.id, metric });
    const alone = await house.ask('goal.outlook', { goal: goal.id });
    expect(alone.weeks!.length).toBeGreaterThan(10);
    const { bet } = await house.ask('bet.add', { claim: 'A label', problem: 'P-1', metric, who: 'Shops', minEffect: 0.03, effectLow: 0.05, effectHigh: 0.3, cost: 5, valuePerUnit: 100, killCriterion: 'None', alternatives: ['Nothing'], changeMyMind: 'Nobody prints' });
    await house.ask('bet.base', { bet: bet.id });
    await house.ask('bet.change', { bet: bet.id, probability: 0.5 });
    await house.ask('bet.place', { bet: bet.id });
    const withBet = await house.ask('goal.outlook', { goal: goal.id });
    expect(withBet.bets).toMatchObject([{ key: bet.key }]);
    expect(withBet.chance!).toBeGreaterThan(alone.chance! + 0.1);
    expect(withBet.chanceWithoutBets).toBeCloseTo(alone.chance!, 10);
    await house.ask('ship.add', { title: 'Label', shippedOn: '2026-11-01', bet: bet.id });
    expect((await house.ask('goal.outlook', { goal: goal.id })).bets).toEqual([]);
  });
});
