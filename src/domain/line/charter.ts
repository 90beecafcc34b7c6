// The line itself: for each kind of work what it is to a person, how many minutes a week it may take, and how much there is to give.
// Decides what a row must say. Knows no calendar: what was done comes in as plain numbers elsewhere.
import { KINDS, type Group, type Kind } from '../attention/kinds.ts';
import type { Day } from '../kernel/instant.ts';
import { granted, refused, type Ruling } from '../kernel/ruling.ts';
import { median } from '../kernel/statistics-order.ts';
import { dayWords } from './words.ts';

export const STANCES = ['own', 'share', 'hand_off', 'decline'] as const;
export type Stance = (typeof STANCES)[number];

/** What makes work smaller where there is nobody to hand it to. */
export const WAYS = ['shrink', 'batch', 'template', 'stop'] as const;
export type Way = (typeof WAYS)[number];

/** Kinds a line can be drawn on: all but time that is not work. */
export const LINE_KINDS: readonly Kind[] = KINDS.map(({ kind }) => kind).filter((kind) => kind !== 'ooo');

/** Weeks that a starting budget is the median of. */
export const SEED_WEEKS = 8;

export interface CharterRow {
  readonly kind: Kind;
  readonly stance: Stance;
  /** Minutes a week; absent: no budget. */
  readonly budget?: number | undefined;
  /** With whom it is shared, or to whom it is handed. */
  readonly counterpart?: string | undefined;
  /** The day it is handed over by. */
  readonly by?: Day | undefined;
  /** Who decides, 1 (I do and say so) to 7 (they do and I need not know). */
  readonly level?: number | undefined;
  /** Who accepts what follows when it is declined. */
  readonly accepts?: string | undefined;
  readonly way?: Way | undefined;
  readonly note?: string | undefined;
  readonly reviewOn?: Day | undefined;
  /** True while it is as it began: nobody has set it. */
  readonly seeded: boolean;
}

/** A declined kind of work without a person who accepts the consequence is still done by somebody: the person who declined it. */
export function isStillYours({ stance, accepts }: Pick<CharterRow, 'stance' | 'accepts'>): boolean {
  return stance === 'decline' && accepts === undefined;
}

const LEVELS = [
  'I decide, and say so', 'I decide, and explain why', 'I ask, then decide', 'We decide together', 'I advise, they decide', 'They decide, and tell me', 'They decide, and I need not know',
] as const;

/** A level of delegation in words: 6 is `They decide, and tell me`. Up to 3 it is owned, 4 is shared, from 5 on it is handed off. */
export function levelWords(level: number): string {
  return LEVELS[Math.min(LEVELS.length, Math.max(1, Math.round(level))) - 1]!;
}

/** The line as it begins: core work is one's own, without a budget; glue is shared, its budget the median of the last eight weeks given. */
export function seedRow(kind: Kind, group: Group, weeks: readonly number[]): CharterRow | undefined {
  if (group === 'core') return { kind, stance: 'own', seeded: true };
  if (group !== 'glue') return undefined;
  const usual = median(weeks.slice(-SEED_WEEKS));
  return { kind, stance: 'share', ...(usual === undefined ? {} : { budget: Math.round(usual) }), seeded: true };
}

/** What is said of a row at once; what is left out stays. `clear` names what goes. */
export interface RowTerms {
  readonly stance?: Stance | undefined;
  readonly with?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: Day | undefined;
  readonly level?: number | undefined;
  readonly accepts?: string | undefined;
  readonly way?: Way | undefined;
  readonly note?: string | undefined;
  readonly reviewOn?: Day | undefined;
  readonly clear?: readonly string[] | undefined;
}

/** Level of a hand-off unless another is said: they decide, and tell me. */
export const HAND_OFF_LEVEL = 6;

/**
 * The row after something was said of it; its budget is not decided here. Refused where a stance lacks whom it needs. A new stance drops what
 * belonged to the old one. Declining without anybody who accepts is allowed: the work stays the person's own until somebody does.
 */
export function redrawn(kind: Kind, before: CharterRow | undefined, said: RowTerms): Ruling<CharterRow, 'line_needs'> {
  const stance = said.stance ?? before?.stance ?? 'own';
  const same = before !== undefined && stance === before.stance ? before : undefined;
  const gone = new Set(said.clear);
  const kept = <T>(name: string, now: T | undefined, then: T | undefined): T | undefined => now ?? (gone.has(name) ? undefined : then);
  const counterpart = stance === 'share' ? kept('with', said.with, same?.counterpart) : stance === 'hand_off' ? kept('to', said.to, same?.counterpart) : undefined;
  const by = stance === 'hand_off' ? kept('by', said.by, same?.by) : undefined;
  if (stance === 'share' && counterpart === undefined && !(same !== undefined && before?.counterpart === undefined)) return refused('line_needs', { what: 'To share work, say with whom.', fields: ['with'] });
  if (stance === 'hand_off' && (counterpart === undefined || by === undefined)) return refused('line_needs', { what: 'To hand work off, say to whom and by which day.', fields: ['to', 'by'] });
  return granted({
    kind, stance, budget: before?.budget, counterpart, by, level: stance === 'hand_off' ? kept('level', said.level, same?.level) ?? HAND_OFF_LEVEL : undefined,
    accepts: stance === 'decline' ? kept('accepts', said.accepts, same?.accepts) : undefined, way: stance === 'own' ? said.way ?? same?.way : undefined,
    note: kept('note', said.note, before?.note), reviewOn: kept('reviewOn', said.reviewOn, before?.reviewOn), seeded: false,
  });
}

/** A stance in words: `Handed off to Marketing by 18 December: they decide, and tell me`. */
export function stanceWords(row: CharterRow | undefined): string {
  if (row === undefined) return 'No line is drawn here';
  const level = row.level === undefined ? '' : `: ${lower(levelWords(row.level))}${row.level < 4 ? '. At this level the decision stays yours' : ''}`;
  switch (row.stance) {
    case 'own': return row.way === undefined ? 'Yours' : `Yours, made smaller: ${row.way}`;
    case 'share': return row.counterpart === undefined ? 'Shared; nobody is named yet' : `Shared with ${row.counterpart}`;
    case 'hand_off': return `Handed off to ${row.counterpart}${row.by === undefined ? '' : ` by ${dayWords(row.by)}`}${level}`;
    case 'decline': return isStillYours(row) ? 'Declined, and still yours: nobody accepts what follows yet' : `Declined; ${row.accepts} accepts what follows`;
  }
}

const lower = (text: string): string => (text.startsWith('I ') ? text : text.charAt(0).toLowerCase() + text.slice(1));
