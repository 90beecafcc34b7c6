// From what a source says about an item's state to open, done or closed unfinished. The source's own category is asked
// first, words come second, dates last; each step is written where it is taken. Knows no file format.
import type { StatusClass } from '../domain/backlog/item.ts';
import { DONE, OPEN, UNFINISHED } from './status-words.ts';

const known = new Map<string, StatusClass | 'none'>();

function normal(word: string): string {
  return word.toLowerCase().normalize('NFC').replaceAll(/[\p{Extended_Pictographic}\u{fe0f}✓✔]/gu, '').replaceAll(/[\s_]+/g, ' ').trim();
}

/**
 * The class a status name, resolution or list name says by its words, in the languages of `status-words.ts`;
 * undefined for a word in no list. Example: `Finalizada` is done, `Won't Do` is closed unfinished, `UAT` is undefined.
 */
export function classOfWord(given: string): StatusClass | undefined {
  const before = known.get(given);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const word = normal(given);
  const found = UNFINISHED.has(word) ? 'closed_unfinished' : DONE.has(word) ? 'done' : OPEN.has(word) ? 'open' : undefined;
  if (known.size > 5000) known.clear();
  known.set(given, found ?? 'none');
  return found;
}

export interface StateFacts {
  readonly status?: string | undefined;
  /** The source's own category: Jira `new`, `indeterminate`, `done` or its name in any language; Linear's state type. */
  readonly category?: string | undefined;
  readonly resolution?: string | undefined;
  /** True when the source gives a time at which the item was finished or closed. */
  readonly hasResolvedTime?: boolean;
}

const NO_RESOLUTION = new Set(['unresolved', 'none', 'sin resolver', 'nicht erledigt', 'unerledigt', 'non résolu', 'não resolvido', '未解決', '未解决', 'не решено', 'нет решения', 'onopgelost', 'ratkaisematon', 'olöst', 'nierozwiązane', 'non risolto', 'sin resolución']);

/**
 * Jira's reading of a state, also used for plain tables:
 * 1. the category decides between open and closed when there is one; else the status's word; else a resolution that is not
 *    `Unresolved`, or a resolved time, means closed; else open.
 * 2. among closed ones a resolution or a status that says it was given up (`Won't Do`, `Duplicate`, `Cancelled`) means closed unfinished;
 *    all others are done.
 */
export function classOfState(facts: StateFacts): StatusClass {
  const byStatus = facts.status === undefined ? undefined : classOfWord(facts.status);
  const resolution = facts.resolution === undefined || NO_RESOLUTION.has(facts.resolution.toLowerCase()) ? undefined : facts.resolution;
  const byResolution = resolution === undefined ? undefined : classOfWord(resolution);
  const byCategory = facts.category === undefined ? undefined : classOfWord(facts.category);
  const closed = byCategory !== undefined ? byCategory !== 'open'
    : byStatus !== undefined ? byStatus !== 'open'
    : resolution !== undefined || facts.hasResolvedTime === true;
  if (!closed) return 'open';
  return byCategory === 'closed_unfinished' || byStatus === 'closed_unfinished' || byResolution === 'closed_unfinished' ? 'closed_unfinished' : 'done';
}

const LABELS = new Set([
  'wontfix', 'wont fix', 'wont do', 'will not fix', 'duplicate', 'duplicated', 'invalid', 'not planned', 'rejected', 'declined', 'stale', 'obsolete',
  'cannot reproduce', 'cant reproduce', 'not reproducible', 'works as intended', 'by design', 'as designed', 'not a bug', 'notabug',
  'abandoned', 'out of scope', 'worksforme', 'works for me',
]);
const labelSays = new Map<string, boolean>();

/**
 * True when a label on a closed item says it was closed without being done. A scope before `:` or `/` and a single letter before
 * `-` are left out: `resolution: duplicate`, `status/wontfix` and `R-wontfix` say it; `invalid input` does not.
 */
export function labelSaysUnfinished(label: string): boolean {
  const cached = labelSays.get(label);
  if (cached !== undefined) return cached;
  const last = label.split(/[:/]/).at(-1)!.toLowerCase().replaceAll(/['’]/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^[a-z] (?=\S)/, '');
  const says = LABELS.has(last);
  if (labelSays.size > 5000) labelSays.clear();
  labelSays.set(label, says);
  return says;
}
