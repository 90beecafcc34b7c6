// Building an item field by field: what a source lacks stays absent. Knows no source.
import type { Item } from '../domain/backlog/item.ts';

/** The item with those optional fields that have a value; absent stays absent, never `undefined`. */
export function withFilled(item: { -readonly [K in keyof Item]: Item[K] }, optional: { readonly [K in keyof Item]?: Item[K] | undefined }): Item {
  const target = item as unknown as Record<string, unknown>;
  for (const field in optional) {
    const value = optional[field as keyof Item];
    if (value !== undefined) target[field] = value;
  }
  return item;
}
