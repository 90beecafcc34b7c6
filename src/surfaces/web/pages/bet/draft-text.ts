// A draft as typed text, field by field, and what it becomes: values of the operation, or a refusal beside its field. Knows no screen.
import type { InputOf } from '../../../../contract/index.ts';
import { readStatedRange } from '../../../../domain/outcome/next-bet/stated-effect.ts';
import { enteredEffect } from '../../charts/DistributionEntry.tsx';
import type { Measure } from '../../charts/outcome/measure.ts';
import { amountIn, numberIn, typedAmount } from './bet-measure.ts';
import type { Terms } from './bet-words.ts';

export type Change = Omit<InputOf<'bet.change'>, 'bet'>;
type TermName = Exclude<NonNullable<Change['clear']>[number], 'problem'>;
type Read = Partial<Change> | string;

interface Field {
  /** Terms it stands for. */
  readonly terms: readonly (TermName | 'claim')[];
  /** As the field's own name in a toast: `the claim`. */
  readonly name: string;
  readonly say: (terms: Terms, measure: Measure) => string;
  /** What the text means, or why it means nothing. Never asked about an empty field. */
  readonly read: (text: string, measure: Measure) => Read;
}

type WordName = 'who' | 'kind' | 'money' | 'killCriterion' | 'changeMyMind' | 'preMortem' | 'decidedBy' | 'disagreed' | 'shipBy';
const words = (term: WordName, name: string): Field => ({ terms: [term], name, say: (terms) => terms[term] ?? '', read: (text) => ({ [term]: text.trim() }) });
const NUMBER = 'A number is needed here, such as 3 or 0.5.';
const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/^[-*•]\s*/, '').trim()).filter((line) => line !== '');

export const FIELDS = {
  claim: { terms: ['claim'], name: 'the claim', say: ({ claim }) => claim, read: (text) => ({ claim: text.trim() }) },
  who: words('who', 'for whom'),
  kind: words('kind', 'the kind of bet'),
  minEffect: {
    terms: ['minEffect'], name: 'the smallest effect that matters', say: ({ minEffect }, measure) => typedAmount(minEffect, measure),
    read: (text, measure) => { const minEffect = amountIn(text, measure); return minEffect === undefined ? NUMBER : minEffect > 0 ? { minEffect } : 'Above zero: effects count in the good direction, up or down.'; },
  },
  effect: {
    terms: ['effectLow', 'effectHigh'], name: 'the effect you expect',
    say: ({ effectLow, effectHigh }, measure) => (effectLow === undefined || effectHigh === undefined ? '' : `${typedAmount(effectLow, measure)} to ${typedAmount(effectHigh, measure)}`),
    read: (text, measure) => {
      const entered = enteredEffect(text, measure);
      const range = readStatedRange(text);
      if (!entered.ok || !range.ok) return entered.ok ? NUMBER : entered.sentence;
      const scale = measure.as === 'share' && !range.value.percent ? 100 : 1;
      const [effectLow, effectHigh] = [range.value.low / scale, range.value.high / scale].map((end) => Number(end.toPrecision(12)));
      return { effectLow, effectHigh };
    },
  },
  killCriterion: words('killCriterion', 'the kill criterion'),
  killBelow: {
    terms: ['killBelow'], name: 'the effect below which it stops', say: ({ killBelow }, measure) => typedAmount(killBelow, measure),
    read: (text, measure) => { const killBelow = amountIn(text, measure); return killBelow === undefined ? NUMBER : { killBelow }; },
  },
  cost: { terms: ['cost'], name: 'the cost', say: ({ cost }) => (cost === undefined ? '' : String(cost)), read: (text) => { const cost = numberIn(text); return cost === undefined ? NUMBER : cost < 0 ? 'A cost is zero or more.' : { cost }; } },
  valuePerUnit: {
    terms: ['valuePerUnit'], name: 'what the effect is worth', say: ({ valuePerUnit }, { as }) => (valuePerUnit === undefined ? '' : String(Number((as === 'share' ? valuePerUnit / 100 : valuePerUnit).toPrecision(12)))),
    read: (text, { as }) => { const value = numberIn(text); return value === undefined ? NUMBER : { valuePerUnit: Number((as === 'share' ? value * 100 : value).toPrecision(12)) }; },
  },
  money: words('money', 'the unit of cost and value'),
  shipBy: words('shipBy', 'the day to ship by'),
  alternatives: { terms: ['alternatives'], name: 'the alternatives', say: ({ alternatives }) => alternatives.join('\n'), read: (text) => ({ alternatives: lines(text) }) },
  changeMyMind: words('changeMyMind', 'what would change your mind'),
  preMortem: words('preMortem', 'the pre-mortem'),
  decidedBy: words('decidedBy', 'who decided'),
  disagreed: words('disagreed', 'who disagreed'),
  probability: {
    terms: ['probability'], name: 'the probability', say: ({ probability }) => (probability === undefined ? '' : String(Math.round(probability * 1000) / 10)),
    read: (text) => { const value = numberIn(text); return value === undefined || value < 1 || value > 99 ? 'Between 1 and 99: nobody is surer than that.' : { probability: Number((value / 100).toPrecision(12)) }; },
  },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export type DraftText = Readonly<Record<FieldName, string>>;

export function textOf(terms: Terms, measure: Measure): DraftText {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].say(terms, measure)])) as Record<FieldName, string>;
}

export interface DraftReading {
  /** What differs from the terms as kept; undefined when nothing does. */
  readonly change: Change | undefined;
  readonly errors: Partial<Record<FieldName, string>>;
}

/** What the typed text changes about the terms. A field that cannot be read is left out and named in `errors`. */
export function readDraft(terms: Terms, text: DraftText, measure: Measure): DraftReading {
  const change: Record<string, unknown> = {};
  const clear: TermName[] = [];
  const errors: Partial<Record<FieldName, string>> = {};
  for (const name of FIELD_NAMES) {
    const field: Field = FIELDS[name];
    if (text[name] === field.say(terms, measure)) continue;
    if (text[name].trim() === '') {
      if (name === 'claim') errors.claim = 'A bet needs a claim.';
      else clear.push(...(field.terms as readonly TermName[]).filter((term) => isSaid(terms[term])));
      continue;
    }
    const read = field.read(text[name], measure);
    if (typeof read === 'string') errors[name] = read;
    else for (const [term, value] of Object.entries(read)) if (!same(value, terms[term as TermName])) change[term] = value;
  }
  const some = Object.keys(change).length > 0 || clear.length > 0;
  return { errors, change: some ? { ...change, ...(clear.length > 0 ? { clear } : {}) } : undefined };
}

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The change that makes `now` as `before` was, for the terms in which they differ; undefined when they are alike. */
export function wayBack(before: Terms, now: Terms): Change | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => name !== 'goal' && !same(before[name as keyof Terms], now[name as keyof Terms])) as (keyof Terms)[];
  if (names.length === 0) return undefined;
  const clear = names.filter((name) => before[name] === undefined) as NonNullable<Change['clear']>;
  return { ...Object.fromEntries(names.filter((name) => before[name] !== undefined).map((name) => [name, before[name]])), ...(clear.length > 0 ? { clear } : {}) };
}
