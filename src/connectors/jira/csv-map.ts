// One row of a Jira CSV export, in any language, to the neutral item. Columns are positional: repeated headers are lists.
import type { Comment, Item, ItemLink, Person } from '../../domain/backlog/item.ts';
import type { Column, Row, TableMapper } from '../csv/table.ts';
import type { RecordSink } from '../record-sink.ts';
import { classOfState } from '../status-class.ts';
import { jiraColumns, type JiraField } from './headers.ts';
import { withFilled } from '../fill-item.ts';

const KEY = /^[A-Z][A-Z0-9_]*-\d+$/;
const DATED = /^\s*(\d[^;]{4,39});([^;]*);/;

/** A comment cell is `date;author;text`, the author possibly empty; a cell in another shape, or whose date is damaged, is all text. */
export function jiraComment(cell: string, column: Column, row: Row, people: ReadonlyMap<string, string>): Comment {
  const parts = DATED.exec(cell);
  if (!parts) return { text: cell };
  const at = row.momentIn(parts[1]!.trim(), column);
  if (at === undefined) return { text: cell };
  const id = parts[2]!.trim();
  const name = people.get(id);
  const author: Person | undefined = id === '' ? undefined : name === undefined ? { id } : { id, name };
  return { text: cell.slice(parts[0].length).trim(), at, ...(author && { author }) };
}

/** The mapper for one export's columns. Names of people met in assignee and reporter columns are lent to comment authors. */
export function jiraCsvMapper(columns: readonly Column[]): TableMapper {
  const { fields, links } = jiraColumns(columns);
  const of = (field: JiraField): readonly Column[] | undefined => fields.get(field);
  const people = new Map<string, string>();
  const keysById = new Map<string, string>();

  const personOf = (row: Row, name: JiraField, id: JiraField): Person | undefined => {
    const shown = row.word(of(name));
    const stable = row.word(of(id)) ?? shown;
    if (stable === undefined) return undefined;
    if (shown === undefined || shown === stable) return { id: stable };
    people.set(stable, shown);
    return { id: stable, name: shown };
  };
  const parentOf = (row: Row): string | undefined => {
    const direct = row.word(of('parentKey')) ?? row.word(of('epicLink'));
    if (direct !== undefined) return direct;
    const id = row.word(of('parentId'));
    return id === undefined || KEY.test(id) ? id : keysById.get(id) ?? id;
  };
  const linksOf = (row: Row): ItemLink[] => links.flatMap((column) => {
    const key = row.text(column)?.trim();
    return key === undefined ? [] : [{ kind: column.kind, key }];
  });
  const labelsOf = (row: Row): string[] => [...new Set(row.words(of('labels')).flatMap((cell) => cell.split(/[\s,]+/)).filter((label) => label !== ''))];

  const map = (row: Row, sink: RecordSink): void => {
    const key = row.word(of('key'));
    if (key === undefined) return sink.lose('key_missing', row.cells.filter((cell) => cell !== '').slice(0, 5).join(', '), of('key')?.[0]?.header ?? 'Issue key');
    const id = row.word(of('id'));
    if (id !== undefined) keysById.set(id, key);
    const title = row.word(of('title'));
    if (title === undefined) sink.problem(of('title')?.[0]?.header ?? 'Summary', 'title_missing', '');
    const resolved = row.instant(of('resolved'));
    const state = { status: row.word(of('status')), category: row.word(of('category')), resolution: row.word(of('resolution')) };
    const author = personOf(row, 'author', 'authorId') ?? personOf(row, 'creator', 'creatorId');
    const assignee = personOf(row, 'assignee', 'assigneeId');
    const comments: Comment[] = [];
    for (const column of of('comment') ?? []) {
      const cell = row.text(column);
      if (cell !== undefined) comments.push(jiraComment(cell, column, row, people));
    }
    const statusClass = classOfState({ ...state, hasResolvedTime: resolved !== undefined });
    const item: { -readonly [K in keyof Item]: Item[K] } = {
      key, title: title ?? '', statusClass, labels: labelsOf(row), components: row.words(of('components')), links: linksOf(row),
      sprints: [...new Set([...row.words(of('sprint')), ...row.words(of('fixVersion'))])], comments,
    };
    sink.item(withFilled(item, {
      container: row.word(of('project')) ?? (KEY.test(key) ? key.slice(0, key.lastIndexOf('-')) : undefined),
      type: row.word(of('type')), body: row.text(of('body')?.[0]), status: state.status, created: row.instant(of('created')),
      updated: row.instant(of('updated')), resolved: statusClass === 'open' ? undefined : resolved, due: row.day(of('due')), author, assignee,
      priority: row.word(of('priority')), parent: parentOf(row),
    }));
  };
  const dates = (['created', 'updated', 'resolved', 'due'] as const).flatMap((field) => of(field) ?? []);
  return { dates, map };
}
