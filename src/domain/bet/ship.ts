// What counts as a ship among imported items, and what ships say about how bets are used. Knows no store.
import { dayOf, type Day, type Instant } from '../kernel/instant.ts';

/** One imported item, as far as finding ships needs it. */
export interface ShippedItem {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly type?: string | undefined;
  readonly done: boolean;
  readonly open: boolean;
  readonly resolved?: Instant | undefined;
  /** Sprints, milestones, versions and cycles it was in. */
  readonly containers: readonly string[];
}

export interface FoundShip {
  /** Stable across imports: `epic:RET-12`, `release:v4.2`. */
  readonly foundAs: string;
  readonly title: string;
  readonly shippedOn: Day;
  readonly itemIds: readonly string[];
}

const EPIC = /epic|initiative|feature/i;
/** Names of what reaches users: a version or a release. A sprint is a fortnight of work, not a ship. */
const RELEASE = /(^|\s)v?\d+(\.\d+)+([-+ ].*)?$|\b(release|version|launch|rollout|go-?live|milestone|ga)\b/i;

/**
 * Releases, versions and milestones whose items are all closed, and epics that are done, by the day the last of them was done.
 * What has no resolution time is not a ship: its day would be a guess. Newest first.
 */
export function findShips(items: readonly ShippedItem[]): FoundShip[] {
  const releases = new Map<string, ShippedItem[]>();
  for (const item of items) {
    for (const name of item.containers) if (RELEASE.test(name.trim())) releases.set(name.trim(), [...(releases.get(name.trim()) ?? []), item]);
  }
  const found: FoundShip[] = [];
  for (const [name, members] of releases) {
    const last = lastResolved(members);
    if (last !== undefined && members.every(({ open }) => !open)) found.push({ foundAs: `release:${name}`, title: name, shippedOn: dayOf(last), itemIds: members.filter(({ done }) => done).map(({ id }) => id) });
  }
  for (const item of items) {
    if (item.done && item.resolved !== undefined && item.type !== undefined && EPIC.test(item.type)) {
      found.push({ foundAs: `epic:${item.key}`, title: item.title, shippedOn: dayOf(item.resolved), itemIds: [item.id] });
    }
  }
  return found.sort((a, b) => (a.shippedOn === b.shippedOn ? (a.foundAs < b.foundAs ? -1 : 1) : a.shippedOn < b.shippedOn ? 1 : -1));
}

function lastResolved(items: readonly ShippedItem[]): Instant | undefined {
  const times = items.filter(({ done }) => done).map(({ resolved }) => resolved);
  return times.length === 0 || times.includes(undefined) ? undefined : Math.max(...(times as number[]));
}
