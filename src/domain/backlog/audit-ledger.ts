// What the audit keeps of every item and touch: a few packed numbers each, so that a million items fit in memory.
// Comments may come before their item, after it, or for an item that never comes.
import { Column, bytes, integers, seconds } from '../kernel/column.ts';
import { isBot } from './bots.ts';
import type { Comment, Item, Person } from './item.ts';
import { NEVER, closedAt, isRankMove, secondOf, wasAgedOut, type Second } from './touches.ts';
import { saysBug } from './wording-kind.ts';

/** Bits of an item's state. */
export const SEEN = 1;
export const DONE = 2;
export const CLOSED = 4;
export const BUG = 8;
export const HISTORY = 16;
export const AGED_OUT = 32;

/** Kinds of touch. */
export const COMMENT = 0;
export const CHANGE = 1;
export const BY_BOT = 2;

export class AuditLedger {
  readonly state = bytes();
  readonly created: Column<Uint32Array> = seconds();
  readonly updated: Column<Uint32Array> = seconds();
  readonly ended: Column<Uint32Array> = seconds();
  readonly touchItem = integers();
  readonly touchAt: Column<Uint32Array> = seconds();
  readonly touchHand = integers();
  readonly touchKind = bytes();
  /** Comments per item, dated or not. */
  readonly comments = integers();
  readonly authors = new Set<string>();
  readonly labels = new Set<string>();
  rankMoves = 0;
  repeatedKeys = 0;
  readonly #rows = new Map<string, number>();
  readonly #hands = new Map<string, number>();
  readonly #handIsBot: boolean[] = [];

  get size(): number {
    return this.state.length;
  }

  /** The item's row, or undefined when an item of this key was added before: the first one stands. */
  add(item: Item): number | undefined {
    const row = this.#rowOf(item.key);
    if (this.state.values[row]! & SEEN) {
      this.repeatedKeys++;
      return undefined;
    }
    this.state.values[row] = SEEN | (item.statusClass === 'done' ? DONE : item.statusClass === 'closed_unfinished' ? CLOSED : 0) |
      (saysBug(item) ? BUG : 0) | (item.history === undefined ? 0 : HISTORY) | (wasAgedOut(item) ? AGED_OUT : 0);
    this.created.values[row] = secondOf(item.created);
    this.updated.values[row] = secondOf(item.updated);
    this.ended.values[row] = closedAt(item);
    if (item.author !== undefined) this.authors.add(item.author.id);
    for (const label of item.labels) this.labels.add(label);
    for (const comment of item.comments) this.#comment(row, comment);
    for (const change of item.history ?? []) {
      if (isRankMove(change)) this.rankMoves++;
      else this.#touch(row, secondOf(change.at), change.by, CHANGE);
    }
    return row;
  }

  addComment(itemKey: string, comment: Comment): void {
    this.#comment(this.#rowOf(itemKey), comment);
  }

  #comment(row: number, comment: Comment): void {
    this.comments.values[row]!++;
    this.#touch(row, secondOf(comment.at), comment.author, COMMENT);
  }

  #touch(row: number, at: Second, by: Person | undefined, kind: number): void {
    if (at === NEVER) return;
    const hand = by === undefined ? -1 : this.#handOf(by);
    this.touchItem.push(row);
    this.touchAt.push(at);
    this.touchHand.push(hand);
    this.touchKind.push(hand >= 0 && this.#handIsBot[hand] ? BY_BOT : kind);
  }

  #handOf(person: Person): number {
    const known = this.#hands.get(person.id);
    if (known !== undefined) return known;
    const hand = this.#handIsBot.length;
    this.#hands.set(person.id, hand);
    this.#handIsBot.push(isBot(person));
    return hand;
  }

  #rowOf(key: string): number {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.state.length;
    this.#rows.set(key, row);
    this.state.push(0);
    this.created.push(NEVER);
    this.updated.push(NEVER);
    this.ended.push(NEVER);
    this.comments.push(0);
    return row;
  }
}
