// One event of the sample's calendar, whose calendar it is, and who comes. Companies are made up; people are roles.
import type { Kind } from '../attention/kinds.ts';
import type { Day } from '../kernel/instant.ts';

/** Whose calendar it is. */
export const SAMPLE_PM = 'returns.pm@sample-parcel.example';
export const SAMPLE_COMPANY = 'sample-parcel.example';
export const SAMPLE_CUSTOMERS: readonly string[] = ['sample-shoes.example', 'sample-books.example', 'sample-garden.example'];

/** One event as it will stand in the calendar; times are of the clock on the wall. */
export interface SampleMeeting {
  readonly uid: string;
  readonly title: string;
  /** What it truly is, which the calendar does not say; absent where that is nobody's business. */
  readonly kind?: Kind;
  readonly day: Day;
  /** Minutes after midnight; absent for whole days. */
  readonly at?: number;
  /** Of a whole-day event: days. */
  readonly minutes: number;
  /** A recurrence rule without its end. */
  readonly rule?: string;
  readonly until?: Day;
  /** Addresses of the others. */
  readonly with: readonly string[];
  readonly organiser?: string;
  readonly answer?: 'declined' | 'tentative' | 'needs-action';
  readonly secret?: true;
  readonly away?: true;
  /** The day the invitation was made; the same day is a late one. */
  readonly invited?: Day;
}

export function inside(...roles: string[]): string[] {
  return roles.map((role) => `${role}@${SAMPLE_COMPANY}`);
}

/** Somebody at one of the three customers. */
export function atCustomer(which: number): string {
  return `returns.desk@${SAMPLE_CUSTOMERS[which]!}`;
}

/** Minutes after midnight. */
export function clock(hours: number, minutes = 0): number {
  return hours * 60 + minutes;
}
