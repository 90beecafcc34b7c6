// What is kept of an open item until the audit's day is known, and which text rules speak about it.
import { dayOf, type Day } from '../kernel/instant.ts';
import { ageExemptLabels, dinosaurFinding } from './dinosaur.ts';
import type { Finding } from './finding.ts';
import { hypotheticalScaleFinding } from './hypothetical-scale.ts';
import type { Item } from './item.ts';
import { outdatedFinding, readOutdated, type OutdatedEvidence } from './outdated.ts';
import { requirementFinding } from './requirement.ts';
import type { AuditSettings, TextRule } from './rule.ts';
import { subThresholdFinding } from './sub-threshold.ts';
import { survivalFor, type SurvivalRow } from './survival.ts';
import { techDebtFinding } from './tech-debt.ts';
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
  readonly findings?: readonly Finding[];
}

const TEXT_RULES: readonly (readonly [Finding['rule'], TextRule])[] = [
  ['requirement', requirementFinding], ['hypothetical_scale', hypotheticalScaleFinding], ['sub_threshold', subThresholdFinding],
  ['tech_debt', (item, settings) => techDebtFinding(item, settings)],
];

/** Findings quote the body; a quote cut from a large string would keep all of it in memory, so it is copied. */
const LARGE_BODY = 2_000;

export function readOpenItem(item: Item, row: number, settings: AuditSettings): OpenItem {
  const outdated = settings.rules.outdated.on ? readOutdated(item, settings) : undefined;
  let findings: Finding[] = [];
  for (const [rule, judge] of TEXT_RULES) {
    const finding = settings.rules[rule].on ? judge(item, settings) : undefined;
    if (finding !== undefined) findings.push(finding);
  }
  if (findings.length > 0 && (item.body?.length ?? 0) > LARGE_BODY) findings = JSON.parse(JSON.stringify(findings)) as Finding[];
  return {
    row, key: item.key, title: item.title, isBug: saysBug(item),
    ageExempt: ageExemptLabels(item) || settings.betItems.has(item.key),
    ...(item.url === undefined ? {} : { url: item.url }),
    ...(item.due === undefined ? {} : { due: item.due }),
    ...(outdated === undefined ? {} : { outdated }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

export interface JudgedItem {
  readonly findings: readonly Finding[];
  readonly isDinosaur: boolean;
  /** Why the item's age makes no claim, where the history is silent about it. */
  readonly silent?: string;
}

/** Everything about one item that waits for the day of the audit. `lastTouch` in milliseconds; absent where no date is known. */
export function judgeOpenItem(
  item: OpenItem, lastTouch: number | undefined, untouchedDays: number | undefined, asOf: Day, rows: readonly SurvivalRow[], settings: AuditSettings,
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
  if (item.findings !== undefined) findings.push(...item.findings);
  return { findings, isDinosaur, ...(silent === undefined ? {} : { silent }) };
}
