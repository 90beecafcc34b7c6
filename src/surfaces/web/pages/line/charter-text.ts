// One row of the line as it is typed, what it still lacks, what room it leaves, and what it becomes as a question. Pure; knows no screen.
import type { InputOf } from '../../../../contract/index.ts';
import type { Kind } from '../../../../domain/attention/kinds.ts';
import { HAND_OFF_LEVEL, type Stance } from '../../../../domain/line/charter.ts';
import { hoursField, minutesIn } from '../../data/duration.ts';
import type { Capacity, CharterRow } from './line-words.ts';

export interface RowText {
  readonly stance: Stance | undefined;
  /** With whom, to whom, or who accepts what follows: the stance says which. */
  readonly who: string;
  readonly by: string;
  /** 1 to 7, or empty. */
  readonly level: string;
  /** Hours a week; empty is no budget. */
  readonly budget: string;
  readonly note: string;
  readonly reviewOn: string;
  /** How much other budgets fall, by kind, as typed. */
  readonly from: Readonly<Partial<Record<Kind, string>>>;
}

type SetInput = InputOf<'line.set'>;
type Cleared = NonNullable<SetInput['clear']>[number];

export function textOf(row: CharterRow, stance = row.stance ?? undefined): RowText {
  return {
    stance, who: row.with ?? row.to ?? row.accepts ?? '', by: row.by ?? '', level: String(row.level ?? HAND_OFF_LEVEL),
    budget: row.budgetMinutes === undefined ? '' : hoursField(row.budgetMinutes), note: row.note ?? '', reviewOn: row.reviewOn ?? '', from: {},
  };
}

/** What the counterpart is called in each stance; owning needs nobody. */
export const WHO_LABELS: Readonly<Partial<Record<Stance, { readonly label: string; readonly hint: string }>>> = {
  share: { label: 'With whom', hint: 'A person or a team.' },
  hand_off: { label: 'To whom', hint: 'Who will own it.' },
  decline: { label: 'Who accepts what follows', hint: 'Until there is one, it is still yours.' },
};

/** Minutes that fall elsewhere; undefined where one of them is no span. */
export function falling(text: RowText): readonly { readonly kind: Kind; readonly minutes: number }[] | undefined {
  const typed = Object.entries(text.from).filter(([, hours]) => hours.trim() !== '').map(([kind, hours]) => ({ kind: kind as Kind, minutes: minutesIn(hours) }));
  return typed.every((one): one is { kind: Kind; minutes: number } => one.minutes !== undefined) ? typed.filter(({ minutes }) => minutes > 0) : undefined;
}

/** Minutes a week that would be left to give if this row were kept; undefined while its budget or a fall cannot be read. Below 0 asks which falls. */
export function roomAfter(text: RowText, row: Pick<CharterRow, 'budgetMinutes'>, { roomMinutes }: Pick<Capacity, 'roomMinutes'>): number | undefined {
  const wanted = text.budget.trim() === '' ? 0 : minutesIn(text.budget);
  const falls = falling(text);
  if (wanted === undefined || falls === undefined) return undefined;
  return roomMinutes + (row.budgetMinutes ?? 0) - wanted + falls.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Which others could fall: those with a budget, the largest first, at most three and those already named. */
export function candidates(charter: readonly CharterRow[], kind: Kind, text: RowText): CharterRow[] {
  const others = charter.filter((row) => row.kind !== kind && (row.budgetMinutes ?? 0) > 0).toSorted((a, b) => (b.budgetMinutes ?? 0) - (a.budgetMinutes ?? 0));
  return others.filter((row, at) => at < 3 || text.from[row.kind] !== undefined);
}

export interface RowErrors { readonly stance?: string; readonly who?: string; readonly by?: string; readonly budget?: string; readonly from?: string }

/** What a stance needs and has not: sharing needs somebody, unless it stood without; handing off needs somebody and a day. */
function missingTerms(text: RowText, row: Pick<CharterRow, 'stance' | 'with'>): RowErrors {
  const nobody = text.who.trim() === '';
  if (text.stance === 'share' && nobody && !(row.stance === 'share' && row.with === undefined)) return { who: 'Say with whom.' };
  if (text.stance !== 'hand_off') return {};
  return { ...(nobody ? { who: 'Say to whom.' } : {}), ...(text.by === '' ? { by: 'Say by which day.' } : {}) };
}

/** What cannot be kept as it is typed, by field. */
export function rowErrors(text: RowText, row: Pick<CharterRow, 'budgetMinutes' | 'stance' | 'with'>, capacity: Pick<Capacity, 'roomMinutes'>): RowErrors {
  const room = roomAfter(text, row, capacity);
  const wanted = text.budget.trim() === '' ? 0 : minutesIn(text.budget);
  const raised = wanted !== undefined && wanted > (row.budgetMinutes ?? 0);
  return {
    ...(text.stance === undefined ? { stance: 'Say what it is to you.' } : {}), ...missingTerms(text, row),
    ...(wanted === undefined ? { budget: 'Hours a week, such as 2 or 1.5.' } : wanted > 10_080 ? { budget: 'A week has 168 hours.' } : {}),
    ...(falling(text) === undefined ? { from: 'Hours, such as 1 or 0.5.' } : room !== undefined && room < 0 && raised ? { from: 'There is no room for that yet: say which budget falls.' } : {}),
  };
}

/** Those that help while typing: what was not reached yet is not wrong yet. */
export function liveErrors({ budget, from, ...later }: RowErrors, text: RowText, tried: boolean): RowErrors {
  return { ...(tried ? later : {}), ...(from === undefined ? {} : { from }), ...(budget !== undefined && (tried || text.budget.trim().length > 1) ? { budget } : {}) };
}

/** Only what differs from the row is asked for; what was emptied is cleared. */
export function setInput(row: CharterRow, text: RowText): SetInput {
  const stance = text.stance ?? 'own';
  const who = stance === 'share' ? 'with' : stance === 'hand_off' ? 'to' : stance === 'decline' ? 'accepts' : undefined;
  const given: Pick<SetInput, Cleared> = {};
  const cleared: Cleared[] = [];
  const put = <F extends Cleared>(field: F, typed: string, value: SetInput[F]): void => {
    if (typed.trim() === '') { if (row[field] !== undefined) cleared.push(field); } else if (value !== undefined && value !== row[field]) given[field] = value;
  };
  if (who !== undefined) put(who, text.who, text.who.trim());
  if (stance === 'hand_off') {
    put('by', text.by, text.by);
    put('level', text.level, row.level === undefined && text.level === String(HAND_OFF_LEVEL) ? undefined : Number(text.level));
  }
  put('budgetMinutes', text.budget, minutesIn(text.budget));
  put('note', text.note, text.note.trim());
  put('reviewOn', text.reviewOn, text.reviewOn);
  const from = falling(text) ?? [];
  return { kind: row.kind, ...(stance === row.stance ? {} : { stance }), ...given, ...(cleared.length === 0 ? {} : { clear: cleared }), ...(from.length === 0 ? {} : { from: [...from] }) };
}

/** True when keeping it would change nothing. */
export function unchanged(row: CharterRow, text: RowText): boolean {
  return Object.keys(setInput(row, text)).length === 1 && row.stance !== null;
}
