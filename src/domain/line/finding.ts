// What every finding of the line carries: its evidence, what it does not claim, and what would make it go away. Decides no rule.
import type { Kind } from '../attention/kinds.ts';
import type { Day } from '../kernel/instant.ts';
import type { Carry } from './carry.ts';

/** One whole week of one kind of work, as it is on record. */
export interface KindWeek {
  /** The Monday. */
  readonly from: Day;
  readonly minutes: number;
  readonly confirmed: number;
  /** Minutes less and plus what guesses may be wrong by. */
  readonly low: number;
  readonly high: number;
}

export interface JudgedWeek extends Pick<KindWeek, 'from' | 'minutes' | 'confirmed'> {
  readonly over: boolean;
}

export interface LineFinding {
  readonly rule: 'breach' | 'rule_of_three' | 'boomerang' | 'pressed_load';
  readonly kind?: Kind;
  readonly says: string;
  readonly value: number;
  readonly unit: string;
  /** Measured: counted from what was confirmed or written down. Estimated: has guesses in it. Declared: typed. */
  readonly grade: 'Measured' | 'Estimated' | 'Declared';
  readonly weeks: readonly JudgedWeek[];
  readonly carries: readonly Carry[];
  readonly notClaimed: string;
  readonly wouldChange: string;
  readonly next: string;
}

export function judged({ from, minutes, confirmed }: KindWeek, over: boolean): JudgedWeek {
  return { from, minutes, confirmed, over };
}

/** Measured when every minute was confirmed. */
export function gradeOf(weeks: readonly Pick<KindWeek, 'minutes' | 'confirmed'>[]): 'Measured' | 'Estimated' {
  return weeks.every(({ minutes, confirmed }) => confirmed >= minutes - 0.5) ? 'Measured' : 'Estimated';
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Confirmed minutes as a share of all; undefined where there are none. */
export function confirmedShare(weeks: readonly Pick<KindWeek, 'minutes' | 'confirmed'>[]): number | undefined {
  const minutes = weeks.reduce((sum, week) => sum + week.minutes, 0);
  return minutes === 0 ? undefined : Math.min(1, weeks.reduce((sum, week) => sum + week.confirmed, 0) / minutes);
}
