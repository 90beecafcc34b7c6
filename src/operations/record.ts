// A person's own record, and the bets that could be made next in the order of what they are worth. Private where it is about a person.
import type { OutputOf } from '../contract/index.ts';
import type { BetTerms } from '../domain/bet/terms.ts';
import { granted } from '../domain/kernel/ruling.ts';
import { calibrationOf, type ScoredBet } from '../domain/outcome/calibration/calibration-of.ts';
import { distributionBetween } from '../domain/outcome/next-bet/stated-effect.ts';
import { rankBets, type Candidate } from '../domain/outcome/next-bet/rank.ts';
import { listBets } from '../store/bet.ts';
import { listLessonLinks } from '../store/readout.ts';
import { listSeals } from '../store/seal.ts';
import { listShips } from '../store/ship.ts';
import { draftTerms, sealedTerms } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';
import { coveredBets, UNTIL_REVEAL } from './covered-odds.ts';
import { learntFrom, priorFor, settledFacts, type SettledFact } from './record-facts.ts';

type Calibration = OutputOf<'calibration.get'>;
const GRADES = ['A', 'B', 'C', 'D'];

function scored({ row, terms, outcome }: SettledFact): ScoredBet {
  const said = terms.probability!;
  if (outcome.status === 'dropped') return { id: row.id, said, kind: 'abandoned' };
  return outcome.chance === undefined ? { id: row.id, said, kind: 'refused' } : { id: row.id, said, kind: 'resolved', came: outcome.chance };
}

export const recordHandlers: Pick<Handlers, 'calibration.get' | 'bet.rank'> = {
  async 'calibration.get'(given, context) {
    const facts = await settledFacts(context);
    const within = (fact: SettledFact): boolean => given.grade === undefined || (fact.outcome.grade !== undefined && GRADES.indexOf(fact.outcome.grade) <= GRADES.indexOf(given.grade));
    const mine = facts.filter(({ row, terms }) => row.placed_by === context.asker.memberId && terms.probability !== undefined).filter(within);
    const measured = facts.filter(({ outcome }) => outcome.chance !== undefined);
    const baseRate = measured.length === 0 ? undefined : measured.reduce((sum, { outcome }) => sum + outcome.chance!, 0) / measured.length;
    const { n, sentence, unresolvable, hitRate, groups, brier, large, curve, split } = calibrationOf(mine.map(scored), baseRate);
    const covered = await coveredBets(context);
    const answer: Calibration = {
      n, sentence, unresolvable,
      list: mine.map(({ row, terms, outcome }) => ({ bet: row.id, key: row.key, claim: terms.claim, ...(covered.has(row.id) ? UNTIL_REVEAL : { said: terms.probability! }), came: outcome.chance, status: outcome.status, grade: outcome.grade, settledAt: row.settled_at ?? undefined })),
      hitRate: hitRate && { rate: hitRate.share, low: hitRate.low, high: hitRate.high },
      groups: groups?.map((group) => ({ from: group.from, to: group.to, n: group.n, came: group.came, low: group.ordinary.low, high: group.ordinary.high, sentence: groupSentence(group) })),
      brier: brier && { value: brier.score, sd: brier.sd, noise: brier.noise }, large: large && large.z !== null ? { difference: large.meanSaid - large.meanCame, z: large.z } : undefined,
      curve: curve && { points: curve.points.map(({ said, recalibrated }) => ({ said, came: recalibrated })), numbersShown: curve.numbersShown },
      split: split && { miscalibration: split.miscalibration, discrimination: split.discrimination, uncertainty: split.uncertainty }, baseRate,
    };
    return granted(answer);
  },

  async 'bet.rank'(_given, context) {
    const { tx, asker } = context;
    const facts = await settledFacts(context);
    const learnt = await learntFrom(context, facts);
    const open = await candidates(context);
    const given: Candidate[] = [];
    const incomplete: { id: string; missing: string[] }[] = [];
    for (const { id, terms } of open) {
      const { effectLow, effectHigh, valuePerUnit, cost, minEffect, probability } = terms;
      if (effectLow === undefined || effectHigh === undefined || effectLow >= effectHigh) {
        incomplete.push({ id, missing: ['the effect you expect'] });
        continue;
      }
      const { typical } = await priorFor(context, terms, facts);
      given.push({ id, stated: distributionBetween(effectLow, effectHigh), typical, valuePerUnit, cost, minEffect, p: probability });
    }
    const { ranked, unranked } = rankBets(given, learnt);
    const links = await listLessonLinks(tx, asker.workspaceId);
    const of = new Map(open.map((one) => [one.id, one]));
    const evidence = (id: string) => ({ supports: links.filter((link) => link.target_id === id && link.stance === 'supports').length, contradicts: links.filter((link) => link.target_id === id && link.stance === 'contradicts').length });
    const named = (id: string) => ({ bet: id, key: of.get(id)!.key, claim: of.get(id)!.terms.claim });
    const own = new Map([...open].filter(({ rank }) => rank !== null).sort((a, b) => a.rank! - b.rank!).map(({ id }, at) => [id, at + 1]));
    const rows = ranked.map((bet) => ({
      ...named(bet.id), place: bet.place, ownPlace: own.get(bet.id), stated: bet.statedMean, effect: rangeShown(bet.effect), scale: of.get(bet.id)!.terms.scale ?? 'relative' as const, probability: of.get(bet.id)!.terms.probability,
      usedProbability: bet.chance?.p, statedValue: bet.statedValue, value: rangeShown(bet.value), money: of.get(bet.id)!.terms.money, worthOfKnowing: bet.worthOfKnowing, evidence: evidence(bet.id),
    }));
    const differs = rows.filter(({ place, ownPlace }) => ownPlace !== undefined && ownPlace !== place).length;
    const words: Readonly<Record<string, string>> = { value: 'what the effect is worth', cost: 'what it costs' };
    return granted({
      ranked: rows, unranked: [...unranked.map(({ id, missing }) => ({ ...named(id), missing: missing.map((one) => words[one]!) })), ...incomplete.map(({ id, missing }) => ({ ...named(id), missing }))],
      differs, record: learnt.settled, sentence: rankSentence(rows, differs, learnt.settled),
    });
  },
};

interface OpenBet { readonly id: string; readonly key: string; readonly rank: number | null; readonly terms: BetTerms }

/** Bets that have not shipped: drafts as they stand, placed ones as they were sealed. In the PM's own order, the rest behind. */
async function candidates({ tx, asker }: Pick<Context, 'tx' | 'asker'>): Promise<OpenBet[]> {
  const shipped = new Set((await listShips(tx, asker.workspaceId)).map(({ bet_id: id }) => id));
  const seals = await listSeals(tx, asker.workspaceId);
  const rows = (await listBets(tx, asker.workspaceId, 'open')).filter((row) => !shipped.has(row.id) && row.settled_at === null);
  const open = rows.map((row) => ({ id: row.id, key: row.key, rank: row.rank, terms: sealedTerms(seals.filter(({ bet_id: of }) => of === row.id)) ?? draftTerms(row) }));
  return open.sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
}

function rangeShown(range: { readonly mean: number; readonly low: number; readonly high: number }): { mean: number; low: number; high: number } {
  return { mean: range.mean, low: range.low, high: range.high };
}

function rankSentence(rows: readonly { readonly key: string; readonly value: { readonly mean: number } }[], differs: number, settled: number): string {
  if (rows.length === 0) return 'No bet can be ordered yet: each needs the effect you expect, what it is worth and what it costs.';
  const record = settled === 0 ? 'No bet is settled yet, so promises are taken for the 40% that usually comes of them.' : `Promises are taken for what ${settled} settled ${settled === 1 ? 'bet' : 'bets'} made of them.`;
  const worth = rows[0]!.value.mean > 0 ? `${rows[0]!.key} is worth the most.` : 'None of them is expected to earn back its cost.';
  return `${worth} ${record}${differs > 0 ? ` Your own order differs in ${differs} ${differs === 1 ? 'place' : 'places'}.` : ''}`;
}

function groupSentence({ n, came, meanSaid, ordinary }: { readonly n: number; readonly came: number; readonly meanSaid: number; readonly ordinary: { readonly low: number; readonly high: number } }): string {
  return `You said about ${Math.round(meanSaid * 100)}%; ${Math.round(came)} of ${n} happened. ${ordinary.low} to ${ordinary.high} of ${n} would be ordinary.`;
}

