// How often this tracker ever finished an item that nobody had touched for N days, by pool and landmark.
// Fitted on the tracker's own history only; silent where that history cannot carry a claim.
import { seededRandom } from '../kernel/random.ts';
import { MIN_AT_RISK, estimateSurvival, silence, type SurvivalEstimate } from './survival-estimate.ts';
import { CELLS, LANDMARKS, emptyTally, type Tally } from './survival-tally.ts';

export const POOLS = ['all', 'bug', 'other'] as const;
export type Pool = (typeof POOLS)[number];

export interface SurvivalRow extends Omit<SurvivalEstimate, 'unseen'> {
  readonly pool: Pool;
  /** The landmark N. */
  readonly untouchedDays: number;
  /** Present when no claim may be made from this row: the reason, as a sentence. The numbers then only show what is there. */
  readonly silent?: string;
}

export interface PoolTallies {
  readonly bug: Tally;
  readonly other: Tally;
}

export function emptyTallies(): PoolTallies {
  return { bug: emptyTally(), other: emptyTally() };
}

/** Any reason for the whole fit to be silent wins over a row's own. Rows by pool (all, bug, other), then landmark ascending: always 24. */
export function fitSurvival(tallies: PoolTallies, silentBecause?: string): SurvivalRow[] {
  const all = tallies.bug.map((count, cell) => count + tallies.other[cell]!);
  return POOLS.flatMap((pool, poolIndex) => {
    const tally = pool === 'all' ? all : tallies[pool];
    return LANDMARKS.map((untouchedDays, i): SurvivalRow => {
      const random = seededRandom(0x5eed + poolIndex * 1000 + untouchedDays);
      const { unseen, ...estimate } = estimateSurvival(tally.subarray(i * CELLS, (i + 1) * CELLS), random);
      const silent = silentBecause ?? silence({ ...estimate, unseen }, untouchedDays);
      return { pool, untouchedDays, ...estimate, ...(silent === undefined ? {} : { silent }) };
    });
  });
}

/** The largest landmark an item has reached after `days` untouched; undefined under the first. */
export function landmarkOf(days: number): number | undefined {
  return LANDMARKS.findLast((landmark) => landmark <= days);
}

/**
 * The row that speaks for an item: its own pool where bugs and the rest both have 30 at risk at that landmark, else all.
 * Undefined for an item untouched less than 30 days.
 */
export function survivalFor(rows: readonly SurvivalRow[], untouchedDays: number, isBug: boolean): SurvivalRow | undefined {
  const landmark = landmarkOf(untouchedDays);
  if (landmark === undefined) return undefined;
  const row = (pool: Pool): SurvivalRow | undefined => rows.find((one) => one.pool === pool && one.untouchedDays === landmark);
  const apart = (['bug', 'other'] as const).every((pool) => (row(pool)?.atRisk ?? 0) >= MIN_AT_RISK);
  return row(apart ? (isBug ? 'bug' : 'other') : 'all');
}
