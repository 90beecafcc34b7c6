// What the cull says of an item: the finding that speaks for closing it, with its estimate, and the message to whoever asked.
import type { AuditFinding } from '../domain/backlog/audit-result.ts';
import { reporterMessage } from '../domain/backlog/cull-message.ts';
import { CLOSE_REASONS, type CloseReason, type CullCandidate } from '../domain/backlog/cull.ts';
import type { RuleName } from '../domain/backlog/finding.ts';
import { listFindingsOfItems } from '../store/cull.ts';
import type { FindingRow } from '../store/finding.ts';
import { listItemsById } from '../store/item.ts';
import type { ItemRow } from '../store/item-list.ts';
import type { Tx } from '../store/schema.ts';

export interface StoredCandidate extends CullCandidate {
  readonly row: ItemRow;
  readonly rows: readonly FindingRow[];
}

/** Candidates by item id; items that are gone are left out. */
export async function readCandidates(tx: Tx, workspaceId: string, itemIds: readonly string[]): Promise<Map<string, StoredCandidate>> {
  const items = await listItemsById(tx, workspaceId, itemIds);
  const findings = await listFindingsOfItems(tx, workspaceId, itemIds);
  return new Map([...items.values()].map((row) => {
    const item = { key: row.key, title: row.title, ...(row.url === null ? {} : { url: row.url }) };
    const rows = findings.filter(({ item_id }) => item_id === row.id);
    return [row.id, { row, rows, item, findings: rows.map(({ detail }): AuditFinding => ({ ...detail, item })) }];
  }));
}

const REASON_OF: Readonly<Partial<Record<RuleName, CloseReason>>> = { dinosaur: 'aged_out', outdated: 'outdated', duplicate: 'duplicate' };

const SPEAKING: readonly RuleName[] = ['dinosaur', 'outdated', 'duplicate'];

/** The reason that the item's findings give by themselves. */
export function usualReason(candidate: Pick<CullCandidate, 'findings'>): CloseReason {
  for (const rule of SPEAKING) {
    if (candidate.findings.some((finding) => finding.rule === rule)) return REASON_OF[rule]!;
  }
  return 'other';
}

/** A person's words as a reason the cull knows, with the words as a note where they are none of its own. */
export function closeReason(words: string | undefined, candidate: Pick<CullCandidate, 'findings'>): { reason: CloseReason; note?: string } {
  if (words === undefined) return { reason: usualReason(candidate) };
  const known = CLOSE_REASONS.find((reason) => reason === words.trim().toLowerCase().replace(/[\s-]+/g, '_'));
  return known === undefined ? { reason: 'other', note: words } : { reason: known };
}

/** The prepared message, which a person may change before anything is sent. */
export function messageFor(candidate: CullCandidate, words: string | undefined): string {
  const { reason, note } = closeReason(words, candidate);
  return reporterMessage(reason, candidate.findings, note);
}
