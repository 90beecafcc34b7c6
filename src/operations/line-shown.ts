// The line as callers see it: a row with its weeks and where it stands, the capacity, a finding, a change. Words only from what is on record.
import type { OutputOf } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { carriesWithin, minutesCarried, type Carry } from '../domain/line/carry.ts';
import { isStillYours, levelWords, stanceWords, type CharterRow } from '../domain/line/charter.ts';
import { standingOf, type Standing } from '../domain/line/breach.ts';
import { confirmedShare, meanOf, type KindWeek, type LineFinding } from '../domain/line/finding.ts';
import { PATTERN_DAYS } from '../domain/line/rule-of-three.ts';
import { counted, listWords, timeWords } from '../domain/line/words.ts';
import type { LineChangeRow } from '../store/line.ts';
import type { Context } from './context.ts';
import { roomOf, type LineView } from './line-view.ts';

type Line = OutputOf<'line.get'>;
export type RowShown = Line['charter'][number];
type FindingShown = Line['breaches'][number];

export function showWeek({ from, minutes, confirmed }: Pick<KindWeek, 'from' | 'minutes' | 'confirmed'>) {
  return { from, minutes, confirmedMinutes: confirmed };
}

export function showCarried({ id, on, minutes, what, askedBy }: Carry) {
  return { id, on, minutes, what, askedBy };
}

export function showFinding(finding: LineFinding): FindingShown {
  return { ...finding, weeks: finding.weeks.map((week) => ({ ...showWeek(week), over: week.over })), carries: finding.carries.map(showCarried) };
}

export function showCapacity(view: LineView, rows: ReadonlyMap<Kind, CharterRow>): Line['capacity'] {
  const { capacity, protectedMinutes, hoursText } = view;
  const { budgeted, room } = roomOf(view, rows);
  const says = room < 0
    ? `Budgets add up to ${timeWords(budgeted)} a week, ${timeWords(-room)} more than there is: ${timeWords(capacity)} of work (${hoursText}) less ${timeWords(protectedMinutes)} kept for focus.`
    : `${timeWords(room)} a week can still be given: of ${timeWords(capacity)} of work (${hoursText}), ${timeWords(protectedMinutes)} are kept for focus and ${timeWords(budgeted)} are budgeted.`;
  return { weeklyMinutes: capacity, protectedMinutes, budgetedMinutes: budgeted, roomMinutes: room, says };
}

export interface Judged {
  readonly shown: RowShown;
  readonly standing: Standing;
}

/** One kind with its last four weeks. While the line is not drawn nothing can be over it: its budgets are those very weeks. */
export function judgeRow({ today }: Pick<Context, 'today'>, view: LineView, kind: Kind, row: CharterRow | undefined, carries: readonly Carry[], drawn: boolean): Judged {
  const standing = standingOf(kind, drawn ? row?.budget : undefined, view.weeksOf(kind));
  const { mean, weeks } = standing;
  const own = carriesWithin(carries.filter((carry) => carry.kind === kind), today, PATTERN_DAYS);
  const state = row === undefined ? 'no_line' : !drawn && row.budget !== undefined ? 'few_weeks' : standing.state;
  const begins = !drawn && row?.budget !== undefined;
  return {
    standing,
    shown: {
      kind, name: kindNamed(kind).name, budgetMinutes: row?.budget, overMinutes: mean === undefined || row?.budget === undefined ? null : mean - row.budget, carries: own.length, stanceSays: stanceWords(row), stance: row?.stance ?? null, group: view.groupOf(kind), ...(row?.stance === 'share' ? { with: row.counterpart } : {}), ...(row?.stance === 'hand_off' ? { to: row.counterpart } : {}),
      by: row?.by, level: row?.level, levelSays: row?.level === undefined ? undefined : levelWords(row.level), accepts: row?.accepts, stillYours: row !== undefined && isStillYours(row), way: row?.way, note: row?.note,
      reviewOn: row?.reviewOn, reviewDue: row?.reviewOn !== undefined && row.reviewOn <= today, seeded: row?.seeded ?? false,
      actual: mean === undefined ? null : { meanMinutes: mean, low: meanOf(weeks.map(({ low }) => low)), high: meanOf(weeks.map(({ high }) => high)), confirmedShare: confirmedShare(weeks) ?? null, weeks: weeks.map(showWeek) },
      state,
      says: begins ? `${mean === undefined ? 'No whole week is on record yet' : `${timeWords(mean)} a week`}; the line would begin at ${timeWords(row.budget!)}.` : standing.says, carriedMinutes: minutesCarried(own),
    },
  };
}

const WHAT: Readonly<Record<string, string>> = {
  own: 'own it', share: 'share it', hand_off: 'hand it off', decline: 'decline it', keep: 'keep carrying it, by choice', shrink: 'shrink it', batch: 'batch it', template: 'make a template of it', stop: 'stop it',
};

export function kindsIn(change: LineChangeRow): Kind[] {
  return Object.keys(change.after as object).flatMap((kind) => kindNamed(kind)?.kind ?? []);
}

export function showChange(change: LineChangeRow): OutputOf<'line.history'>['changes'][number] {
  const decision = change.decision as { choice: string; kind: Kind; who: string } | null;
  return { change: change.position, at: change.made_at, what: change.what, says: changeWords(change, decision), kinds: kindsIn(change), choice: decision?.choice, undone: change.undone_at !== null };
}

function changeWords({ what, before, after, protected: focus }: LineChangeRow, decision: { choice: string; kind: Kind; who: string } | null): string {
  if (decision !== null) return `${kindNamed(decision.kind).name}, ${decision.who}: ${WHAT[decision.choice]}.`;
  if (focus !== null) return `${timeWords((focus as { after: number }).after)} a week are kept for focus, ${timeWords((focus as { before: number }).before)} before.`;
  const rows = Object.entries(after as Record<string, CharterRow | null>);
  if (what === 'reset') return rows.length === 1 ? `${nameOf(rows[0]![0])} began anew.` : `The line was drawn: ${counted(rows.length, 'kind')} of work.`;
  const touched = rows.filter(([, row]) => row !== null && !row.seeded);
  const said = touched.map(([kind, row]) => {
    const then = (before as Record<string, CharterRow | null>)[kind];
    const budget = then?.budget === row!.budget ? '' : row!.budget === undefined ? ', no budget' : `, ${timeWords(row!.budget)} a week${then?.budget === undefined ? '' : ` (${timeWords(then.budget)} before)`}`;
    return `${nameOf(kind)}: ${lowerFirst(stanceWords(row!))}${budget}`;
  });
  return `${listWords(said)}.`;
}

function nameOf(kind: string): string {
  return kindNamed(kind)?.name ?? kind;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
