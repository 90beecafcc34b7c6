// What counts as a human touch of one item, and when the item ended. Knows one item at a time: edits of many items at
// once and imports are told apart in `audit-bulk.ts`, which sees them all. docs/formulas/survival.md lists every touch.
import type { Instant } from '../kernel/instant.ts';
import type { Change, Item } from './item.ts';

/** Seconds since 1970, unsigned 32 bits; `NEVER` stands for an absent or impossible time. */
export type Second = number;
export const NEVER: Second = 0xffffffff;
export const DAY_SECONDS = 86_400;

/** Absent, negative and post-2105 instants are damage in the source and answer `NEVER`. */
export function secondOf(instant: Instant | undefined): Second {
  if (instant === undefined || !(instant >= 0)) return NEVER;
  const second = Math.floor(instant / 1000);
  return second < NEVER ? second : NEVER;
}

const RANK = /^(?:lexo|global )?rank(?:ing)?$|^(?:sort|board|backlog|list)[ _-]?(?:order|position|rank)$|^(?:pos|position|order|suborder|ranked)$/i;

/** True for a change that only moved the item up or down a list. */
export function isRankMove(change: Change): boolean {
  return RANK.test(change.field.trim());
}

const CLOSING_FIELDS = /^(?:status|state|resolution|closed|list|column)$/i;

/** When a closed item was closed: its `resolved`, else its last status change. `NEVER` for open items and where neither is known. */
export function closedAt(item: Item): Second {
  if (item.statusClass === 'open') return NEVER;
  const resolved = secondOf(item.resolved);
  if (resolved !== NEVER || item.history === undefined) return resolved;
  for (let i = item.history.length - 1; i >= 0; i--) {
    if (CLOSING_FIELDS.test(item.history[i]!.field)) return secondOf(item.history[i]!.at);
  }
  return NEVER;
}

const AGED_OUT = /^aged[-_ ]out$/i;

/** True when the cull closed the item: it then leaves observation instead of counting as refused by the team. */
export function wasAgedOut(item: Item): boolean {
  return item.statusClass === 'closed_unfinished' && item.labels.some((label) => AGED_OUT.test(label));
}
