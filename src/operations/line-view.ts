// What the line is judged by: the asker's own weeks as plain numbers, their rows of the line, their carries and decisions. Decides nothing.
import type { Group, Kind } from '../domain/attention/kinds.ts';
import type { CoreWeek } from '../domain/line/brief-figures.ts';
import { roomIn, type Budgets, type Room } from '../domain/line/budget.ts';
import { LINE_KINDS, SEED_WEEKS, seedRow, type CharterRow } from '../domain/line/charter.ts';
import type { KindWeek } from '../domain/line/finding.ts';
import type { Decided } from '../domain/line/rule-of-three.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import { addDays, type Day } from '../domain/kernel/instant.ts';
import { listDecisions, listLineRows, type LineRow } from '../store/line.ts';
import { memberLedger } from './attention-ledger.ts';
import type { WorkingHours } from '../domain/attention/working-hours.ts';
import type { Context } from './context.ts';

/** Weeks before this one that are always looked at. */
const WEEKS_BACK = 8;
/** A hand-off is followed back at most so far. */
const MOST_WEEKS_BACK = 53;

export interface LineView {
  /** Whole weeks on record, oldest first: those in which anything was accounted for. */
  readonly weeks: readonly { readonly from: Day; readonly to: Day }[];
  readonly weeksOf: (kind: Kind) => KindWeek[];
  readonly core: readonly CoreWeek[];
  readonly groupOf: (kind: Kind) => Group;
  /** Declared working minutes of a week. */
  readonly capacity: number;
  readonly hoursText: string;
  readonly protectedMinutes: number;
}

/** The asker's own weeks up to the last whole one, from eight weeks back or from `since` where that is earlier. */
export async function lineView(context: Context, since?: Day): Promise<LineView> {
  const thisWeek = weekStart(context.today);
  const usual = addDays(thisWeek, -7 * WEEKS_BACK);
  const wanted = since !== undefined && since < usual ? weekStart(since) : usual;
  const furthest = addDays(thisWeek, -7 * MOST_WEEKS_BACK);
  const member = await memberLedger(context, { from: wanted < furthest ? furthest : wanted, to: addDays(thisWeek, -1) });
  const weeks = member.weeks.filter(({ whole, accounted }) => whole && accounted > 0);
  return {
    weeks: weeks.map(({ from, to }) => ({ from, to })), core: weeks.map(({ from, byGroup }) => ({ from, minutes: byGroup.core })),
    weeksOf: (kind) => weeks.map(({ from, byKind }) => {
      const row = byKind.find((each) => each.kind === kind);
      return { from, minutes: row?.minutes ?? 0, confirmed: row?.confirmedMinutes ?? 0, low: row?.low ?? 0, high: row?.high ?? 0 };
    }),
    groupOf: member.settings.groupOf, capacity: minutesOf(member.hours), hoursText: member.hoursText, protectedMinutes: member.settings.focusMinutes,
  };
}

function minutesOf(hours: WorkingHours): number {
  return hours.flat().reduce((sum, { from, to }) => sum + to - from, 0);
}

export interface Charter {
  readonly rows: ReadonlyMap<Kind, CharterRow>;
  /** False while nothing was drawn yet and these rows are how the line would begin. */
  readonly drawn: boolean;
}

export async function charterOf({ tx, asker }: Context, view: LineView): Promise<Charter> {
  const kept = await listLineRows(tx, asker);
  if (kept.length === 0) return { rows: seeds(view), drawn: false };
  return { rows: new Map(kept.flatMap((row) => { const known = fromStored(row); return known === undefined ? [] : [[known.kind, known] as const]; })), drawn: true };
}

/** The rows a line begins with, by kind. */
export function seeds(view: LineView): Map<Kind, CharterRow> {
  return new Map(LINE_KINDS.flatMap((kind) => {
    const row = seedRow(kind, view.groupOf(kind), view.weeksOf(kind).slice(-SEED_WEEKS).map(({ minutes }) => minutes));
    return row === undefined ? [] : [[kind, row] as const];
  }));
}

function fromStored(row: LineRow): CharterRow | undefined {
  const kind = LINE_KINDS.find((each) => each === row.kind);
  return kind && {
    kind, stance: row.stance, budget: row.budget ?? undefined, counterpart: row.counterpart ?? undefined, by: row.by_on ?? undefined, level: row.level ?? undefined, accepts: row.accepts ?? undefined,
    way: row.way ?? undefined, note: row.note ?? undefined, reviewOn: row.review_on ?? undefined, seeded: row.seeded,
  };
}

export function budgetsOf(rows: ReadonlyMap<Kind, CharterRow>): Budgets {
  return new Map([...rows].flatMap(([kind, { budget }]) => (budget === undefined ? [] : [[kind, budget] as const])));
}

export function roomOf({ capacity, protectedMinutes }: LineView, rows: ReadonlyMap<Kind, CharterRow>): Room {
  return roomIn(budgetsOf(rows), capacity, protectedMinutes);
}

/** Decisions of the asker that still count: a pattern looks back six weeks. */
export async function decisionsOf({ tx, asker, today }: Context): Promise<Decided[]> {
  const rows = await listDecisions(tx, asker, addDays(today, -2 * 42));
  return rows.map(({ decision, on_day: on }) => {
    const { decision: name, choice } = decision as { decision: string; choice: string };
    return { decision: name, on, kept: choice === 'keep' };
  });
}
