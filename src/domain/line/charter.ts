// The line itself: for each kind of work what it is to a person, how many minutes a week it may take, and how much there is to give.
// Decides what a row must say. Knows no calendar: what was done comes in as plain numbers elsewhere.
import { KINDS, kindNamed, type Kind } from '../attention/kinds.ts';
import type { Day } from '../kernel/instant.ts';
import { median } from '../kernel/statistics-order.ts';

export const STANCES = ['own', 'share', 'hand_off', 'decline'] as const;
export type Stance = (typeof STANCES)[number];

/** What makes work smaller where there is nobody to hand it to. */
export const WAYS = ['shrink', 'batch', 'template', 'stop'] as const;
export type Way = (typeof WAYS)[number];

/** Kinds a line can be drawn on: all but time that is not work. */
export const LINE_KINDS: readonly Kind[] = KINDS.map(({ kind }) => kind).filter((kind) => kind !== 'ooo');

/** Minutes a week that no budget may take, unless the person says otherwise. */
export const PROTECTED_MINUTES = 480;
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

/** The line as it begins: core work is one's own, without a budget; glue is shared, its budget the median of the last whole weeks given. */
export function seedRow(kind: Kind, weeks: readonly number[]): CharterRow | undefined {
  const { group } = kindNamed(kind);
  if (group === 'core') return { kind, stance: 'own', seeded: true };
  if (group !== 'glue') return undefined;
  const usual = median(weeks.slice(-SEED_WEEKS));
  return { kind, stance: 'share', ...(usual === undefined ? {} : { budget: Math.round(usual) }), seeded: true };
}
