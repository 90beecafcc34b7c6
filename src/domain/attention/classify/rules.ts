// The second layer: rules the owner wrote. All conditions of a rule must hold; of several rules the most particular one wins.
import type { Kind } from '../kinds.ts';
import { domainOf, isWithin, type EventFacts } from './facts.ts';
import { wordsOf } from './words.ts';

/** One rule. Example: `{ kind: 'sales', words: 'deal desk' }` takes every title with these words in a row; case, accents and plurals do not matter. */
export interface OwnRule {
  readonly kind: Kind;
  readonly words?: string;
  /** Somebody from this mail domain takes part. */
  readonly domain?: string;
  /** This address takes part. */
  readonly person?: string;
  readonly organiser?: string;
}

function standsIn(part: readonly string[], whole: readonly string[]): boolean {
  return whole.some((_, from) => part.every((word, i) => whole[from + i] === word));
}

const textsOf = (title: string) => wordsOf(title).map(({ text }) => text);

/** How particular a rule is: conditions first, then words. 0 for a rule without any condition, which never holds. */
function particularity(rule: OwnRule): number {
  const words = rule.words === undefined ? 0 : textsOf(rule.words).length;
  return [words > 0, rule.domain, rule.person, rule.organiser].filter(Boolean).length * 1000 + words;
}

function holds(rule: OwnRule, facts: EventFacts, title: readonly string[]): boolean {
  const others = facts.others ?? [];
  if (rule.words !== undefined && !standsIn(textsOf(rule.words), title)) return false;
  if (rule.domain !== undefined && !others.some((address) => isWithin(domainOf(address), [rule.domain!.toLowerCase()]))) return false;
  if (rule.person !== undefined && !others.includes(rule.person.toLowerCase())) return false;
  return rule.organiser === undefined || facts.organiser === rule.organiser.toLowerCase();
}

/** The rule that decides this event: the most particular that holds, the earlier of equals. Undefined when none holds. */
export function ruleFor(facts: EventFacts, rules: readonly OwnRule[]): OwnRule | undefined {
  const title = textsOf(facts.title);
  let best: OwnRule | undefined;
  for (const rule of rules) {
    const rank = particularity(rule);
    if (rank > 0 && rank > (best ? particularity(best) : 0) && holds(rule, facts, title)) best = rule;
  }
  return best;
}
