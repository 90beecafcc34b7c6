// Drawing the line: setting a kind, beginning anew, protecting focus, and taking changes back. Each answer says how to undo it.
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import type { CharterRow } from '../domain/line/charter.ts';
import { counted } from '../domain/line/words.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { saveAttentionSettings } from '../store/attention.ts';
import { listLineChanges, lockLine, setChangeUndone, type LineChangeRow } from '../store/line.ts';
import { ledgerSettings } from './attention-settings-kept.ts';
import type { Context, Handlers } from './context.ts';
import { changeLine, largest, noRoom, rowsAfter, sameRow, undoOf, writeRows, type Rows } from './line-change.ts';
import { carriesOf } from './carry-view.ts';
import { withFocus } from './line-focus.ts';
import { judgeRow, showCapacity, showChange } from './line-shown.ts';
import { charterOf, lineView, roomOf, seeds } from './line-view.ts';

async function setFocus({ tx, asker, now }: Context, minutes: number): Promise<void> {
  const { kept } = await ledgerSettings(tx, asker);
  await saveAttentionSettings(tx, asker, { ...kept, focusMinutes: minutes }, now);
}

async function changeAsked({ tx, asker }: Context, position: number | undefined): Promise<LineChangeRow | undefined> {
  if (position === undefined) return (await listLineChanges(tx, asker, 200)).find(({ undone_at }) => undone_at === null);
  const row = (await listLineChanges(tx, asker, 1, position + 1))[0];
  return row?.position === position ? row : undefined;
}

/** The rows of an earlier state in the order of kinds, read back from what was kept. */
function rowsKept(kept: unknown): Rows {
  return new Map(Object.entries(kept as Record<string, CharterRow | null>).flatMap(([kind, row]) => { const known = kindNamed(kind)?.kind; return known === undefined ? [] : [[known, row] as const]; }));
}

type Names = 'line.set' | 'line.reset' | 'line.undo' | 'line.protect';

export const lineDrawHandlers: Pick<Handlers, Names> = {
  async 'line.set'(given, context) {
    await lockLine(context.tx, context.asker);
    const view = await lineView(context);
    const charter = await charterOf(context, view);
    const after = rowsAfter(view, charter, given.kind, given);
    if (!after.ok) return after;
    const change = await changeLine(context, charter, after.value, 'set');
    const carries = await carriesOf(context, 42);
    const row = judgeRow(context, view, given.kind, after.value.get(given.kind), carries, true).shown;
    return granted({ says: `${row.name}: ${row.stanceSays}. ${row.says}`, row, capacity: showCapacity(view, after.value), change, undo: undoOf(change) });
  },

  async 'line.reset'(given, context) {
    await lockLine(context.tx, context.asker);
    const view = await lineView(context);
    const charter = await charterOf(context, view);
    const begun = seeds(view);
    const after = new Map(charter.rows);
    const kinds = given.kind === undefined ? [...new Set([...charter.rows.keys(), ...begun.keys()])] : [given.kind];
    const gone: Kind[] = [];
    for (const kind of kinds) {
      const row = begun.get(kind);
      if (row !== undefined) after.set(kind, row);
      else if (after.delete(kind)) gone.push(kind);
    }
    const [then, now] = [roomOf(view, charter.rows), roomOf(view, after)];
    // A line that begins with more than there is, is shown as that; one kind may not push the others' sum over.
    if (given.kind !== undefined && now.room < 0 && now.budgeted > then.budgeted) {
      return noRoom({ name: kindNamed(given.kind).name, room: Math.max(0, then.room), wanted: now.budgeted - then.budgeted, budgeted: then.budgeted, limit: then.limit, candidates: largest(charter.rows).filter(({ kind }) => kind !== given.kind), advice: 'Lower a budget first' });
    }
    const change = await changeLine(context, charter, after, 'reset', {}, gone);
    const says = given.kind === undefined ? `The line is drawn: ${counted(kinds.length, 'kind')} of work as your last whole weeks were.` : `${kindNamed(given.kind).name} begins anew.`;
    return granted({ says, drawn: kinds.length, capacity: showCapacity(view, after), change, undo: undoOf(change) });
  },

  async 'line.undo'(given, context) {
    const { tx, asker, now } = context;
    await lockLine(tx, asker);
    const row = await changeAsked(context, given.change);
    if (row === undefined) return given.change === undefined ? refused('nothing_to_undo') : refused('not_found', { kind: 'change of the line', reference: given.change });
    if (row.undone_at !== null) return refused('nothing_to_undo');
    const view = await lineView(context);
    const charter = await charterOf(context, view);
    const [before, after] = [rowsKept(row.before), rowsKept(row.after)];
    const changed = [...after].find(([kind, then]) => !sameRow(charter.drawn ? charter.rows.get(kind) ?? null : null, then));
    if (changed !== undefined) return refused('line_changed_since', { name: kindNamed(changed[0]).name, change: row.position });
    const focus = row.protected as { before: number; after: number } | null;
    if (focus !== null && focus.after !== view.protectedMinutes) return refused('line_changed_since', { name: 'Protected focus', change: row.position });
    const rows = new Map(charter.rows);
    for (const [kind, then] of before) if (then === null) rows.delete(kind); else rows.set(kind, then);
    const viewAfter = focus === null ? view : { ...view, protectedMinutes: focus.before };
    const [stands, back] = [roomOf(view, charter.rows), roomOf(viewAfter, rows)];
    if (back.room < 0 && back.room < stands.room) return noRoom({ name: 'What was taken back', room: Math.max(0, stands.room), wanted: stands.room - back.room, budgeted: stands.budgeted, limit: stands.limit, candidates: largest(charter.rows), advice: 'Lower a budget first' });
    await writeRows(context, before);
    if (focus !== null) await setFocus(context, focus.before);
    await setChangeUndone(tx, asker, row.position, now);
    const left = await charterOf(context, viewAfter);
    const undone = { ...showChange(row), undone: true };
    return granted({ says: `Taken back: ${undone.says}`, undone, capacity: showCapacity(viewAfter, left.rows) });
  },

  async 'line.protect'(given, context) {
    await lockLine(context.tx, context.asker);
    const may = await withFocus(context, given.minutes);
    if (!may.ok) return may;
    const { charter, before, after } = may.value;
    await setFocus(context, given.minutes);
    const change = await changeLine(context, charter, charter.drawn ? charter.rows : new Map(), 'protect', { protected: { before, after: given.minutes } });
    const capacity = showCapacity(after, charter.rows);
    return granted({ says: capacity.says, capacity, change, undo: undoOf(change) });
  },
};
