// What the wording of open items says: the text rules and the search for like items. Apart from the audit, because it needs nothing
// but the words, and so may be done elsewhere at the same time. Knows no dates, no history and no thread.
import type { AuditDuplicateGroup } from './audit-result.ts';
import { startDuplicateSearch } from './duplicates.ts';
import type { Finding } from './finding.ts';
import { hypotheticalScaleFinding } from './hypothetical-scale.ts';
import type { Item } from './item.ts';
import { carriesProblem, requirementFinding } from './requirement.ts';
import type { AuditSettings, TextRule } from './rule.ts';
import { subThresholdFinding } from './sub-threshold.ts';
import { techDebtFinding } from './tech-debt.ts';

export interface TextAnswers {
  /** Findings of an item by its place among those added, from 0; items without any are absent. */
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  /** Groups of like items; empty when that rule is off. */
  readonly groups: readonly AuditDuplicateGroup[];
}

export interface OpenTexts {
  /** Takes an open item, cut by `wordsOnly`. */
  add(item: Item): void;
  /** Called once, after the last item. */
  finish(): TextAnswers;
}

const TEXT_RULES: readonly (readonly [Finding['rule'], TextRule])[] = [
  ['requirement', requirementFinding], ['hypothetical_scale', hypotheticalScaleFinding], ['sub_threshold', subThresholdFinding],
  ['tech_debt', (item, settings) => techDebtFinding(item, settings)],
];

/** No rule reads further into a body than this; UTF-16 units. */
const BODY_READ = 2_000;
const NOTHING: readonly never[] = [];
/** Types of items that others hang under, in English; an item without a type may be a parent too. */
const MAY_BE_PARENT = /epic|initiative|theme|feature|story|capability|project/i;

/** The item with what the text rules read and no more: the same wherever it is judged, and cheap to hand on. */
export function wordsOnly({ key, title, body, type, statusClass, labels, components, links, parent }: Item): Item {
  return {
    key, title, statusClass, labels, components, links, sprints: NOTHING, comments: NOTHING,
    ...(body === undefined ? {} : { body: body.length > BODY_READ ? body.slice(0, BODY_READ) : body }),
    ...(type === undefined ? {} : { type }), ...(parent === undefined ? {} : { parent }),
  };
}

export function startOpenTexts(settings: AuditSettings): OpenTexts {
  const findings = new Map<number, readonly Finding[]>();
  const duplicates = settings.rules.duplicate.on ? startDuplicateSearch() : undefined;
  const rules = TEXT_RULES.filter(([rule]) => settings.rules[rule].on);
  // A parent that says whose problem it is speaks for its children, wherever in the file it stands. Closed parents are not read.
  const problems = new Set<string>();
  const parents = new Map<number, string>();
  let place = 0;
  return {
    add(item) {
      if (settings.rules.requirement.on && (item.type === undefined || MAY_BE_PARENT.test(item.type)) && carriesProblem(item)) problems.add(item.key);
      const found = rules.flatMap(([, judge]) => judge(item, settings) ?? []);
      // A quote cut from a long body would keep all of it in memory, so what quotes one is copied.
      if (found.length > 0) findings.set(place, (item.body?.length ?? 0) < BODY_READ ? found : (JSON.parse(JSON.stringify(found)) as Finding[]));
      if (item.parent !== undefined && found.some(({ rule }) => rule === 'requirement')) parents.set(place, item.parent);
      place++;
      duplicates?.add(item);
    },
    finish() {
      for (const [at, parent] of parents) {
        if (!problems.has(parent)) continue;
        const left = findings.get(at)!.filter(({ rule }) => rule !== 'requirement');
        if (left.length > 0) findings.set(at, left);
        else findings.delete(at);
      }
      return { findings, groups: duplicates?.finish() ?? [] };
    },
  };
}
