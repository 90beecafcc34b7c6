// One issue of Linear's API (GraphQL nodes, or what tools write from them) to the neutral item. Pure.
import type { Change, Comment, Item, ItemLink, Person } from '../../domain/backlog/item.ts';
import { withFilled } from '../fill-item.ts';
import { dayIn, instantOf, isObject, namedOf, namesIn, nodesOf, personIn, textOf, webAddress, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { linearClass, teamOf } from './state.ts';

const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;
const PRIORITIES = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];
/** Some tools cut long texts and say so in the text; the remark is theirs, not the author's. */
const CUT_OFF = /\s*(?:…|\.\.\.)\s*\(truncated[^)]*\)?\s*$/;

function person(value: unknown): Person | undefined {
  return personIn(value, ['email', 'id', 'displayName', 'name'], isObject(value) && typeof value['displayName'] === 'string' ? 'displayName' : 'name');
}

function bodyOf(from: Loose, sink: RecordSink): string | undefined {
  const text = textOf(from, 'description', sink);
  return text === undefined ? undefined : text.replace(CUT_OFF, '') || undefined;
}

function commentsOf(from: Loose, sink: RecordSink): Comment[] {
  const found: Comment[] = [];
  for (const entry of nodesOf(from, 'comments', sink)) {
    if (!isObject(entry)) {
      sink.problem('comments', 'comment_unreadable', entry);
      continue;
    }
    const id = textOf(entry, 'id', sink), author = person(entry['user'] ?? entry['author']), at = instantOf(entry, 'createdAt', sink);
    found.push({ text: textOf(entry, 'body', sink) ?? '', ...(id !== undefined && { id }), ...(author && { author }), ...(at !== undefined && { at }) });
  }
  return found;
}

function nameIn(value: unknown): string | undefined {
  return isObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
}

/** History entries carry a pair `fromX`, `toX` for each thing that changed. */
function historyOf(from: Loose, sink: RecordSink): Change[] | undefined {
  if (from['history'] === null || from['history'] === undefined) return undefined;
  const changes: Change[] = [];
  for (const entry of nodesOf(from, 'history', sink)) {
    const at = isObject(entry) ? instantOf(entry, 'createdAt', sink) : undefined;
    if (!isObject(entry) || at === undefined) {
      sink.problem('history', 'event_unreadable', entry);
      continue;
    }
    const by = person(entry['actor']);
    for (const [field, was, is] of [
      ['status', nameIn(entry['fromState']), nameIn(entry['toState'])], ['assignee', nameIn(entry['fromAssignee']), nameIn(entry['toAssignee'])],
      ['cycle', nameIn(entry['fromCycle']), nameIn(entry['toCycle'])], ['title', entry['fromTitle'], entry['toTitle']],
    ] as const) {
      if (typeof was !== 'string' && typeof is !== 'string') continue;
      changes.push({ at, field, ...(by && { by }), ...(typeof was === 'string' && { from: was }), ...(typeof is === 'string' && { to: is }) });
    }
  }
  return changes.sort((a, b) => a.at - b.at);
}

function linksOf(from: Loose, sink: RecordSink): ItemLink[] {
  const links: ItemLink[] = [];
  for (const entry of nodesOf(from, 'relations', sink)) {
    const other = isObject(entry) ? entry['relatedIssue'] : undefined;
    const key = isObject(other) ? textOf(other, 'identifier', sink) : undefined;
    if (isObject(entry) && key !== undefined) links.push({ kind: textOf(entry, 'type', sink) ?? 'related', key });
  }
  return links;
}

function sprintsOf(from: Loose, sink: RecordSink): string[] {
  const cycle = from['cycle'];
  const name = isObject(cycle) && (typeof cycle['name'] !== 'string' || cycle['name'] === '') && typeof cycle['number'] === 'number'
    ? `Cycle ${cycle['number']}` : namedOf(from, 'cycle', sink);
  return [name, namedOf(from, 'projectMilestone', sink), namedOf(from, 'milestone', sink)].filter((found) => found !== undefined);
}

function priorityOf(from: Loose, sink: RecordSink): string | undefined {
  const label = textOf(from, 'priorityLabel', sink);
  if (label !== undefined) return label;
  const value = from['priority'];
  return typeof value === 'number' && PRIORITIES[value] !== undefined ? PRIORITIES[value] : namedOf(from, 'priority', sink);
}

/** Emits exactly one row: an item or a row that could not be read. The project is a component; cycle and milestone are sprints. */
export function mapLinearIssue(value: unknown, sink: RecordSink): void {
  if (!isObject(value)) return sink.lose('not_an_issue', value);
  const node = isObject(value['node']) ? value['node'] : value;
  const key = textOf(node, 'identifier', sink) ?? (typeof node['id'] === 'string' && IDENTIFIER.test(node['id']) ? node['id'] : undefined);
  if (key === undefined) return sink.lose('key_missing', node['identifier'] ?? node['id'] ?? null, 'identifier');
  const title = textOf(node, 'title', sink);
  if (title === undefined) sink.problem('title', 'title_missing', node['title'] ?? null);
  const completed = instantOf(node, 'completedAt', sink), canceled = instantOf(node, 'canceledAt', sink), archived = instantOf(node, 'archivedAt', sink);
  const state = node['state'];
  const status = namedOf(node, 'state', sink) ?? namedOf(node, 'status', sink);
  const type = (isObject(state) ? textOf(state, 'type', sink) : undefined) ?? textOf(node, 'statusType', sink);
  const statusClass = linearClass({
    type, name: status, canceled: canceled !== undefined, completed: completed !== undefined, archived: archived !== undefined,
  });
  const item: { -readonly [K in keyof Item]: Item[K] } = {
    key, title: title ?? '', statusClass, labels: namesIn(nodesOf(node, 'labels', sink), 'labels', sink),
    components: [namedOf(node, 'project', sink)].filter((name) => name !== undefined), links: linksOf(node, sink), sprints: sprintsOf(node, sink),
    comments: commentsOf(node, sink),
  };
  const parent = node['parent'];
  sink.item(withFilled(item, {
    container: teamOf(key) ?? namedOf(node, 'team', sink), url: webAddress(node['url']), body: bodyOf(node, sink), status,
    created: instantOf(node, 'createdAt', sink), updated: instantOf(node, 'updatedAt', sink), due: dayIn(node, 'dueDate', sink),
    author: person(node['creator']), assignee: person(node['assignee']), priority: priorityOf(node, sink),
    parent: isObject(parent) ? textOf(parent, 'identifier', sink) ?? textOf(parent, 'id', sink) : textOf(node, 'parent', sink) ?? textOf(node, 'parentId', sink),
    history: historyOf(node, sink), resolved: statusClass === 'open' ? undefined : completed ?? canceled,
  }));
}
