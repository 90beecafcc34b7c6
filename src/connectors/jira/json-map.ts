// One issue of Jira's REST API (v2 and v3, Server, Data Center and Cloud) to the neutral item. Pure.
import type { Change, Comment, Item, ItemLink, Person } from '../../domain/backlog/item.ts';
import { dayIn, instantOf, isObject, listOf, namedOf, namesIn, personIn, textOf, webAddress, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { classOfState } from '../status-class.ts';
import { withFilled } from '../fill-item.ts';
import { isRichText, richTextToPlain } from './rich-text.ts';

const PERSON_IDS = ['accountId', 'name', 'key', 'emailAddress'];
const KEY = /^[A-Z][A-Z0-9_]*-\d+$/;
/** Where Jira Cloud and older servers keep the epic of an issue unless an administrator moved it. */
const EPIC_FIELDS = ['customfield_10014', 'customfield_10008', 'customfield_10006'];

function person(value: unknown, field: string, sink: RecordSink): Person | undefined {
  if (value === null || value === undefined) return undefined;
  const found = personIn(value, PERSON_IDS, 'displayName');
  if (found === undefined) sink.problem(field, 'wrong_type', value);
  else if (isObject(value) && value['accountType'] === 'app') return { ...found, bot: true };
  return found;
}

function prose(from: Loose, field: string, sink: RecordSink): string | undefined {
  const value = from[field];
  return isRichText(value) ? richTextToPlain(value) || undefined : textOf(from, field, sink);
}

function comments(fields: Loose, sink: RecordSink): Comment[] {
  const holder = fields['comment'];
  if (holder === null || holder === undefined) return [];
  const list = isObject(holder) ? listOf(holder, 'comments', sink) : listOf(fields, 'comment', sink);
  const found: Comment[] = [];
  for (const entry of list) {
    if (!isObject(entry)) {
      sink.problem('comment', 'comment_unreadable', entry);
      continue;
    }
    const id = textOf(entry, 'id', sink);
    const author = person(entry['author'], 'comment author', sink);
    const at = instantOf(entry, 'created', sink);
    found.push({ text: prose(entry, 'body', sink) ?? '', ...(id !== undefined && { id }), ...(author && { author }), ...(at !== undefined && { at }) });
  }
  return found;
}

function links(fields: Loose, sink: RecordSink): ItemLink[] {
  const found: ItemLink[] = [];
  for (const entry of listOf(fields, 'issuelinks', sink)) {
    if (!isObject(entry)) continue;
    for (const way of ['outward', 'inward'] as const) {
      const other = entry[`${way}Issue`];
      const key = isObject(other) ? textOf(other, 'key', sink) : undefined;
      const type = entry['type'];
      if (key !== undefined) found.push({ kind: (isObject(type) ? textOf(type, way, sink) ?? textOf(type, 'name', sink) : undefined) ?? 'relates to', key });
    }
  }
  for (const entry of listOf(fields, 'subtasks', sink)) {
    const key = isObject(entry) ? textOf(entry, 'key', sink) : undefined;
    if (key !== undefined) found.push({ kind: 'child', key });
  }
  return found;
}

/** Sprints and, behind them, the versions it was fixed in. Sprints lie in `sprint`, `closedSprints` or a custom field, as objects or as `...[id=1,name=Sprint 1,...]`. */
function sprints(fields: Loose, sink: RecordSink): string[] {
  const names = new Set<string>();
  const add = (entry: unknown): void => {
    if (isObject(entry)) {
      const name = textOf(entry, 'name', sink);
      if (name !== undefined) names.add(name);
    } else if (typeof entry === 'string' && entry.startsWith('com.atlassian.greenhopper')) {
      const name = /[[,]name=(.*?)(?:,[a-zA-Z]+=|\]$)/.exec(entry)?.[1];
      if (name) names.add(name);
    }
  };
  for (const entry of listOf(fields, 'closedSprints', sink)) add(entry);
  if (isObject(fields['sprint'])) add(fields['sprint']);
  for (const field in fields) {
    if (!field.startsWith('customfield_')) continue;
    const value = fields[field];
    const first: unknown = Array.isArray(value) ? value[0] : undefined;
    const isSprint = typeof first === 'string' ? first.startsWith('com.atlassian.greenhopper') : isObject(first) && 'name' in first && 'state' in first && ('boardId' in first || 'originBoardId' in first);
    if (isSprint) for (const entry of value as unknown[]) add(entry);
  }
  for (const entry of listOf(fields, 'fixVersions', sink)) add(entry);
  return [...names];
}

function parentKey(fields: Loose, sink: RecordSink): string | undefined {
  for (const field of ['parent', 'epic']) {
    const value = fields[field];
    if (isObject(value)) {
      const key = textOf(value, 'key', sink);
      if (key !== undefined) return key;
    }
  }
  for (const field of EPIC_FIELDS) {
    const value = fields[field];
    if (typeof value === 'string' && KEY.test(value)) return value;
  }
  return undefined;
}

function history(from: Loose, sink: RecordSink): Change[] | undefined {
  const log = from['changelog'];
  if (!isObject(log)) return undefined;
  const changes: Change[] = [];
  for (const entry of listOf(log, Array.isArray(log['histories']) ? 'histories' : 'values', sink)) {
    if (!isObject(entry)) continue;
    const at = instantOf(entry, 'created', sink);
    if (at === undefined) {
      sink.problem('changelog', 'event_without_time', entry['id']);
      continue;
    }
    const by = person(entry['author'], 'changelog author', sink);
    for (const step of listOf(entry, 'items', sink)) {
      const field = isObject(step) ? step['field'] : undefined;
      if (!isObject(step) || typeof field !== 'string') continue;
      const was = step['fromString'] ?? step['from'];
      const is = Object.hasOwn(step, 'toString') ? step['toString'] as unknown : step['to'];
      changes.push({ at, field, ...(by && { by }), ...(typeof was === 'string' && { from: was }), ...(typeof is === 'string' && { to: is }) });
    }
  }
  return changes.sort((a, b) => a.at - b.at);
}

function addressOf(from: Loose, key: string): string | undefined {
  const self = webAddress(from['self']);
  const site = self === undefined ? undefined : /^(https?:\/\/.+?)\/rest\//.exec(self)?.[1];
  return site === undefined ? undefined : `${site}/browse/${encodeURIComponent(key)}`;
}

/** Emits exactly one row: an item, a skipped project object, or a row that could not be read. */
export function mapJiraIssue(value: unknown, sink: RecordSink): void {
  if (!isObject(value)) return sink.lose('not_an_issue', value);
  const fields = value['fields'];
  if (!isObject(fields)) {
    const isProject = value['issueTypes'] !== undefined || value['projectTypeKey'] !== undefined || value['versions'] !== undefined;
    return isProject ? sink.skip('project') : sink.lose('not_an_issue', value);
  }
  const key = textOf(value, 'key', sink);
  if (key === undefined) return sink.lose('key_missing', value['key'] ?? null, 'key');
  const title = textOf(fields, 'summary', sink);
  if (title === undefined) sink.problem('summary', 'title_missing', fields['summary'] ?? null);
  const status = fields['status'];
  const category = isObject(status) && isObject(status['statusCategory']) ? textOf(status['statusCategory'], 'key', sink) : undefined;
  const state = { status: namedOf(fields, 'status', sink), category, resolution: namedOf(fields, 'resolution', sink) };
  const resolved = instantOf(fields, 'resolutiondate', sink);
  const item: { -readonly [K in keyof Item]: Item[K] } = {
    key, title: title ?? '', statusClass: classOfState({ ...state, hasResolvedTime: resolved !== undefined }),
    labels: namesIn(listOf(fields, 'labels', sink), 'labels', sink), components: namesIn(listOf(fields, 'components', sink), 'components', sink),
    links: links(fields, sink), sprints: sprints(fields, sink), comments: comments(fields, sink),
  };
  const optional: { -readonly [K in keyof Item]?: Item[K] | undefined } = {
    container: (isObject(fields['project']) ? textOf(fields['project'], 'key', sink) : undefined) ?? (KEY.test(key) ? key.slice(0, key.lastIndexOf('-')) : undefined),
    url: addressOf(value, key), type: namedOf(fields, 'issuetype', sink), body: prose(fields, 'description', sink), status: state.status,
    created: instantOf(fields, 'created', sink), updated: instantOf(fields, 'updated', sink), due: dayIn(fields, 'duedate', sink),
    author: person(fields['reporter'], 'reporter', sink) ?? person(fields['creator'], 'creator', sink),
    assignee: person(fields['assignee'], 'assignee', sink), priority: namedOf(fields, 'priority', sink), parent: parentKey(fields, sink),
    history: history(value, sink), resolved: item.statusClass === 'open' ? undefined : resolved,
  };
  sink.item(withFilled(item, optional));
}
