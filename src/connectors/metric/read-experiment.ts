// Rows of a randomised test (one per unit: arm, outcome, perhaps before and out-of) into sums per arm. Streams: a million rows take the
// memory of a few. `readExperimentRows(source, rules)`. Compares nothing.
import type { ArmTotals } from '../../domain/outcome/randomised/arm-totals.ts';
import { daysFrom } from '../../domain/kernel/calendar.ts';
import { columnNamed } from './columns.ts';
import { dateColumn, type DateRules } from './date-column.ts';
import { newSums, type ArmSums, type OutcomeKind } from './arm-sums.ts';
import { numberColumn, type DecimalSign, type NumberColumn } from './number-column.ts';
import { tableFrom, type Table, type TableSource } from './table.ts';
import { UnreadableMetric, UnreadLog, type Unread } from './unreadable.ts';

export interface ExperimentRules {
  readonly arm: string;
  readonly control: string;
  /** The arm that is asked about, where there are several beside the control. */
  readonly treatment?: string | undefined;
  readonly outcome: string;
  /** By default a share when every outcome is 0 or 1, yes or no; else a mean. */
  readonly kind?: OutcomeKind | undefined;
  /** Column of the same measure before the test. */
  readonly pre?: string | undefined;
  /** What a ratio is out of. */
  readonly denominator?: string | undefined;
  /** Column of the day a unit entered the test: says how long it ran. */
  readonly date?: string | undefined;
  readonly dates?: DateRules | undefined;
  readonly decimal?: DecimalSign | undefined;
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadArm {
  readonly name: string;
  /** Units with an outcome. */
  readonly n: number;
  /** Units of the arm, with or without an outcome. */
  readonly assigned: number;
  /** Undefined for revenue, whose cap needs the amounts, and for an arm without units. */
  readonly totals: ArmTotals | undefined;
  /** Amounts of revenue, one a unit; empty for other kinds. */
  readonly amounts: readonly number[];
}

export interface ExperimentReading {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: OutcomeKind;
  /** In order of appearance; one when the file holds one arm only. */
  readonly arms: readonly ReadArm[];
  /** Names as the file writes them. */
  readonly control: string;
  readonly treatment: string | undefined;
  /** Days from the first to the last exposure, both counted; null without a date column. */
  readonly days: number | null;
  readonly rows: number;
  readonly unread: readonly Unread[];
  readonly unreadTotal: number;
  readonly said: readonly string[];
}

const MOST_ARMS = 50;
const MOST_DAYS = 100_000;
/** Rows from which the way numbers are written is learned. */
export const LEARN_FROM = 5_000;
const YES = /^(?:yes|y|true|t|converted|1)$/i;
const NO = /^(?:no|n|false|f|0)$/i;

interface Columns { readonly arm: number; readonly outcome: number; readonly pre: number | undefined; readonly denominator: number | undefined; readonly date: number | undefined }
interface Gathered { readonly arms: ReadonlyMap<string, ArmSums>; readonly assigned: ReadonlyMap<string, number>; readonly rows: number; readonly dates: ReadonlySet<string> }
interface Row { readonly number: number; readonly cells: readonly string[] }

/** Throws UnreadableMetric. Example: `await readExperimentRows({ path: 'users.csv' }, { arm: 'arm', control: 'A', outcome: 'bought' })`. */
export async function readExperimentRows(source: TableSource, rules: ExperimentRules): Promise<ExperimentReading> {
  const log = new UnreadLog();
  const table = await tableFrom(source, log, rules);
  const optional = (name: string | undefined, flag: string): number | undefined => (name === undefined ? undefined : columnNamed(table, name, flag));
  const known = rules.kind ?? (rules.denominator === undefined ? undefined : 'ratio');
  const usesPre = known !== 'revenue' && known !== 'ratio';
  const columns: Columns = {
    arm: columnNamed(table, rules.arm, '--arm'), outcome: columnNamed(table, rules.outcome, '--outcome'),
    pre: optional(usesPre ? rules.pre : undefined, '--pre'), denominator: optional(rules.denominator, '--denominator'), date: optional(rules.date, '--date'),
  };
  if (rules.kind === 'ratio' && columns.denominator === undefined) {
    throw new UnreadableMetric(table.name, 'denominator_needed', 'is read as a ratio, which has something it is out of', 'Name that column (--denominator COLUMN)');
  }
  const { arms, assigned, rows, dates } = await gather(table, columns, known, rules, log);
  const binary = arms.size > 0 && [...arms.values()].every((sums) => sums.binary);
  const decided = known ?? (binary ? 'proportion' : 'mean');
  if (decided === 'proportion' && !binary) {
    throw new UnreadableMetric(table.name, 'not_zero_or_one', `holds outcomes other than 0 and 1, yes and no, in column “${rules.outcome}”`, 'A share needs one of two outcomes a unit; read it as a mean otherwise (--kind mean)');
  }
  const named = (wanted: string): string => armNamed(table, [...arms.keys()], wanted, rules.arm);
  const control = named(rules.control);
  const treatment = rules.treatment === undefined ? undefined : named(rules.treatment);
  const said = [...(rules.pre !== undefined && !usesPre ? [`What was known before is not used for ${known === 'ratio' ? 'a ratio' : 'revenue'}.`] : []), ...(known === undefined ? [decided === 'proportion' ? `Every outcome in “${rules.outcome}” is 0 or 1: read as a share.` : `Outcomes in “${rules.outcome}” are read as a mean (--kind for another reading).`] : [])];
  const read = [...arms].map(([name, sums]): ReadArm => ({ name, n: sums.n, assigned: assigned.get(name)!, totals: sums.totals(decided), amounts: decided === 'revenue' ? sums.amounts() : [] }));
  return {
    name: table.name, bytes: table.bytes, sha256: table.sha256(), kind: decided, arms: read, control, treatment,
    days: daysIn(dates, rules.dates), rows, unread: log.listed, unreadTotal: log.total, said,
  };
}

async function gather(table: Table, columns: Columns, kind: OutcomeKind | undefined, rules: ExperimentRules, log: UnreadLog): Promise<Gathered> {
  const arms = new Map<string, ArmSums>();
  const assigned = new Map<string, number>();
  const dates = new Set<string>();
  let numbers: Record<'outcome' | 'pre' | 'denominator', NumberColumn> | undefined;
  let held: Row[] = [];
  let rows = 0;
  const learn = (): void => {
    const column = (at: number | undefined): NumberColumn => learned(table, held, at, rules);
    numbers = { outcome: column(columns.outcome), pre: column(columns.pre), denominator: column(columns.denominator) };
    for (const row of held) take(row);
    held = [];
  };
  const take = ({ number, cells }: Row): void => {
    const name = (cells[columns.arm] ?? '').trim();
    if (name === '') return log.add(`row ${number}, ${rules.arm}`, 'arm_missing', cells.slice(0, 4).join(', '));
    const read = (at: number | undefined, what: 'outcome' | 'pre' | 'denominator', missing: string): number | undefined => {
      const cell = (cells[at ?? -1] ?? '').trim();
      const found = what === 'outcome' ? yesOrNo(cell) ?? numbers![what].read(cell) : numbers![what].read(cell);
      if ('value' in found) return found.value;
      log.add(`row ${number}, ${table.header[at ?? 0] ?? what}`, 'code' in found ? found.code : missing, cell);
      return undefined;
    };
    let arm = arms.get(name);
    if (arm === undefined) {
      if (arms.size >= MOST_ARMS) throw new UnreadableMetric(table.name, 'too_many_arms', `has more than ${MOST_ARMS} different names in column “${rules.arm}”`, 'Name the column of the arms (--arm)');
      arms.set(name, arm = newSums(kind === 'revenue'));
      assigned.set(name, 0);
    }
    // A unit without a value from before leaves both arms alike; one without an outcome is lost after it was assigned, and counts as such.
    const pre = columns.pre === undefined ? undefined : read(columns.pre, 'pre', 'pre_missing');
    const denominator = columns.denominator === undefined ? undefined : read(columns.denominator, 'denominator', 'denominator_missing');
    if (columns.pre !== undefined && pre === undefined) return;
    assigned.set(name, (assigned.get(name) ?? 0) + 1);
    if (columns.date !== undefined && dates.size < MOST_DAYS) dates.add(dayPart(cells[columns.date] ?? ''));
    const outcome = read(columns.outcome, 'outcome', 'outcome_missing');
    if (outcome === undefined || (columns.denominator !== undefined && denominator === undefined)) return;
    arm.add(outcome, pre, denominator);
  };
  for await (const batch of table.rows()) {
    for (const row of batch) {
      rows++;
      if (numbers !== undefined) take(row);
      else if (held.push(row) >= LEARN_FROM) learn();
    }
  }
  if (numbers === undefined) learn();
  if (rows === 0) throw new UnreadableMetric(table.name, 'empty', 'has a header and no rows', 'Hand over a file with one row a unit');
  return { arms, assigned, rows, dates };
}

/** How the numbers of a column are written, from its first rows. Throws UnreadableMetric where that cannot be told. */
export function learned(table: Table, rows: readonly Row[], at: number | undefined, rules: { readonly decimal?: DecimalSign | undefined }): NumberColumn {
  const cells = at === undefined ? [] : rows.map(({ cells: row }) => row[at] ?? '');
  const column = numberColumn(cells, { decimal: rules.decimal, exact: table.exact, delimiter: table.delimiter });
  if (column.decimal !== undefined) return column;
  const i = cells.findIndex((cell) => /\d[.,]\d/.test(cell));
  throw new UnreadableMetric(table.name, 'numbers_ambiguous', `writes numbers such as “${cells[i]!.slice(0, 40)}” in row ${rows[i]!.number}, column “${table.header[at!]!}”, which may have a decimal or a thousands sign`, 'Say which it is (--decimal comma or point)');
}

/** 1 and 0 in the words people use for them. */
export function yesOrNo(cell: string): { readonly value: number } | undefined {
  return YES.test(cell) ? { value: 1 } : NO.test(cell) ? { value: 0 } : undefined;
}

/** The arm as the file writes it. Throws UnreadableMetric with the arms there are. */
export function armNamed(table: Table, names: readonly string[], wanted: string, column: string): string {
  const found = names.find((name) => name === wanted) ?? names.find((name) => name.toLowerCase() === wanted.trim().toLowerCase());
  if (found !== undefined) return found;
  const listed = names.toSorted().slice(0, 12).map((name) => `“${name}”`).join(', ');
  throw new UnreadableMetric(table.name, 'no_such_arm', `has no arm “${wanted}” in column “${column}”`, names.length === 0 ? 'No row names an arm' : `It has ${listed}`);
}

/** The day of an ISO date-time; other dates as they stand. */
function dayPart(cell: string): string {
  return /^\d{4}-\d\d-\d\d[T ]/.test(cell) ? cell.slice(0, 10) : cell.trim();
}

function daysIn(texts: ReadonlySet<string>, rules: DateRules | undefined): number | null {
  const column = texts.size === 0 ? undefined : dateColumn([...texts], rules);
  const days = column?.ok ? column.cells.flatMap((cell) => ('day' in cell ? [cell.day] : [])).sort() : [];
  return days.length === 0 ? null : daysFrom(days[0]!, days.at(-1)!) + 1;
}
