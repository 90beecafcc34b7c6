// The shape of an explained number and the small parts all explanations share: items as rows, addresses of full lists, counts as text.
import type { OutputOf } from '../contract/index.ts';
import type { Refusal } from '../domain/kernel/ruling.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { countItems, listItems, planItems, type ItemFilter, type ItemSort } from '../store/item-list.ts';
import { timeText } from '../store/schema.ts';
import type { Context } from './context.ts';
import { endOfAgeDay, untouchedDays } from './item-shown.ts';

export type Explanation = OutputOf<'number.explain'>;
export type NumberCode = 'number_unknown' | 'not_found' | 'nothing_to_audit';
export type Explained = Omit<Explanation, 'number'> | Refusal<NumberCode>;
/** Explains one number; `of` is what it is about. */
export type Explain = (context: Context, of: string | undefined) => Promise<Explained>;

export const isRefusal = (answer: Explained): answer is Refusal<NumberCode> => 'code' in answer;

const ROWS = 8;
export const shownCount = (count: number): string => count.toLocaleString('en');
export const plural = (count: number, one: string, many = `${one}s`): string => `${shownCount(count)} ${count === 1 ? one : many}`;
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
export const itemHref = (id: string): string => `/item/${encodeURIComponent(id)}`;

/** Address of the list with these filters, as `item.list` names them. */
export function listHref(filter: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const parts = Object.entries(filter).flatMap(([field, value]) => (value === undefined ? [] : [`${field}=${encodeURIComponent(String(value))}`]));
  return `/backlog?${['view=items', ...parts].join('&')}`;
}

export interface ItemRows { readonly rows: Explanation['rows']; readonly total: number; readonly moreRows: number }

/** The first items behind a number, each with the days nobody touched it, and how many more there are. */
export async function itemRows(context: Context, filter: ItemFilter, sort: ItemSort = 'touched'): Promise<ItemRows> {
  const { tx, asker } = context;
  const plan = planItems(asker.workspaceId, filter);
  if (!plan) return { rows: [], total: 0, moreRows: 0 };
  const items = await listItems(tx, plan, sort, undefined, ROWS);
  const { total } = await countItems(tx, plan);
  const end: Instant = await endOfAgeDay(context);
  const rows = items.map((item) => {
    const days = item.status_class === 'open' ? untouchedDays(item, end) : undefined;
    return { label: `${item.key} ${item.title}`, value: days === undefined ? (item.status ?? item.status_class.replace('_', ' ')) : `${shownCount(days)} days untouched`, href: itemHref(item.id) };
  });
  return { rows, total, moreRows: Math.max(0, total - rows.length) };
}

export const computedNow = ({ now }: Pick<Context, 'now'>): string => timeText(now);
