// The line of the sample's PM: drawn ten weeks ago, carries since then, and two pieces of work handed off, one of which came back. People are roles.
import type { Kind } from '../attention/kinds.ts';
import type { Mode, Reason } from '../line/carry.ts';
import type { Stance } from '../line/charter.ts';

/** One carry, `ago` days before the sample's today. */
export interface SampleCarry {
  readonly ago: number;
  readonly kind: Kind;
  readonly minutes: number;
  readonly what: string;
  readonly askedBy: string;
  readonly reason?: Reason;
  readonly mode: Mode;
  readonly topic?: string;
  readonly seenBy?: string;
  readonly ifLeft?: string;
}

/** One kind of work as the PM drew it; what is not named here begins as the last eight weeks were. */
interface SampleRow { readonly kind: Kind; readonly stance: Stance; readonly budgetMinutes: number; readonly with?: string; readonly accepts?: string; readonly note?: string }

/** Days ago. */
export const SAMPLE_DRAWN = 70;
export const SAMPLE_ROWS: readonly SampleRow[] = [
  { kind: 'customer_research', stance: 'own', budgetMinutes: 240, note: 'Half a day a week with buyers, whatever else happens' },
  { kind: 'customer_call', stance: 'own', budgetMinutes: 240 },
  { kind: 'backlog', stance: 'own', budgetMinutes: 240 },
  { kind: 'prioritisation', stance: 'own', budgetMinutes: 60 },
  { kind: 'solution_design', stance: 'own', budgetMinutes: 90 },
  { kind: 'outcome_review', stance: 'own', budgetMinutes: 60 },
  { kind: 'project_mgmt', stance: 'share', with: 'Operations lead', budgetMinutes: 60, note: 'One status a week is enough' },
  { kind: 'sales', stance: 'share', with: 'Sales north', budgetMinutes: 60 },
  { kind: 'customer_support', stance: 'share', with: 'Support desk', budgetMinutes: 60 },
  { kind: 'liaison', stance: 'share', with: 'Support desk', budgetMinutes: 45 },
  { kind: 'sales_onboarding', stance: 'share', with: 'Sales south', budgetMinutes: 30 },
  { kind: 'marketing', stance: 'share', with: 'Marketing lead', budgetMinutes: 30 },
  { kind: 'copywriting', stance: 'share', with: 'Marketing lead', budgetMinutes: 30 },
  { kind: 'implementation', stance: 'share', with: 'Engineer two', budgetMinutes: 60, note: 'The rollout needs an hour a week until spring' },
  { kind: 'exec_defence', stance: 'decline', accepts: 'Chief product officer', budgetMinutes: 0, note: 'What was approved is reviewed by its result' },
];

/** Made, said back, and handed over, in days before today. */
export const SAMPLE_HAND_OFFS = [
  {
    kind: 'qa_testing', made: 56, acknowledged: 53, over: 46, to: 'Engineering lead', level: 6, keep: 'The two releases before the hand-over', plan: 'Week one together, from week two on the engineers test by their own list',
    works: 'A release goes out on Friday and nobody asks the PM whether it may',
    backBrief: 'We test each release ourselves on the three printers, decide whether it goes out, and tell you afterwards what we found',
  },
  {
    kind: 'content', made: 50, acknowledged: 46, over: 39, to: 'Marketing lead', level: 6, keep: 'A list of what changed, every Friday', plan: 'The first notes together, the next ones with the PM reading along',
    works: 'Shops read the notes on the day of the release, and support is asked less',
    backBrief: 'From October marketing turns your Friday list into notes for shops, checks names with support and publishes without waiting for you',
  },
] as const satisfies readonly { readonly kind: Kind; readonly [name: string]: unknown }[];

const STATUS = { kind: 'project_mgmt', askedBy: 'operations lead', topic: 'carrier contract' } as const;

export const SAMPLE_CARRIES: readonly SampleCarry[] = [
  { ago: 67, kind: 'customer_support', minutes: 30, what: 'refund that two desks promised', askedBy: 'support desk', reason: 'customer_waiting', mode: 'chosen', seenBy: 'support desk' },
  { ago: 60, kind: 'qa_testing', minutes: 45, what: 'labels on the old printers', askedBy: 'engineering lead', reason: 'faster', mode: 'chosen' },
  { ago: 58, kind: 'sales', minutes: 20, what: 'numbers for a call with Sample Garden', askedBy: 'sales', reason: 'nobody_else', mode: 'pressed' },
  { ago: 53, kind: 'content', minutes: 40, what: 'release notes for the printers', askedBy: 'support desk', reason: 'nobody_else', mode: 'chosen', ifLeft: 'Shops ask support what changed' },
  { ago: 51, minutes: 35, what: 'carrier dates for the steering committee', reason: 'asked_from_above', mode: 'pressed', ...STATUS },
  { ago: 44, kind: 'copywriting', minutes: 30, what: 'mail to buyers who wait for the money', askedBy: 'marketing lead', reason: 'wanted_to', mode: 'chosen', seenBy: 'marketing lead' },
  { ago: 38, minutes: 40, what: 'status report on one page', reason: 'asked_from_above', mode: 'pressed', seenBy: 'board office', ...STATUS },
  { ago: 32, kind: 'sales', minutes: 45, what: 'deck for Sample Garden', askedBy: 'sales', reason: 'nobody_else', mode: 'pressed', ifLeft: 'Sales promises what is not there' },
  { ago: 31, minutes: 45, what: 'status report, with dates of three carriers', reason: 'asked_from_above', mode: 'pressed', ...STATUS },
  { ago: 30, kind: 'customer_support', minutes: 25, what: 'angry shop on the phone', askedBy: 'support desk', reason: 'customer_waiting', mode: 'chosen' },
  { ago: 24, minutes: 50, what: 'status report, once more with costs', reason: 'asked_from_above', mode: 'pressed', ifLeft: 'The committee decides on old dates', ...STATUS },
  { ago: 21, kind: 'qa_testing', minutes: 30, what: 'labels that did not print', askedBy: 'engineering lead', reason: 'nobody_else', mode: 'chosen' },
  { ago: 17, kind: 'sales', minutes: 40, what: 'prices for a tender', askedBy: 'sales', reason: 'asked_from_above', mode: 'pressed', seenBy: 'head of sales' },
  { ago: 16, kind: 'signoff', minutes: 20, what: 'wording of the refund mail', askedBy: 'designer', reason: 'faster', mode: 'chosen' },
  { ago: 11, minutes: 45, what: 'status report before signing', reason: 'asked_from_above', mode: 'pressed', ...STATUS },
  { ago: 10, kind: 'customer_support', minutes: 50, what: 'refund stuck between two carriers', askedBy: 'support desk', reason: 'nobody_else', mode: 'chosen', ifLeft: 'The buyer waits another week' },
  { ago: 4, minutes: 45, what: 'status report, the same for the board', reason: 'asked_from_above', mode: 'pressed', ...STATUS },
  { ago: 4, kind: 'sales', minutes: 45, what: 'deck for Sample Garden, once more', askedBy: 'sales', reason: 'nobody_else', mode: 'pressed' },
];
