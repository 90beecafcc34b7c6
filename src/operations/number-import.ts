// Numbers of one import: read, created, updated, unchanged, unread, each with the rows behind it.
import { findImport, listUnread, type ImportRow } from '../store/import.ts';
import type { ItemFilter } from '../store/item-list.ts';
import type { Context } from './context.ts';
import { itemRows, plural, shownCount, type Explain, type Explanation } from './number-explanation.ts';

const ROWS = 8;
type Field = 'read' | 'created' | 'updated' | 'unchanged' | 'unread';

const WORDS: Readonly<Record<Field, { title: string; words: string; says: (n: number) => string }>> = {
  read: { title: 'Items read', words: 'created + updated + unchanged', says: (n) => `${plural(n, 'item')} ${n === 1 ? 'was' : 'were'} read.` },
  created: { title: 'New items', words: 'items read whose key was not here before', says: (n) => `${plural(n, 'item')} ${n === 1 ? 'was' : 'were'} new.` },
  updated: { title: 'Changed items', words: 'items read that were here and differ, or gained a comment', says: (n) => `${plural(n, 'item')} changed since the import before.` },
  unchanged: { title: 'Unchanged items', words: 'items read that were here and are the same, or older than what is here', says: (n) => `${plural(n, 'item')} ${n === 1 ? 'was' : 'were'} already here and the same.` },
  unread: { title: 'Not read', words: 'rows and single values that could not be read', says: (n) => `${plural(n, 'thing')} could not be read. Nothing was guessed in ${n === 1 ? 'its' : 'their'} place.` },
};

const explain = (field: Field): Explain => async (context, of) => {
  const row = await findImport(context.tx, context.asker.workspaceId, of ?? '');
  if (!row) return { code: 'not_found', details: { kind: 'import', reference: of ?? '' } };
  const { counts } = row;
  const { title, words, says } = WORDS[field];
  const behind = await rowsBehind(context, field, row);
  return {
    title, value: shownCount(counts[field]), sentence: says(counts[field]),
    formula: { words, filledIn: `${shownCount(counts.created)} created + ${shownCount(counts.updated)} updated + ${shownCount(counts.unchanged)} unchanged = ${shownCount(counts.read)} read; ${shownCount(counts.unread)} not read`, page: 'docs/formulas/import-counts.md' },
    ...behind, leftOut: leftOut(row), computedAt: row.finished_at ?? row.started_at, from: row.files.map(({ name }) => name).join(', '),
  };
};

async function rowsBehind(context: Context, field: Field, row: ImportRow): Promise<Pick<Explanation, 'rows' | 'moreRows' | 'allRows'>> {
  const { tx, asker } = context;
  if (field === 'unread') {
    const rows = await listUnread(tx, asker.workspaceId, row.id, -1, ROWS);
    return {
      rows: rows.map(({ place, code, value }) => ({ label: place, value: value === null ? code.replaceAll('_', ' ') : `${code.replaceAll('_', ' ')}: ${value}` })),
      moreRows: Math.max(0, row.counts.unread - rows.length), allRows: `/sources/imports/${row.id}`,
    };
  }
  const filter: Partial<Record<Field, ItemFilter>> = { created: { statusClass: 'all', firstImport: row.id }, updated: { statusClass: 'all', lastImport: row.id } };
  const wanted = filter[field];
  if (wanted === undefined) {
    const parts = (['created', 'updated', 'unchanged'] as const).map((part) => ({ label: WORDS[part].title, value: shownCount(row.counts[part]) }));
    return { rows: parts, moreRows: 0, allRows: `/sources/imports/${row.id}` };
  }
  const { rows } = await itemRows(context, wanted, '-updated');
  return { rows, moreRows: Math.max(0, row.counts[field] - rows.length), allRows: `/sources/imports/${row.id}` };
}

function leftOut({ counts }: ImportRow): Explanation['leftOut'] {
  const names: Readonly<Record<string, string>> = { pull_request: 'pull requests', pull_request_comment: 'comments on pull requests', project: 'project headers', label: 'labels', milestone: 'milestones', blank: 'blank rows', archived: 'archived cards', other: 'other rows' };
  return Object.entries(counts.skippedBy).map(([what, count]) => ({ what: names[what] ?? what, count }));
}

export const IMPORT_NUMBERS: Readonly<Record<string, Explain>> = Object.fromEntries((Object.keys(WORDS) as Field[]).map((field) => [`import.${field}`, explain(field)]));
