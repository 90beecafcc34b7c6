// Which bets keep their odds from the asker now: a review of them is open, and it asks what odds are remembered. Decides what is taken out
// of an answer; the seals and the archive keep everything.
import { coversOdds, dueOn } from '../domain/bet/review.ts';
import { UNSAID, type BetTerms, type ReviewDay } from '../domain/bet/terms.ts';
import { managers, mayAct } from '../domain/access/role.ts';
import { listBets, type BetRow } from '../store/bet.ts';
import { listReviewSteps } from '../store/readout.ts';
import { listShips, type ShipRow } from '../store/ship.ts';
import type { Context } from './context.ts';

/** What an answer says where something is taken out of it. */
export const UNTIL_REVEAL = { hiddenUntil: 'reveal' as const };
const ODDS = new Set(['probability', 'effectLow', 'effectHigh']);

/** The reviews a bet has by what it sealed; one that was dropped has none. */
export function plannedReviews(row: BetRow): readonly ReviewDay[] {
  return (row.outcome as { status?: string } | null)?.status === 'dropped' ? [] : ((row.terms as Partial<BetTerms>).reviews ?? UNSAID.reviews);
}

/** Stopped by its own criterion: what was taken back has no later consequences to look at. */
export function wasKilled(row: BetRow): boolean {
  return (row.outcome as { reason?: string } | null)?.reason === 'killed';
}

/** Ids and keys of bets whose odds the asker may not see now. Only who may make a review is asked to remember; nobody else has anything covered. */
export async function coveredBets({ tx, asker, today }: Pick<Context, 'tx' | 'asker' | 'today'>, read: { readonly bets?: readonly BetRow[]; readonly ships?: readonly ShipRow[] } = {}): Promise<ReadonlySet<string>> {
  const covered = new Set<string>();
  if (!mayAct(asker.role, managers)) return covered;
  const ships = new Map((read.ships ?? (await listShips(tx, asker.workspaceId))).map((ship) => [ship.bet_id, ship]));
  const shown = new Set((await listReviewSteps(tx, asker.workspaceId, asker.memberId)).filter((step) => step.revealed_at !== null).map((step) => `${step.bet_id} ${step.review}`));
  for (const row of read.bets ?? (await listBets(tx, asker.workspaceId))) {
    const ship = ships.get(row.id);
    if (row.placed_at === null || ship === undefined) continue;
    const reviews = plannedReviews(row).map((review) => ({
      review, revealed: shown.has(`${row.id} ${review}`), isDue: !wasKilled(row) && dueOn({ shippedOn: ship.shipped_on, rolledOutOn: ship.rolled_out_on ?? undefined }, review) <= today,
    }));
    if (coversOdds(reviews)) covered.add(row.id).add(row.key);
  }
  return covered;
}

/** Plain data without odds, however deep they lie. Example: `{ terms: { minEffect: 0.03, probability: 0.6 } }` is `{ terms: { minEffect: 0.03 } }`. */
export function withoutOdds<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutOdds(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (ODDS.has(name) ? [] : [[name, withoutOdds(one as unknown)]]))) as T;
}
