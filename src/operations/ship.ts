// Ships: recorded, found, and asked once which bet they were. What concerns a placed bet is sealed too.
import type { OutputOf } from '../contract/index.ts';
import { findShips } from '../domain/bet/ship.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, listBets, type BetRow } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findMetric } from '../store/metric.ts';
import { timeText } from '../store/schema.ts';
import { findShip, findShipOfBet, insertShip, listShippableItems, listShips, updateShip, type ShipRow } from '../store/ship.ts';
import type { Context, Handlers } from './context.ts';
import { appendSeal } from './seal.ts';

type Ship = OutputOf<'ship.list'>['ships'][number];

function shown(row: ShipRow, bets: readonly BetRow[]): Ship {
  const bet = bets.find(({ id }) => id === row.bet_id);
  return {
    id: row.id, key: row.key, title: row.title, shippedOn: row.shipped_on, rolledOutOn: row.rolled_out_on ?? undefined, audience: row.audience ?? undefined, answer: row.answer,
    bet: bet && { id: bet.id, key: bet.key, claim: bet.claim }, metrics: row.metric_ids as string[], found: row.found_as !== null, items: (row.item_ids as string[]).length,
    createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

async function answer({ tx, asker }: Context, id: string, undo?: OutputOf<'ship.add'>['undo']) {
  const row = (await findShip(tx, asker.workspaceId, id))!;
  const bet = row.bet_id === null ? undefined : await findBet(tx, asker.workspaceId, row.bet_id);
  return granted({ ship: shown(row, bet ? [bet] : []), ...(undo ? { undo } : {}) });
}

/** The bet a ship is said to be: placed, and without another ship. */
async function betToShip({ tx, asker }: Context, reference: string, ship: string | undefined) {
  const bet = await findBet(tx, asker.workspaceId, reference);
  if (!bet) return refused('not_found', { kind: 'bet', reference });
  if (bet.placed_at === null) return refused('bet_not_placed', { key: bet.key });
  const other = await findShipOfBet(tx, asker.workspaceId, bet.id);
  if (other && other.id !== ship) return refused('bet_has_ship', { bet: bet.key, ship: other.key });
  return granted(bet);
}

async function metricIds({ tx, asker }: Context, references: readonly string[]) {
  const ids: string[] = [];
  for (const reference of references) {
    const metric = await findMetric(tx, asker.workspaceId, reference);
    if (!metric) return refused('not_found', { kind: 'metric', reference });
    ids.push(metric.id);
  }
  return granted(ids);
}

function sealShip(context: Context, bet: BetRow, row: Pick<ShipRow, 'key' | 'title' | 'shipped_on' | 'rolled_out_on'>) {
  return appendSeal(context, { bet, kind: 'ship', content: { ship: row.key, title: row.title, shippedOn: row.shipped_on, rolledOutOn: row.rolled_out_on } });
}

export const shipHandlers: Pick<Handlers, 'ship.add' | 'ship.list' | 'ship.find' | 'ship.answer' | 'ship.change'> = {
  async 'ship.add'(given, context) {
    const { tx, asker, now } = context;
    if (given.rolledOutOn !== undefined && given.rolledOutOn < given.shippedOn) return refused('ship_dates_reversed', { ship: given.shippedOn, rollout: given.rolledOutOn });
    const metrics = await metricIds(context, given.metrics ?? []);
    if (!metrics.ok) return metrics;
    const bet = given.bet === undefined ? undefined : await betToShip(context, given.bet, undefined);
    if (bet && !bet.ok) return bet;
    const id = context.newId('ship');
    const at = timeText(now);
    const row: ShipRow = {
      workspace_id: asker.workspaceId, id, key: `S-${await nextNumber(tx, asker.workspaceId, 'ship')}`, title: given.title, shipped_on: given.shippedOn, rolled_out_on: given.rolledOutOn ?? null,
      audience: given.audience ?? null, answer: bet ? 'bet' : given.noBet ? 'no_bet' : 'unasked', bet_id: bet?.value.id ?? null, metric_ids: metrics.value, found_as: null, item_ids: [], created_at: at, updated_at: at,
    };
    await insertShip(tx, { ...row, metric_ids: asJson(metrics.value), item_ids: '[]' });
    if (bet) await sealShip(context, bet.value, row);
    return answer(context, id);
  },

  async 'ship.list'(given, { tx, asker }) {
    const rows = await listShips(tx, asker.workspaceId);
    const bets = await listBets(tx, asker.workspaceId);
    const isMeasured = (row: ShipRow): boolean => ['won', 'lost', 'inconclusive'].includes(String((bets.find(({ id }) => id === row.bet_id)?.outcome as { status?: string } | null | undefined)?.status));
    const measured = rows.filter(isMeasured).length;
    return granted({
      ships: rows.filter((row) => given.answer === undefined || row.answer === given.answer).map((row) => shown(row, bets)),
      unasked: rows.filter((row) => row.answer === 'unasked').length, bets: rows.filter((row) => row.answer === 'bet').length, noBets: rows.filter((row) => row.answer === 'no_bet').length,
      measured, ...(rows.length > 0 ? { measuredShare: measured / rows.length } : {}),
    });
  },

  async 'ship.find'(_given, context) {
    const { tx, asker, now } = context;
    const known = new Set((await listShips(tx, asker.workspaceId)).map(({ found_as: found }) => found));
    const at = timeText(now);
    const ships: Ship[] = [];
    for (const found of findShips(await listShippableItems(tx, asker.workspaceId)).filter(({ foundAs }) => !known.has(foundAs))) {
      const row: ShipRow = {
        workspace_id: asker.workspaceId, id: context.newId('ship'), key: `S-${await nextNumber(tx, asker.workspaceId, 'ship')}`, title: found.title.slice(0, 300), shipped_on: found.shippedOn, rolled_out_on: null,
        audience: null, answer: 'unasked', bet_id: null, metric_ids: [], found_as: found.foundAs, item_ids: found.itemIds, created_at: at, updated_at: at,
      };
      await insertShip(tx, { ...row, metric_ids: '[]', item_ids: asJson(found.itemIds) });
      ships.push(shown(row, []));
    }
    return granted({ found: ships.length, ships });
  },

  async 'ship.answer'(given, context) {
    const { tx, asker, now } = context;
    const row = await findShip(tx, asker.workspaceId, given.ship);
    if (!row) return refused('not_found', { kind: 'ship', reference: given.ship });
    const before = row.bet_id === null ? undefined : await findBet(tx, asker.workspaceId, row.bet_id);
    // Once its bet is settled the ship belongs to the record.
    if (before?.settled_at) return refused('ship_has_bet', { ship: row.key, bet: before.key });
    const bet = given.bet === undefined ? undefined : await betToShip(context, given.bet, row.id);
    if (bet && !bet.ok) return bet;
    await updateShip(tx, asker.workspaceId, row.id, { answer: bet ? 'bet' : given.noBet ? 'no_bet' : 'unasked', bet_id: bet?.value.id ?? null, updated_at: timeText(now) });
    if (bet && bet.value.id !== row.bet_id) await sealShip(context, bet.value, row);
    return answer(context, row.id, { operation: 'ship.answer', input: { ship: row.id, ...(row.bet_id ? { bet: row.bet_id } : {}), noBet: row.answer === 'no_bet' } });
  },

  async 'ship.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findShip(tx, asker.workspaceId, given.ship);
    if (!row) return refused('not_found', { kind: 'ship', reference: given.ship });
    const bet = row.bet_id === null ? undefined : await findBet(tx, asker.workspaceId, row.bet_id);
    if (bet?.settled_at) return refused('bet_settled', { key: bet.key });
    const metrics = given.metrics === undefined ? undefined : await metricIds(context, given.metrics);
    if (metrics && !metrics.ok) return metrics;
    const changed = {
      title: given.title ?? row.title, shipped_on: given.shippedOn ?? row.shipped_on,
      rolled_out_on: given.clear?.includes('rolledOutOn') ? null : given.rolledOutOn ?? row.rolled_out_on, audience: given.clear?.includes('audience') ? null : given.audience ?? row.audience,
    };
    if (changed.rolled_out_on !== null && changed.rolled_out_on < changed.shipped_on) return refused('ship_dates_reversed', { ship: changed.shipped_on, rollout: changed.rolled_out_on });
    await updateShip(tx, asker.workspaceId, row.id, { ...changed, ...(metrics ? { metric_ids: asJson(metrics.value) } : {}), updated_at: timeText(now) });
    if (bet && (changed.shipped_on !== row.shipped_on || changed.rolled_out_on !== row.rolled_out_on)) await sealShip(context, bet, { key: row.key, ...changed });
    const clear = [...(row.rolled_out_on === null ? ['rolledOutOn'] : []), ...(row.audience === null ? ['audience'] : [])];
    return answer(context, row.id, {
      operation: 'ship.change',
      input: { ship: row.id, title: row.title, shippedOn: row.shipped_on, ...(row.rolled_out_on ? { rolledOutOn: row.rolled_out_on } : {}), ...(row.audience ? { audience: row.audience } : {}), metrics: row.metric_ids, ...(clear.length > 0 ? { clear } : {}) },
    });
  },
};
