// Any table, read by a mapping from neutral field to column. Reads what the mapping names and nothing else.
import type { Comment, Item } from '../../domain/backlog/item.ts';
import { withFilled } from '../fill-item.ts';
import type { RecordSink } from '../record-sink.ts';
import { classOfState, labelSaysUnfinished } from '../status-class.ts';
import { MAPPABLE, type MappableField } from './suggest.ts';
import { headerName, type Column, type Row, type TableMapper } from './table.ts';

export type Mapping = Readonly<Record<string, string>>;

/** The first column the mapping names that the header lacks, or the first field it names that does not exist. */
export function missingInMapping(mapping: Mapping, header: readonly string[]): string | undefined {
  for (const [field, column] of Object.entries(mapping)) {
    if (!(MAPPABLE as readonly string[]).includes(field)) return `${field}=${column}`;
    if (!header.some((cell) => headerName(cell) === headerName(column))) return column;
  }
  return mapping['title'] === undefined ? 'title=' : undefined;
}

/**
 * The mapper for a mapping whose columns all exist. Without a `key` column a row is known as `row-12`, which holds only as long
 * as rows keep their places. Labels and components are parted by commas or semicolons. A status in no list of words counts as open
 * unless a resolved time stands beside it; numbers of nine to thirteen digits are read as epochs.
 */
export function mappedTable(columns: readonly Column[], mapping: Mapping): TableMapper {
  const of = (field: MappableField): readonly Column[] => {
    const wanted = mapping[field];
    return wanted === undefined ? [] : columns.filter(({ header }) => headerName(header) === headerName(wanted));
  };
  const found = Object.fromEntries(MAPPABLE.map((field) => [field, of(field)])) as Record<MappableField, readonly Column[]>;
  const parted = (row: Row, field: MappableField): string[] =>
    [...new Set(row.words(found[field]).flatMap((cell) => cell.split(/[;,]/)).map((name) => name.trim()).filter((name) => name !== ''))];

  const map = (row: Row, sink: RecordSink): void => {
    const key = mapping['key'] === undefined ? sink.where().replace(/^.*row /, 'row-') : row.word(found.key);
    if (key === undefined) return sink.lose('key_missing', row.cells.filter((cell) => cell !== '').slice(0, 5).join(', '), mapping['key']);
    const title = row.word(found.title);
    if (title === undefined) sink.problem(mapping['title']!, 'title_missing', '');
    const person = (field: MappableField) => {
      const id = row.word(found[field]);
      return id === undefined ? undefined : { id };
    };
    const status = row.word(found.status);
    const resolved = row.instant(found.resolved);
    const labels = parted(row, 'labels');
    const byState = classOfState({ status, hasResolvedTime: resolved !== undefined });
    const statusClass = byState === 'done' && labels.some(labelSaysUnfinished) ? 'closed_unfinished' : byState;
    const comments: Comment[] = found.comment.flatMap((column) => {
      const text = row.text(column);
      return text === undefined ? [] : [{ text }];
    });
    const item: { -readonly [K in keyof Item]: Item[K] } = {
      key, title: title ?? '', statusClass, labels, components: parted(row, 'components'), links: [], sprints: row.words(found.sprint), comments,
    };
    const url = row.word(found.url);
    sink.item(withFilled(item, {
      container: row.word(found.container), url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined, type: row.word(found.type),
      body: row.text(found.body[0]), status, created: row.instant(found.created), updated: row.instant(found.updated),
      resolved: statusClass === 'open' ? undefined : resolved, due: row.day(found.due), author: person('author'), assignee: person('assignee'),
      priority: row.word(found.priority), parent: row.word(found.parent),
    }));
  };
  return { dates: [...found.created, ...found.updated, ...found.resolved, ...found.due], map };
}
