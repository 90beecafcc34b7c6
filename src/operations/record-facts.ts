// What settled bets teach the next one: readings of effects per metric, promises beside what came, chances beside what came. Reads only.
import type { Outcome } from '../domain/bet/settlement.ts';
import type { BetTerms } from '../domain/bet/terms.ts';
import { distributionBetween } from '../domain/outcome/next-bet/stated-effect.ts';
import { meanOf } from '../domain/outcome/next-bet/distribution.ts';
import { learnChances } from '../domain/outcome/next-bet/recalibration.ts';
import { loosened, type Belief } from '../domain/outcome/next-bet/belief.ts';
import { learnLevels, type PastBet, type TrackRecord } from '../domain/outcome/next-bet/shrinkage.ts';
import { effectPrior, START, type EffectPrior } from '../domain/outcome/next-bet/typical-effect.ts';
import { listBets, type BetRow } from '../store/bet.ts';
import { listPoints } from '../store/metric.ts';
import { listSeals } from '../store/seal.ts';
import { sealedTerms } from './bet-view.ts';
import type { Context } from './context.ts';
import { shareOf } from './metric-view.ts';

type Reading = Pick<Context, 'tx' | 'asker'>;

export interface SettledFact {
  readonly row: BetRow;
  readonly terms: BetTerms;
  readonly outcome: Outcome;
}

/** Every bet that was placed and has an outcome, dropped and refused ones too, in the order they were written down. */
export async function settledFacts({ tx, asker }: Reading): Promise<SettledFact[]> {
  const seals = await listSeals(tx, asker.workspaceId);
  return (await listBets(tx, asker.workspaceId)).flatMap((row) => {
    const terms = sealedTerms(seals.filter(({ bet_id: of }) => of === row.id));
    return row.settled_at === null || terms === undefined ? [] : [{ row, terms, outcome: row.outcome as Outcome }];
  });
}

/** Before any reading: 5% either way, in the scale of the bet. An absolute effect is taken as a share of the metric's level. */
async function startFor({ tx, asker }: Reading, metric: string | undefined, scale: BetTerms['scale']): Promise<Pick<EffectPrior, 'mean' | 'sd'>> {
  if (scale !== 'absolute' || metric === undefined) return START;
  const points = (await listPoints(tx, asker.workspaceId, metric)).slice(-90);
  const level = points.reduce((sum, { value, denominator }) => sum + Math.abs(shareOf(value, denominator)), 0) / Math.max(1, points.length);
  return level > 0 ? { mean: 0, sd: START.sd * level } : START;
}

/** How large true effects usually are on a metric, from this workspace's own settled bets on it. */
export async function priorFor(context: Reading, terms: Pick<BetTerms, 'metric' | 'scale'>, facts?: readonly SettledFact[]): Promise<EffectPrior> {
  const scale = terms.scale ?? 'relative';
  const readings = (facts ?? (await settledFacts(context))).filter((fact) => fact.terms.metric === terms.metric && (fact.terms.scale ?? 'relative') === scale)
    .flatMap(({ outcome }) => (outcome.effect === undefined || outcome.standardError === undefined ? [] : [{ estimate: outcome.effect, standardError: outcome.standardError }]));
  return effectPrior(readings, await startFor(context, terms.metric, scale));
}

export function statedMean({ effectLow, effectHigh }: Pick<BetTerms, 'effectLow' | 'effectHigh'>): number | undefined {
  return effectLow === undefined || effectHigh === undefined ? undefined : meanOf(distributionBetween(effectLow, effectHigh));
}

export interface Learnt {
  readonly effects: TrackRecord;
  readonly chances: Belief;
  readonly settled: number;
}

/** What everybody's settled bets, and then this person's own, say about the next promise. */
export async function learntFrom(context: Reading, facts: readonly SettledFact[]): Promise<Learnt> {
  const { memberId } = context.asker;
  const past = async (of: readonly SettledFact[]): Promise<PastBet[]> => {
    const bets: PastBet[] = [];
    for (const { terms, outcome } of of) {
      const stated = statedMean(terms);
      if (stated === undefined || outcome.status === 'dropped') continue;
      const { typical } = await priorFor(context, terms, facts);
      bets.push({ stated: stated / typical, estimate: (outcome.effect ?? 0) / typical, standardError: outcome.standardError === undefined ? Number.POSITIVE_INFINITY : outcome.standardError / typical });
    }
    return bets;
  };
  const chancesOf = (of: readonly SettledFact[]) => of.flatMap(({ terms, outcome }) => (outcome.chance === undefined || terms.probability === undefined ? [] : [{ p: terms.probability, outcome: outcome.chance }]));
  const mine = facts.filter(({ row }) => row.placed_by === memberId);
  const others = facts.filter(({ row }) => row.placed_by !== memberId);
  const wide = chancesOf(others);
  return {
    effects: learnLevels([await past(others), [], await past(mine)]),
    chances: wide.length === 0 ? learnChances(chancesOf(mine)) : learnChances(chancesOf(mine), loosened(learnChances(wide))),
    settled: facts.filter(({ outcome }) => outcome.status !== 'dropped').length,
  };
}
