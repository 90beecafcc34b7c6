// How the line is changed: the rows before and after are kept with every change, so that each can be taken back. Budgets stay zero-sum here.
import type { GivenTo } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { rebudget, type Giving, type NoRoom } from '../domain/line/budget.ts';
import { redrawn, type CharterRow, type RowTerms } from '../domain/line/charter.ts';
import { listWords, timeWords } from '../domain/line/words.ts';
import { granted, refused, type Refusal } from '../domain/kernel/ruling.ts';
import { deleteLineRow, insertLineChange, saveLineRow, type LineChangeRow } from '../store/line.ts';
import { timeText } from '../store/schema.ts';
import type { Context } from './context.ts';
import { budgetsOf, roomOf, type Charter, type LineView } from './line-view.ts';

/** Rows by kind; null takes the row away. */
export type Rows = ReadonlyMap<Kind, CharterRow | null>;

export async function writeRows({ tx, asker, now }: Context, rows: Rows): Promise<void> {
  for (const [kind, row] of rows) {
    if (row === null) {
      await deleteLineRow(tx, asker, kind);
      continue;
    }
    await saveLineRow(tx, {
      workspace_id: asker.workspaceId, member_id: asker.memberId, kind, stance: row.stance, budget: row.budget ?? null, counterpart: row.counterpart ?? null, by_on: row.by ?? null, level: row.level ?? null,
      accepts: row.accepts ?? null, way: row.way ?? null, note: row.note ?? null, review_on: row.reviewOn ?? null, seeded: row.seeded, updated_at: timeText(now),
    });
  }
}

type Kept = Partial<Pick<LineChangeRow, 'protected' | 'decision'>>;

/** Writes the rows that differ, takes those of `gone` away and keeps the change; returns its number. The first change of a line that was not drawn draws all of it. */
export async function changeLine(context: Context, charter: Charter, after: ReadonlyMap<Kind, CharterRow>, what: LineChangeRow['what'], kept: Kept = {}, gone: readonly Kind[] = []): Promise<number> {
  const { tx, asker, now, today } = context;
  const stood = (kind: Kind): CharterRow | null => (charter.drawn ? charter.rows.get(kind) ?? null : null);
  const touched = new Map<Kind, CharterRow | null>([...[...after].filter(([kind, row]) => !sameRow(stood(kind), row)), ...gone.map((kind) => [kind, null] as const)]);
  await writeRows(context, touched);
  const before = Object.fromEntries([...touched.keys()].map((kind) => [kind, stood(kind)]));
  return insertLineChange(tx, asker, { what, on_day: today, before, after: Object.fromEntries(touched), protected: kept.protected ?? null, decision: kept.decision ?? null, made_at: timeText(now) });
}

export function sameRow(a: CharterRow | null, b: CharterRow | null): boolean {
  const plain = (row: CharterRow | null): string => JSON.stringify(row === null ? null : Object.entries(row).filter(([, value]) => value !== undefined && value !== null).sort(([left], [right]) => (left < right ? -1 : 1)));
  return plain(a) === plain(b);
}

export function undoOf(change: number) {
  return { operation: 'line.undo', input: { change } };
}

type Terms = Pick<GivenTo<'line.set'>, 'stance' | 'with' | 'to' | 'by' | 'level' | 'accepts' | 'note' | 'reviewOn' | 'budgetMinutes' | 'from' | 'clear'> & Pick<RowTerms, 'way'>;

/** All rows after something was said of one kind, its budget and who gives; or why not, in words that say what there is. */
export function rowsAfter(view: LineView, charter: Charter, kind: Kind, said: Terms) {
  const row = redrawn(kind, charter.rows.get(kind), said);
  if (!row.ok) return row;
  const budget = said.budgetMinutes ?? (said.clear?.includes('budgetMinutes') ? undefined : row.value.budget);
  const budgets = rebudget(budgetsOf(charter.rows), { kind, budget, from: said.from }, roomOf(view, charter.rows).limit);
  if (!budgets.ok) return unfit(budgets.refusal);
  const after = new Map(charter.rows);
  for (const { kind: giver } of said.from ?? []) after.set(giver, { ...after.get(giver)!, budget: budgets.value.get(giver), seeded: false });
  after.set(kind, { ...row.value, budget });
  return granted(after);
}

function unfit(refusal: Refusal<'line_no_room' | 'line_from_unfit'>) {
  if (refusal.code === 'line_from_unfit') {
    const { kind, has, wanted } = refusal.details as unknown as { kind: Kind; has: number; wanted: number };
    return refused('line_from_unfit', { name: kindNamed(kind).name, has: has === 0 ? 'no budget' : timeWords(has), wanted: timeWords(wanted) });
  }
  const { kind, room, wanted, budgeted, limit, candidates } = refusal.details as unknown as NoRoom;
  return noRoom({ name: kindNamed(kind).name, room, wanted, budgeted, limit, candidates, advice: 'Say what falls with from' });
}

interface NoRoomSaid extends Pick<NoRoom, 'room' | 'wanted' | 'budgeted' | 'limit' | 'candidates'> { readonly name: string; readonly advice: string }

/** The refusal names the room there is and the three largest budgets that could fall. */
export function noRoom({ name, room, wanted, budgeted, limit, candidates, advice }: NoRoomSaid) {
  return refused('line_no_room', {
    name, room: timeWords(room), wanted: timeWords(wanted), budgeted: timeWords(budgeted), limit: timeWords(limit), roomMinutes: room, candidates: candidates.map((each) => ({ ...each })),
    advice: candidates.length === 0 ? 'No other budget has anything to give; less protected focus (line.protect) would.' : `${advice}, for example ${orWords(candidates)}.`,
  });
}

function orWords(candidates: readonly Giving[]): string {
  return listWords(candidates.map(({ kind, minutes }) => `${kind} (${timeWords(minutes)})`)).replace(/ and (?=[^ ]+ \()/, ' or ');
}

/** The largest budgets, for a refusal. */
export function largest(rows: ReadonlyMap<Kind, CharterRow>): Giving[] {
  return [...budgetsOf(rows)].filter(([, minutes]) => minutes > 0).sort(([, a], [, b]) => b - a).slice(0, 3).map(([kind, minutes]) => ({ kind, minutes }));
}
