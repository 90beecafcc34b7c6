// Slow consequences ahead of their measurement: the plan of a group kept back, and a forecast from bets that were read early and late.
import type { BetTerms, ReviewDay } from '../domain/bet/terms.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { planHoldout, shareToDetect } from '../domain/outcome/slow/holdout.ts';
import { forecastLate, LEAST_TESTS, type PastTest } from '../domain/outcome/slow/surrogate.ts';
import { plainNumber, rangeText, signedText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import { listBets } from '../store/bet.ts';
import { findMetric } from '../store/metric.ts';
import { listReviewResults } from '../store/readout.ts';
import type { Context, Handlers } from './context.ts';
import type { Computed } from './readout-compute.ts';
import { shippedBet, type ShippedBet } from './readout.ts';

interface Read { readonly effect: number; readonly error: number }

export const readoutAheadHandlers: Pick<Handlers, 'readout.holdout' | 'readout.late'> = {
  async 'readout.holdout'({ users, sd, proportion, share, difference }) {
    const spread = sd ?? (proportion === undefined ? undefined : Math.sqrt(proportion * (1 - proportion)));
    if (spread === undefined) return refused('holdout_needs_spread');
    const { holdout, rest, detectable } = planHoldout(users, spread, share);
    const shareNeeded = difference === undefined ? undefined : shareToDetect(users, spread, difference);
    const said = (value: number): string => (sd === undefined ? `${plainNumber(value * 100)} points` : plainNumber(value));
    const wish = difference === undefined ? '' : shareNeeded === undefined ? ` To see ${said(difference)}, even half of them would not do.` : ` To see ${said(difference)}, ${plainNumber(shareNeeded * 100)}% are needed.`;
    return granted({ holdout, rest, detectable, shareNeeded, sentence: `Keep ${holdout.toLocaleString('en')} of ${users.toLocaleString('en')} users without it: a difference of ${said(detectable)} or more is seen four times in five.${wish}` });
  },

  async 'readout.late'({ bet: reference, from, to }, context) {
    const bet = await shippedBet(context, reference);
    if (!bet.ok) return bet;
    const { own, past } = await readAtBoth(context, bet.value, from, to);
    const facts = { bets: past.length, needed: LEAST_TESTS, early: own?.effect };
    const none = (sentence: string) => granted({ ...facts, sentence });
    if (from >= to) return none('A forecast goes from an earlier review to a later one.');
    if (own === undefined) return none(`${bet.value.row.key} has no reading at ${from} days that shows an effect.`);
    const ruling = forecastLate(past, own.effect);
    if (!ruling.ok) return none(`${past.length === 0 ? 'No other bet was' : past.length === 1 ? 'One other bet was' : `${past.length} other bets were`} read at ${from} and at ${to} days; a forecast is learnt from ${LEAST_TESTS}.`);
    const { value, low, high } = ruling.value.late;
    const unit: EffectUnit = { scale: bet.value.terms.scale ?? 'relative', unit: await unitOf(context, bet.value.terms) };
    return granted({
      ...facts, late: { value, low: low!, high: high! },
      sentence: `By what became of ${past.length} bets that were read at both, ${signedText(own.effect, unit)} at ${from} days lets expect about ${signedText(value, unit)} at ${to} days, ${rangeText(ruling.value.late, unit)}. A forecast, never a verdict.`,
    });
  },
};

async function unitOf({ tx, asker }: Context, { metric }: BetTerms): Promise<string | undefined> {
  return metric === undefined ? undefined : ((await findMetric(tx, asker.workspaceId, metric))?.unit ?? undefined);
}

/** This bet's early reading, and early and late ones of bets counted alike: relative effects of any metric, absolute ones of the same. */
async function readAtBoth({ tx, asker }: Context, { row, terms }: ShippedBet, from: ReviewDay, to: ReviewDay): Promise<{ readonly own: Read | undefined; readonly past: readonly PastTest[] }> {
  const results = await listReviewResults(tx, asker.workspaceId);
  const readAt = (bet: string, review: ReviewDay): Read | undefined => readOf(results.find((one) => one.bet_id === bet && one.review === review)?.result);
  const past = (await listBets(tx, asker.workspaceId)).flatMap(({ id, terms: said }): PastTest[] => {
    const { scale = 'relative', metric } = said as Partial<BetTerms>;
    if (id === row.id || scale !== (terms.scale ?? 'relative') || (scale === 'absolute' && metric !== terms.metric)) return [];
    const [early, late] = [readAt(id, from), readAt(id, to)];
    return early === undefined || late === undefined ? [] : [{ early: early.effect, late: late.effect, lateError: late.error }];
  });
  return { own: readAt(row.id, from), past };
}

function readOf(result: unknown): Read | undefined {
  const { good, precision } = (result ?? {}) as Partial<Computed>;
  return good === undefined || precision === undefined ? undefined : { effect: good.value, error: precision.standardError };
}
