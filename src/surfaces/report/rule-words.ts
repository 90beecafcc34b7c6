// What a report calls each rule, what the rule says, and what it does not claim. The one place for these words in a report.
import type { AuditReport } from '../../contract/audit-report.ts';

export type RuleName = AuditReport['findings'][number]['rule'];

export interface RuleWords {
  /** Two or three words, sentence case. */
  readonly title: string;
  readonly says: string;
  /** What the finding does not mean: said wherever the number could wound. */
  readonly not: string;
}

/** In the order in which a report shows them. */
export const RULE_WORDS: Readonly<Record<RuleName, RuleWords>> = {
  dinosaur: { title: 'Aged out', says: 'Untouched for so long that this tracker hardly ever finished one like it.', not: 'Not: that they are worthless.' },
  outdated: { title: 'Out of date', says: 'Two or more signs that time has passed it by.', not: 'Not: that the wish behind it is gone.' },
  orphan: { title: 'No path to the goal', says: 'No link through a problem or a bet.', not: 'Not bad: unexplained.' },
  requirement: { title: 'No problem yet', says: 'The wording names a solution and nobody who is stuck. Expect three or four in ten to be mistaken.', not: 'Not: that the idea is bad.' },
  hypothetical_scale: { title: 'Scale not measured', says: 'Prepares for growth with no load linked.', not: 'Not: that the growth will not come.' },
  sub_threshold: { title: 'Not noticeable', says: 'Faster, but probably not noticed by one person in one interaction.', not: 'Not: that nobody gains when it happens often.' },
  tech_debt: { title: 'Debt, unexplained', says: 'Nobody has written yet whom it helps. Ask the engineers.', not: 'Never a reason to close.' },
  duplicate: { title: 'Alike', says: 'Reads like an older open item.', not: 'Never merged for you: both reporters are votes.' },
  output_goal: { title: 'Output, not outcome', says: 'The goal says what is made, not what changes for somebody.', not: 'Not: that making it is wrong.' },
  signoff: { title: 'Waiting for sign-off', says: 'A sign-off takes a large part of the time items need.', not: 'Not: that the gate is needless.' },
  velocity: { title: 'Speed before outcome', says: 'Updates speak of speed more than of what changed.', not: 'Not: that speed is bad. The weakest of the rules.' },
};

export const RULE_ORDER = Object.keys(RULE_WORDS) as RuleName[];

/** Heads of the "cannot tell" boxes, for reasons that do not say it themselves. */
const UNTOLD: Readonly<Record<string, string>> = {
  dinosaur: 'Cannot tell how often items like these are finished.',
  orphan: 'Cannot tell which items lead to a goal.',
  signoff: 'Cannot tell how long items wait for a sign-off.',
  velocity: 'Cannot tell what the updates speak of.',
  as_of: 'Cannot tell which day this export ends on.',
};

/** A verdict and its reason. Example: `Cannot tell which items lead to a goal.` and `No Product Goal is set, ...`. */
export function untold(what: string, reason: string): { readonly verdict: string; readonly reason: string } {
  const own = /^(Cannot tell[^.]*\.)\s*(.*)$/s.exec(reason);
  return own ? { verdict: own[1]!, reason: own[2]! } : { verdict: UNTOLD[what] ?? `Cannot tell: ${what.replaceAll('_', ' ')}.`, reason };
}

const LEFT_OUT: Readonly<Record<string, readonly [one: string, more: string]>> = {
  pull_request: ['pull request', 'pull requests'], pull_request_comment: ['comment on a pull request', 'comments on pull requests'],
  project: ['project record', 'project records'], label: ['label record', 'label records'], milestone: ['milestone record', 'milestone records'],
  blank: ['blank row', 'blank rows'], archived: ['archived card', 'archived cards'], other: ['other record', 'other records'],
  bot_touch: ['touch by a bot', 'touches by bots'], bulk_touch: ['touch in a bulk edit', 'touches in bulk edits'], bulk_update: ['update in a bulk edit', 'updates in bulk edits'],
  rank_move: ['rank move', 'rank moves'], imported_item: ['item whose age before an import is not known', 'items whose age before an import is not known'],
  undated_item: ['item without a date', 'items without a date'], undated_closing: ['closed item without a closing date', 'closed items without a closing date'],
  comment_without_item: ['comment whose item is not here', 'comments whose item is not here'], repeated_key: ['repeated key', 'repeated keys'],
  suppressed_finding: ['disputed finding', 'disputed findings'],
};

/** `6,644 pull requests`. */
export function leftOutWords(what: string, count: number): string {
  const words = LEFT_OUT[what] ?? [what.replaceAll('_', ' '), what.replaceAll('_', ' ')];
  return `${count.toLocaleString('en')} ${count === 1 ? words[0] : words[1]}`;
}

const UNREAD: Readonly<Record<string, string>> = {
  date_unreadable: 'a date that cannot be read', date_ambiguous: 'a date that could be two days', json_malformed: 'broken JSON', key_missing: 'no key',
  title_missing: 'no title', duplicate_key: 'a key that is there already', duplicate_comment: 'a comment that is there already', row_too_wide: 'more cells than columns',
  not_an_issue: 'not an item', item_missing: 'a comment whose item is not here', wrong_type: 'a value of another type', archive_damaged: 'a damaged archive',
  not_an_export: 'not an export', comment_unreadable: 'a comment that cannot be read', event_without_time: 'a change without a time',
};

/** `a date that cannot be read`; an unknown code as its own words. */
export function unreadWords(code: string): string {
  return UNREAD[code] ?? code.replaceAll('_', ' ');
}
