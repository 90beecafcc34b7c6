// How a neutral item becomes rows and comes back. Decides what Postgres cannot hold (U+0000, half characters, years beyond
// 9999) and how an item's digest is made; knows no transaction.
import { hash } from 'node:crypto';
import type { Comment, Item, Person } from '../domain/backlog/item.ts';
import { searchVector } from './item-search-words.ts';
import { timeText } from './schema.ts';

/** Values of `item` that come from the source, in the order of `SOURCE_COLUMNS`. */
export type Values = readonly (string | number | boolean | null)[];

/** An item ready to be stored: what identifies it, what tells whether it changed, and its rows without ids. */
export interface ItemRows {
  readonly key: string;
  readonly container: string | undefined;
  /** `updated` of the source; an older version never replaces a newer one. */
  readonly updated: number | undefined;
  readonly statusClass: Item['statusClass'];
  readonly itemHash: string;
  readonly commentsHash: string;
  readonly values: Values;
  readonly text: Values;
  readonly comments: readonly CommentRow[];
  /** True when this row stands in for an earlier one of the same reading. */
  readonly replaces: boolean;
}

export interface CommentRow {
  readonly identity: string;
  readonly values: Values;
}

export const SOURCE_COLUMNS = [
  'key', 'container', 'url', 'title', 'type', 'status', 'status_class', 'created_at', 'updated_at', 'resolved_at', 'due_on',
  'author_id', 'author_name', 'author_bot', 'assignee_id', 'assignee_name', 'assignee_bot', 'labels', 'components', 'priority', 'parent_key',
] as const;
const TITLE = SOURCE_COLUMNS.indexOf('title');
const LABELS = SOURCE_COLUMNS.indexOf('labels');
export const TEXT_COLUMNS = ['body', 'links', 'sprints', 'history'] as const;
export const COMMENT_COLUMNS = ['source_comment_id', 'author_id', 'author_name', 'author_bot', 'written_at', 'text'] as const;

const UNSTORABLE = /[\u0000\ud800-\udfff]/;

/** Text as Postgres can hold it: U+0000 is dropped, half of a surrogate pair becomes U+FFFD. */
export function storable(text: string): string {
  if (!UNSTORABLE.test(text)) return text;
  return text.replace(/\u0000/g, '').replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'));
}

const clean = (text: string | undefined): string | null => (text === undefined ? null : storable(text));
const json = (value: unknown): string => JSON.stringify(value, (_key, held: unknown) => (typeof held === 'string' ? storable(held) : held));
/** The year 1. */
const EARLIEST = -62_135_596_800_000;
const LATEST = Date.UTC(9999, 11, 31);
const time = (instant: number | undefined): string | null =>
  instant === undefined || instant < EARLIEST || instant > LATEST ? null : timeText(instant);
const person = (who: Person | undefined): [string | null, string | null, boolean | null] =>
  who === undefined ? [null, null, null] : [storable(who.id), clean(who.name), who.bot ?? null];

/** Values one after another, each with its length in front, so that no two lists read the same. */
function spelled(values: Values): string {
  let text = '';
  for (const value of values) {
    const piece = value === null ? '' : String(value);
    text += value === null ? '~' : `${piece.length}:${piece}`;
  }
  return text;
}

/** 128 bits of SHA-256 as 22 characters. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/** The source's own id, or a digest of author, time and text where it has none. */
export function commentIdentity(comment: Comment): string {
  if (comment.id !== undefined) return `i:${comment.id.length > 80 ? digest(comment.id) : storable(comment.id)}`;
  return `d:${digest(JSON.stringify([comment.author?.id, comment.at, comment.text]))}`;
}

export function commentRow(comment: Comment): CommentRow {
  return {
    identity: commentIdentity(comment),
    values: [clean(comment.id), ...person(comment.author), time(comment.at), storable(comment.text)],
  };
}

/** What an item is found by, as its rows hold it: the labels' JSON holds their words. */
export function searchVectorOf({ key, values, text }: Pick<ItemRows, 'key' | 'values' | 'text'>): string {
  return searchVector(key, String(values[TITLE]), String(values[LABELS]), (text[0] as string | null) ?? undefined);
}

/** Rows of one item. Two comments of one identity are kept once; the first stands. */
export function itemRows(item: Item, replaces: boolean): ItemRows {
  const rows = new Map<string, CommentRow>();
  for (const comment of item.comments) {
    const row = commentRow(comment);
    if (!rows.has(row.identity)) rows.set(row.identity, row);
  }
  const kept = [...rows.values()];
  const values: Values = [
    storable(item.key), clean(item.container), clean(item.url), storable(item.title), clean(item.type), clean(item.status), item.statusClass,
    time(item.created), time(item.updated), time(item.resolved), item.due ?? null,
    ...person(item.author), ...person(item.assignee),
    json(item.labels), json(item.components), clean(item.priority), clean(item.parent),
  ];
  const told: Values = [
    clean(item.body), json(item.links), json(item.sprints), item.history === undefined ? null : json(item.history),
  ];
  return {
    key: storable(item.key), container: item.container, updated: item.updated, statusClass: item.statusClass,
    itemHash: digest(spelled(values) + spelled(told)),
    commentsHash: kept.length === 0 ? '' : digest(kept.map(({ identity, values: own }) => identity + spelled(own)).join('')),
    values, text: told, comments: kept, replaces,
  };
}
