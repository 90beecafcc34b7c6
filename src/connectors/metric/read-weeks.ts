// Rows of a randomised test by weeks (one per unit and week since it first had it) into units by weeks for each of two arms. Holds every
// unit. `readWeekRows(source, rules)`. Compares nothing.
import { daysFrom } from '../../domain/kernel/calendar.ts';
import type { Day } from '../../domain/kernel/instant.ts';
import type { UnitWeeks } from '../../domain/outcome/slow/lasting.ts';
import { columnNamed } from './columns.ts';
import { dateColumn } from './date-column.ts';
import type { NumberColumn } from './number-column.ts';
import { armNamed, LEARN_FROM, learned, yesOrNo, type ExperimentRules } from './read-experiment.ts';
import { tableFrom, type Table, type TableSource } from './table.ts';
import { UnreadableMetric, UnreadLog, type Unread } from './unreadable.ts';

export interface WeekRules extends Pick<ExperimentRules, 'arm' | 'control' | 'treatment' | 'outcome' | 'date' | 'dates' | 'decimal' | 'sheet' | 'signal'> {
  readonly unit: string;
  /** Column of the week since the unit first had it, counted from 1. */
  readonly week: string;
}

export interface WeekReading {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Names as the file writes them. */
  readonly control: string;
  readonly treatment: string;
  /** Units of the control arm and of the other one, each by weeks. */
  readonly units: { readonly control: readonly UnitWeeks[]; readonly treatment: readonly UnitWeeks[] };
  /** Every outcome is 0 or 1. */
  readonly binary: boolean;
  readonly rows: number;
  readonly unread: readonly Unread[];
  readonly unreadTotal: number;
  readonly said: readonly string[];
}

interface Unit { readonly arm: string; readonly weeks: (number | undefined)[]; since: string }
interface Row { readonly number: number; readonly cells: readonly string[] }

const MOST_UNITS = 2_000_000;
/** Five years: a larger number is no week. */
const MOST_WEEKS = 260;
/** Units that first had it later than this many days after the first one are another cohort. */
const COHORT_DAYS = 7;

/** Throws UnreadableMetric. With a column of days only units that first had it in the test's first week are read, so that cohorts do not mix. */
export async function readWeekRows(source: TableSource, rules: WeekRules): Promise<WeekReading> {
  const log = new UnreadLog();
  const table = await tableFrom(source, log, rules);
  const at = {
    arm: columnNamed(table, rules.arm, '--arm'), unit: columnNamed(table, rules.unit, '--unit'), week: columnNamed(table, rules.week, '--week'), outcome: columnNamed(table, rules.outcome, '--outcome'),
    date: rules.date === undefined ? undefined : columnNamed(table, rules.date, '--date'),
  };
  const units = new Map<string, Unit>();
  let outcomes: NumberColumn | undefined;
  let held: Row[] = [];
  let rows = 0;
  let binary = true;
  const take = ({ number, cells }: Row): void => {
    const cell = (column: number): string => (cells[column] ?? '').trim();
    const no = (column: number, code: string): void => log.add(`row ${number}, ${table.header[column]!}`, code, cell(column));
    const [arm, name] = [cell(at.arm), cell(at.unit)];
    if (arm === '') return no(at.arm, 'arm_missing');
    if (name === '') return no(at.unit, 'unit_missing');
    const week = /^\d{1,3}(?:\.0+)?$/.test(cell(at.week)) ? Number(cell(at.week)) : 0;
    if (week < 1 || week > MOST_WEEKS) return no(at.week, 'week_unreadable');
    const unit = units.get(name) ?? { arm, weeks: [], since: at.date === undefined ? '' : cell(at.date).replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1') };
    if (unit.arm !== arm) return no(at.arm, 'unit_in_two_arms');
    if (units.size >= MOST_UNITS) throw new UnreadableMetric(table.name, 'too_large', 'has more than 2,000,000 units', 'Draw some of them at random, alike in both arms');
    units.set(name, unit);
    const found = yesOrNo(cell(at.outcome)) ?? outcomes!.read(cell(at.outcome));
    if (!('value' in found)) return no(at.outcome, 'code' in found ? found.code : 'outcome_missing');
    if (unit.weeks[week - 1] !== undefined) return no(at.week, 'week_repeated');
    unit.weeks[week - 1] = found.value;
    binary &&= found.value === 0 || found.value === 1;
  };
  const learn = (): void => {
    outcomes = learned(table, held, at.outcome, rules);
    for (const row of held) take(row);
    held = [];
  };
  for await (const batch of table.rows()) {
    for (const row of batch) {
      rows++;
      if (outcomes !== undefined) take(row);
      else if (held.push(row) >= LEARN_FROM) learn();
    }
  }
  if (outcomes === undefined) learn();
  if (rows === 0) throw new UnreadableMetric(table.name, 'empty', 'has a header and no rows', 'Hand over a file with one row a unit and week');
  const { control, treatment } = armsOf(table, units, rules);
  const { kept, said } = firstCohort(table, units, rules, log);
  const of = (arm: string): UnitWeeks[] => kept.filter((unit) => unit.arm === arm).map(({ weeks }) => weeks);
  return {
    name: table.name, bytes: table.bytes, sha256: table.sha256(), control, treatment, units: { control: of(control), treatment: of(treatment) }, binary, rows,
    unread: log.listed, unreadTotal: log.total, said: [...said, `Outcomes in “${rules.outcome}” are read as a mean of each unit’s weeks.`],
  };
}

function armsOf(table: Table, units: ReadonlyMap<string, Unit>, rules: WeekRules): { readonly control: string; readonly treatment: string } {
  const names = [...new Set([...units.values()].map(({ arm }) => arm))];
  const control = armNamed(table, names, rules.control, rules.arm);
  const others = names.filter((name) => name !== control);
  if (rules.treatment !== undefined) return { control, treatment: armNamed(table, others, rules.treatment, rules.arm) };
  if (others.length > 1) throw new UnreadableMetric(table.name, 'several_arms', `has ${others.length} arms beside “${control}”`, 'By weeks one is read at a time; name it (--treatment NAME)');
  return { control, treatment: others[0] ?? '' };
}

/** Units that first had it in the first week, where the file says when; those that came later are left out, and that is said. */
function firstCohort(table: Table, units: ReadonlyMap<string, Unit>, { date, dates }: WeekRules, log: UnreadLog): { readonly kept: readonly Unit[]; readonly said: readonly string[] } {
  const all = [...units];
  if (date === undefined) return { kept: [...units.values()], said: ['When each unit first had it is not in the file or not named: all are taken as of one week (--date).'] };
  const texts = [...new Set(all.map(([, { since }]) => since))];
  const column = dateColumn(texts, dates);
  if (!column.ok) {
    throw new UnreadableMetric(table.name, column.code, `has days in column “${date}” that cannot be read, such as “${texts[column.at] ?? ''}”`,
      column.code === 'dates_ambiguous' ? 'Say whether the day or the month comes first (--date-order day-first or month-first)' : 'Write them as days such as 2026-01-31, or leave the column out');
  }
  const dayOf = new Map(texts.map((text, i) => { const cell = column.cells[i]!; return [text, 'day' in cell ? cell.day : undefined] as const; }));
  const first = [...dayOf.values()].filter((day) => day !== undefined).sort()[0];
  const isFirst = (day: Day | undefined): boolean => day !== undefined && first !== undefined && daysFrom(first, day) < COHORT_DAYS;
  const kept = all.flatMap(([, unit]) => (isFirst(dayOf.get(unit.since)) ? [unit] : []));
  const later = all.filter(([, { since }]) => !isFirst(dayOf.get(since)));
  for (const [name, { since }] of later) log.add(`unit ${name}, ${date}`, dayOf.get(since) === undefined ? 'date_unreadable' : 'unit_later', since);
  return { kept, said: later.length === 0 ? [] : [`Only units that first had it in the test’s first week are read, so that cohorts do not mix: ${later.length.toLocaleString('en')} of ${all.length.toLocaleString('en')} are left out.`] };
}
