// Which column of an unknown table is probably what, by its name alone. A suggestion for a person, never acted on unasked.
import { jiraFieldNamed } from '../jira/headers.ts';
import { headerName } from './table.ts';

/** The neutral fields a mapping may name. */
export const MAPPABLE = [
  'key', 'url', 'title', 'type', 'body', 'status', 'created', 'updated', 'resolved', 'due', 'author', 'assignee', 'labels', 'components', 'priority',
  'parent', 'sprint', 'container', 'comment',
] as const;
export type MappableField = (typeof MAPPABLE)[number];

const NAMES: Readonly<Record<MappableField, string>> = {
  key: 'key|id|number|identifier|issue|ticket|nr|no|#|iid|case|issue number|ticket id|issue id|reference|ref', url: 'url|link|web url|html url|href', title: 'title|name|subject|summary|headline|otsikko|betreff|titel|titre|titulo|título|onderwerp',
  type: 'type|category|kind|issue type|tracker', body: 'body|description|details|text|content|notes', status: 'status|state|stage|column|list|workflow state|section/column',
  created: 'created|createdat|created at|created on|created date|date created|datetime|date|opened|opened at|submitted|reported', updated: 'updated|updatedat|updated at|updated on|modified|last modified|changed|last updated',
  resolved: 'resolved|resolvedat|closed|closedat|closed at|closed on|completed|completedat|completed at|done at|finished|resolved at', due: 'due|duedate|due date|deadline|due on',
  author: 'author|creator|reporter|created by|creator name|submitter|requester|opened by', assignee: 'assignee|owner|assigned to|responsible|assignees',
  labels: 'labels|label|tags|tag', components: 'components|component|module|area|project', priority: 'priority|severity|importance', parent: 'parent|epic|parent id|parent issue|epic link|parent task',
  sprint: 'sprint|iteration|milestone|cycle|version|release', container: 'repository|repo|board|team|project key', comment: 'comment|comments|last comment',
};

/** Field by header, at most one column each, in the order of `MAPPABLE`; the header is given as the file writes it. */
export function suggestMapping(header: readonly string[]): Partial<Record<MappableField, string>> {
  const suggested: Partial<Record<MappableField, string>> = {};
  const taken = new Set<string>();
  for (const field of MAPPABLE) {
    const names = NAMES[field].split('|');
    const match = names.map((name) => header.find((cell) => headerName(cell) === name && !taken.has(cell))).find((cell) => cell !== undefined)
      ?? header.find((cell) => jiraFieldNamed(cell) === field && !taken.has(cell));
    if (match === undefined) continue;
    suggested[field] = match.replace(/^\uFEFF/, '').trim();
    taken.add(match);
  }
  return suggested;
}
