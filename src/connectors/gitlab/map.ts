// One object of GitLab's API or project export to the neutral item: issues with notes, merge requests told apart. Pure.
import type { Change, Comment, Item, Person, StatusClass } from '../../domain/backlog/item.ts';
import { withFilled } from '../fill-item.ts';
import { dayIn, instantOf, isObject, listOf, namedOf, namesIn, personIn, textOf, webAddress, wordOf, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { labelSaysUnfinished } from '../status-class.ts';

const PAGE = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(issues|merge_requests|work_items|incidents|epics)\/\d+/;

export interface GitlabMemory {
  /** Key by `project id # iid`, for notes that are delivered apart from their issue. */
  readonly keys: Map<string, string>;
}

function person(value: unknown): Person | undefined {
  const found = personIn(value, ['username', 'id', 'name'], 'name');
  return found && isObject(value) && value['bot'] === true ? { ...found, bot: true } : found;
}

function authorOf(from: Loose): Person | undefined {
  const id = from['author_id'];
  const named = person(from['author']);
  // A project export gives an id that is stable and, on notes only, a name beside it.
  if (typeof id === 'number' && (named === undefined || named.name === undefined)) return named ? { id: String(id), name: named.id } : { id: String(id) };
  return named;
}

/** `group/project#7`; from an export without addresses `17756799#7`, by the project's number. */
function keyOf(from: Loose): { key: string; container: string } | undefined {
  const iid = from['iid'];
  if (!Number.isSafeInteger(iid)) return undefined;
  const references = from['references'];
  const full = isObject(references) && typeof references['full'] === 'string' ? /^(.+)[#!]\d+$/.exec(references['full'])?.[1] : undefined;
  const address = typeof from['web_url'] === 'string' ? PAGE.exec(from['web_url'])?.[1] : undefined;
  const project = full ?? address ?? (Number.isSafeInteger(from['project_id']) ? String(from['project_id']) : undefined);
  return project === undefined ? undefined : { key: `${project}#${iid as number}`, container: project };
}

function labelsOf(from: Loose, sink: RecordSink): string[] {
  const names = namesIn(listOf(from, 'labels', sink).map((label) => (isObject(label) && label['name'] === undefined ? label['title'] : label)), 'labels', sink);
  for (const link of listOf(from, 'label_links', sink)) {
    const label = isObject(link) ? link['label'] : undefined;
    if (isObject(label)) names.push(...namesIn([label['title']], 'label_links', sink));
  }
  return [...new Set(names)];
}

function noteOf(from: Loose, sink: RecordSink): Comment {
  const id = textOf(from, 'id', sink), author = authorOf(from), at = instantOf(from, 'created_at', sink);
  const text = textOf(from, 'body', sink) ?? textOf(from, 'note', sink) ?? '';
  return { text, ...(id !== undefined && { id }), ...(author && { author }), ...(at !== undefined && { at }) };
}

const STATES: Readonly<Record<string, { from: string; to: string }>> = {
  closed: { from: 'opened', to: 'closed' }, reopened: { from: 'closed', to: 'opened' },
};

function stateChange(said: string, from: Loose, sink: RecordSink): Change | undefined {
  const step = STATES[said];
  const at = step === undefined ? undefined : instantOf(from, 'created_at', sink);
  if (step === undefined || at === undefined) return undefined;
  const by = person(from['user']) ?? authorOf(from);
  return { at, field: 'status', ...step, ...(by && { by }) };
}

/** People's notes are comments; GitLab's own notes about closing and reopening, and state events, are history. */
function talk(from: Loose, sink: RecordSink): { comments: Comment[]; history: Change[] | undefined } {
  const notes = Array.isArray(from['notes']) ? from['notes'] : listOf(from, 'notes_data', sink);
  const comments: Comment[] = [];
  const changes: Change[] = [];
  for (const note of notes) {
    if (!isObject(note)) {
      sink.problem('notes', 'comment_unreadable', note);
    } else if (note['system'] === true) {
      const change = stateChange(/^(closed|reopened)\b/.exec(String(note['body'] ?? note['note']))?.[1] ?? '', note, sink);
      if (change) changes.push(change);
    } else comments.push(noteOf(note, sink));
  }
  const hasEvents = Array.isArray(from['resource_state_events']);
  for (const event of hasEvents ? listOf(from, 'resource_state_events', sink) : []) {
    const change = isObject(event) ? stateChange(String(event['state']), event, sink) : undefined;
    if (change && !changes.some(({ at, to }) => at === change.at && to === change.to)) changes.push(change);
  }
  changes.sort((a, b) => a.at - b.at);
  return { comments, history: hasEvents || changes.length > 0 ? changes : undefined };
}

function classOf(state: string | undefined, from: Loose, labels: readonly string[], resolved: boolean): StatusClass {
  if (state === 'opened' || state === 'reopened' || (state !== 'closed' && !resolved)) return 'open';
  const moved = typeof from['moved_to_id'] === 'number' || typeof from['duplicated_to_id'] === 'number';
  return moved || labels.some(labelSaysUnfinished) ? 'closed_unfinished' : 'done';
}

function isMergeRequest(from: Loose): boolean {
  return from['source_branch'] !== undefined || from['merge_status'] !== undefined || from['state'] === 'merged'
    || (typeof from['web_url'] === 'string' && from['web_url'].includes('/merge_requests/'));
}

function mapNote(from: Loose, sink: RecordSink, memory: GitlabMemory): void {
  if (from['noteable_type'] !== 'Issue') return sink.skip('pull_request_comment');
  if (from['system'] === true) return sink.skip('other');
  const place = `${wordOf(from['project_id'])}#${wordOf(from['noteable_iid'])}`;
  sink.comment(memory.keys.get(place) ?? place, noteOf(from, sink));
}

/** Emits exactly one row: item, comment, skipped merge request, project, label or milestone, or a row that could not be read. */
export function mapGitlab(value: unknown, sink: RecordSink, memory: GitlabMemory): void {
  if (!isObject(value)) return sink.lose('not_an_issue', value);
  if (typeof value['noteable_type'] === 'string') return mapNote(value, sink, memory);
  if (isMergeRequest(value)) return sink.pull(`!${wordOf(value['web_url']) || `${wordOf(value['target_project_id'] ?? value['project_id'])} ${wordOf(value['iid'])}`}`);
  if (value['iid'] === undefined) {
    if (typeof value['color'] === 'string') return sink.skip('label');
    return value['path_with_namespace'] !== undefined || value['visibility_level'] !== undefined ? sink.skip('project') : sink.lose('not_an_issue', value);
  }
  if (value['group_milestone'] !== undefined || (value['start_date'] !== undefined && value['issue_type'] === undefined && value['author_id'] === undefined && value['author'] === undefined)) return sink.skip('milestone');
  const place = keyOf(value);
  if (place === undefined) return sink.lose('key_missing', value['iid'] ?? null, 'iid');
  memory.keys.set(`${wordOf(value['project_id'])}#${wordOf(value['iid'])}`, place.key);
  const title = textOf(value, 'title', sink);
  if (title === undefined) sink.problem('title', 'title_missing', value['title'] ?? null);
  const labels = labelsOf(value, sink);
  const resolved = instantOf(value, 'closed_at', sink);
  const state = textOf(value, 'state', sink);
  const { comments, history } = talk(value, sink);
  const sprints = [isObject(value['milestone']) ? textOf(value['milestone'], 'title', sink) : undefined, isObject(value['iteration']) ? textOf(value['iteration'], 'title', sink) : undefined];
  const epic = value['epic'];
  const assignees = listOf(value, 'assignees', sink);
  const item: { -readonly [K in keyof Item]: Item[K] } = {
    key: place.key, title: title ?? '', statusClass: classOf(state, value, labels, resolved !== undefined), labels, components: [], links: [],
    sprints: sprints.filter((name) => name !== undefined), comments,
  };
  sink.item(withFilled(item, {
    container: place.container, url: webAddress(value['web_url']), type: textOf(value, 'issue_type', sink) ?? namedOf(value, 'work_item_type', sink),
    body: textOf(value, 'description', sink), status: state, created: instantOf(value, 'created_at', sink), updated: instantOf(value, 'updated_at', sink),
    due: dayIn(value, 'due_date', sink), author: authorOf(value), assignee: person(value['assignee']) ?? person(assignees[0]),
    parent: isObject(epic) && Number.isSafeInteger(epic['iid']) ? `&${String(epic['iid'])}` : undefined, history,
    resolved: item.statusClass === 'open' ? undefined : resolved,
  }));
}
