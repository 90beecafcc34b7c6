// From the effect that was asked about to a claim, and from a judgement to what may be said when no effect was named. Decides that without
// a bar nothing is won and nothing is lost, but for an interval that lies wholly on the wrong side of no effect.
import { unreadWords, type Unread } from '../connectors/metric/unreadable.ts';
import type { Check, Claim, Interval, Scale, Verdict } from '../domain/outcome/estimate.ts';
import type { Judged } from '../domain/outcome/verdict/rule.ts';
import { rangeText, signedText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import { verdictSentence } from '../domain/outcome/verdict/verdict-sentence.ts';
import { reasonSentence, type ReasonFacts } from '../domain/outcome/verdict/reason-sentences.ts';
import { isReasonCode } from '../domain/outcome/verdict/reasons.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import type { ReadoutQuestion } from '../contract/readout-question.ts';

const ALPHA = 0.05;
/** Stands for "any effect at all": far below what a reading can tell from 0. */
const ANY = 1e-12;

export function claimOf({ direction = 'up', minEffect, alpha = ALPHA }: Pick<ReadoutQuestion, 'direction' | 'minEffect' | 'alpha'>, scale: Scale = 'relative'): Claim {
  return { direction, scale: minEffect?.scale ?? scale, minEffect: minEffect?.value ?? ANY, alpha };
}

/** The verdict as it is printed. */
export function verdictOf({ status, sub, reason }: Verdict, named: boolean): ReadoutReport['verdict'] {
  const unnamed = !named && (status === 'won' || (status === 'lost' && sub !== 'harmful'));
  return { status: unnamed ? 'inconclusive' : status, sub: unnamed ? (status === 'won' ? 'positive-size-unknown' : 'direction-unknown') : (sub ?? null), reason: reason ?? null };
}

/** The first sentence. Without a bar it gives the effect and asks for one. */
export function openingOf(judged: Judged, claim: Claim, unit: EffectUnit, named: boolean, facts: ReasonFacts): readonly string[] {
  const because = judged.effect !== undefined && judged.reason !== undefined && isReasonCode(judged.reason) ? [reasonSentence(judged.reason, facts)] : [];
  if (named || judged.effect === undefined) return [verdictSentence(judged, claim, unit, facts), ...because];
  const own = claim.direction === 'up' ? judged.effect : turned(judged.effect);
  const measured = `${signedText(own.value, unit)}, ${rangeText(own, unit)}`;
  const harmful = judged.status === 'lost' && judged.sub === 'harmful';
  return [
    `${harmful ? 'It did harm' : judged.status === 'won' ? 'It helped; whether enough, cannot be told' : 'Cannot tell'}: ${measured}.`,
    ...because,
    ...(harmful ? [] : ['No smallest effect that matters was named, so nothing here is won or lost: name it with --min-effect, such as --min-effect 3%.']),
  ];
}

function turned({ value, low, high }: Interval): Interval {
  return { value: -value, low: high === null ? null : -high, high: low === null ? null : -low };
}

/** A number as it goes into the document; null for what is none. */
export function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

export function effectOf(interval: Interval | undefined): ReadoutReport['effect']['absolute'] {
  const value = finite(interval?.value);
  return interval === undefined || value === null ? null : { value, low: finite(interval.low), high: finite(interval.high) };
}

const SHORT: Readonly<Record<string, string>> = { 'sample-ratio-mismatch': 'srm' };

/** Checks as they go into the document; the split's check goes by its usual name. */
export function checksOf(checks: readonly Check[]): ReadoutReport['checks'] {
  return checks.map(({ id, ok, value, limit, refuses }) => ({ id: SHORT[id] ?? id, ok, value: finite(value), limit: finite(limit), refuses }));
}

/** The chance as a number of 0 to 1, and only when there was a bar. */
export function chanceOf(judged: Judged, named: boolean): number | null {
  const chance = named ? finite(judged.pAtLeastMin) : null;
  return chance === null ? null : Math.min(1, Math.max(0, chance));
}

const LISTED = 1_000;

/** What was left out, each with its reason in words. */
export function unreadOf(unread: readonly Unread[]): ReadoutReport['unread'] {
  return unread.slice(0, LISTED).map((one) => ({ ...one, says: unreadWords(one.code) }));
}
