// Which kind of GitHub object a record is, and its mapping. One mapper serves REST pages, NDJSON and both shapes of backup.
import { isObject, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { githubComment, mapGithubIssue, placeOf } from './issue.ts';
import type { GithubMemory } from './person.ts';

export function githubMemory(): GithubMemory {
  return { people: new Map() };
}

function arrayIn(from: Loose, field: string): readonly unknown[] | undefined {
  return Array.isArray(from[field]) ? from[field] : undefined;
}

/**
 * Emits exactly one row for one record. `comments` on an issue is a count in REST and a list in some exports; `events`,
 * `event_data` and `timeline` carry history, `comment_data` carries comments.
 */
export function mapGithub(value: unknown, sink: RecordSink, memory: GithubMemory): void {
  if (!isObject(value)) return sink.lose('not_an_issue', value);
  const inner = value['issue'] ?? value['pull'] ?? value['pull_request'];
  if (isObject(inner) && (value['type'] === 'issue' || value['type'] === 'pull') && value['number'] === undefined) {
    if (value['type'] === 'pull') return sink.pull(placeOf(inner['html_url'])?.key ?? String(inner['number']));
    return mapGithubIssue(inner, { comments: arrayIn(value, 'comments') ?? [], events: arrayIn(value, 'events') }, sink, memory);
  }
  if (value['number'] === undefined && (typeof value['issue_url'] === 'string' || typeof value['pull_request_url'] === 'string')) return mapLooseComment(value, sink, memory);
  if (isIssue(value)) {
    const comments = arrayIn(value, 'comment_data') ?? arrayIn(value, 'comments') ?? [];
    const events = arrayIn(value, 'event_data') ?? arrayIn(value, 'timeline') ?? arrayIn(value, 'events');
    return mapGithubIssue(value, { comments, events }, sink, memory);
  }
  mapOther(value, sink);
}

function isIssue(from: Loose): boolean {
  const address = from['html_url'] ?? from['url'];
  if (typeof address === 'string' && address.includes('/milestones/')) return false;
  return from['number'] !== undefined && (from['title'] !== undefined || from['state'] !== undefined) || placeOf(address) !== undefined;
}

function mapLooseComment(from: Loose, sink: RecordSink, memory: GithubMemory): void {
  const page = placeOf(from['html_url']);
  const place = placeOf(from['issue_url']) ?? placeOf(from['pull_request_url']) ?? page;
  if (place === undefined) return sink.lose('item_missing', from['issue_url'], 'issue_url');
  if (page?.pull || place.pull || from['pull_request_url'] !== undefined) return sink.skip('pull_request_comment');
  const comment = githubComment(from, sink, memory);
  if (comment === undefined) return sink.lose('comment_unreadable', from['body'] ?? null, 'body');
  sink.comment(place.key, comment);
}

/** Lines a backup has besides issues: labels, milestones, the repository, its own bookkeeping. */
function mapOther(from: Loose, sink: RecordSink): void {
  const address = typeof from['url'] === 'string' ? from['url'] : '';
  if (address.includes('/milestones/')) return sink.skip('milestone');
  if (address.includes('/labels/') || (typeof from['color'] === 'string' && typeof from['name'] === 'string')) return sink.skip('label');
  if (typeof from['full_name'] === 'string') return sink.skip('project');
  if (from['last_backup'] !== undefined) return sink.skip('other');
  sink.lose('not_an_issue', from);
}
