// A verdict in one sentence, in the metric's own sign and unit. Says only what was measured; no praise, no blame.
import type { Claim, Interval } from '../estimate.ts';
import { rangeText, signedText, type EffectUnit } from './effect-text.ts';
import { KILLED } from './kill.ts';
import { reasonSentence, type ReasonFacts } from './reason-sentences.ts';
import { isReasonCode } from './reasons.ts';
import type { EarlyWord, LaterWord } from './review.ts';
import { mirrored, type Judged } from './rule.ts';

/**
 * Example: won, +16.5% [12.3, 20.9], bar 3% gives "It worked: +16.5%, between +12.3% and +20.9%; the whole interval is past your bar of +3%."
 * `facts` fill the sentence of a verdict that was withheld, or of what took its edge: such a reason follows in a sentence of its own.
 */
export function verdictSentence(verdict: Judged, claim: Claim, unit: EffectUnit, facts: ReasonFacts = {}): string {
  if (verdict.effect === undefined) return withheldSentence(verdict, facts);
  const own = claim.direction === 'up' ? verdict.effect : mirrored(verdict.effect);
  const bar = `your bar of ${signedText(claim.direction === 'up' ? claim.minEffect : -claim.minEffect, unit)}`;
  const reason = verdict.reason !== undefined && isReasonCode(verdict.reason) ? reasonSentence(verdict.reason, facts) : undefined;
  if (reason !== undefined && verdict.status === 'inconclusive') return `Cannot tell: ${measured(own, unit)}. ${reason}`;
  const sentence = `${opening(verdict)}: ${measured(own, unit)}; ${meaning(verdict, bar)}.`;
  return reason === undefined ? sentence : `${sentence} ${reason}`;
}

function measured(own: Interval, unit: EffectUnit): string {
  return `${signedText(own.value, unit)}, ${rangeText(own, unit)}`;
}

function withheldSentence({ status, reason }: Judged, facts: ReasonFacts): string {
  if (reason !== undefined && isReasonCode(reason)) return reasonSentence(reason, facts);
  return status === 'too-early' ? 'Too early to tell.' : 'Cannot tell: a check of the method failed.';
}

function opening({ status, sub, reason }: Judged): string {
  if (reason === KILLED) return 'Ended by your own rule';
  if (status === 'won') return 'It worked';
  if (status === 'lost') return sub === 'harmful' ? 'It did harm' : sub === 'real-but-below-bar' ? 'It did something, but less than it had to' : 'No sign of it';
  return sub === 'positive-size-unknown' ? 'It helped; whether enough, cannot be told' : 'Cannot tell';
}

function meaning({ status, sub }: Judged, bar: string): string {
  if (status === 'won') return `the whole interval is past ${bar}`;
  if (sub === 'harmful') return 'the whole interval is on the wrong side of no effect';
  if (sub === 'real-but-below-bar') return `the whole interval lies between no effect and ${bar}`;
  if (sub === 'no-sign-of-it') return `no effect is inside the interval and ${bar} is not`;
  if (sub === 'positive-size-unknown') return `${bar} is inside the interval`;
  return sub === 'direction-unknown' ? `no effect and ${bar} are both inside the interval` : `${bar} was not met when it ended`;
}

const WORDS: Readonly<Record<EarlyWord | LaterWord, string>> = {
  'on-track': 'On track. Only the primary review decides.',
  'off-track': 'Off track. Only the primary review decides.',
  'still-there': 'Still there. The verdict of the primary review stands.',
  fading: 'Fading: what was won is no longer in this reading. The verdict of the primary review stands.',
  'cannot-tell': 'Cannot tell from this reading.',
};

/** For reviews before and after the primary one. */
export function reviewSentence(word: EarlyWord | LaterWord): string {
  return WORDS[word];
}

/** Names of the guardrails that were breached, in a sentence after a win. */
export function priceSentence(breached: readonly string[]): string {
  return `Won, at a price: ${breached.join(', ')} got worse by more than the margin you set. It does not count as won.`;
}
