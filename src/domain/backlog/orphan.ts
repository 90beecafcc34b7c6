// R3 as a finding: no path from an item to the active goal. Unexplained, not bad; and the trend of the share, in words only where the
// weeks can carry them.
import { mannKendall, theilSen } from '../kernel/statistics-order.ts';
import { DAY_MS, startOfDay, type Day } from '../kernel/instant.ts';
import type { Finding } from './finding.ts';
import { UNKNOWN_ORIGIN } from './lineage-rules.ts';
import type { AuditSettings } from './rule.ts';

export const ORPHAN_VERSION = 1;

/** The goal an orphan finding is about. `linksKnown` is false for an audit of a file, where only the wording could point to the goal. */
export interface OrphanGoal {
  readonly id?: string;
  readonly statement: string;
  readonly linksKnown: boolean;
}

/** One finding for an item that `startLineage` gave no path. Example: docs/formulas/orphan.md. */
export function orphanFinding(item: { readonly key: string; readonly origin?: string }, goal: OrphanGoal, settings: AuditSettings): Finding | undefined {
  const suppressionKey = `orphan:${item.key}:${goal.id ?? goal.statement.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 200)}`;
  if (settings.suppressed.has(suppressionKey)) return undefined;
  const from = item.origin === undefined || item.origin === UNKNOWN_ORIGIN ? '' : ` It came from ${item.origin}.`;
  return {
    rule: 'orphan', ruleVersion: ORPHAN_VERSION, subject: item.key, spans: [], grade: goal.linksKnown ? 'measured' : 'estimated',
    why: goal.linksKnown
      ? `No path to the goal within three steps: no problem or bet is linked to it, to its parents or by a rule, and its wording points to none.${from} Not bad: unexplained.`
      : `No path to the goal can be seen: this file carries no links to a goal, and the wording shares too few of the goal's own words.${from} Not bad: unexplained.`,
    whatWouldChangeIt: 'A link to a problem or bet that leads to the goal, a rule for its epic or label, or counting it as upkeep.',
    nextAction: 'Link it to the problem it serves, count it as upkeep, or ask whether the goal is too narrow.',
    suppressionKey,
  };
}

/** One weekly point of the share of open items without a path. */
export interface OrphanPoint {
  readonly day: Day;
  readonly open: number;
  readonly unexplained: number;
}

export interface OrphanTrend {
  /** Shares 0-1 in day order; days with nothing open are left out. */
  readonly shares: readonly { readonly day: Day; readonly share: number }[];
  /** Change of the share per week (Theil-Sen); absent below 12 points. */
  readonly perWeek?: number;
  /** `rising` and `falling` only at n >= 12 with a Mann-Kendall p below 0.1; `steady` at n >= 12 otherwise; absent below. */
  readonly trend?: 'rising' | 'falling' | 'steady';
}

const LEAST_POINTS = 12;

/** Example: twelve weeks that fall from 60% by 2 points each give -0.02 a week, falling. */
export function orphanTrend(points: readonly OrphanPoint[]): OrphanTrend {
  const sorted = points.filter((point) => point.open > 0 && startOfDay(point.day) !== undefined).sort((a, b) => (a.day < b.day ? -1 : 1));
  const shares = sorted.map((point) => ({ day: point.day, share: point.unexplained / point.open }));
  if (shares.length < LEAST_POINTS) return { shares };
  const values = shares.map((point) => point.share);
  const perWeek = theilSen(shares.map((point) => startOfDay(point.day)! / (7 * DAY_MS)), values);
  const { s, p } = mannKendall(values);
  return { shares, ...(perWeek === undefined ? {} : { perWeek }), trend: p < 0.1 && s !== 0 ? (s > 0 ? 'rising' : 'falling') : 'steady' };
}
