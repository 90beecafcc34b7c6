// The line of the sample's PM: drawn ten weeks ago, carries since then, and one piece of work handed off that came back. People are roles.
import type { Kind } from '../attention/kinds.ts';
import type { Mode, Reason } from '../line/carry.ts';

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

export const SAMPLE_DRAWN = { ago: 70, kind: 'implementation', with: 'engineer two', budgetMinutes: 60, note: 'The rollout needs an hour a week until spring' } as const;

/** Made, said back, and handed over, in days before today. */
export const SAMPLE_HAND_OFF = {
  kind: 'project_mgmt', made: 50, acknowledged: 46, over: 39, to: 'Head of operations', level: 5, keep: 'The contract status until the carriers have signed', plan: 'Week one together, week two alone with the PM reading along',
  works: 'The head of operations asks the carriers, and no engineer waits for a date that only the PM knows',
  backBrief: 'From October I hold the carrier status myself, ask for dates before Monday noon and only come back when a refund promise is at risk',
} as const;

export const SAMPLE_CARRIES: readonly SampleCarry[] = [
  { ago: 67, kind: 'customer_support', minutes: 30, what: 'refund that two desks promised', askedBy: 'support desk', reason: 'customer_waiting', mode: 'chosen', seenBy: 'support desk' },
  { ago: 60, kind: 'qa_testing', minutes: 45, what: 'labels on the old printers', askedBy: 'engineering lead', reason: 'faster', mode: 'chosen' },
  { ago: 58, kind: 'sales', minutes: 20, what: 'numbers for a call with Sample Garden', askedBy: 'sales', reason: 'nobody_else', mode: 'pressed' },
  { ago: 53, kind: 'project_mgmt', minutes: 40, what: 'carrier dates for the steering committee', askedBy: 'head of operations', reason: 'asked_from_above', mode: 'pressed', topic: 'carrier contract', ifLeft: 'The committee decides on old dates' },
  { ago: 51, kind: 'project_mgmt', minutes: 35, what: 'carrier dates again', askedBy: 'board office', reason: 'asked_from_above', mode: 'pressed', topic: 'carrier contract' },
  { ago: 44, kind: 'copywriting', minutes: 30, what: 'mail to buyers who wait for the money', askedBy: 'marketing', reason: 'wanted_to', mode: 'chosen', seenBy: 'marketing' },
  { ago: 38, kind: 'qa_testing', minutes: 30, what: 'release check before the weekend', askedBy: 'engineering lead', reason: 'nobody_else', mode: 'chosen' },
  { ago: 32, kind: 'sales', minutes: 45, what: 'deck for Sample Garden', askedBy: 'sales', reason: 'nobody_else', mode: 'pressed', ifLeft: 'Sales promises what is not there' },
  { ago: 30, kind: 'customer_support', minutes: 25, what: 'angry shop on the phone', askedBy: 'support desk', reason: 'customer_waiting', mode: 'chosen' },
  { ago: 25, kind: 'sales', minutes: 60, what: 'security questionnaire for Sample Garden', askedBy: 'sales', reason: 'faster', mode: 'pressed' },
  { ago: 17, kind: 'sales', minutes: 40, what: 'prices for a tender', askedBy: 'sales', reason: 'asked_from_above', mode: 'pressed', seenBy: 'head of sales' },
  { ago: 16, kind: 'signoff', minutes: 20, what: 'wording of the refund mail', askedBy: 'designer', reason: 'faster', mode: 'chosen' },
  { ago: 10, kind: 'customer_support', minutes: 50, what: 'refund stuck between two carriers', askedBy: 'support desk', reason: 'nobody_else', mode: 'chosen', ifLeft: 'The buyer waits another week' },
  { ago: 4, kind: 'sales', minutes: 45, what: 'deck for Sample Garden, once more', askedBy: 'sales', reason: 'nobody_else', mode: 'pressed' },
];
