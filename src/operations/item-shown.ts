// An item as it is told: row to answer, with the days nobody touched it counted to the audit's day. Knows no filter.
import type { OutputOf } from '../contract/index.ts';
import { refused, granted, type Ruling } from '../domain/kernel/ruling.ts';
import { DAY_MS, daysBetween, startOfDay, type Day, type Instant } from '../domain/kernel/instant.ts';
import { findAuditDay } from '../store/audit.ts';
import { findItems } from '../store/item.ts';
import type { ItemRow } from '../store/item-list.ts';
import { instantOf } from '../store/schema.ts';
import type { Context } from './context.ts';

export type ShownItem = OutputOf<'item.list'>['items'][number];
export type ItemBrief = Pick<ShownItem, 'id' | 'key' | 'title' | 'url' | 'statusClass'>;

/** The last moment of the day that ages are counted to: the audit's day, else today. */
export async function endOfAgeDay({ tx, asker, today }: Pick<Context, 'tx' | 'asker' | 'today'>): Promise<Instant> {
  return endOfDay((await findAuditDay(tx, asker.workspaceId)) ?? today);
}

export function endOfDay(day: Day): Instant {
  return startOfDay(day)! + DAY_MS - 1;
}

/** Whole days since the last human touch; undefined when none is known. Never below 0. */
export function untouchedDays(row: Pick<ItemRow, 'touched_at'>, end: Instant): number | undefined {
  const touched = instantOf(row.touched_at);
  return touched === undefined ? undefined : Math.max(0, daysBetween(touched, end));
}

export function briefOf(row: ItemRow): ItemBrief {
  return { id: row.id, key: row.key, title: row.title, url: row.url ?? undefined, statusClass: row.status_class };
}

export function shownItem(row: ItemRow, end: Instant, rules: readonly string[]): ShownItem {
  return {
    ...briefOf(row), type: row.type ?? undefined, status: row.status ?? undefined, container: row.container ?? undefined,
    author: row.author_name ?? row.author_id ?? undefined, assignee: row.assignee_name ?? row.assignee_id ?? undefined,
    labels: row.labels as string[], priority: row.priority ?? undefined, parent: row.parent_key ?? undefined,
    createdAt: row.created_at ?? undefined, updatedAt: row.updated_at ?? undefined, resolvedAt: row.resolved_at ?? undefined, due: row.due_on ?? undefined,
    touchedAt: row.touched_at ?? undefined, untouchedDays: row.status_class === 'open' ? untouchedDays(row, end) : undefined,
    lineage: row.lineage, origin: row.origin ?? undefined, comments: row.comment_count, findings: rules as ShownItem['findings'],
  };
}

/** The one item of a reference. */
export async function itemNamed({ tx, asker }: Pick<Context, 'tx' | 'asker'>, reference: string): Promise<Ruling<ItemRow, 'not_found' | 'ambiguous_reference'>> {
  return theItem((await findItems(tx, asker.workspaceId, [reference])).get(reference) ?? [], reference);
}

/** The items of references in their order, each once; the first that is missing or ambiguous is refused. */
export async function itemsNamed({ tx, asker }: Pick<Context, 'tx' | 'asker'>, references: readonly string[]): Promise<Ruling<ItemRow[], 'not_found' | 'ambiguous_reference'>> {
  const found = await findItems(tx, asker.workspaceId, references);
  const items = new Map<string, ItemRow>();
  for (const reference of references) {
    const one = theItem(found.get(reference) ?? [], reference);
    if (!one.ok) return one;
    items.set(one.value.id, one.value);
  }
  return granted([...items.values()]);
}

function theItem(rows: readonly ItemRow[], reference: string): Ruling<ItemRow, 'not_found' | 'ambiguous_reference'> {
  const exact = rows.find((row) => row.id === reference) ?? (rows.length === 1 ? rows[0] : undefined);
  if (exact) return granted(exact);
  return rows.length === 0 ? refused('not_found', { kind: 'item', reference }) : refused('ambiguous_reference', { reference });
}
