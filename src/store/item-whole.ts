// Whole items as the domain knows them, read page by page in id order. Decides nothing; what a source lacked stays absent.
import { sql } from 'kysely';
import type { Change, Comment, Item, ItemLink, Person, StatusClass } from '../domain/backlog/item.ts';
import { instantOf, type Tx } from './schema.ts';

/** One item with its comments as rows, ready to be sent to a thread. */
export interface WholeRow {
  readonly id: string; readonly key: string; readonly container: string | null; readonly url: string | null; readonly title: string; readonly type: string | null;
  readonly body: string | null; readonly status: string | null; readonly status_class: StatusClass; readonly created_at: string | null; readonly updated_at: string | null;
  readonly resolved_at: string | null; readonly due_on: string | null; readonly author_id: string | null; readonly author_name: string | null; readonly author_bot: boolean | null;
  readonly assignee_id: string | null; readonly assignee_name: string | null; readonly assignee_bot: boolean | null; readonly labels: string[]; readonly components: string[];
  readonly priority: string | null; readonly parent_key: string | null; readonly links: ItemLink[]; readonly sprints: string[]; readonly history: Change[] | null;
  comments: CommentFacts[];
}
interface CommentFacts {
  readonly item_id: string; readonly source_comment_id: string | null; readonly author_id: string | null; readonly author_name: string | null; readonly author_bot: boolean | null;
  readonly written_at: string | null; readonly text: string;
}

/** The items after `afterId` in id order, at most `limit`, each with all its comments in the source's order. */
export async function listWholeItems(tx: Tx, workspaceId: string, afterId: string, limit: number): Promise<WholeRow[]> {
  const { rows } = await sql<WholeRow>`
    select i.id, i.key, i.container, i.url, i.title, i.type, t.body, i.status, i.status_class, i.created_at, i.updated_at, i.resolved_at, i.due_on,
      i.author_id, i.author_name, i.author_bot, i.assignee_id, i.assignee_name, i.assignee_bot, i.labels, i.components, i.priority, i.parent_key, t.links, t.sprints, t.history
    from item i join item_text t on t.workspace_id = i.workspace_id and t.item_id = i.id
    where i.workspace_id = ${workspaceId} and i.id > ${afterId} order by i.id limit ${limit}`.execute(tx);
  if (rows.length === 0) return rows;
  const comments = await sql<CommentFacts>`
    select item_id, source_comment_id, author_id, author_name, author_bot, written_at, text from comment
    where workspace_id = ${workspaceId} and item_id > ${afterId} and item_id <= ${rows.at(-1)!.id} order by item_id, position`.execute(tx);
  const of = new Map<string, CommentFacts[]>();
  for (const comment of comments.rows) {
    const own = of.get(comment.item_id);
    if (own) own.push(comment);
    else of.set(comment.item_id, [comment]);
  }
  for (const row of rows) row.comments = of.get(row.id) ?? [];
  return rows;
}

function person(id: string | null, name: string | null, bot: boolean | null): Person | undefined {
  return id === null ? undefined : { id, ...(name === null ? {} : { name }), ...(bot === null ? {} : { bot }) };
}

function commentOf(row: CommentFacts): Comment {
  const author = person(row.author_id, row.author_name, row.author_bot);
  return {
    ...(row.source_comment_id === null ? {} : { id: row.source_comment_id }), ...(author === undefined ? {} : { author }),
    ...(row.written_at === null ? {} : { at: instantOf(row.written_at) }), text: row.text,
  };
}

const given = <K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } => (value === null || value === undefined ? {} : { [key]: value } as { [P in K]?: V });

/** The neutral item of a row. */
export function itemOfRow(row: WholeRow): Item {
  return {
    key: row.key, title: row.title, statusClass: row.status_class, labels: row.labels, components: row.components, links: row.links, sprints: row.sprints,
    comments: row.comments.map(commentOf),
    ...given('container', row.container), ...given('url', row.url), ...given('type', row.type), ...given('body', row.body), ...given('status', row.status),
    ...given('created', instantOf(row.created_at)), ...given('updated', instantOf(row.updated_at)), ...given('resolved', instantOf(row.resolved_at)), ...given('due', row.due_on),
    ...given('author', person(row.author_id, row.author_name, row.author_bot)), ...given('assignee', person(row.assignee_id, row.assignee_name, row.assignee_bot)),
    ...given('priority', row.priority), ...given('parent', row.parent_key), ...given('history', row.history),
  };
}
