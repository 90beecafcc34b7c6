// Time that no calendar has: entries and timers of the person's own, and sessions of work in a tracker. Decides how long a session was
// and what it tells of a focus block; knows no tracker.
import { kindNamed, type Kind } from '../kinds.ts';
import type { Instant } from '../../kernel/instant.ts';
import { common, MINUTE_MS, minutesOf, type Span } from '../spans.ts';
import type { CountedEvent } from './counted-event.ts';
import type { Label } from './label.ts';

/** What the person wrote down or timed; it overrides everything it overlaps. */
export interface OwnEntry extends Span {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** False when the kind was guessed from the title; said when left out. */
  readonly said?: boolean;
}

/** One edit or comment by the person, and the kind of work that such an action is. */
export interface Action {
  readonly at: Instant;
  readonly item: string;
  readonly kind: Kind;
}

const GAP_MINUTES = 10;
/** Nobody knows how long the last action of a session took. */
const LAST_ACTION_MINUTES = 3;
const LONGEST_MINUTES = 90;
const ACTIONS_OF_A_PLAN = 2;

function labelOf(kind: Kind, layer: 'entry' | 'activity', confirmed = layer === 'entry'): Label {
  return { kind, group: kindNamed(kind).group, probability: 1, layer, confirmed };
}

interface OwnTime { readonly id: string; readonly title: string; readonly kind: Kind; readonly said?: boolean | undefined }

function ownEvent(role: 'entry' | 'activity', { id, title, kind, said }: OwnTime, spans: readonly Span[], length: number): CountedEvent[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const event = {
    uid: id, series: id, recurring: false, start: first.start, end: last.end, source: role, summary: title, status: 'confirmed', transparent: false, visibility: 'public', attendees: [], categories: [],
    sequence: 0, eventType: 'default',
  } as const;
  return [{ event, label: labelOf(kind, role, said), role, answer: 'accepted', weight: 1, external: false, others: 0, spans, length }];
}

/** An entry that lies in the given stretches; nothing where there are none. */
export function entryCounted(entry: OwnTime, spans: readonly Span[], length: number): CountedEvent[] {
  return ownEvent('entry', entry, spans, length);
}

export function entriesCounted(entries: readonly OwnEntry[], window: Span): CountedEvent[] {
  return entries.flatMap((entry) => entryCounted(entry, common([entry], [window]), minutesOf([entry])));
}

/**
 * Actions with at most ten minutes between them are a session: from the first to three minutes after the last, 90 minutes at most, of the kind
 * that most of its actions are. Example: actions at 9:00, 9:08 and 9:30 are two sessions, of 11 and of 3 minutes.
 */
export function sessionsCounted(actions: readonly Action[], window: Span): CountedEvent[] {
  const sessions: Action[][] = [];
  for (const action of inOrder(actions)) {
    const last = sessions.at(-1)?.at(-1);
    if (last !== undefined && action.at - last.at <= GAP_MINUTES * MINUTE_MS) sessions.at(-1)!.push(action);
    else sessions.push([action]);
  }
  return sessions.flatMap((session) => {
    const start = session[0]!.at;
    const end = Math.min(start + LONGEST_MINUTES * MINUTE_MS, session.at(-1)!.at + LAST_ACTION_MINUTES * MINUTE_MS);
    return ownEvent('activity', { id: `activity-${start}`, title: '', kind: mostOf(session.map(({ kind }) => kind)) }, common([{ start, end }], [window]), minutesOf([{ start, end }]));
  });
}

/** A focus block with two actions or more on one item inside it is that item's kind of work, unless the person said what it is. */
export function plansKept(counted: readonly CountedEvent[], actions: readonly Action[]): CountedEvent[] {
  if (actions.length === 0) return [...counted];
  const ordered = inOrder(actions);
  return counted.map((each) => {
    if (each.role !== 'focus' || each.label.confirmed) return each;
    const inside = ordered.filter(({ at }) => each.spans.some(({ start, end }) => at >= start && at < end));
    if (inside.length === 0) return each;
    const item = mostOf(inside.map((action) => action.item));
    const onIt = inside.filter((action) => action.item === item);
    return onIt.length < ACTIONS_OF_A_PLAN ? each : { ...each, label: labelOf(mostOf(onIt.map(({ kind }) => kind)), 'activity') };
  });
}

function inOrder(actions: readonly Action[]): Action[] {
  return [...actions].sort((a, b) => a.at - b.at || (a.item < b.item ? -1 : Number(a.item > b.item)) || (a.kind < b.kind ? -1 : Number(a.kind > b.kind)));
}

/** The word that is there most often; the earliest of equals. */
function mostOf<const Word extends string>(words: readonly Word[]): Word {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
