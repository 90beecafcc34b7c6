// Timeline events of a GitHub issue to the neutral history; `commented` events are comments. Mentions, subscriptions and
// references are left out: they are written by the machine, not by a human touching the item.
import type { Change } from '../../domain/backlog/item.ts';
import { cleanText, instantOf, isObject, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { githubPerson, type GithubMemory } from './person.ts';

function named(value: unknown, field: string): string | undefined {
  const inner = isObject(value) ? value[field] : undefined;
  return typeof inner === 'string' ? cleanText(inner) : undefined;
}

type Said = { field: string; from?: string | undefined; to?: string | undefined };

/** What an event changed; undefined for one that changed nothing of the item. */
function changeOf(event: Loose): Said | undefined {
  switch (event['event']) {
    case 'closed': return { field: 'status', from: 'open', to: 'closed' };
    case 'reopened': return { field: 'status', from: 'closed', to: 'open' };
    case 'labeled': return { field: 'labels', to: named(event['label'], 'name') };
    case 'unlabeled': return { field: 'labels', from: named(event['label'], 'name') };
    case 'milestoned': return { field: 'milestone', to: named(event['milestone'], 'title') };
    case 'demilestoned': return { field: 'milestone', from: named(event['milestone'], 'title') };
    case 'assigned': return { field: 'assignee', to: named(event['assignee'], 'login') };
    case 'unassigned': return { field: 'assignee', from: named(event['assignee'], 'login') };
    case 'renamed': return { field: 'title', from: named(event['rename'], 'from'), to: named(event['rename'], 'to') };
    case 'locked': return { field: 'lock', to: 'locked' };
    case 'unlocked': return { field: 'lock', from: 'locked' };
    case 'marked_as_duplicate': return { field: 'duplicate', to: 'duplicate' };
    case 'unmarked_as_duplicate': return { field: 'duplicate', from: 'duplicate' };
    case 'pinned': return { field: 'pin', to: 'pinned' };
    case 'unpinned': return { field: 'pin', from: 'pinned' };
    case 'transferred': return { field: 'container' };
    case 'issue_type_added': case 'issue_type_changed': return { field: 'type', to: named(event['issue_type'], 'name') };
    case 'issue_type_removed': return { field: 'type', from: named(event['issue_type'], 'name') };
    default: return undefined;
  }
}

/** Changes in time order and the `commented` events as they stand. An event whose time cannot be read is reported. */
export function mapTimeline(events: readonly unknown[], sink: RecordSink, memory: GithubMemory): { changes: Change[]; comments: unknown[] } {
  const changes: Change[] = [];
  const comments: unknown[] = [];
  for (const event of events) {
    if (!isObject(event)) {
      sink.problem('events', 'event_unreadable', event);
      continue;
    }
    if (event['event'] === 'commented') {
      comments.push(event);
      continue;
    }
    const said = changeOf(event);
    if (said === undefined) continue;
    const at = instantOf(event, 'created_at', sink);
    if (at === undefined) {
      sink.problem('events', 'event_without_time', event['event']);
      continue;
    }
    const by = githubPerson(event['actor'] ?? event['user'], memory);
    changes.push({
      at, field: said.field, ...(by && { by }), ...(said.from !== undefined && { from: said.from }), ...(said.to !== undefined && { to: said.to }),
    });
  }
  changes.sort((a, b) => a.at - b.at);
  return { changes, comments };
}
