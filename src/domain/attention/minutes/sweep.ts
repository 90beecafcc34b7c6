// Gives every stretch of time to one event. Walks the moments at which anything begins or ends; between two of them nothing changes.
import type { Instant } from '../../kernel/instant.ts';
import { joined, type Span } from '../spans.ts';
import type { CountedEvent } from './counted-event.ts';

/** A stretch and the events it goes to, by their place in the list; several only where nothing tells them apart. */
export interface Slice extends Span {
  readonly to: readonly number[];
}

export interface Swept {
  readonly slices: readonly Slice[];
  /** Time on which two or more events of calendars lie, focus blocks aside. */
  readonly conflicting: readonly Span[];
}

const ANSWERS = { accepted: 0, none: 1, tentative: 2 } as const;
const ROLES: Partial<Readonly<Record<CountedEvent['role'], number>>> = { entry: -1, focus: 3, activity: 4 };

/** Below 0 when `a` comes before `b`, 0 when nothing tells them apart: own entries, answer, focus, activity, somebody external, fewer people, shorter. */
function before(a: CountedEvent, b: CountedEvent): number {
  const rank = (each: CountedEvent): number => ROLES[each.role] ?? ANSWERS[each.answer];
  return rank(a) - rank(b) || Number(b.external) - Number(a.external) || a.others - b.others || a.length - b.length;
}

/**
 * Every moment of the events' spans goes to exactly one event, or in equal parts to those that nothing tells apart. Days off take no part.
 * Example: 9:00-10:00 accepted with three people and 9:30-10:00 accepted with one: 30 minutes each, 30 of them conflicting.
 */
export function sweep(events: readonly CountedEvent[]): Swept {
  const edges: { readonly time: Instant; readonly at: number; readonly opens: boolean }[] = [];
  events.forEach(({ spans, role }, at) => {
    if (role === 'off') return;
    for (const { start, end } of spans) if (end > start) edges.push({ time: start, at, opens: true }, { time: end, at, opens: false });
  });
  edges.sort((a, b) => a.time - b.time);
  const slices: Slice[] = [];
  const conflicting: Span[] = [];
  const open = new Set<number>();
  for (let i = 0; i < edges.length;) {
    const { time } = edges[i]!;
    for (; i < edges.length && edges[i]!.time === time; i++) {
      if (edges[i]!.opens) open.add(edges[i]!.at);
      else open.delete(edges[i]!.at);
    }
    const end = edges[i]?.time;
    if (end === undefined || open.size === 0) continue;
    const { to, solid } = winners(events, open);
    slices.push({ start: time, end, to });
    if (solid > 1) conflicting.push({ start: time, end });
  }
  return { slices, conflicting: joined(conflicting) };
}

function winners(events: readonly CountedEvent[], open: ReadonlySet<number>): { to: number[]; solid: number } {
  let to: number[] = [];
  let solid = 0;
  for (const at of open) {
    if (ROLES[events[at]!.role] === undefined) solid++;
    const order = to.length === 0 ? -1 : before(events[at]!, events[to[0]!]!);
    if (order < 0) to = [at];
    else if (order === 0) to.push(at);
  }
  return { to, solid };
}
