// The texts of kept calendars: which counted when, so that a change can be taken back once. Long texts lie in pieces. Reads nothing in them.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Owner } from './calendar.ts';
import { asJson } from './engine/parameters.ts';
import type { Store, Tx } from './schema.ts';

const PIECE = 2_000_000;

/** One file, one feed, or one object of a server. */
export interface CalendarPart {
  readonly name: string;
  readonly text: string;
  readonly etag?: string | undefined;
  /** Series of it that a later text speaks of. */
  readonly without?: readonly string[] | undefined;
}

/** The texts that count now, in the order of their names. */
export async function listParts(tx: Tx, owner: Owner, id: string): Promise<CalendarPart[]> {
  const rows = await tx.selectFrom('calendar_text').select(['part', 'name', 'etag', 'without', 'text']).where('workspace_id', '=', owner.workspaceId).where('member_id', '=', owner.memberId)
    .where('calendar_id', '=', id).where('until', 'is', null).orderBy('part').orderBy('since').orderBy('piece').execute();
  const parts = new Map<string, { name: string; etag: string | null; without: string[]; pieces: string[] }>();
  for (const { part, name, etag, without, text } of rows) {
    const known = parts.get(part);
    if (known) known.pieces.push(text);
    else parts.set(part, { name, etag, without: without as string[], pieces: [text] });
  }
  return [...parts.values()].map(({ name, etag, without, pieces }) => ({ name, text: pieces.join(''), etag: etag ?? undefined, without })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Names and ETags of the texts that count now. */
export async function listEtags(tx: Tx, owner: Owner, id: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('calendar_text').select(['name', 'etag']).where('workspace_id', '=', owner.workspaceId).where('member_id', '=', owner.memberId)
    .where('calendar_id', '=', id).where('until', 'is', null).where('piece', '=', 0).where('etag', 'is not', null).execute();
  return new Map(rows.map(({ name, etag }) => [name, etag!]));
}

const partOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

/**
 * From `generation` on the texts named in `gone` no longer count and `parts` do. What had stopped counting before goes for good: one change can
 * be taken back, not two.
 */
export async function changeParts(store: Store, tx: Tx, owner: Owner, id: string, generation: number, change: { readonly gone: readonly string[]; readonly parts: readonly CalendarPart[] }): Promise<void> {
  const { gone, parts } = change;
  await sql`delete from calendar_text where workspace_id = ${owner.workspaceId} and member_id = ${owner.memberId} and calendar_id = ${id} and until is not null`.execute(tx);
  await sql`update calendar_text set until = ${generation} where workspace_id = ${owner.workspaceId} and member_id = ${owner.memberId} and calendar_id = ${id} and until is null and part = any(${gone.map(partOf)})`.execute(tx);
  await store.copyIn(tx, 'calendar_text', ['workspace_id', 'member_id', 'calendar_id', 'part', 'since', 'piece', 'until', 'name', 'etag', 'without', 'text'], rowsOf(owner, id, generation, parts));
}

function* rowsOf(owner: Owner, id: string, generation: number, parts: readonly CalendarPart[]): Generator<unknown[]> {
  for (const { name, text, etag, without } of parts) {
    let [piece, at] = [0, 0];
    do {
      // Not between the halves of one character.
      const end = at + PIECE < text.length && (text.codePointAt(at + PIECE - 1) ?? 0) > 0xffff ? at + PIECE - 1 : at + PIECE;
      yield [owner.workspaceId, owner.memberId, id, partOf(name), generation, piece++, null, name, etag ?? null, asJson(without ?? []), text.slice(at, end)];
      at = end;
    } while (at < text.length);
  }
}

/** Takes the change that made `generation` back; what was there before is kept until the next change. */
export async function takeBackParts(tx: Tx, owner: Owner, id: string, generation: number): Promise<void> {
  await sql`delete from calendar_text where workspace_id = ${owner.workspaceId} and member_id = ${owner.memberId} and calendar_id = ${id} and since = ${generation}`.execute(tx);
  await sql`update calendar_text set until = null where workspace_id = ${owner.workspaceId} and member_id = ${owner.memberId} and calendar_id = ${id} and until = ${generation}`.execute(tx);
}
