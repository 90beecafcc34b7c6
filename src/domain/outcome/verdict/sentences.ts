// The fixed sentences about a reading, made from data. No softer paraphrase elsewhere: every door prints these.
import type { Direction } from '../estimate.ts';
import { countText, effectText, shareText, signedText, type EffectUnit } from './effect-text.ts';

/** `days` is the window, `dates` the past dates tried, `share` how often the effect on them, where there was none, fell outside the interval. */
export function cannotAnswerSentence({ days, dates, share }: { readonly days: number; readonly dates: number; readonly share: number }): string {
  return `This metric cannot answer at ${days} days: on ${dates} past dates with no ship, the same method was off by more than its interval ${shareText(share)} of the time.`;
}

/** Beside an inconclusive verdict. `chanceToSeeIt` is 0 to 1, as told before the bet was placed; effects are above 0. */
export function smallestSeenSentence(facts: { readonly detectable: number; readonly minEffect: number; readonly chanceToSeeIt: number }, unit: EffectUnit): string {
  const seen = `The smallest effect we could have seen is ${effectText(facts.detectable, unit)}; you needed ${effectText(facts.minEffect, unit)}.`;
  return facts.chanceToSeeIt < 0.5 ? `${seen} Inconclusive was the likely result from the start (${shareText(1 - facts.chanceToSeeIt)}).` : seen;
}

/** For grades C and D; `date` as the reader writes it. */
export function nothingRandomisedSentence(date: string): string {
  return `Nothing here was randomised. Anything else that changed on ${date} is inside this number.`;
}

export function sharedWindowSentence(otherBet: string): string {
  return `${otherBet} shipped in the same window. This is the effect of both.`;
}

/** `low` and `high` are shares, 0 to 1. */
export function hitRateSentence({ n, low, high }: { readonly n: number; readonly low: number; readonly high: number }): string {
  return `With ${n} resolved ${n === 1 ? 'bet' : 'bets'} your true hit rate is somewhere between ${wholePercent(low)}% and ${wholePercent(high)}%.`;
}

/** What was said, what came of bets put in the same range, and what is used instead; shares are 0 to 1. */
export interface Recalibrated {
  readonly said: number;
  readonly from: number;
  readonly to: number;
  readonly hits: number;
  readonly n: number;
  readonly used: number;
}

export function recalibratedSentence({ said, from, to, hits, n, used }: Recalibrated): string {
  const record = `Bets you put at ${wholePercent(from)}-${wholePercent(to)}% came true ${hits} of ${n} times`;
  return `You said ${wholePercent(said)}%. ${record}; for this bet we use ${wholePercent(used)}%.`;
}

/** Before a bet is placed: what a before/after reading can see, and what to do when that is not enough. Effects are above 0. */
export function answerabilitySentence(
  { days, detectable, minEffect, answer }: { readonly days: number; readonly detectable: number; readonly minEffect: number; readonly answer: 'yes' | 'weak' | 'no' },
  unit: EffectUnit,
): string {
  const seen = `With this metric, a before/after reading at ${days} days can see ${effectText(detectable, unit)} or more; you hope for ${effectText(minEffect, unit)}.`;
  if (answer === 'yes') return seen;
  return answer === 'weak' ? `${seen} It may or may not tell; a test, a control or a staggered rollout would.` : `${seen} Use a test, a control or a staggered rollout.`;
}

/** `weeks` as `weeksUntilDecisive` answers it; null is never. */
export function decisiveSentence(weeks: number | null): string {
  if (weeks === null) return 'More time would never make this decisive with this method; a test, a control or a staggered rollout could.';
  return weeks === 0 ? 'This is decisive as it stands.' : `About ${countText(weeks, 'more week')} of the same would decide it.`;
}

/** Beside a win; both shares 0 to 1. */
export function falsePositiveSentence({ risk, baseRate }: { readonly risk: number; readonly baseRate: number }): string {
  return `Where ${shareText(baseRate)} of ideas work, ${shareText(risk)} of wins like this one are false.`;
}

export function tooGoodSentence({ effect, percentile95 }: { readonly effect: number; readonly percentile95: number }, unit: EffectUnit): string {
  return `Too good: check the data first. ${signedText(effect, unit)} is more than five times what nineteen of twenty effects here stayed below (${effectText(percentile95, unit)}).`;
}

/** Kill state in words; `direction` is the kill metric's good direction. */
export function killSentence(state: 'clear' | 'warning' | 'tripped', below: number, direction: Direction, unit: EffectUnit): string {
  const line = `the line you drew at ${signedText(direction === 'up' ? below : -below, unit)}`;
  if (state === 'tripped') return `The whole interval is past ${line}: by your own rule this bet ends here.`;
  return state === 'warning' ? `The estimate is past ${line}, its interval is not yet. A warning, not an end.` : `Not past ${line}.`;
}

function wholePercent(share: number): number {
  return Math.round(share * 100);
}
