// What the reporter of a closed item is told: short, kind, with the reason in numbers and the way back. Names nobody.
import type { AuditFinding } from './audit-result.ts';
import type { CloseReason } from './cull.ts';

const REASONS: Readonly<Record<CloseReason, string>> = {
  aged_out: 'Nobody has touched it for a long time, and items that old are hardly ever finished here.',
  outdated: 'It speaks of things that are no longer there.',
  duplicate: 'It asks for the same as another item; your report counts there.',
  not_for_this_goal: 'It does not lead to what the product is about at the moment.',
  other: '',
};

/** The label a closed item gets, by which a later audit knows it again. */
export const CULL_LABEL = 'aged-out';

const THANKS = 'Thank you for writing this down.';
const WAY_BACK = 'This does not say that it was worthless. If it still hurts, reopen it and say when it last did: one recent case is enough.';

/**
 * The message for one closing. A dinosaur's own numbers replace the general reason. Example: "Thank you for writing this down. It is
 * closed now. Untouched 412 days. Of 230 items ..."
 */
export function reporterMessage(reason: CloseReason, findings: readonly AuditFinding[], note?: string): string {
  const dinosaur = reason === 'aged_out' ? findings.find((finding) => finding.rule === 'dinosaur') : undefined;
  const why = dinosaur?.why ?? REASONS[reason];
  return [THANKS, 'It is closed now.', why, note?.trim() ?? '', WAY_BACK].filter((part) => part !== '').join(' ');
}
