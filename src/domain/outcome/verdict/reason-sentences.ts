// One sentence for every reason a verdict can be withheld: what is the matter and, where there is a way out, what it is.
import { countText, plainNumber, shareText } from './effect-text.ts';
import type { ReasonCode } from './reasons.ts';
import { cannotAnswerSentence, sharedWindowSentence } from './sentences.ts';

/**
 * What a sentence may be filled from; every field may be missing. `value` and `limit` are those of the failed check, in its own unit;
 * `days` the window; `dates` the past dates tried and `share` how often they failed; `name` another bet or series; `date` a day as read.
 */
export interface ReasonFacts {
  readonly value?: number | undefined;
  readonly limit?: number | undefined;
  readonly days?: number | undefined;
  readonly dates?: number | undefined;
  readonly share?: number | undefined;
  readonly name?: string | undefined;
}

type Sentence = (facts: ReasonFacts) => string;

/** ": 50 of the 56 points it takes", or nothing when either number is missing. */
function found({ value, limit }: ReasonFacts, nouns: string): string {
  return value === undefined || limit === undefined ? '' : `: ${plainNumber(value)} of the ${plainNumber(limit)} ${nouns} it takes`;
}

/** A small probability as a frequency: "once in 1,250 times". */
function howOften(p: number): string {
  return p < 0.0001 ? 'less than once in 10,000 times' : `once in ${countText(Math.round(1 / p), 'time')}`;
}

const atDays = ({ days }: ReasonFacts): string => (days === undefined ? '' : ` at ${days} days`);

const SENTENCES: Readonly<Record<ReasonCode, Sentence>> = {
  'sample-ratio-mismatch': ({ value }) =>
    `The split itself is broken; the difference may be an artefact. No effect is shown.${value === undefined ? '' : ` A split this uneven comes by chance ${howOften(value)}.`}`,
  'too-few-units': (facts) => `Too early: each arm needs more units${found(facts, 'units')}.`,
  'too-few-events-per-arm': (facts) => `Too early: each arm needs more events${found(facts, 'events')}.`,
  'too-few-days': (facts) => `Too early: a first look needs whole weeks, because days of the week differ${found(facts, 'days')}.`,
  'exposure-after-outcome': () => 'Some units were logged as exposed after their outcome. What came first cannot be told, so no effect is shown.',
  'no-relative-effect': () => 'No relative effect: what it would be relative to is not distinguishable from zero. The absolute effect can still be read.',
  'depends-on-few-customers': ({ value }) =>
    `It depends on a few customers: with the largest amounts capped the verdict is another one.${value === undefined ? '' : ` Capped: ${countText(value, 'customer')}.`}`,
  'users-affect-each-other': () => 'Users affect each other here, so the arms are not separate and their difference is not the effect. Split by market or by time instead.',
  'no-variation': () => 'The values do not vary, so there is nothing to measure an error from.',
  'one-arm': () => 'There is only one arm. A difference needs two.',
  'too-few-events': (facts) => `Too few events to see a change, even by the week${found(facts, 'events a week')}.`,
  'two-bets-share-this-window': ({ name }) => (name === undefined ? 'Two bets share this window. This would be the effect of both.' : sharedWindowSentence(name)),
  'too-little-history': (facts) => `Cannot tell: the metric's history before the ship is too short${found(facts, 'points')}.`,
  'no-placebo-history': (facts) =>
    `Cannot tell${atDays(facts)}: the history is too short to try the method on past dates with no ship. A shorter window, a control series or a holdout would do.`,
  'placebo-intervals-do-not-cover': ({ days, dates, share }) =>
    days === undefined || dates === undefined || share === undefined
      ? 'This metric cannot answer: on past dates with no ship, the same method was off by more than its interval too often.'
      : cannotAnswerSentence({ days, dates, share }),
  'placebo-bias': (facts) => `This metric cannot answer${atDays(facts)}: on past dates with no ship, the same method erred to one side again and again.`,
  'missing-data': ({ share }) => `Too many days are missing${share === undefined ? '' : ` (${shareText(share)} of the window)`}. What was not measured cannot be compared.`,
  'unknown-ship-date': () => 'The ship day is not known to within two days. Name it, and the reading can be taken.',
  'window-not-over': (facts) => `Too early: the window is not over yet${found(facts, 'points')}.`,
  'no-absolute-effect': () => 'This method gives a relative effect only; the bet was placed on an absolute one.',
  'too-few-controls': (facts) => `Too few units without the change to compare with${found(facts, 'units')}.`,
  'too-few-pre-periods': (facts) => `Too few periods before the first change${found(facts, 'periods')}.`,
  'no-treated-unit': () => 'No unit got the change, so there is no effect to read.',
  'design-cannot-reach-level': ({ value, limit }) =>
    `This design cannot reach its level: with so few units, even the clearest effect would come by chance ${value === undefined ? 'too often' : `${shareText(value)} of the time`}${limit === undefined ? '' : ` and at most ${shareText(limit)} was allowed`}.`,
  'pre-trend-differs': () => 'The units were already drifting apart before the change, by more than this effect could survive.',
  'poor-pre-fit': () => 'No mix of the other units follows this one closely enough before the change to stand in for it after.',
  'methods-disagree-in-sign': () => 'Two ways of reading the same panel disagree about the direction.',
  'attrition-differs': ({ value }) =>
    `People left one side more than the other${value === undefined ? '' : ` (by chance ${howOften(value)})`}. Those who stayed cannot be compared.`,
  'too-few-past-tests': (facts) => `Too few past tests with both a short and a long reading to forecast from${found(facts, 'tests')}.`,
};

/** Example: `reasonSentence('too-little-history', { value: 50, limit: 56 })` ends in "50 of the 56 points it takes." */
export function reasonSentence(code: ReasonCode, facts: ReasonFacts = {}): string {
  return SENTENCES[code](facts);
}
