// Forecasts: kept, and shown by the rule of who has spoken. Knows no screen.
import type { OutputOf } from '../contract/index.ts';
import { scoredForecasts, spreadOf, visibleForecasts, type Forecast } from '../domain/bet/forecast.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, type BetRow } from '../store/bet.ts';
import { insertForecast, listForecasts, listMembers } from '../store/forecast.ts';
import { instantOf, timeText } from '../store/schema.ts';
import { findShipOfBet } from '../store/ship.ts';
import type { Context, Handlers } from './context.ts';
import { coveredBets, UNTIL_REVEAL } from './covered-odds.ts';

async function shownTo(context: Context, bet: BetRow): Promise<OutputOf<'forecast.list'>> {
  const { tx, asker } = context;
  const rows = await listForecasts(tx, asker.workspaceId, bet.id);
  const forecasts: Forecast[] = rows.map((row) => ({ member: row.member_id, probability: row.probability, at: instantOf(row.given_at), words: row.words ?? undefined }));
  const ship = await findShipOfBet(tx, asker.workspaceId, bet.id);
  const { seen, hidden } = visibleForecasts(forecasts, asker.memberId, ship !== undefined);
  const scored = new Set(scoredForecasts(forecasts, ship === undefined ? undefined : Date.parse(`${ship.shipped_on}T00:00:00.000Z`)));
  const names = new Map((await listMembers(tx, asker.workspaceId)).map(({ id, name }) => [id, name]));
  const nameOf = (member: string): string => names.get(member) ?? 'someone who has left';
  const isCovered = (await coveredBets(context, { bets: [bet] })).has(bet.id);
  // How far apart people are would give one's own away.
  const spread = isCovered ? undefined : spreadOf(seen);
  return {
    forecasts: seen.map((forecast) => ({
      member: forecast.member, name: nameOf(forecast.member), mine: forecast.member === asker.memberId,
      ...(isCovered && forecast.member === asker.memberId ? UNTIL_REVEAL : { probability: forecast.probability, words: forecast.words }), givenAt: timeText(forecast.at), scored: scored.has(forecast),
    })),
    hidden,
    ...(spread ? { spread: { points: spread.points, low: nameOf(spread.low.member), high: nameOf(spread.high.member) } } : {}),
  };
}

export const forecastHandlers: Pick<Handlers, 'forecast.give' | 'forecast.list' | 'member.list'> = {
  async 'forecast.give'(given, context) {
    const { tx, asker, now } = context;
    const bet = await findBet(tx, asker.workspaceId, given.bet);
    if (!bet) return refused('not_found', { kind: 'bet', reference: given.bet });
    if (bet.settled_at !== null || bet.state === 'closed') return refused('bet_settled', { key: bet.key });
    if (await findShipOfBet(tx, asker.workspaceId, bet.id)) return refused('forecast_closed', { key: bet.key });
    await insertForecast(tx, { workspace_id: asker.workspaceId, id: context.newId('forecast'), bet_id: bet.id, member_id: asker.memberId, probability: given.probability, words: given.words ?? null, given_at: timeText(now) });
    return granted(await shownTo(context, bet));
  },

  async 'forecast.list'(given, context) {
    const bet = await findBet(context.tx, context.asker.workspaceId, given.bet);
    return bet ? granted(await shownTo(context, bet)) : refused('not_found', { kind: 'bet', reference: given.bet });
  },

  async 'member.list'(_given, { tx, asker }) {
    return granted({ members: (await listMembers(tx, asker.workspaceId)).map(({ id, name, role }) => ({ id, name, role, me: id === asker.memberId })) });
  },
};
