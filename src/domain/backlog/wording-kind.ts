// Which kind of work an item says it is, from its type and labels: bug, feature, security, upkeep. Never from its author.
import type { Item } from './item.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(',').map((word) => word.trim()));

const BUG = set('bug, defect, regression, crash, fault, incident, problem report, confirmed bug, bugfix, bug fix, error');
const FEATURE = set(
  'feature, feature request, features, new feature, enhancement, enhancement request, story, user story, idea, improvement, suggestion, wish, wishlist, product idea, request',
);
const NOT_FEATURE = set(
  'chore, spike, test, task, sub task, subtask, technical task, documentation, docs, question, support, maintenance, refactor, refactoring, cleanup, tech debt, technical debt, research, release, epic, theme, milestone, initiative, tracking issue, meta, build, ci, design task, qa, test case, test task, support request, doc',
);
const SECURITY = set('security, vulnerability, cve, pentest, security fix, security bug, infosec, advisory');
const UPKEEP = set(
  'chore, maintenance, ktlo, keep the lights on, dependencies, dependency, dependency update, infrastructure, infra, ops, devops, upkeep, operations, ci, housekeeping, compliance, legal, upgrade',
);
const DEBT = set('tech debt, technical debt, techdebt, debt, refactor, refactoring, refactorings, cleanup, clean up, code quality, code health, code cleanup');

/** `type: Feature Request`, `kind/feature-request`, `C-feature-request` and a leading emoji all read `feature request`. */
export function labelName(label: string): string {
  const plain = label.toLowerCase().replace(/[^\p{L}\p{N}/:.-]+/gu, ' ').trim();
  const afterPrefix = plain.replace(/^(?:type|kind|category|issue type|t|c|k|cat|issuetype)\s?(?:[:/]{1,2}|-)\s?/, '');
  return afterPrefix.replace(/[-:/.]+/g, ' ').replace(/\s+/g, ' ').trim();
}

const NAMES = new Map<string, string>();

/** Label names repeat by the thousand in a backlog; their plain form is worked out once. */
function plainName(label: string): string {
  const known = NAMES.get(label);
  if (known !== undefined) return known;
  const plain = labelName(label.slice(0, 100));
  if (NAMES.size < 20_000) NAMES.set(label, plain);
  return plain;
}

function says(item: Pick<Item, 'type' | 'labels'>, names: ReadonlySet<string>): boolean {
  return (item.type !== undefined && names.has(plainName(item.type))) || item.labels.some((label) => names.has(plainName(label)));
}

export function saysBug(item: Pick<Item, 'type' | 'labels'>): boolean {
  return says(item, BUG);
}

export function saysSecurity(item: Pick<Item, 'type' | 'labels'>): boolean {
  return says(item, SECURITY);
}

/** Keep-the-lights-on work: chores, dependencies, infrastructure, compliance. */
export function saysUpkeep(item: Pick<Item, 'type' | 'labels'>): boolean {
  return says(item, UPKEEP);
}

export function saysDebt(item: Pick<Item, 'type' | 'labels'>): boolean {
  return says(item, DEBT);
}

/** The type decides where the source has types; labels decide where it has none; `unsaid` leaves it to the wording. */
export function featureByKind(item: Pick<Item, 'type' | 'labels'>): 'feature' | 'other' | 'unsaid' {
  if (saysBug(item)) return 'other';
  if (item.type !== undefined) {
    const type = plainName(item.type);
    if (FEATURE.has(type)) return 'feature';
    if (NOT_FEATURE.has(type)) return 'other';
  }
  const labels = item.labels.map(plainName);
  if (labels.some((label) => NOT_FEATURE.has(label) || DEBT.has(label))) return 'other';
  return labels.some((label) => FEATURE.has(label)) ? 'feature' : 'unsaid';
}
