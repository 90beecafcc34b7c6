// What the web app calls each rule on a tab, and the sentence for a tab with nothing in it. Order is the order of the tabs.
import type { RuleName } from '../../../domain/backlog/finding.ts';

export interface RuleTitle {
  readonly title: string;
  /** Stands where findings would be. */
  readonly none: string;
}

export const RULE_TITLES: Readonly<Record<RuleName, RuleTitle>> = {
  dinosaur: { title: 'Aged out', none: 'Nothing has aged out.' },
  requirement: { title: 'No problem yet', none: 'No open item names a solution before its problem.' },
  duplicate: { title: 'Alike', none: 'No two open items say the same.' },
  hypothetical_scale: { title: 'Scale not measured', none: 'No open item prepares for a load nobody measured.' },
  sub_threshold: { title: 'Not noticeable', none: 'No open item asks for a gain in speed too small to notice.' },
  tech_debt: { title: 'Debt, unexplained', none: 'Every piece of debt says whom it hurts.' },
  outdated: { title: 'Out of date', none: 'No open item speaks of things that are gone.' },
  orphan: { title: 'No path yet', none: 'Every open item leads to the goal or keeps the lights on.' },
  output_goal: { title: 'The goal’s wording', none: 'The goal says what will be different, not what will be made.' },
  signoff: { title: 'Waiting for sign-off', none: 'Items do not wait long for a sign-off here.' },
  velocity: { title: 'Counting output', none: 'Updates here speak of what changed more than of speed.' },
};

export const RULE_ORDER = Object.keys(RULE_TITLES) as RuleName[];

/** A rule's name out of an address; undefined for anything else. */
export function ruleIn(value: unknown): RuleName | undefined {
  return RULE_ORDER.find((rule) => rule === value);
}
