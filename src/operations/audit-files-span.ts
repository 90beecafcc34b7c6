// What a report says of its source besides counts: which projects the items belong to, and from when to when. Pure.
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../domain/kernel/instant.ts';
import type { Item } from '../domain/backlog/item.ts';

export interface SourceSpan {
  /** At most ten, most items first. */
  readonly containers: readonly string[];
  readonly from?: Day;
  readonly to?: Day;
}

const NAMED = 10;

/** Feed it every item and every date of a loose comment; dates after the audit's day are left out of the span. */
export function sourceSpan(): { add(item: Item): void; touch(at: Instant | undefined): void; finish(asOf: Day): SourceSpan } {
  const containers = new Map<string, number>();
  let oldest = Infinity;
  /** The newest few, so that a clock set wrong does not hide the real newest event. */
  const newest: Instant[] = [];
  let floor = -Infinity;
  const touch = (at: Instant | undefined): void => {
    if (at === undefined || at <= floor) return;
    newest.push(at);
    if (newest.length < 256) return;
    newest.sort((a, b) => b - a);
    newest.length = 64;
    floor = newest.at(-1)!;
  };
  return {
    add(item) {
      if (item.container !== undefined) containers.set(item.container, (containers.get(item.container) ?? 0) + 1);
      if (item.created !== undefined && item.created < oldest) oldest = item.created;
      touch(item.updated);
      touch(item.created);
      touch(item.resolved);
      for (const comment of item.comments) touch(comment.at);
    },
    touch,
    finish(asOf) {
      const end = startOfDay(addDays(asOf, 1))!;
      const last = Math.max(...newest.filter((at) => at < end));
      return {
        containers: [...containers].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, NAMED).map(([name]) => name),
        ...(oldest < end ? { from: dayOf(oldest) } : {}), ...(Number.isFinite(last) ? { to: dayOf(last) } : {}),
      };
    },
  };
}
