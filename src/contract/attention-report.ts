// The document that a stateless look at calendars answers with: `throughline.attention/1`. Its JSON Schema is published in docs/schemas.
// Minutes may have fractions, because an event without an answer counts in part. What is not known is null.
import * as z from 'zod';
import { GROUPS, KINDS, type Group, type Kind } from '../domain/attention/kinds.ts';

const count = z.number().int().min(0);
export const minutes = z.number().min(0);
const dayText = z.string().describe('YYYY-MM-DD');
const timeText = z.string().describe('RFC 3339, UTC');
export const kindOrUnsorted = z.enum(['unsorted', ...KINDS.map((row) => row.kind)] as ['unsorted', ...Kind[]]).describe('One of the 45 kinds of work, or unsorted');
export const byGroup = z.object(Object.fromEntries([...GROUPS, 'unsorted' as const].map((group) => [group, minutes])) as Record<Group | 'unsorted', typeof minutes>);
export const totals = {
  capacityMinutes: minutes.describe('Working hours less days off and private time'), accountedMinutes: minutes.describe('Each minute counted for one event, outside working hours too'),
  conflictingMinutes: minutes.describe('Clock time on which two events or more lie'), privateMinutes: minutes.describe('In no other total; titles are not looked at'),
  unaccountedMinutes: minutes.describe('Capacity less accounted, never below 0'),
};
export const byKind = z.array(z.object({ kind: kindOrUnsorted, name: z.string().describe('As people see it'), group: z.enum([...GROUPS, 'unsorted']), minutes, confirmedMinutes: minutes.describe('What the person confirmed'), low: minutes, high: minutes.describe('Bounds: the share of errors times what is not confirmed') }));
export const eightyTwenty = z.object({ userMinutes: minutes, technicalMinutes: minutes, shareOfWeek: z.number().min(0).max(1).nullable().describe('Both as a share of the accounted minutes') });
export const signal = z.object({
  name: z.string().describe('Such as back_to_back'), value: z.number().nullable().describe('Over all the days; null when the calendar does not say'), unit: z.string(),
  weeks: z.array(z.number().nullable()), usual: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable().describe('Process-behaviour limits of the person’s own weeks; null under eight'),
  reading: z.enum(['few-weeks', 'usual', 'above', 'below', 'run']).describe('Of the last whole week against the usual range'), trend: z.object({ perWeek: z.number(), p: z.number() }).nullable().describe('Null under twelve whole weeks, or without one'),
  says: z.string(),
});

export const leftOut = { cancelled: count, declined: count, free: count, workingLocation: count, birthday: count, twice: count, allDay: count, private: count, timeOff: count };
export const benchmarks = z.array(z.object({ says: z.string(), source: z.string(), year: z.string(), respondents: z.string() })).describe('What surveys of vendors were told; never a target');

export const attentionReport = z.object({
  schema: z.literal('throughline.attention/1'),
  from: dayText, to: z.string().describe('The last day, included'), timeZone: z.string(), hours: z.string().describe('Working hours as they were declared or taken'),
  ...totals, byGroup, byKind, eightyTwenty,
  withCustomersMinutes: minutes, waterMinutes: minutes.describe('Glue: work carried for others; it is not bad'),
  signals: z.array(signal).describe('Each by itself; there is no index of them'),
  weeks: z.array(z.object({ from: dayText, to: dayText, whole: z.boolean().describe('False when cut by the days asked for'), ...totals, byGroup, confirmedByGroup: byGroup, eightyTwenty })),
  events: z.array(z.object({
    uid: z.string(), start: timeText, end: timeText, title: z.string(), kind: kindOrUnsorted, group: z.enum([...GROUPS, 'unsorted']), probability: z.number().min(0).max(1), layer: z.string().describe('What decided: series, rule, structure, model or unsorted'),
    minutes, confirmed: z.boolean(), answer: z.enum(['accepted', 'tentative', 'none']),
  })).describe('Those that may take up time, private ones and days off left out; 0 minutes where another lay on top'),
  leftOut: z.object(leftOut).describe('Events that are not in `events`, by why'),
  unread: z.array(z.object({ where: z.string(), code: z.string(), detail: z.string() })),
  errorShare: z.number().describe('Share of guessed minutes that may be in the wrong group'),
  people: z.boolean().describe('False when the calendars name no attendees: rules about who is there are off'),
  me: z.object({ addresses: z.array(z.string()), guessed: z.boolean() }), company: z.object({ domains: z.array(z.string()), guessed: z.boolean() }),
  source: z.object({ files: z.array(z.object({ name: z.string(), events: count })) }),
  context: benchmarks,
  sentences: z.array(z.string()).describe('What there is to say, the week first'),
});

export type AttentionReport = z.output<typeof attentionReport>;
