// One row of a Linear CSV export to the neutral item: the native export of any year, and tables written from the API.
import type { Item, ItemLink } from '../../domain/backlog/item.ts';
import { headerName, type Column, type Row, type TableMapper } from '../csv/table.ts';
import { withFilled } from '../fill-item.ts';
import type { RecordSink } from '../record-sink.ts';
import { linearClass, teamOf } from './state.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  key: ['id', 'identifier'], team: ['team'], title: ['title'], body: ['description'], status: ['status', 'state'], priority: ['priority'],
  project: ['project'], creator: ['creator'], assignee: ['assignee'], labels: ['labels'], cycle: ['cycle name'], cycleNumber: ['cycle number', 'cycle'],
  created: ['created', 'createdat', 'created at'], updated: ['updated', 'updatedat', 'updated at'], completed: ['completed', 'completedat', 'completed at'],
  canceled: ['canceled', 'canceledat', 'canceled at'], archived: ['archived', 'archivedat', 'archived at'], due: ['due date', 'duedate'],
  milestone: ['milestone', 'project milestone'], parent: ['parent issue', 'parent'], url: ['url'], related: ['related to'], blocks: ['blocking', 'blocks'],
  blockedBy: ['blocked by'], duplicateOf: ['duplicate of'],
};
const RELATIONS = [['related', 'relates to'], ['blocks', 'blocks'], ['blockedBy', 'is blocked by'], ['duplicateOf', 'duplicates']] as const;

/** Labels are parted by commas or semicolons; a label with a comma in it cannot be told from two. */
function parted(cell: string | undefined): string[] {
  return cell === undefined ? [] : [...new Set(cell.split(/[;,]/).map((name) => name.trim()).filter((name) => name !== ''))];
}

/** The mapper for one export's columns. The project is a component; cycle and milestone are sprints. */
export function linearCsvMapper(columns: readonly Column[]): TableMapper {
  const of = (field: string): readonly Column[] => columns.filter(({ header }) => NAMES[field]!.includes(headerName(header)));
  const found = new Map(Object.keys(NAMES).map((field) => [field, of(field)]));
  const at = (field: string): readonly Column[] | undefined => found.get(field);

  const map = (row: Row, sink: RecordSink): void => {
    const key = row.word(at('key'));
    if (key === undefined) return sink.lose('key_missing', row.cells.filter((cell) => cell !== '').slice(0, 5).join(', '), 'ID');
    const title = row.word(at('title'));
    if (title === undefined) sink.problem('Title', 'title_missing', '');
    const completed = row.instant(at('completed')), canceled = row.instant(at('canceled')), archived = row.instant(at('archived'));
    const status = row.word(at('status'));
    const statusClass = linearClass({
      type: undefined, name: status, canceled: canceled !== undefined, completed: completed !== undefined, archived: archived !== undefined,
    });
    const cycleNumber = row.word(at('cycleNumber'));
    const cycle = row.word(at('cycle')) ?? (cycleNumber === undefined ? undefined : `Cycle ${cycleNumber}`);
    const links: ItemLink[] = RELATIONS.flatMap(([field, kind]) => parted(row.word(at(field))).map((other) => ({ kind, key: other })));
    const person = (field: string) => {
      const id = row.word(at(field));
      return id === undefined ? undefined : { id };
    };
    const item: { -readonly [K in keyof Item]: Item[K] } = {
      key, title: title ?? '', statusClass, labels: parted(row.word(at('labels'))), components: row.words(at('project')), links,
      sprints: [cycle, row.word(at('milestone'))].filter((name) => name !== undefined), comments: [],
    };
    sink.item(withFilled(item, {
      container: row.word(at('team')) ?? teamOf(key), url: row.word(at('url')), body: row.text(at('body')?.[0]), status,
      created: row.instant(at('created')), updated: row.instant(at('updated')), due: row.day(at('due')), author: person('creator'),
      assignee: person('assignee'), priority: row.word(at('priority')), parent: row.word(at('parent')),
      resolved: statusClass === 'open' ? undefined : completed ?? canceled,
    }));
  };
  return { dates: ['created', 'updated', 'completed', 'canceled', 'archived', 'due'].flatMap((field) => at(field) ?? []), map };
}
