// One GitHub REST object to the neutral item: issue, pull request, comment, and the lines a backup has besides.
// Also reads Gitea and Forgejo, whose objects have the same shape. Pure; refuses to know files.
import type { Comment, Item, StatusClass } from '../../domain/backlog/item.ts';
import { dayIn, instantOf, isObject, listOf, namedOf, namesIn, textOf, webAddress, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { labelSaysUnfinished } from '../status-class.ts';
import { githubPerson, type GithubMemory } from './person.ts';
import { mapTimeline } from './timeline.ts';

const PLACE = /^https?:\/\/[^/]+\/(?:api\/v\d\/)?(?:repos\/)?([^/]+\/[^/]+)\/(issues|pulls?)\/(\d+)(?:[/#?]|$)/;

/** `owner/repo#12` and whether the address is a pull request's; undefined when the text is no such address. */
export function placeOf(address: unknown): { key: string; container: string; pull: boolean } | undefined {
  if (typeof address !== 'string') return undefined;
  const found = PLACE.exec(address);
  return found ? { key: `${found[1]}#${Number(found[3])}`, container: found[1]!, pull: found[2] !== 'issues' } : undefined;
}

function statusClass(state: string | undefined, reason: unknown, labels: readonly string[], closed: boolean): StatusClass {
  if (state === 'open' || (state !== 'closed' && !closed)) return 'open';
  if (reason === 'not_planned' || reason === 'duplicate') return 'closed_unfinished';
  return labels.some(labelSaysUnfinished) ? 'closed_unfinished' : 'done';
}

/** A comment object, loose or embedded. Undefined when it has no text and no id. */
export function githubComment(from: Loose, sink: RecordSink, memory: GithubMemory): Comment | undefined {
  const id = from['id'];
  const text = textOf(from, 'body', sink) ?? '';
  if (text === '' && id === undefined) return undefined;
  const author = githubPerson(from['user'] ?? from['actor'], memory);
  const at = instantOf(from, 'created_at', sink);
  const comment: { -readonly [K in keyof Comment]: Comment[K] } = { text };
  if (typeof id === 'number' || typeof id === 'string') comment.id = String(id);
  if (author) comment.author = author;
  if (at !== undefined) comment.at = at;
  return comment;
}

function embeddedComments(lists: readonly unknown[][], sink: RecordSink, memory: GithubMemory): Comment[] {
  const comments: Comment[] = [];
  const seen = new Set<string>();
  for (const entry of lists.flat()) {
    const comment = isObject(entry) ? githubComment(entry, sink, memory) : undefined;
    if (comment === undefined) sink.problem('comments', 'comment_unreadable', entry);
    else if (comment.id === undefined || !seen.has(comment.id)) {
      comments.push(comment);
      if (comment.id !== undefined) seen.add(comment.id);
    }
  }
  return comments;
}

/**
 * Maps an issue with the comments and events delivered beside it. `beside` holds what a backup keeps outside the issue
 * object. Emits exactly one row: an item, a skipped pull request, or `key_missing`.
 */
export function mapGithubIssue(from: Loose, beside: { comments: readonly unknown[]; events: readonly unknown[] | undefined }, sink: RecordSink, memory: GithubMemory): void {
  const place = placeOf(from['html_url']) ?? placeOf(from['url']);
  const container = place?.container ?? repositoryOf(from);
  const number = from['number'];
  const key = place?.key ?? (container !== undefined && Number.isSafeInteger(number) ? `${container}#${number as number}` : undefined);
  if (isPull(from) || place?.pull) return sink.pull(key ?? String(number));
  if (key === undefined) return sink.lose('key_missing', from['number'] ?? from['url'], 'number');
  const labels = namesIn(listOf(from, 'labels', sink), 'labels', sink);
  const timeline = beside.events === undefined ? undefined : mapTimeline(beside.events, sink, memory);
  const title = textOf(from, 'title', sink);
  if (title === undefined) sink.problem('title', 'title_missing', from['title'] ?? null);
  const state = textOf(from, 'state', sink);
  const resolved = instantOf(from, 'closed_at', sink);
  if (state !== 'open' && state !== 'closed') sink.problem('state', 'status_unknown', from['state'] ?? null);
  const item: { -readonly [K in keyof Item]: Item[K] } = {
    key, title: title ?? '', statusClass: statusClass(state, from['state_reason'], labels, resolved !== undefined), labels, components: [], links: [],
    sprints: [], comments: embeddedComments([[...beside.comments], timeline?.comments ?? []], sink, memory),
  };
  if (container !== undefined) item.container = container;
  if (state !== undefined) item.status = state;
  if (state !== 'open' && resolved !== undefined) item.resolved = resolved;
  if (timeline) item.history = timeline.changes;
  fillIssue(item, from, sink, memory);
  sink.item(item);
}

function fillIssue(item: { -readonly [K in keyof Item]: Item[K] }, from: Loose, sink: RecordSink, memory: GithubMemory): void {
  const url = webAddress(from['html_url']);
  if (url !== undefined) item.url = url;
  const body = textOf(from, 'body', sink);
  if (body !== undefined) item.body = body;
  const type = namedOf(from, 'type', sink);
  if (type !== undefined) item.type = type;
  const created = instantOf(from, 'created_at', sink);
  if (created !== undefined) item.created = created;
  const updated = instantOf(from, 'updated_at', sink);
  if (updated !== undefined) item.updated = updated;
  const author = githubPerson(from['user'], memory);
  if (author) item.author = author;
  const assignee = githubPerson(from['assignee'], memory) ?? githubPerson(Array.isArray(from['assignees']) ? from['assignees'][0] : undefined, memory);
  if (assignee) item.assignee = assignee;
  const parent = placeOf(from['parent_issue_url'])?.key;
  if (parent !== undefined) item.parent = parent;
  const milestone = from['milestone'];
  if (isObject(milestone)) {
    const title = textOf(milestone, 'title', sink);
    if (title !== undefined) item.sprints = [title];
    const due = dayIn(milestone, 'due_on', sink);
    if (due !== undefined) item.due = due;
  }
}

function repositoryOf(from: Loose): string | undefined {
  const address = from['repository_url'];
  if (typeof address === 'string') return /\/([^/]+\/[^/]+)\/?$/.exec(address)?.[1];
  const repository = from['repository'];
  return isObject(repository) && typeof repository['full_name'] === 'string' ? repository['full_name'] : undefined;
}

function isPull(from: Loose): boolean {
  return isObject(from['pull_request']) || (isObject(from['base']) && isObject(from['head']));
}

