// The order in which a report shows findings and a cull offers items: worst first, the same on every machine.
import { RULES, type Finding, type RuleName } from './finding.ts';

const PLACE = new Map<RuleName, number>(RULES.map((rule, i) => [rule, i]));

/** Plain comparison by UTF-16 units: no locale, so that two machines agree. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rules in the order of `RULES`; within a rule the largest value first (longest untouched, most signs, most alike), then key and cue. */
export function worstFirst(a: Finding, b: Finding): number {
  return PLACE.get(a.rule)! - PLACE.get(b.rule)! || (b.value ?? -1) - (a.value ?? -1) || byText(a.subject, b.subject) || byText(a.suppressionKey, b.suppressionKey);
}
