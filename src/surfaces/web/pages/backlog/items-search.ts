// The filters of the working list as they stand in the address, under the names `item.list` has for them. Strange values are left out.
import type { InputOf } from '../../../../contract/index.ts';
import { ruleIn } from '../../parts/rule-titles.ts';

export type ItemListInput = InputOf<'item.list'>;
export type ItemFilters = Omit<ItemListInput, 'limit' | 'cursor'>;

const STATUS = ['open', 'done', 'closed_unfinished', 'all'] as const;
const LINEAGE = ['goal', 'suggested', 'lights_on', 'none'] as const;
const SORTS = ['updated', '-updated', 'created', '-created', 'touched', '-touched', 'key', 'title'] as const;
const TEXTS = ['search', 'source', 'label', 'type', 'assignee', 'origin', 'leadsTo'] as const;

type Raw = Readonly<Record<string, unknown>>;

function oneOf<Value extends string>(values: readonly Value[], raw: unknown): Value | undefined {
  return values.find((value) => value === raw);
}

function days(raw: unknown): number | undefined {
  return typeof raw === 'string' && /^\d{1,5}$/.test(raw) ? Number(raw) : undefined;
}

/** Example: `?lineage=none&untouchedFrom=365` is `{ lineage: 'none', untouchedFrom: 365 }`. */
export function readFilters(raw: Raw): ItemFilters {
  const texts = TEXTS.flatMap((name) => {
    const value = raw[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim().slice(0, 200)] as const] : [];
  });
  const found = {
    statusClass: oneOf(STATUS, raw['statusClass']), lineage: oneOf(LINEAGE, raw['lineage']), rule: ruleIn(raw['rule']), sort: oneOf(SORTS, raw['sort']),
    agedOut: raw['agedOut'] === 'true' ? true : raw['agedOut'] === 'false' ? false : undefined,
    untouchedFrom: days(raw['untouchedFrom']), untouchedTo: days(raw['untouchedTo']),
  };
  return { ...Object.fromEntries(texts), ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) };
}

/** Names of the filters that narrow the list: everything but the order and the usual status. */
export function narrowing(filters: ItemFilters): string[] {
  return Object.keys(filters).filter((name) => name !== 'sort' && !(name === 'statusClass' && filters.statusClass === 'open'));
}

export interface Span { readonly id: string; readonly name: string; readonly from?: number; readonly to?: number }

/** Spans of days untouched to choose from; the picture's own edges. */
export const SPANS: readonly Span[] = [
  { id: '0-30', name: 'Under 30 days', to: 30 }, { id: '30-90', name: '30 to 90 days', from: 30, to: 90 }, { id: '90-180', name: '90 to 180 days', from: 90, to: 180 },
  { id: '180-365', name: '180 days to a year', from: 180, to: 365 }, { id: '365-', name: 'A year and over', from: 365 }, { id: '540-', name: '540 days and over', from: 540 },
];

/** The span in words: one to choose from, or whatever the address names. */
export function spanWords({ untouchedFrom: from, untouchedTo: to }: Pick<ItemFilters, 'untouchedFrom' | 'untouchedTo'>): string | undefined {
  const known = SPANS.find((span) => (span.from ?? 0) === (from ?? 0) && span.to === to);
  if (known !== undefined) return known.name.toLowerCase();
  if (from === undefined && to === undefined) return undefined;
  return to === undefined ? `${from} days and over` : `${from ?? 0} to ${to} days`;
}
