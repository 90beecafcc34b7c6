// What is kept of an open item until the audit's day is known, and how it is judged then.
import { dayOf, type Day } from '../kernel/instant.ts';
import { ageExemptLabels, dinosaurFinding } from './dinosaur.ts';
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import { outdatedFinding, readOutdated, type OutdatedEvidence } from './outdated.ts';
import type { AuditSettings } from './rule.ts';
import { survivalFor, type SurvivalRow } from './survival.ts';
import { saysBug } from './wording-kind.ts';

export interface OpenItem {
  readonly row: number;
  readonly key: string;
  readonly title: string;
  readonly url?: string;
  readonly due?: Day;
  readonly isBug: boolean;
  readonly ageExempt: boolean;
  readonly outdated?: OutdatedEvidence;
}

export function readOpenItem(item: Item, row: number, settings: AuditSettings): OpenItem {
  const outdated = settings.rules.outdated.on ? readOutdated(item, settings) : undefined;
  return {
    row, key: item.key, title: item.title, isBug: saysBug(item),
    ageExempt: ageExemptLabels(item) || settings.betItems.has(item.key),
    ...(item.url === undefined ? {} : { url: item.url }),
    ...(item.due === undefined ? {} : { due: item.due }),
    ...(outdated === undefined ? {} : { outdated }),
  };
}

export interface JudgedItem {
  readonly findings: readonly Finding[];
  readonly isDinosaur: boolean;
  /** Why the item's age makes no claim, where the history is silent about it. */
  readonly silent?: string;
}

/** Everything about one item that waits for the day of the audit, and what its wording said. `lastTouch` in milliseconds; absent where no date is known. */
export function judgeOpenItem(
  item: OpenItem, lastTouch: number | undefined, untouchedDays: number | undefined, asOf: Day, rows: readonly SurvivalRow[], texts: readonly Finding[] | undefined, settings: AuditSettings,
): JudgedItem {
  const findings: Finding[] = [];
  let silent: string | undefined;
  if (settings.rules.dinosaur.on && lastTouch !== undefined && untouchedDays !== undefined) {
    const row = survivalFor(rows, untouchedDays, item.isBug);
    silent = row?.silent;
    const candidate = { key: item.key, untouchedDays, lastTouch: dayOf(lastTouch), exempt: item.ageExempt, ...(item.due === undefined ? {} : { due: item.due }) };
    const finding = dinosaurFinding(candidate, row, asOf);
    if (finding !== undefined) findings.push(finding);
  }
  const isDinosaur = findings.length > 0;
  const outdated = item.outdated === undefined ? undefined : outdatedFinding(item.outdated, asOf);
  if (outdated !== undefined) findings.push(outdated);
  if (texts !== undefined) findings.push(...texts);
  return { findings, isDinosaur, ...(silent === undefined ? {} : { silent }) };
}
