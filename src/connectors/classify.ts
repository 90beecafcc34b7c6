// Which tracker a record or a header comes from, by what is in it. Pure; sees one record or one header at a time.
import { headerName } from './csv/table.ts';
import { placeOf } from './github/issue.ts';
import { jiraFieldNamed } from './jira/headers.ts';
import { isObject, type Loose } from './loose-json.ts';
import type { TrackerKind } from './tracker.ts';

export interface Guess {
  readonly kind: TrackerKind;
  /** 0 to 1: 1 when only this tracker writes such a thing. */
  readonly confidence: number;
  /** What was seen, as the end of a sentence: `objects with number, state and a github address`. */
  readonly why: string;
}

/** An archiver's envelope around an API object, or a GraphQL edge, taken off. */
export function unwrapped(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (typeof value['backend_name'] === 'string' && isObject(value['data'])) return value['data'];
  if (isObject(value['node']) && Object.keys(value).length <= 2) return value['node'];
  return value;
}

const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

function guessJira(o: Loose): Guess | undefined {
  if (isObject(o['fields']) && typeof o['key'] === 'string') return { kind: 'jira-json', confidence: 1, why: 'objects with a key and fields, as Jira\'s REST API gives them' };
  if (Array.isArray(o['issueTypes']) && typeof o['key'] === 'string') return { kind: 'jira-json', confidence: 0.7, why: 'a Jira project object' };
  return undefined;
}

function guessGithub(o: Loose): Guess | undefined {
  const inner = o['issue'] ?? o['pull'];
  if (isObject(inner) && (o['type'] === 'issue' || o['type'] === 'pull')) return { kind: 'github-backup', confidence: 1, why: 'backup objects with type, issue or pull, events and comments' };
  if (Array.isArray(o['comment_data']) || Array.isArray(o['event_data'])) return { kind: 'github-backup', confidence: 1, why: 'issues with comment_data and event_data beside them' };
  if (typeof o['issue_url'] === 'string' && o['body'] !== undefined) return { kind: 'github', confidence: 0.9, why: 'comments with an issue_url' };
  const place = placeOf(o['html_url']) ?? placeOf(o['url']);
  if (place && o['iid'] === undefined) return { kind: 'github', confidence: 1, why: 'objects with a number, a state and the address of an issue' };
  if (o['number'] !== undefined && o['title'] !== undefined && (o['state'] === 'open' || o['state'] === 'closed')) return { kind: 'github', confidence: 0.7, why: 'objects with number, title and state' };
  return undefined;
}

function guessGitlab(o: Loose): Guess | undefined {
  if (o['iid'] !== undefined && (o['title'] !== undefined || o['state'] !== undefined)) return { kind: 'gitlab', confidence: 1, why: 'objects with an iid, as GitLab numbers issues' };
  if (typeof o['noteable_type'] === 'string') return { kind: 'gitlab', confidence: 0.9, why: 'GitLab notes' };
  return undefined;
}

function guessLinear(o: Loose): Guess | undefined {
  if (typeof o['identifier'] === 'string' && o['title'] !== undefined) return { kind: 'linear-json', confidence: 1, why: 'objects with an identifier and a title, as Linear\'s API gives them' };
  const named = typeof o['id'] === 'string' && IDENTIFIER.test(o['id']) && o['title'] !== undefined;
  if (named && (o['status'] !== undefined || o['state'] !== undefined)) return { kind: 'linear-json', confidence: 0.8, why: 'objects with an id like ENG-12, a title and a status' };
  return undefined;
}

function guessTrello(o: Loose): Guess | undefined {
  if (Array.isArray(o['cards']) && Array.isArray(o['lists'])) return { kind: 'trello', confidence: 1, why: 'a board with cards and lists' };
  if (typeof o['shortLink'] === 'string' && o['idList'] !== undefined) return { kind: 'trello', confidence: 1, why: 'Trello cards' };
  if (o['type'] === 'commentCard') return { kind: 'trello', confidence: 0.9, why: 'Trello comments' };
  return undefined;
}

/** The tracker one JSON record comes from; undefined when it bears no tracker's marks. */
export function guessRecord(value: unknown): Guess | undefined {
  const o = unwrapped(value);
  return isObject(o) ? guessJira(o) ?? guessGithub(o) ?? guessGitlab(o) ?? guessLinear(o) ?? guessTrello(o) : undefined;
}

const LINEAR_ONLY = ['cycle name', 'cycle number', 'parent issue', 'canceled', 'roadmaps', 'team', 'triaged', 'sla status', 'initiatives', 'project milestone'];

/** The tracker a table's header comes from; undefined for a header that needs a mapping. */
export function guessHeader(header: readonly string[]): Guess | undefined {
  const names = new Set(header.map(headerName));
  if (names.has('identifier') && names.has('title')) return { kind: 'linear-csv', confidence: 0.9, why: 'columns identifier and title, as Linear names them' };
  const linear = LINEAR_ONLY.filter((name) => names.has(name)).length;
  if (names.has('id') && names.has('title') && linear >= 3) return { kind: 'linear-csv', confidence: 1, why: 'the columns of Linear\'s own export' };
  const fields = new Set(header.map(jiraFieldNamed).filter((field) => field !== undefined));
  if (fields.has('key') && (fields.has('title') || fields.has('status')) && fields.size >= 3) {
    return { kind: 'jira-csv', confidence: fields.size >= 6 ? 1 : 0.8, why: `the columns of a Jira export (${fields.size} of them known)` };
  }
  return undefined;
}
