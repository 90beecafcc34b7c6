// Minutes by group and by kind with their uncertainty, and the 80/20 gauge beside its share of the week. Claims no value for any kind.
import { shareHalfWidth } from '../classify/accuracy.ts';
import { GROUPS, KINDS, kindNamed, type Group, type Kind } from '../kinds.ts';
import type { CountedEvent } from './counted-event.ts';
import { tidy } from './ledger.ts';

export type GroupMinutes = Readonly<Record<Group | 'unsorted', number>>;

export interface KindMinutes {
  readonly kind: Kind | 'unsorted';
  readonly minutes: number;
  readonly confirmedMinutes: number;
  /** `minutes` less and plus the error share of what is not confirmed; unsorted minutes are no guess. */
  readonly low: number;
  readonly high: number;
}

export interface EightyTwenty {
  readonly userMinutes: number;
  readonly technicalMinutes: number;
  /** Both together as a share of the accounted minutes, 0 to 1; null when there are none. */
  readonly shareOfWeek: number | null;
}

export interface Sorted {
  readonly byGroup: GroupMinutes;
  /** Only kinds that have minutes, most first. */
  readonly byKind: readonly KindMinutes[];
  readonly confirmedByGroup: GroupMinutes;
  readonly eightyTwenty: EightyTwenty;
  /** Minutes with customers, and minutes of glue work. */
  readonly withCustomers: number;
  readonly water: number;
}

/** Kinds that are time with customers, whichever group they are in: support is water and with customers. */
export const WITH_CUSTOMERS: ReadonlySet<string> = new Set<Kind>(['customer_research', 'customer_call', 'design_partner', 'customer_support', 'implementation']);

/**
 * `minutes[i]` belong to `counted[i]`; private time and days off are in no total. `error` is the share of guessed minutes that may be
 * elsewhere, as ownAccuracy gives it.
 * Example: 240 guessed minutes of a kind at an error of 0.25 are 180 to 300. Groups add up to the accounted minutes.
 */
export function sortMinutes(counted: readonly CountedEvent[], minutes: readonly number[], error: number): Sorted {
  const byGroup: Record<Group | 'unsorted', number> = { ...Object.fromEntries(GROUPS.map((group) => [group, 0])) as Record<Group, number>, unsorted: 0 };
  const confirmedByGroup = { ...byGroup };
  const kinds = new Map<Kind | 'unsorted', { minutes: number; confirmed: number }>();
  counted.forEach(({ role, label }, at) => {
    const spent = minutes[at] ?? 0;
    if (role === 'private' || role === 'off' || spent === 0) return;
    const kind = label.kind ?? (role === 'focus' ? 'focus' : undefined);
    const group = kind === undefined ? label.group ?? 'unsorted' : label.group ?? kindNamed(kind).group;
    byGroup[group] += spent;
    if (label.confirmed) confirmedByGroup[group] += spent;
    const row = kinds.get(kind ?? 'unsorted') ?? { minutes: 0, confirmed: 0 };
    kinds.set(kind ?? 'unsorted', { minutes: row.minutes + spent, confirmed: row.confirmed + (label.confirmed ? spent : 0) });
  });
  for (const groups of [byGroup, confirmedByGroup]) for (const group of Object.keys(groups) as (keyof typeof groups)[]) groups[group] = tidy(groups[group]);
  const accounted = Object.values(byGroup).reduce((sum, each) => sum + each, 0);
  const of = (wanted: (kind: string) => boolean): number => tidy([...kinds].reduce((sum, [kind, row]) => (wanted(kind) ? sum + row.minutes : sum), 0));
  return {
    byGroup, confirmedByGroup, byKind: rowsOf(kinds, error, accounted), eightyTwenty: gauge((kind) => kinds.get(kind)?.minutes ?? 0, accounted),
    withCustomers: of((kind) => WITH_CUSTOMERS.has(kind)), water: byGroup.glue,
  };
}

function rowsOf(kinds: ReadonlyMap<Kind | 'unsorted', { readonly minutes: number; readonly confirmed: number }>, error: number, accounted: number): KindMinutes[] {
  const order = (kind: string): number => { const at = KINDS.findIndex((each) => each.kind === kind); return at < 0 ? KINDS.length : at; };
  return [...kinds].map(([kind, row]) => {
    const half = kind === 'unsorted' ? 0 : shareHalfWidth(error, row.minutes - row.confirmed);
    return { kind, minutes: tidy(row.minutes), confirmedMinutes: tidy(row.confirmed), low: tidy(Math.max(0, row.minutes - half)), high: tidy(Math.min(Math.max(accounted, row.minutes), row.minutes + half)) };
  }).sort((a, b) => b.minutes - a.minutes || order(a.kind) - order(b.kind));
}

/** User minutes: the user share of core and glue, and of prototypes. Technical minutes: the other share of the technical group. */
function gauge(minutesOf: (kind: Kind) => number, accounted: number): EightyTwenty {
  let user = 0;
  let technical = 0;
  for (const { kind, group, userShare } of KINDS as readonly { readonly kind: Kind; readonly group: Group; readonly userShare?: number }[]) {
    if (userShare === undefined) continue;
    const spent = minutesOf(kind);
    user += spent * userShare;
    if (group === 'technical') technical += spent * (1 - userShare);
  }
  return { userMinutes: tidy(user), technicalMinutes: tidy(technical), shareOfWeek: accounted === 0 ? null : (user + technical) / accounted };
}
