// From groups of like items to findings: every member but the oldest repeats it. Groups below a suggestion raise nothing.
import type { AuditDuplicateGroup } from './audit-result.ts';
import { DUPLICATE_VERSION } from './duplicates-score.ts';
import type { Finding } from './finding.ts';
import { byText } from './report-order.ts';

/** What a dispute of one repeat silences: the pair, whatever else is in the group. */
export function duplicateKey(oldest: string, repeat: string): string {
  return `duplicate|${oldest}|${repeat}`;
}

/** One finding per repeat of each suggested group. `createdOf` gives any number that orders items by age. */
export function duplicateFindings(groups: readonly AuditDuplicateGroup[], createdOf: (key: string) => number): Finding[] {
  return groups.filter((group) => group.level === 'suggest').flatMap((group) => {
    const [oldest, ...repeats] = byAge(group.items, createdOf);
    return repeats.map((key): Finding => ({
      rule: 'duplicate', ruleVersion: DUPLICATE_VERSION, subject: key, spans: [], value: group.score, unit: 'likeness', grade: 'estimated',
      why: `Looks like ${oldest!}, the oldest of ${group.items.length} alike. Shared words: ${group.words.join(', ')}. A suggestion: only a reader can tell.`,
      whatWouldChangeIt: 'A title or body that says what is different.',
      nextAction: `Read it beside ${oldest!}; if it asks for the same, keep both reporters on one item.`,
      suppressionKey: duplicateKey(oldest!, key),
    }));
  });
}

/** The groups that still stand: those with a repeat that nobody disputed. */
export function standingGroups<T extends AuditDuplicateGroup>(groups: readonly T[], createdOf: (key: string) => number, suppressed: ReadonlySet<string>): T[] {
  return groups.filter((group) => {
    const [oldest, ...repeats] = byAge(group.items, createdOf);
    return repeats.some((key) => !suppressed.has(duplicateKey(oldest!, key)));
  });
}

function byAge(items: readonly string[], createdOf: (key: string) => number): string[] {
  return [...items].sort((a, b) => createdOf(a) - createdOf(b) || byText(a, b));
}
