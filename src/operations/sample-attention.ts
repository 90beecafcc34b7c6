// The sample PM's calendar, and what they said of it: by the very operations a person uses. Runs at the end of the sample's job.
import type { Kind } from '../domain/attention/kinds.ts';
import { addDays, startOfDay, type Day } from '../domain/kernel/instant.ts';
import { sampleCalendar, sampleKinds } from '../domain/sample/sample-calendar.ts';
import { sampleCalendarText } from '../domain/sample/sample-calendar-text.ts';
import { SAMPLE_COMPANY, SAMPLE_CUSTOMERS, SAMPLE_PM, type SampleMeeting } from '../domain/sample/sample-meeting.ts';
import { PM } from '../domain/sample/sample-words.ts';
import { findAttentionSettings } from '../store/attention.ts';
import { listEntries } from '../store/attention-entry.ts';
import { listCalendars } from '../store/calendar.ts';
import { attentionCorrectHandlers } from './attention-correct.ts';
import { attentionEntryHandlers } from './attention-entries.ts';
import { correctionRange, referenceOf } from './attention-event.ts';
import { attentionHeldHandlers } from './attention-held.ts';
import { memberLedger } from './attention-ledger.ts';
import { answerDrawn } from './attention-questions.ts';
import { attentionSettingsHandlers } from './attention-settings.ts';
import { keepParts, newCalendar, ownerOf } from './calendar-store.ts';
import type { Context } from './context.ts';

/** Series that the PM has named, besides those that were asked about. */
const NAMED = [
  'Stand-up', 'Sample Shoes x Sample Parcel', 'Rollout with Sample Books', 'Support escalations', 'Backlog refinement', 'Weekly status report for operations', 'Carrier contract: project status', 'Carrier dates for the steering committee',
  'Deal review with sales', 'Demo for Sample Garden', 'Course: interviewing customers',
];
/** The questions of so many whole weeks were answered. */
const ASKED_WEEKS = 11;
/** Days ago, and the line that was typed. */
const ENTRIES: readonly (readonly [daysAgo: number, line: string])[] = [
  [1, '45 sales deck for Sample Garden, asked by sales'], [2, '8:00-9:00 customer_support angry shop on the phone, asked by support desk'], [8, '30 qa labels on three printers'], [9, '40 sales prices for a tender, asked by sales'],
  [15, '30 copywriting mail to waiting buyers'], [16, '50 backlog what the escalations have in common'], [22, '60 customer_research read what buyers wrote to the desk'], [23, '30 signoff refund wording'],
  [29, '45 sales deck for Sample Garden, asked by sales'], [36, '60 customer_research read what buyers wrote to the desk'], [38, '40 project_mgmt status report, asked by the operations lead'], [43, '45 backlog sort the refund items'],
  [50, '60 customer_research notes from two shops'], [57, '45 backlog sort the label items'], [64, '60 customer_research notes from two shops'],
];
const DEFENDED_BET = 'B-12';

/** `at` is the owner so many days before the sample's today, within the transaction of one step. */
type At = (ago: number) => Context;

/**
 * The steps in which the sample's PM came to their ledger, each for a transaction of its own, so that nobody else waits long. Each does nothing
 * where it was done. What is answered is what the calendar was made of, right or wrong as the guesses were.
 */
export function sampleAttentionSteps(seed: number, today: Day): readonly ((at: At) => Promise<void>)[] {
  const meetings = sampleCalendar(seed, today);
  const kinds = sampleKinds(meetings);
  const asked = Array.from({ length: ASKED_WEEKS }, (_, nth) => (at: At) => answerWeek(at(7 * (ASKED_WEEKS - nth) + 1), kinds));
  return [(at) => keepCalendar(at(1), meetings), ...asked, (at) => sayTheRest(at(1), kinds)];
}

async function keepCalendar(context: Context, meetings: readonly SampleMeeting[]): Promise<void> {
  const { tx, services, now, today } = context;
  if ((await findAttentionSettings(tx, context.asker)) !== undefined) return;
  const desk = { tx, services, owner: ownerOf(context), now, today };
  const row = await newCalendar(desk, { name: 'Returns PM', kind: 'sample', says: 'the sample', schedule: 'none', secret: null });
  await keepParts(desk, row, { parts: [{ name: 'returns-pm.ics', text: sampleCalendarText(meetings) }], whole: true });
  taken(await attentionSettingsHandlers['attention.configure']({
    addresses: [SAMPLE_PM], company: [SAMPLE_COMPANY], trackerNames: [PM.name], people: Object.fromEntries(SAMPLE_CUSTOMERS.map((domain) => [domain, 'customer' as const])), engineeringManagers: [`engineering.lead@${SAMPLE_COMPANY}`],
  }, context));
}

/** False where the member has a ledger of their own, or has taken the sample's calendar away meanwhile. */
async function isKept({ tx, asker }: Context): Promise<boolean> {
  return (await listCalendars(tx, asker)).some(({ kind }) => kind === 'sample');
}

async function answerWeek(context: Context, kinds: ReadonlyMap<string, Kind>): Promise<void> {
  if (await isKept(context)) await answerDrawn(context, (title) => kinds.get(title));
}

/** Names series, marks the meetings that defended a bet, and writes down what no calendar has. */
async function sayTheRest(context: Context, kinds: ReadonlyMap<string, Kind>): Promise<void> {
  const { tx, now, today } = context;
  if (!(await isKept(context)) || (await listEntries(tx, context.asker, addDays(today, -7), today)).length > 0) return;
  const { ledger } = await memberLedger(context, correctionRange(today));
  const latest = (title: string) => ledger.counted.filter(({ event }) => event.summary === title && event.start <= now);
  for (const title of NAMED) {
    const event = latest(title).at(-1);
    if (event !== undefined && event.label.layer !== 'series') taken(await attentionCorrectHandlers['attention.correct']({ event: referenceOf(event), kind: kinds.get(title)!, scope: 'series' }, context));
  }
  for (const meeting of latest('Steering committee: refunds').slice(-3)) taken(await attentionHeldHandlers['attention.defend']({ event: referenceOf(meeting), bet: DEFENDED_BET }, context));
  for (const [daysAgo, line] of ENTRIES) {
    const day = addDays(today, 1 - daysAgo);
    const then = startOfDay(day)! + (now - startOfDay(today)!);
    taken(await attentionEntryHandlers['attention.log']({ line, day }, { ...context, now: Math.min(then, now) }));
  }
}

/** The sample's own words are never refused; a day on which they are is a fault of the sample. */
function taken(ruling: object): void {
  if ('ok' in ruling && ruling.ok === false) throw new Error(`the sample was refused: ${JSON.stringify(ruling)}`);
}
