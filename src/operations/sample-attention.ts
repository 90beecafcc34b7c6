// The sample PM's calendar, and what they said of it: by the very operations a person uses. Runs at the end of the sample's job.
import { addDays, startOfDay } from '../domain/kernel/instant.ts';
import { SAMPLE_COMPANY, SAMPLE_CUSTOMERS, SAMPLE_PM, sampleCalendar } from '../domain/sample/sample-calendar.ts';
import { sampleCalendarText } from '../domain/sample/sample-calendar-text.ts';
import { PM } from '../domain/sample/sample-words.ts';
import { findAttentionSettings } from '../store/attention.ts';
import { attentionCorrectHandlers } from './attention-correct.ts';
import { attentionEntryHandlers } from './attention-entries.ts';
import { correctionRange, referenceOf } from './attention-event.ts';
import { attentionHeldHandlers } from './attention-held.ts';
import { memberLedger } from './attention-ledger.ts';
import { attentionSettingsHandlers } from './attention-settings.ts';
import { keepParts, newCalendar, ownerOf } from './calendar-store.ts';
import type { Context } from './context.ts';

const SERIES: readonly (readonly [title: string, kind: string])[] = [
  ['Stand-up', 'team_ceremony'], ['Sample Shoes x Sample Parcel', 'customer_call'], ['Rollout with Sample Books', 'implementation'], ['Support escalations', 'customer_support'], ['Backlog refinement', 'backlog'],
];
/** Days ago, and the line that was typed. */
const ENTRIES: readonly (readonly [daysAgo: number, line: string])[] = [
  [1, '45 sales deck for Sample Garden, asked by sales'], [2, '8:00-9:00 customer_support angry shop on the phone, asked by support desk'], [8, '60 qa labels on three printers'], [9, '40 sales prices for a tender, asked by sales'],
  [15, '30 copywriting mail to waiting buyers'],
];
const DEFENDED_BET = 'B-12';

/** Keeps the calendar and says a few things of it. `context` stands a day before the sample's today. Does nothing where the member has settings already. */
export async function liveSampleAttention(context: Context, seed: number): Promise<void> {
  const { tx, services, now, today } = context;
  if ((await findAttentionSettings(tx, context.asker)) !== undefined) return;
  const desk = { tx, services, owner: ownerOf(context), now, today };
  const row = await newCalendar(desk, { name: 'Returns PM', kind: 'sample', says: 'the sample', schedule: 'none', secret: null });
  await keepParts(desk, row, { parts: [{ name: 'returns-pm.ics', text: sampleCalendarText(sampleCalendar(seed, addDays(today, 1))) }], whole: true });
  taken(await attentionSettingsHandlers['attention.configure']({
    addresses: [SAMPLE_PM], company: [SAMPLE_COMPANY], trackerNames: [PM.name], people: Object.fromEntries(SAMPLE_CUSTOMERS.map((domain) => [domain, 'customer' as const])), engineeringManagers: [`engineering.lead@${SAMPLE_COMPANY}`],
  }, context));
  const { ledger } = await memberLedger(context, correctionRange(today));
  const latest = (title: string) => ledger.counted.filter(({ event }) => event.summary === title && event.start <= now);
  for (const [title, kind] of SERIES) {
    const event = latest(title).at(-1);
    if (event !== undefined) taken(await attentionCorrectHandlers['attention.correct']({ event: referenceOf(event), kind, scope: 'series' }, context));
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
