// Reads a column of dates as a whole: what one cell leaves open (order of day and month, epochs, compact days) the column decides,
// or the reader asks, naming the option. Date-times become days of the named zone. Knows no files.
import type { Day } from '../../domain/kernel/instant.ts';
import { dayOf } from '../../domain/kernel/instant.ts';
import { offsetAt } from '../zone-offset.ts';
import { existing, readDateCell, type DateCell } from './date-cell.ts';

export type DateOrder = 'day-first' | 'month-first';

export interface DateRules {
  /** IANA zone whose days count. Without it a date-time keeps the day it is written with, and an epoch its UTC day. */
  readonly timeZone?: string | undefined;
  /** What `3/4/2026` means, when the column does not show it. */
  readonly order?: DateOrder | undefined;
}

export type DayCell = { readonly day: Day; readonly clock: number | undefined } | { readonly empty: true } | { readonly code: string };

export type DateForm = 'day' | 'week' | 'epoch' | 'compact';

export type DateColumn =
  | { readonly ok: true; readonly cells: readonly DayCell[]; readonly form: DateForm; readonly order?: DateOrder | undefined; /** True when any cell carries a time of day. */ readonly timed: boolean }
  /** `example` is the first cell (index from 0) that shows why. */
  | { readonly ok: false; readonly code: 'dates_ambiguous' | 'dates_other_calendar' | 'dates_partial' | 'dates_mixed' | 'dates_none'; readonly at: number; readonly detail: string };

type Numeric = Extract<DateCell, { shape: 'numeric' }>;

interface Orders { dayFirst: number; monthFirst: number; undecided: number }

function ordersIn(cells: readonly DateCell[]): Orders {
  const orders: Orders = { dayFirst: 0, monthFirst: 0, undecided: 0 };
  for (const cell of cells) {
    if (cell.shape !== 'numeric') continue;
    if (cell.first > 12) orders.dayFirst++;
    else if (cell.second > 12) orders.monthFirst++;
    else if (cell.first !== cell.second && !cell.dotted) orders.undecided++;
  }
  return orders;
}

function orderOf(cells: readonly DateCell[], rules: DateRules): DateOrder | 'ambiguous' | 'mixed' | undefined {
  const { dayFirst, monthFirst, undecided } = ordersIn(cells);
  if (rules.order !== undefined) return rules.order;
  if (dayFirst > 0 && monthFirst > 0 && undecided > 0) return 'mixed';
  if (dayFirst > 0) return 'day-first';
  if (monthFirst > 0) return 'month-first';
  return undecided > 0 ? 'ambiguous' : undefined;
}

/** Whole digits: epoch seconds, epoch milliseconds or `20260105`, when every cell of the column agrees. */
function digitsForm(texts: readonly string[]): 'seconds' | 'milliseconds' | 'compact' | undefined {
  if (texts.length === 0) return undefined;
  if (texts.every((text) => /^(?:19|20)\d{6}$/.test(text))) return 'compact';
  if (texts.every((text) => /^\d{9,10}(?:\.\d+)?$/.test(text))) return 'seconds';
  return texts.every((text) => /^\d{12,13}(?:\.0*)?$/.test(text)) ? 'milliseconds' : undefined;
}

function numericDay(cell: Numeric, order: DateOrder | undefined): DayCell {
  const proven = cell.first > 12 ? 'day-first' : cell.second > 12 ? 'month-first' : cell.dotted ? 'day-first' : undefined;
  if (proven !== undefined && order !== undefined && proven !== order && !cell.dotted) return { code: 'date_out_of_order' };
  const [dayOfMonth, month] = (proven ?? order) === 'month-first' ? [cell.second, cell.first] : [cell.first, cell.second];
  const day = existing(cell.year, month, dayOfMonth);
  return day === undefined ? { code: 'date_no_such_day' } : { day, clock: cell.clock };
}

function inZone(instant: number, timeZone: string | undefined): { day: Day; clock: number } {
  const local = instant + (timeZone === undefined ? 0 : offsetAt(instant, timeZone) * 60_000);
  const day = dayOf(local);
  return { day, clock: local - Date.parse(`${day}T00:00:00Z`) };
}

function dayIn(cell: DateCell, digits: ReturnType<typeof digitsForm>, order: DateOrder | undefined, timeZone: string | undefined): DayCell {
  switch (cell.shape) {
    case 'empty': return { empty: true };
    case 'week': return { day: cell.day, clock: undefined };
    case 'numeric': return numericDay(cell, order);
    case 'partial': return { code: 'date_partial' };
    case 'other-calendar': return { code: 'date_other_calendar' };
    case 'no-such-day': return { code: 'date_no_such_day' };
    case 'unreadable': return { code: 'date_unreadable' };
    case 'day': {
      if (cell.offset === undefined || timeZone === undefined) return { day: cell.day, clock: cell.clock };
      return inZone(Date.parse(`${cell.day}T00:00:00Z`) + (cell.clock ?? 0) - cell.offset * 60_000, timeZone);
    }
    case 'digits': {
      if (digits === 'compact') {
        const day = existing(Number(cell.text.slice(0, 4)), Number(cell.text.slice(4, 6)), Number(cell.text.slice(6, 8)));
        return day === undefined ? { code: 'date_no_such_day' } : { day, clock: undefined };
      }
      if (digits === undefined) return { code: 'date_unreadable' };
      return inZone(Math.round(Number(cell.text) * (digits === 'seconds' ? 1000 : 1)), timeZone);
    }
  }
}

/**
 * Reads every cell. A column that is ambiguous as a whole, counts in another calendar or names months only is refused with the row that
 * shows it; single cells that do not fit stay unread. Example: `['13/1/2026', '2/1/2026']` is day-first, `['1/2/2026', '2/2/2026']` is refused.
 */
export function dateColumn(texts: readonly string[], rules: DateRules = {}): DateColumn {
  const cells = texts.map(readDateCell);
  const filled = cells.filter(({ shape }) => shape !== 'empty').length;
  const count = (shape: DateCell['shape']): number => cells.filter((cell) => cell.shape === shape).length;
  const refuse = (code: Extract<DateColumn, { ok: false }>['code'], shape: DateCell['shape']): DateColumn => {
    const at = Math.max(0, cells.findIndex((cell) => cell.shape === shape));
    return { ok: false, code, at, detail: texts[at] ?? '' };
  };
  const digits = digitsForm(cells.flatMap((cell) => (cell.shape === 'digits' ? [cell.text] : [])));
  const days = count('day') + count('week') + count('numeric') + (digits === undefined ? 0 : count('digits'));
  if (count('other-calendar') * 2 >= filled && count('other-calendar') > 0) return refuse('dates_other_calendar', 'other-calendar');
  if (count('partial') * 2 >= filled && count('partial') > 0) return refuse('dates_partial', 'partial');
  if (days === 0) return refuse('dates_none', filled === 0 ? 'empty' : cells.find(({ shape }) => shape !== 'empty')!.shape);
  const order = orderOf(cells, rules);
  if (order === 'ambiguous') return refuse('dates_ambiguous', 'numeric');
  if (order === 'mixed') return refuse('dates_mixed', 'numeric');
  const read = cells.map((cell) => dayIn(cell, digits, order, rules.timeZone));
  // A column of midnights is a column of days. Every other clock is a time of day.
  const timed = new Set(read.flatMap((cell) => ('day' in cell && cell.clock !== undefined ? [cell.clock] : []))).size > 1;
  const form: DateForm = count('week') * 2 > days ? 'week' : digits === 'compact' ? 'compact' : digits !== undefined ? 'epoch' : 'day';
  return { ok: true, cells: read, form, order, timed };
}

/** How many of the cells are dates of any kind, 0 to 1, of those that hold something. Digits count only when the whole column is dates. */
export function dateShare(texts: readonly string[]): number {
  const cells = texts.map(readDateCell).filter(({ shape }) => shape !== 'empty');
  if (cells.length === 0) return 0;
  const digits = digitsForm(cells.flatMap((cell) => (cell.shape === 'digits' ? [cell.text] : [])));
  const dates = cells.filter(({ shape }) => shape !== 'unreadable' && (shape !== 'digits' || digits !== undefined)).length;
  return dates / cells.length;
}
