// What a randomised test hands to its reading, and how rows of revenue become sums under one cap. Knows no effect.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import { momentsOf, type ArmMoments } from './arm-moments.ts';
import { eventsOf, successesOf, unitsOf, type ArmProblem, type ArmRows, type ArmTotals } from './arm-totals.ts';
import type { DeclaredEnd } from './peeking.ts';
import { pooledQuantile, readingsOfRevenue, revenueOf, USUAL_CAP_QUANTILE, type RevenueTotals } from './revenue.ts';

/** One arm's revenue: an amount per user in minor currency units, or sums under the sealed cap. */
export type RevenueArm = { readonly kind: 'revenue'; readonly values: readonly number[] } | ({ readonly kind: 'revenue'; readonly cap: number } & RevenueTotals);

export interface ExperimentArm {
  readonly name: string;
  /** Units assigned to the arm, with or without an outcome; the units of `data` where nothing else is known. */
  readonly assigned?: number | undefined;
  readonly data: ArmTotals | ArmRows | RevenueArm;
}

/** Everything seen up to one moment, since the start of the test. */
export interface ExperimentLook {
  /** Full days since the start; null when the data carry no days. */
  readonly day: number | null;
  readonly arms: readonly ExperimentArm[];
}

export interface ExperimentInput {
  readonly control: string;
  /** Cumulative, earliest first; the last one is read, the others bound it. */
  readonly looks: readonly ExperimentLook[];
  /** Planned share of each arm by name, in any unit; equal when left out. */
  readonly split?: Readonly<Record<string, number>> | undefined;
  /** The caller's answer to "can what one user gets change another user's outcome?" */
  readonly usersAffectEachOther?: boolean | undefined;
  /** Units whose exposure was logged after their outcome. */
  readonly exposedAfterOutcome?: number | undefined;
}

/** What was sealed with the claim about how the test is read. */
export interface ExperimentOptions {
  readonly end?: DeclaredEnd | null | undefined;
  /** Largest amount that counts in full; else the quantile of all amounts at the last look. */
  readonly cap?: number | undefined;
  readonly capQuantile?: number | undefined;
  /** The organisation's spread of true effects on this metric, relative to control. */
  readonly prior?: { readonly mean: number; readonly sd: number } | undefined;
}

export type InputProblem =
  | ArmProblem | 'counts-fall' | 'no-look' | 'no-such-control' | 'name-twice' | 'arms-differ' | 'fewer-assigned-than-units' | 'cap-not-positive' | 'kinds-differ';

/** The columns of an arm that are compared: one for most metrics; revenue has the capped one that decides and three more. */
export type Column = 'main' | 'uncapped' | 'payerRate' | 'perPayer';

/** `cap` is null when nothing was cut. */
export type CappedRevenue = RevenueTotals & { readonly cap: number | null };

export interface ReadArm {
  readonly name: string;
  readonly units: number;
  readonly assigned: number;
  /** Successes or payers; null where nothing is counted. */
  readonly events: number | null;
  readonly successes: number | null;
  readonly revenue: CappedRevenue | null;
  /** Of each column; absent for an arm of fewer than two units. */
  readonly moments: Partial<Record<Column, ArmMoments>>;
}

export interface ReadLook {
  readonly day: number | null;
  /** In order of their names, so that the order they came in cannot matter. */
  readonly arms: readonly ReadArm[];
}

/** Reads names, counts, caps and moments of every look. Arms without units are read, and left to the gates. */
export function readLooksOf(input: ExperimentInput, options: ExperimentOptions): Ruling<readonly ReadLook[], InputProblem> {
  const latest = input.looks.at(-1);
  if (latest === undefined) return refused('no-look');
  const names = latest.arms.map(({ name }) => name).sort();
  if (new Set(names).size !== names.length) return refused('name-twice', { names });
  if (!names.includes(input.control)) return refused('no-such-control', { control: input.control, names });
  const counts = [input.exposedAfterOutcome ?? 0, ...input.looks.map(({ day }) => day ?? 0)];
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return refused('count-not-whole', { field: 'day or exposedAfterOutcome' });
  const cap = capOf(latest, options);
  if (!cap.ok) return cap;
  const looks: ReadLook[] = [];
  for (const look of input.looks) {
    const arms = look.arms.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (arms.map(({ name }) => name).join('\n') !== names.join('\n')) return refused('arms-differ', { names });
    const read: ReadArm[] = [];
    for (const arm of arms) {
      const one = readArm(arm, cap.value);
      if (!one.ok) return refused(one.refusal.code, { ...one.refusal.details, arm: arm.name });
      read.push(one.value);
    }
    const before = looks.at(-1);
    if (before?.arms.some((arm, at) => arm.assigned > read[at]!.assigned || arm.units > read[at]!.units) === true) return refused('counts-fall', { look: looks.length + 1 });
    looks.push({ day: look.day, arms: read });
  }
  return granted(looks);
}

/** The sealed cap, or the declared quantile of the last look's amounts; null without rows, or when so few paid that the quantile is 0. */
function capOf(latest: ExperimentLook, { cap, capQuantile }: ExperimentOptions): Ruling<number | null, InputProblem> {
  if (cap !== undefined) return cap > 0 && Number.isFinite(cap) ? granted(cap) : refused('cap-not-positive', { cap });
  const amounts = latest.arms.flatMap(({ data }) => (data.kind === 'revenue' && 'values' in data ? [data.values] : []));
  if (amounts.flat().length === 0) return granted(null);
  const quantile = pooledQuantile(amounts, capQuantile ?? USUAL_CAP_QUANTILE);
  if (quantile.ok) return granted(quantile.value > 0 ? quantile.value : null);
  return quantile.refusal.code === 'not-a-number' ? refused('not-a-number') : refused('cap-not-positive', { quantile: capQuantile });
}

function readArm({ name, assigned, data }: ExperimentArm, cap: number | null): Ruling<ReadArm, InputProblem> {
  const revenue = data.kind === 'revenue' ? readRevenue(data, cap) : granted(null);
  if (!revenue.ok) return revenue;
  const units = data.kind === 'revenue' ? (revenue.value?.n ?? 0) : unitsOf(data);
  if (!Number.isInteger(units) || units < 0) return refused('count-not-whole', { field: 'n', found: units });
  const successes = data.kind === 'revenue' ? null : successesOf(data);
  if (successes !== null && !(Number.isInteger(successes) && successes >= 0)) return refused('count-not-whole', { field: 'successes', found: successes });
  const all = assigned ?? units;
  if (!Number.isInteger(all) || all < 0) return refused('count-not-whole', { field: 'assigned', found: all });
  if (all < units) return refused('fewer-assigned-than-units', { assigned: all, units });
  const moments = momentsByColumn(data.kind !== 'revenue' ? { main: data } : revenue.value === null ? {} : columnsOf(revenue.value), units);
  if (!moments.ok) return moments;
  return granted({ name, units, assigned: all, events: data.kind === 'revenue' ? (revenue.value?.payers ?? 0) : eventsOf(data), successes, revenue: revenue.value, moments: moments.value });
}

function columnsOf(revenue: RevenueTotals): Partial<Record<Column, ArmTotals>> {
  const { capped, uncapped, payerRate, perPayer } = readingsOfRevenue(revenue);
  return { main: capped, uncapped, payerRate, perPayer };
}

function momentsByColumn(columns: Partial<Record<Column, ArmTotals | ArmRows>>, units: number): Ruling<ReadArm['moments'], ArmProblem> {
  const read: Partial<Record<Column, ArmMoments>> = {};
  if (units < 2) return granted(read);
  for (const [column, data] of Object.entries(columns) as [Column, ArmTotals | ArmRows][]) {
    const moments = momentsOf(data);
    if (!moments.ok) return moments;
    read[column] = moments.value;
  }
  return granted(read);
}

/** Null for an arm without anyone in it. */
function readRevenue(data: RevenueArm, cap: number | null): Ruling<CappedRevenue | null, InputProblem> {
  if (!('values' in data)) return granted(data);
  if (data.values.length === 0) return granted(null);
  const totals = revenueOf(data.values, cap ?? Number.POSITIVE_INFINITY);
  return totals.ok ? granted({ ...totals.value, cap }) : totals;
}
