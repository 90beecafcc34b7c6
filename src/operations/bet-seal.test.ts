import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { openHouse, type House } from '../../tests/operations-house.ts';
import type { InputOf, OutputOf } from '../contract/index.ts';
import { loadMigrations } from '../store/migrate-files.ts';
import { migrate } from '../store/migrate.ts';
import type { Schema } from '../store/schema.ts';

const TERMS = {
  who: 'Small shops', kind: 'returns', minEffect: 0.02, effectLow: 0.03, effectHigh: 0.08, cost: 5, valuePerUnit: 100, money: 'team-weeks', killCriterion: 'Labels cost more than 0.06 a parcel',
  alternatives: ['Do nothing'], changeMyMind: 'Drop-offs rise only near a counter',
};

describeOnBothEngines<Schema>('a bet', (engine) => {
  let house: House;
  let metric: string;
  beforeEach(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('problem.add', { title: 'Shops cannot see why a parcel came back' });
    metric = 'met_00000000000000000000000001';
    await engine.store.transaction((tx) => tx.insertInto('metric').values({
      workspace_id: house.asker.workspaceId, id: metric, key: 'M-1', name: 'Dropped off within three days', unit: '%', direction: 'up', grain: 'day', kind: 'level', state: 'active', source: '{"kind":"paste"}',
      secret: null, schedule: 'none', stale_after: null, refreshed_at: null, next_refresh_at: null, failure: null, created_at: '2026-11-01T00:00:00.000Z', updated_at: '2026-11-01T00:00:00.000Z', version: 1,
    }).execute());
  }, 120_000);
  afterEach(() => house.close());

  const draft = async (more: Partial<InputOf<'bet.add'>> = {}): Promise<OutputOf<'bet.add'>['bet']> =>
    (await house.ask('bet.add', { claim: 'A prepaid label brings returns in sooner', problem: 'P-1', metric: 'M-1', ...TERMS, ...more })).bet;
  const placed = async (): Promise<OutputOf<'bet.place'>> => {
    const { id } = await draft();
    await house.ask('bet.base', { bet: id });
    await house.ask('bet.change', { bet: id, probability: 0.65 });
    return house.ask('bet.place', { bet: id });
  };

  it('takes a probability only after the record of bets like it was shown', async () => {
    const { id, missing } = await draft();
    expect(missing).toEqual(['what became of bets like it, before the probability']);
    expect(await house.refusal('bet.change', { bet: id, probability: 0.65 })).toBe('base_rate_first');
    expect(await house.refusal('bet.place', { bet: id })).toBe('base_rate_first');
    const shown = await house.ask('bet.base', { bet: id });
    expect(shown.rates.map(({ of }) => of)).toEqual(['published']);
    expect((await house.ask('bet.change', { bet: id, probability: 0.65 })).bet.missing).toEqual([]);
  });

  it('says everything that is missing before it can be placed', async () => {
    const { bet } = await house.ask('bet.add', { claim: 'Something' });
    expect(await house.refusal('bet.place', { bet: bet.id })).toBe('bet_incomplete');
    expect(bet.missing).toContain('which metric it moves');
  });

  it('takes the direction of its metric and refuses what contradicts itself', async () => {
    expect((await draft()).terms.direction).toBe('up');
    expect(await house.refusal('bet.add', { claim: 'Backwards', effectLow: 0.5, effectHigh: 0.1 })).toBe('bet_unfit');
    expect(await house.refusal('bet.add', { claim: 'Own control', metric: 'M-1', controls: ['M-1'] })).toBe('bet_unfit');
    expect(await house.refusal('bet.add', { claim: 'No metric', metric: 'M-9' })).toBe('not_found');
  });

  it('is sealed with everything it promises, chained to the seal before', async () => {
    const first = await placed();
    const second = await placed();
    expect(first.seal).toMatchObject({ position: 1, kind: 'placement', content: { terms: { minEffect: 0.02, probability: 0.65 }, metrics: { [metric]: 'Dropped off within three days (%)' } } });
    expect(second.seal.previous).toBe(first.seal.sha256);
    expect(first.bet).toMatchObject({ stage: 'placed', seal: { sha256: first.seal.sha256 } });
    expect(await house.ask('seal.verify', {})).toMatchObject({ seals: 2, intact: true, head: second.seal.sha256, faults: [] });
  });

  it('keeps its sealed terms whatever is tried through operations', async () => {
    const { bet } = await placed();
    for (const change of [{ claim: 'Another claim' }, { minEffect: 0.001 }, { probability: 0.99 }, { metric: 'M-1', direction: 'down' as const }, { clear: ['killCriterion' as const] }, { primaryReview: 30 as const }]) {
      expect(await house.refusal('bet.change', { bet: bet.id, ...change })).toBe('bet_sealed');
    }
    expect(await house.refusal('bet.place', { bet: bet.id })).toBe('bet_sealed');
    await house.ask('bet.base', { bet: bet.id });
    expect((await house.ask('bet.get', { bet: bet.id })).bet.terms).toEqual(bet.terms);
  });

  it('keeps its sealed terms whatever statement the program’s own database user runs', async () => {
    const { bet, seal } = await placed();
    await house.ask('forecast.give', { bet: bet.id, probability: 0.4 });
    const statements = [
      sql`update seal set payload = replace(payload, '0.65', '0.95')`, sql`delete from seal`, sql`update seal set sealed_at = sealed_at - interval '1 day'`, sql`truncate seal`,
      sql`insert into seal select workspace_id, position, bet_id, kind, 'other', 'other', previous, sealed_at from seal on conflict (workspace_id, position) do update set payload = 'other'`,
      sql`update forecast set probability = 0.9`, sql`delete from forecast`, sql`truncate forecast`,
    ];
    for (const statement of statements) {
      await expect(engine.store.transaction((tx) => statement.execute(tx))).rejects.toThrow(/what was sealed is not changed/);
    }
    // What the row of the bet says no longer matters: the seal is what is shown.
    await engine.store.transaction((tx) => sql`update bet set claim = 'Another', terms = '{"minEffect":0.0001}'`.execute(tx));
    expect((await house.ask('bet.get', { bet: bet.id })).bet).toMatchObject({ claim: bet.claim, terms: bet.terms, seal: { sha256: seal.sha256 } });
  });

  it('keeps its sealed terms through an import, and through a migration that would change them', async () => {
    const { bet } = await placed();
    const archive = (await house.ask('export.create', {})).archive;
    expect(await house.refusal('import.start', { files: [{ path: `${house.folder}/${archive.id}` }] })).toBe('workspace_not_empty');
    const planted = [...loadMigrations(), { name: '9999_planted', sql: "update seal set payload = replace(payload, '0.65', '0.95');" }];
    await expect(migrate(engine.store, planted)).rejects.toThrow(/what was sealed is not changed/);
    expect((await house.ask('bet.get', { bet: bet.id })).bet.terms).toEqual(bet.terms);
    expect((await house.ask('seal.verify', {})).intact).toBe(true);
  });

  it('shows a tampered chain even where somebody had the means to tamper', async () => {
    await placed();
    await placed();
    await engine.store.transaction(async (tx) => {
      await sql`alter table seal disable trigger all`.execute(tx);
      await sql`update seal set payload = replace(payload, '0.65', '0.95') where position = 1`.execute(tx);
      await sql`alter table seal enable trigger all`.execute(tx);
      await sql`alter table seal enable always trigger seal_sealed`.execute(tx);
    });
    expect(await house.ask('seal.verify', {})).toMatchObject({ intact: false, faults: [{ position: 1, what: 'changed' }] });
  });

  it('is amended in the open: the original stays first and is what counts', async () => {
    const { bet } = await placed();
    const { bet: amended, seal } = await house.ask('bet.amend', { bet: bet.id, words: 'Carrier contract late', changes: { shipBy: '2026-12-18', probability: 0.5 } });
    expect(amended.terms.probability).toBe(0.65);
    expect(amended.amendments).toMatchObject([{ position: 2, words: 'Carrier contract late', changes: { shipBy: '2026-12-18', probability: 0.5 } }]);
    expect(seal.kind).toBe('amendment');
    expect(await house.refusal('bet.amend', { bet: (await draft()).id, words: 'Too early' })).toBe('bet_not_placed');
  });

  it('hides forecasts from who has not given one, and closes them with the ship', async () => {
    const { bet } = await placed();
    const mate = { ...house.asker, memberId: 'mbr_mate', role: 'teammate' as const };
    await engine.store.transaction((tx) => tx.insertInto('member').values({ workspace_id: house.asker.workspaceId, id: 'mbr_mate', name: 'Designer', role: 'teammate', created_at: '2026-11-02T00:00:00.000Z' }).execute());
    await house.run('forecast.give', { bet: bet.id, probability: 0.3 }, mate, 'req_m');
    expect(await house.ask('forecast.list', { bet: bet.id })).toEqual({ forecasts: [], hidden: 1 });
    const mine = await house.ask('forecast.give', { bet: bet.id, probability: 0.65 });
    expect(mine.spread).toMatchObject({ low: 'Designer', points: expect.closeTo(0.35, 10) as number });
    await house.ask('ship.add', { title: 'Labels', shippedOn: '2026-11-22', bet: bet.id });
    expect(await house.refusal('forecast.give', { bet: bet.id, probability: 0.9 })).toBe('forecast_closed');
  });

  it('ships once; the ship is sealed, and a later change of its day shows', async () => {
    const { bet } = await placed();
    expect(await house.refusal('ship.add', { title: 'Too early', shippedOn: '2026-11-18', bet: (await draft()).id })).toBe('bet_not_placed');
    const { ship } = await house.ask('ship.add', { title: 'Labels', shippedOn: '2026-11-18', bet: bet.id });
    expect(await house.refusal('ship.add', { title: 'Again', shippedOn: '2026-11-19', bet: bet.id })).toBe('bet_has_ship');
    expect(await house.refusal('ship.change', { ship: ship.id, rolledOutOn: '2026-11-01' })).toBe('ship_dates_reversed');
    await house.ask('ship.change', { ship: ship.id, shippedOn: '2026-11-12' });
    expect((await house.ask('seal.list', { bet: bet.id })).seals.map(({ kind, content }) => [kind, content['shippedOn']])).toEqual([['placement', undefined], ['ship', '2026-11-18'], ['ship', '2026-11-12']]);
    expect((await house.ask('bet.get', { bet: bet.id })).bet).toMatchObject({ stage: 'shipped', ship: { shippedOn: '2026-11-12' } });
  });

  it('is found among imported releases, asked about once, and counted when it was none', async () => {
    const issue = (number: number, state: string) => JSON.stringify({
      url: `https://api.github.com/repos/sample/parcel/issues/${number}`, repository_url: 'https://api.github.com/repos/sample/parcel', id: number, number, title: `Issue ${number}`, body: null, state,
      user: { login: 'ada', type: 'User' }, labels: [], assignees: [], milestone: { title: 'v4.2', due_on: null }, comments: 0, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-08-18T00:00:00Z', closed_at: state === 'closed' ? '2026-08-18T00:00:00Z' : null,
    });
    await house.imported(house.file('issues.ndjson', `${issue(1, 'closed')}\n${issue(2, 'closed')}\n`));
    expect(await house.ask('ship.find', {})).toMatchObject({ found: 1, ships: [{ title: 'v4.2', shippedOn: '2026-08-18', answer: 'unasked', items: 2, found: true }] });
    expect(await house.ask('ship.find', {})).toEqual({ found: 0, ships: [] });
    const { undo } = await house.ask('ship.answer', { ship: 'S-1', noBet: true });
    expect(await house.ask('ship.list', {})).toMatchObject({ unasked: 0, noBets: 1, bets: 0, measuredShare: 0 });
    await house.ask(undo!.operation as 'ship.answer', undo!.input as InputOf<'ship.answer'>);
    expect(await house.ask('ship.list', {})).toMatchObject({ unasked: 1, noBets: 0 });
  });

  it('waits as a proposal when an agent would place it, and is placed when the PM accepts', async () => {
    const { id } = await draft();
    const { proposal } = await house.ask('proposal.make', { operation: 'bet.place', with: { bet: id } });
    expect(await house.ask('proposal.decide', { proposal: proposal.id, accept: true })).toMatchObject({ proposal: { state: 'waiting' }, refusal: { code: 'base_rate_first' } });
    await house.ask('bet.base', { bet: id });
    await house.ask('bet.change', { bet: id, probability: 0.5 });
    expect(await house.ask('proposal.decide', { proposal: proposal.id, accept: true })).toMatchObject({ proposal: { state: 'accepted' } });
    expect((await house.ask('bet.get', { bet: id })).bet.stage).toBe('placed');
    expect(await house.refusal('proposal.decide', { proposal: proposal.id, accept: false })).toBe('proposal_decided');
    expect(await house.refusal('proposal.make', { operation: 'bet.get', with: { bet: id } })).toBe('proposal_unfit');
  });

  it('puts a change of its draft back, and keeps the PM’s own order', async () => {
    const { id } = await draft();
    const other = await draft({ claim: 'Another' });
    const { undo } = await house.ask('bet.change', { bet: id, minEffect: 0.5, preMortem: 'Nobody prints labels', clear: ['who'] });
    await house.ask('bet.change', undo!.input as InputOf<'bet.change'>);
    expect((await house.ask('bet.get', { bet: id })).bet.terms).toMatchObject({ minEffect: 0.02, who: 'Small shops' });
    expect((await house.ask('bet.get', { bet: id })).bet.terms.preMortem).toBeUndefined();
    await house.ask('bet.order', { bets: [other.id, id] });
    const again = await house.ask('bet.order', { bets: [id] });
    expect((await house.ask('bet.list', {})).bets.map(({ rank }) => rank)).toEqual([1, undefined]);
    await house.ask('bet.order', again.undo!.input as InputOf<'bet.order'>);
    expect((await house.ask('bet.list', {})).bets.map(({ rank }) => rank)).toEqual([2, 1]);
  });
});
