// Dinosaur: an open item quiet for so long that this tracker hardly ever finished one like it. Makes no claim about its worth.
import type { Day } from '../kernel/instant.ts';
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import { MIN_AT_RISK } from './survival-estimate.ts';
import type { SurvivalRow } from './survival.ts';

/** An item is aged out only when the upper bound of its chance lies under this. */
export const AGED_OUT_BELOW = 0.1;

export interface DinosaurCandidate {
  readonly key: string;
  readonly untouchedDays: number;
  /** Day of the last human touch; a new touch makes it another case. */
  readonly lastTouch: Day;
  readonly due?: Day;
  /** True when a label or a live bet keeps age from speaking against it. */
  readonly exempt: boolean;
}

const PROTECTED = /\b(?:legal|compliance|security|privacy|gdpr|vulnerabilit(?:y|ies)|cve|audit|regulatory|contract(?:ual)?|safety)\b/i;

/** True for legal, security and safety items, by label or type: they are due when they are due. */
export function ageExemptLabels(item: Pick<Item, 'labels' | 'type'>): boolean {
  return (item.type !== undefined && PROTECTED.test(item.type)) || item.labels.some((label) => PROTECTED.test(label));
}

/** `0.047` as `4.7%`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/**
 * The finding, when the row may speak, at least 30 items are at risk, the upper bound is under 10% and nothing protects the item.
 * `value` is days untouched, `interval` the 5-95% bounds of the share done within 365 days, `n` the items at risk.
 */
export function dinosaurFinding(item: DinosaurCandidate, row: SurvivalRow | undefined, asOf: Day): Finding | undefined {
  if (row === undefined || row.silent !== undefined || row.atRisk < MIN_AT_RISK || row.high >= AGED_OUT_BELOW) return undefined;
  if (item.exempt || (item.due !== undefined && item.due > asOf)) return undefined;
  const kind = row.pool === 'bug' ? 'bugs' : 'items';
  const estimate = row.events === 0
    ? `none was finished in the following year (at most ${percent(row.high)})`
    : `an estimated ${percent(row.doneWithin365)} (${percent(row.low)} to ${percent(row.high)}) were finished in the following year`;
  return {
    rule: 'dinosaur', ruleVersion: 1, subject: item.key, spans: [], value: item.untouchedDays, unit: 'days',
    interval: [row.low, row.high], n: row.atRisk, grade: 'estimated',
    why: `Untouched ${item.untouchedDays} days. Of ${row.atRisk} ${kind} that stayed untouched for ${row.untouchedDays} days here, ${estimate}.`,
    whatWouldChangeIt: 'A comment or change by a person, a due date ahead, or a bet that stands on it.',
    nextAction: 'Close it with a reason, or keep it until a day you name.',
    suppressionKey: `dinosaur|${item.key}|${item.lastTouch}`,
  };
}
