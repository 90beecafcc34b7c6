// What a bet promises as a list of records, one line a fact, the same for the preview, the seal and its amendments. Knows no screen.
import { said } from '../../charts/outcome/measure.ts';
import { dayWords } from '../../data/words.ts';
import { effectMeasure, effectRange, moneyWords, oneStep, typedAmount, type Metric } from './bet-measure.ts';
import { listed, type Bet, type Terms } from './bet-words.ts';

export interface RecordRow {
  readonly id: string;
  readonly label: string;
  readonly words: string;
}

export interface RecordNames {
  readonly metrics: readonly Pick<Metric, 'id' | 'key' | 'name' | 'kind' | 'unit'>[];
  readonly problems: readonly { readonly id: string; readonly key: string; readonly title: string }[];
}

export const DESIGN_WORDS: Readonly<Record<Terms['design'], string>> = { 'before-after': 'Against its own past, before and after the ship', experiment: 'By a randomised test', staggered: 'Over groups that get it one after another' };

/** The lines of a bet's odds, which an open review keeps covered. */
export const ODDS_LINES = ['effect', 'probability'] as const;

/** Every fact that was said, in the order of the form. What was never said has no line; what is `covered` has one without its words. */
export function recordRows(terms: Terms, names: RecordNames, covered: readonly string[] = []): RecordRow[] {
  const metric = names.metrics.find(({ id }) => id === terms.metric);
  const measure = effectMeasure(terms.scale, metric);
  const named = (id: string): string => names.metrics.find((one) => one.id === id)?.name ?? id;
  const problem = names.problems.find(({ id }) => id === terms.problem);
  const money = (value: number): string => moneyWords(value, terms.money);
  const others = terms.reviews.filter((days) => days !== terms.primaryReview);
  const row = (id: string, label: string, words: string | undefined | false): RecordRow[] => covered.includes(id) ? [{ id, label, words: '' }] : (words === undefined || words === false || words === '' ? [] : [{ id, label, words }]);
  return [
    ...row('claim', 'Claim', terms.claim),
    ...row('who', 'For whom', terms.who),
    ...row('problem', 'Answers', problem === undefined ? terms.problem : `${problem.key} ${problem.title}`),
    ...row('kind', 'Kind of bet', terms.kind),
    ...row('metric', 'Metric', terms.metric !== undefined && `${named(terms.metric)}${terms.direction === undefined ? '' : `; ${terms.direction} is good`}`),
    ...row('minEffect', 'The bar', terms.minEffect !== undefined && `${said(terms.minEffect, measure)} better is the least that would matter`),
    ...row('effect', 'Effect', terms.effectLow !== undefined && terms.effectHigh !== undefined && `${effectRange(terms.effectLow, terms.effectHigh, measure)} better, nine times in ten`),
    ...row('probability', 'Probability', terms.probability !== undefined && `${typedAmount(terms.probability, { as: 'share', unit: '%' })}% that it reaches the bar, given after the base rate`),
    ...row('guardrails', 'Must not get worse', terms.guardrails.map(({ metric: id, margin, scale }) => `${named(id)} by more than ${said(margin, effectMeasure(scale, names.metrics.find((one) => one.id === id)))}`).join('; ')),
    ...row('controls', 'Controls', terms.controls.map(named).join(', ')),
    ...row('killCriterion', 'Stop if', [terms.killCriterion, terms.killBelow === undefined ? undefined : `the effect is below ${said(terms.killBelow, measure, { signed: true })}`].filter((one) => one !== undefined).join('; ')),
    ...row('design', 'How it is read', `${DESIGN_WORDS[terms.design]}; ${said(terms.alpha, { as: 'share', unit: '%' })} chance of a false verdict`),
    ...row('reviews', 'Judged', `${terms.primaryReview} days after the ship${others.length === 0 ? '' : `; also looked at after ${listed(others.map((days) => `${days} days`))}`}`),
    ...row('cost', 'Cost', terms.cost !== undefined && money(terms.cost)),
    ...row('valuePerUnit', 'Worth', terms.valuePerUnit !== undefined && `${money(measure.as === 'share' ? terms.valuePerUnit / 100 : terms.valuePerUnit)} for ${oneStep(measure)}`),
    ...row('shipBy', 'Ships by', terms.shipBy !== undefined && dayWords(terms.shipBy)),
    ...row('alternatives', 'Instead', terms.alternatives.join('; ')),
    ...row('changeMyMind', 'Would change my mind', terms.changeMyMind),
    ...row('preMortem', 'If it fails, because', terms.preMortem),
    ...row('decidedBy', 'Decided by', terms.decidedBy),
    ...row('disagreed', 'Disagreed', terms.disagreed),
  ];
}

export interface AmendedRow {
  readonly label: string;
  readonly was: string | undefined;
  readonly now: string | undefined;
}

export interface AmendmentShown {
  readonly position: number;
  readonly sealedAt: string;
  readonly words: string;
  readonly rows: readonly AmendedRow[];
}

/** Each amendment with the lines it replaced, as they stood just before it. */
export function amendmentsOf(bet: Pick<Bet, 'terms' | 'amendments'>, names: RecordNames): AmendmentShown[] {
  let terms = bet.terms;
  return bet.amendments.map(({ position, sealedAt, words, changes }) => {
    const before = recordRows(terms, names);
    terms = { ...terms, ...changes };
    const after = recordRows(terms, names);
    const ids = [...new Set([...before, ...after].map(({ id }) => id))];
    const rows = ids.flatMap((id): AmendedRow[] => {
      const [was, now] = [before, after].map((list) => list.find((row) => row.id === id));
      return was?.words === now?.words ? [] : [{ label: (now ?? was)!.label, was: was?.words, now: now?.words }];
    });
    return { position, sealedAt, words, rows };
  });
}

/** Which field each of the rule's questions leads to, so that what is missing can be jumped to. */
const QUESTIONS: readonly (readonly [RegExp, string])[] = [
  [/for whom/, 'who'], [/which metric/, 'metric'], [/up or down/, 'direction'], [/smallest effect that would matter/, 'minEffect'], [/5th/, 'effect'], [/95th/, 'effect'], [/costs/, 'cost'], [/worth/, 'valuePerUnit'],
  [/when you would stop/, 'killCriterion'], [/change your mind/, 'changeMyMind'], [/which problem/, 'problem'], [/what else could be done/, 'alternatives'], [/what became of bets like it/, 'base'], [/how likely/, 'probability'],
];

export interface MissingField {
  readonly words: string;
  /** Name of the field, `base` for the base rate; undefined when it is no single field. */
  readonly field: string | undefined;
}

/**
 * What has to be said before a draft can be placed, each once and with its field: the two ends of the effect are one question, and
 * the base rate and the probability after it are named from the start.
 */
export function missingFields(bet: Pick<Bet, 'missing' | 'baseRateShownAt' | 'terms'>): MissingField[] {
  const named = bet.missing.map((words): MissingField => ({ words, field: QUESTIONS.find(([pattern]) => pattern.test(words))?.[1] }));
  const lacks = (field: string): boolean => !named.some((one) => one.field === field);
  if (bet.baseRateShownAt === undefined && lacks('base')) named.push({ words: 'what became of bets like it, before the probability', field: 'base' });
  if (bet.terms.probability === undefined && lacks('probability')) named.push({ words: 'how likely it is to reach the bar', field: 'probability' });
  const effect = named.filter(({ field }) => field === 'effect');
  return named.flatMap((one) => (one.field !== 'effect' ? [one] : one === effect[0] ? [{ words: 'the effect you expect, as a range', field: 'effect' }] : []));
}
