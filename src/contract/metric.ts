// Metrics: named series from a pasted column, a file, an address or a database; every value they were ever told.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { fileRef } from './import.ts';
import { command, query } from './operation.ts';
import { day, reference, time, undo, words } from './shapes.ts';

export const metricKind = z.enum(['level', 'count', 'rate']).describe('level: an amount; count: events of a day; rate: so many of so many');
const schedule = z.enum(['none', 'hourly', 'daily', 'weekly']);

export const metric = z.object({
  id: z.string(), key: z.string().describe('M-1, M-2, ...'), name: z.string(), unit: z.string().optional(), direction: z.enum(['up', 'down']).describe('Which way is good'),
  grain: z.enum(['day', 'week']), kind: metricKind, state: z.enum(['active', 'retired']),
  source: z.object({ kind: z.enum(['paste', 'file', 'push', 'url', 'sql', 'sample']), says: z.string().describe('Where it comes from, in words; never a secret') }),
  schedule, points: z.number(), gaps: z.number().describe('Days or weeks without a value between the first and the last'), revised: z.number().describe('Past values that were said anew'),
  firstOn: day.optional(), lastOn: day.optional(), last: z.number().optional().describe('The last value; for a rate its share'),
  stale: z.boolean(), behind: z.number().describe('Days or weeks missing at the end'), refreshedAt: time.optional(), nextRefreshAt: time.optional(),
  failure: z.object({ at: time, sentence: z.string() }).optional().describe('Why the last refresh brought nothing'), createdAt: time, updatedAt: time,
});
const facts = {
  name: words(200), unit: words(40).optional(), direction: z.enum(['up', 'down']), kind: metricKind.default('level'), grain: z.enum(['day', 'week']).default('day'),
  staleAfter: z.number().int().min(1).max(400).optional().describe('Days without a new value after which it is called stale'),
};
const columns = {
  date: words(200).optional().describe('Column of the day; guessed and said when left out'), value: words(200).optional(), denominator: words(200).optional().describe('Column of what the value is out of'),
  order: z.enum(['day-first', 'month-first']).optional().describe('How 3/4/2026 is meant'), decimal: z.enum(['point', 'comma']).optional(),
  start: day.optional().describe('Day of the first row, for values without dates'), combine: z.enum(['sum', 'mean']).optional().describe('How several values of one day become one'), timeZone: words(60).optional(),
};
const from = { text: z.string().max(1_900_000).optional().describe('A pasted column, or a table with a column of days'), file: fileRef.optional(), ...columns };
const unreadCell = z.object({ where: z.string(), code: z.string(), detail: z.string() });
const counts = z.object({ read: z.number(), added: z.number(), revised: z.number(), unchanged: z.number(), gaps: z.number(), unread: z.number() });
export const series = z.object({
  start: day, grain: z.enum(['day', 'week']), values: z.array(z.number().nullable()).describe('One per day or week from start; null is a gap'), denominators: z.array(z.number().nullable()).optional(),
});
const unreadable = ['metric_unreadable', 'not_found', 'path_not_allowed', 'file_unreadable'] as const;

const metricAdd = command({
  name: 'metric.add', summary: 'Names a metric: its unit, which way is good, daily or weekly. Values come with metric.load, metric.push or metric.connect.', roles: managers,
  input: z.object(facts), output: z.object({ metric, undo }), refusals: ['metric_name_taken'], agent: { destructive: false, idempotent: false },
  example: { input: { name: 'Refunds within 48 hours', unit: '%', direction: 'up' }, output: { metric: { state: 'active', points: 0 } } },
});
const metricList = query({
  name: 'metric.list', summary: 'Lists metrics with their last value and whether their source has fallen silent.', roles: readers, input: z.object({ state: z.enum(['active', 'retired', 'all']).default('active') }),
  output: z.object({ metrics: z.array(metric) }), refusals: [], example: { input: {}, output: { metrics: [{ key: 'M-1', kind: 'rate' }, { key: 'M-5', grain: 'week' }] } },
});
const metricGet = query({
  name: 'metric.get', summary: 'Gives a metric with its series, the ships that fall into it, and which past values were said anew.', roles: readers,
  input: z.object({ metric: reference, from: day.optional(), to: day.optional() }),
  output: z.object({
    metric, series: series.optional().describe('Absent while there are no values'),
    ships: z.array(z.object({ id: z.string(), key: z.string(), title: z.string(), shippedOn: day, rolledOutOn: day.optional(), bet: z.string().optional().describe('Key of its bet') })),
    revisions: z.array(z.object({ on: day, before: z.number(), after: z.number().optional(), at: time })).describe('Newest first, at most 200'),
  }),
  refusals: ['not_found'], example: { input: { metric: 'M-1', from: '2026-10-01' }, output: { metric: { key: 'M-1' }, series: { start: '2026-10-01' }, ships: [{ title: 'Small refunds before inspection', bet: 'B-11' }] } },
});
const metricChange = command({
  name: 'metric.change', summary: 'Changes a metric’s words, unit or direction, or retires it, or takes it up again. Its values stay.', roles: managers,
  input: z.object({ metric: reference, name: facts.name.optional(), unit: facts.unit, direction: facts.direction.optional(), staleAfter: facts.staleAfter, schedule: schedule.optional(), state: z.enum(['active', 'retired']).optional(), clear: z.array(z.enum(['unit', 'staleAfter'])).optional() }),
  output: z.object({ metric, undo }), refusals: ['not_found', 'metric_name_taken'], agent: { destructive: false, idempotent: true },
  example: { input: { metric: 'M-1', staleAfter: 4 }, output: { metric: { key: 'M-1' } } },
});
const metricPreview = command({
  name: 'metric.preview', summary: 'Reads a pasted column or a file without keeping it: which columns, what was guessed, the series, and what could not be read.', roles: managers, untrusted: true,
  input: z.object(from),
  output: z.object({ columns: z.array(z.string()), date: z.string().optional(), value: z.string(), denominator: z.string().optional(), kind: metricKind, series, gaps: z.number(), said: z.array(z.string()), unread: z.array(unreadCell), unreadTotal: z.number() }),
  refusals: unreadable, agent: { destructive: false, idempotent: true },
  example: { input: { text: 'day,visits\n2026-11-01,10\n2026-11-02,12\n2026-11-04,11\n' }, output: { value: 'visits', series: { start: '2026-11-01', values: [10, 12, null, 11] } } },
});
const metricLoad = command({
  name: 'metric.load', summary: 'Reads values of a metric from a pasted column or a file. The same twice changes nothing; a past value that differs is kept beside the new one.', roles: managers,
  input: z.object({ metric: reference, ...from }), output: z.object({ metric, counts, unread: z.array(unreadCell), said: z.array(z.string()) }), refusals: unreadable, agent: { destructive: false, idempotent: true },
  example: { input: { metric: 'M-4', text: 'day,parcels\n2026-11-19,3600\n2026-11-20,3550\n' }, output: { counts: { read: 2, added: 1, revised: 1 } } },
});
const metricPush = command({
  name: 'metric.push', summary: 'Takes values of a metric from a program, day by day.', roles: managers,
  input: z.object({ metric: reference, points: z.array(z.object({ on: day, value: z.number(), denominator: z.number().optional() })).min(1).max(20_000) }), output: z.object({ metric, counts }),
  refusals: ['not_found', 'metric_unreadable'], agent: { destructive: false, idempotent: true },
  example: { input: { metric: 'M-4', points: [{ on: '2026-11-20', value: 3550 }] }, output: { counts: { added: 1 } } },
});
const metricLoads = query({
  name: 'metric.loads', summary: 'Lists the readings of a metric’s source, newest first, with what each brought and what could not be read.', roles: readers, input: z.object({ metric: reference }),
  output: z.object({ loads: z.array(z.object({ id: z.string(), via: z.enum(['paste', 'file', 'url', 'push', 'sql', 'sample']), at: time, counts, unread: z.array(unreadCell) })) }), refusals: ['not_found'],
  example: { input: { metric: 'M-1' }, output: { loads: [{ via: 'sample' }] } },
});
const metricConnect = command({
  name: 'metric.connect', summary: 'Says where a metric comes from, reads it once, and from then on as scheduled: an HTTP address that answers CSV or JSON, or one SELECT on PostgreSQL. Secrets are kept encrypted and never shown.', roles: managers,
  input: z.object({
    metric: reference, schedule: schedule.default('daily'),
    url: z.object({ address: z.string().max(2000), headers: z.record(z.string(), z.string()).optional().describe('Such as Authorization; kept encrypted') }).optional(),
    sql: z.object({ connection: z.string().max(2000).describe('postgres://...; kept encrypted'), statement: z.string().max(20_000).describe('One SELECT that gives a day and a value, and for a rate a denominator') }).optional(),
    ...columns,
  }),
  output: z.object({ metric, counts, unread: z.array(unreadCell), said: z.array(z.string()) }), refusals: ['not_found', 'metric_unreadable', 'metric_source_failed', 'metric_source_unfit'],
  agent: { destructive: false, idempotent: true, openWorld: true, personOnly: true },
  example: { input: { metric: 'M-1' }, refusal: 'metric_source_unfit' },
});
const metricRefresh = command({
  name: 'metric.refresh', summary: 'Reads a connected metric’s source now.', roles: managers, input: z.object({ metric: reference }), output: z.object({ metric, counts, unread: z.array(unreadCell) }),
  refusals: ['not_found', 'metric_unreadable', 'metric_source_failed', 'metric_source_unfit'], agent: { destructive: false, idempotent: true, openWorld: true },
  example: { input: { metric: 'M-1' }, refusal: 'metric_source_unfit' },
});
const metricAnswer = query({
  name: 'metric.answer', summary: 'Says what this metric’s own history can detect 30, 90 and 365 days after a ship, and what to do instead where a bet is below that.', roles: readers,
  input: z.object({
    metric: reference, scale: z.enum(['relative', 'absolute']).default('relative'), minEffect: z.number().optional(), effectLow: z.number().optional(), effectHigh: z.number().optional(), controls: z.array(reference).max(5).optional(),
  }),
  output: z.object({
    horizons: z.array(z.object({ days: z.number(), detectable: z.number().optional().describe('Smallest effect seen 4 times in 5, in the scale asked for'), reason: z.string().optional(), sentence: z.string(), enough: z.boolean().optional().describe('Whether the smallest effect that matters is within reach') })),
    advice: z.string().optional().describe('What to do instead when the bet is below what can be seen'),
  }),
  refusals: ['not_found'], example: { input: { metric: 'M-1', minEffect: 0.01 }, output: { horizons: [{ days: 30 }, { days: 90, enough: false }, { days: 365 }] } },
});

export const metricOperations = [metricAdd, metricList, metricGet, metricChange, metricPreview, metricLoad, metricPush, metricLoads, metricConnect, metricRefresh, metricAnswer] as const;
