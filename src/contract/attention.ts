// The attention ledger of the one who asks: settings, the week as a document, and the events under every bar. Private to that member:
// every operation answers from the asker's own calendars, entries and confirmations only.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { GROUPS } from '../domain/attention/kinds.ts';
import { benchmarks, byGroup, byKind, eightyTwenty, leftOut, minutes, signal, totals } from './attention-report.ts';
import { addition, eventReference, eventRow, groupOrUnsorted, kindName, timer } from './attention-shapes.ts';
import { command, query } from './operation.ts';
import { day, nextCursor, page, time, undo, words } from './shapes.ts';

const RELATIONS = ['customer', 'vendor', 'agency', 'recruiter', 'analyst'] as const;
const addresses = z.array(words(300).toLowerCase()).max(50);
const settings = z.object({
  addresses: z.array(z.string()), addressesGuessed: z.boolean().describe('True when the calendars were read for them'), company: z.array(z.string()), companyGuessed: z.boolean(),
  hours: z.string().describe('Such as Mon-Fri 09:00-17:30'), timeZone: z.string(), people: z.record(z.string(), z.enum(RELATIONS)).describe('What the people of a mail domain are to you'),
  engineeringManagers: z.array(z.string()), trackerNames: z.array(z.string()).describe('Your names in the trackers: edits and comments under them count as activity'),
  groups: z.record(z.string(), z.enum(GROUPS)).describe('Kinds that you moved to another group'), focusMinutes: z.number().describe('A week’s minutes that are kept free for focus'),
  kinds: z.array(z.object({ kind: kindName, name: z.string(), group: z.enum(GROUPS), userShare: z.number().optional().describe('Share that counts as user problems; absent outside the 80/20 gauge') })),
});

const attentionSettings = query({
  name: 'attention.settings', roles: managers, summary: 'Shows whose calendars these are, your company, hours and zone, who people are, and the kinds of work with the group each is in for you.',
  input: z.object({}), output: settings, refusals: [],
  example: { input: {}, output: { company: ['sample-parcel.example'], hours: 'Mon-Fri 09:00-17:30', focusMinutes: 480, kinds: [{ kind: 'backlog', group: 'core', userShare: 0.5 }] } },
});
const attentionConfigure = command({
  name: 'attention.configure', roles: managers, summary: 'Sets what the ledger goes by. Lists replace the one before, an empty one brings the guess back; people and groups are added to, and taken away with “unknown” and “usual”.',
  input: z.object({
    addresses: addresses.optional().describe('Your own addresses'), company: addresses.optional().describe('The company’s mail domains'), hours: words(300).optional(), timeZone: words(100).optional(),
    people: z.record(words(300).toLowerCase(), z.enum([...RELATIONS, 'unknown'])).optional(), engineeringManagers: addresses.optional(), trackerNames: z.array(words(300)).max(50).optional(),
    groups: z.record(words(60), z.enum([...GROUPS, 'usual'])).optional().describe('By kind, such as sales=core'), focusMinutes: z.number().int().min(0).max(2_400).optional().describe('What no budget of the line may take, as line.protect sets it'),
  }),
  output: z.object({ settings, undo }), refusals: ['attention_unfit', 'line_no_room'], agent: { destructive: false, idempotent: true },
  example: { input: { hours: 'Mon-Thu 09:00-17:00', groups: { sales: 'core' } }, output: { settings: { hours: 'Mon-Thu 09:00-17:00', groups: { sales: 'core' } }, undo: { operation: 'attention.configure' } } },
});

const split = {
  withCustomersMinutes: minutes, otherCoreMinutes: minutes.describe('Core that was not with customers'), waterMinutes: minutes.describe('The glue group: work carried for others; it is not bad'),
  confirmedWithCustomersMinutes: minutes, confirmedOtherCoreMinutes: minutes,
};
const week = z.object({
  from: day, to: day.describe('The last day, included'), whole: z.boolean().describe('False when cut by the days asked for'), known: z.boolean().describe('False before the first event that is known: such a week is in no mean'),
  ...totals, byGroup, confirmedByGroup: byGroup.describe('Solid; the rest is hatched'), ...split, eightyTwenty,
});
const usual = z.object({
  name: z.enum([...GROUPS, 'unsorted', 'accounted', 'unaccounted', 'with_customers']), weeks: z.number().describe('Whole weeks that are known'), mean: z.number().nullable(),
  range: z.object({ low: z.number(), high: z.number() }).nullable().describe('Your usual range; null under eight whole weeks'), reading: z.enum(['few-weeks', 'usual', 'above', 'below', 'run']),
  trend: z.object({ perWeek: z.number(), p: z.number() }).nullable().describe('Null under twelve whole weeks, or without one'), says: z.string(),
});
const missing = z.object({
  code: z.enum(['no_calendar', 'no_address', 'no_people', 'no_tracker_name', 'stale_calendar', 'failed_calendar', 'no_events']), says: z.string(), mend: z.string().optional().describe('The operation that helps'),
});

export const attentionWeek = z.object({
  from: day, to: day, timeZone: z.string(), hours: z.string(), people: z.boolean().describe('False when the calendars name no attendees: rules about who is there are off'),
  sentences: z.array(z.string()).describe('The week first'), ...totals, byGroup, confirmedByGroup: byGroup, byKind: z.array(byKind.element.extend({ grade: z.enum(['declared', 'estimated', 'mixed']) })), ...split, eightyTwenty,
  weeks: z.array(week).describe('Eight whole ones and this one, the oldest first'), usual: z.array(usual).describe('Of the last weeks, by group, in minutes'), signals: z.array(signal).describe('Each by itself; there is no index of them'),
  context: benchmarks, accuracy: z.object({ taps: z.number(), right: z.number(), errorShare: z.number(), says: z.string() }).describe('From the questions drawn at random only'),
  calendars: z.array(z.object({ id: z.string(), name: z.string(), freshAt: time.optional(), counted: z.boolean(), failure: z.string().optional() })), missing: z.array(missing).describe('What is not known, and what mends it'),
  leftOut: z.object({ ...leftOut, notHeld: z.number().int() }), entries: z.number().int(), activity: z.number().int().describe('Sessions in trackers that count'), questions: z.number().int().describe('How many wait in attention.questions'), timer: timer.optional(),
});
const attentionWeekQuery = query({
  name: 'attention.week', untrusted: true, roles: managers,
  summary: 'Says what your days were made of, this week up to today unless told, beside the weeks before: kinds with their uncertainty, what is confirmed, the 80/20 gauge, signals of load, and what is missing.',
  input: z.object({ from: day.optional(), to: day.optional(), weeks: z.number().int().min(1).max(53).default(9).describe('How many weeks beside it, the last one included') }),
  output: attentionWeek, refusals: ['attention_unfit'],
  example: { input: { from: '2026-11-09', to: '2026-11-15' }, output: { from: '2026-11-09', to: '2026-11-15', capacityMinutes: 2550, hours: 'Mon-Fri 09:00-17:30', people: true, calendars: [{ name: 'Returns PM' }], weeks: [{ from: '2026-11-09', whole: true, known: true }], signals: [{ name: 'after_hours', reading: 'above' }], missing: [] } },
});

const attentionEvents = query({
  name: 'attention.events', untrusted: true, roles: managers, summary: 'Lists the events, entries and sessions that the minutes of some days came from, earliest first: what every bar opens to.',
  input: z.object({
    from: day, to: day, kind: z.enum(['unsorted', ...kindName.options]).optional(), group: groupOrUnsorted.optional(), layer: eventRow.shape.layer.optional(), confirmed: z.boolean().optional(), role: eventRow.shape.role.optional(),
    part: z.enum(['accounted', 'with_customers', 'other_core', 'other_water', 'rest']).optional().describe('A part of a week’s bar: with customers in any group, core and water without those, or people, growth and neutral'),
    search: words(200).optional().describe('Words of the title'), ...page,
  }),
  output: z.object({ events: z.array(eventRow), total: z.number(), minutes: minutes.describe('Of all that fit, in no order'), nextCursor }), refusals: ['bad_cursor', 'attention_unfit'],
  example: { input: { from: '2026-11-16', to: '2026-11-22', search: 'stand-up', limit: 2 }, output: { events: [{ title: 'Stand-up', kind: 'team_ceremony', layer: 'series', minutes: 15, confirmed: true }], total: 5, minutes: 75 } },
});
const attentionEvent = query({
  name: 'attention.event', untrusted: true, roles: managers, summary: 'Shows one event with the reasons for its kind: the layer and the words that decided, the three likeliest kinds, its series and how often that meets.',
  input: z.object({ event: eventReference }),
  output: z.object({
    event: eventRow, words: z.array(z.string()).describe('Of its title, those that spoke for the kind'), because: z.string().optional().describe('What of its structure decided'), top3: z.array(addition), says: z.string(),
    rule: z.string().optional().describe('The own rule that decided'), meets: z.object({ instances: z.number(), weeks: z.number(), weeklyMinutes: minutes, next: time.optional() }).describe('Its series over the last twelve weeks and the next two'),
  }),
  refusals: ['not_found'], example: { input: { event: 'evt-20261116-61f66a7233b3ed12b2fb' }, output: { event: { title: 'Stand-up', kind: 'team_ceremony', layer: 'series' }, says: 'You said so of its series.' } },
});

export const attentionOperations = [attentionSettings, attentionConfigure, attentionWeekQuery, attentionEvents, attentionEvent] as const;
