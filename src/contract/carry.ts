// Carries: water carried once, written down in one line or taken from an event. Every row is its member's alone.
import * as z from 'zod';
import { managers } from '../domain/access/role.ts';
import { MODES, MOST_MINUTES, REASONS } from '../domain/line/carry.ts';
import { lineKind } from './line.ts';
import { command, query } from './operation.ts';
import { day, nextCursor, page, reference, time, undo, words } from './shapes.ts';

const reason = z.enum(REASONS).describe('Why it was you');
const mode = z.enum(MODES).describe('Whether it was chosen or you were pressed');
const linked = z.object({ id: z.string(), key: z.string(), title: z.string() });
const eventRef = words(1500).describe('The event it was, as attention.events names it');

export const carry = z.object({
  id: z.string(), on: day, minutes: z.number().int(), kind: lineKind, kindName: z.string(), kindGuessed: z.boolean().describe('Named from the words, not by you'), what: z.string(), askedBy: z.string().optional(), topic: z.string().optional(),
  reason: reason.optional(), mode: mode.optional(), seenBy: z.string().optional(), ifLeft: z.string().optional().describe('What would have happened had it been left'), bet: linked.optional(), goal: linked.optional(), item: linked.optional(),
  source: z.enum(['typed', 'event', 'item']), event: eventRef.optional(), createdAt: time, updatedAt: time,
});
const reading = z.object({
  parts: z.array(z.object({ field: z.enum(['minutes', 'on', 'kind', 'what', 'askedBy', 'topic', 'reason', 'mode', 'seenBy', 'ifLeft', 'bet']), words: z.string().describe('The words it was read from') })),
});
const minutes = z.number().int().min(1).max(MOST_MINUTES);
const facts = {
  askedBy: words(200).optional(), topic: words(200).optional().describe('What it is about, where the same comes again'), reason: reason.optional(), mode: mode.optional(), seenBy: words(200).optional(), ifLeft: words(500).optional(),
  bet: reference.optional(), goal: reference.optional(), item: reference.optional(),
};
const clear = z.array(z.enum(['askedBy', 'topic', 'reason', 'mode', 'seenBy', 'ifLeft', 'bet', 'goal', 'item'])).optional();
const written = z.object({ carry, reading: reading.optional(), says: z.string(), undo });

const carryAdd = command({
  name: 'carry.add', roles: managers,
  summary: 'Writes down water you carried: one line such as "45m deck for Northwind, asked by sales, pressed", read and shown back. Do it now, decide later; it is no entry in the ledger.',
  input: z.object({
    what: words(1000).describe('One line; taken as it is where minutes and kind are given'), minutes: minutes.optional().describe('Read from the line when left out'), kind: lineKind.optional(), on: day.optional().describe('Today when left out'), ...facts, event: eventRef.optional(),
  }),
  output: written, refusals: ['carry_unclear', 'not_found', 'carry_exists'], agent: { destructive: false, idempotent: false },
  example: { input: { what: '45m deck for Northwind, asked by sales, pressed', kind: 'sales' }, output: { carry: { minutes: 45, kind: 'sales', what: 'deck for Northwind', askedBy: 'sales', mode: 'pressed', on: '2026-11-20' } } },
});
const carryFromEvent = command({
  name: 'carry.from_event', roles: managers, summary: 'Writes down that an event of your calendar was water you carried: its minutes, day, title and kind are taken from it.',
  input: z.object({ event: eventRef, kind: lineKind.optional(), minutes: minutes.optional(), what: words(1000).optional(), ...facts }),
  output: written, refusals: ['not_found', 'carry_exists', 'carry_unclear'], agent: { destructive: false, idempotent: false },
  example: { input: { event: 'evt-20261116-b29f2cc263c8d4689901', askedBy: 'operations lead' }, output: { carry: { kind: 'project_mgmt', minutes: 60, what: 'Weekly status report for operations', askedBy: 'operations lead', on: '2026-11-16', source: 'event' }, undo: { operation: 'carry.remove' } } },
});
const carryList = query({
  name: 'carry.list', roles: managers, untrusted: true, summary: 'Lists your carries, newest first, with how many minutes they took and how many of those were pressed.',
  input: z.object({ from: day.optional(), to: day.optional(), kind: lineKind.optional(), askedBy: words(200).optional(), mode: mode.optional(), ...page }),
  output: z.object({ says: z.string(), carries: z.array(carry), total: z.number().int(), totalMinutes: z.number().int(), pressedMinutes: z.number().int(), nextCursor }), refusals: ['bad_cursor'],
  example: { input: { kind: 'sales' }, output: { total: 4, totalMinutes: 150, carries: [{ kind: 'sales', askedBy: 'sales', mode: 'pressed', source: 'typed' }] } },
});
const carryChange = command({
  name: 'carry.change', roles: managers, summary: 'Changes what was written down about a carry, such as whether it was chosen or who saw it.',
  input: z.object({ carry: reference, what: words(1000).optional(), minutes: minutes.optional(), kind: lineKind.optional(), on: day.optional(), ...facts, clear }),
  output: written, refusals: ['not_found'], agent: { destructive: false, idempotent: true }, example: { input: { carry: 'car_00000000000000000000000000', mode: 'chosen' }, refusal: 'not_found' },
});
const carryRemove = command({
  name: 'carry.remove', roles: managers, summary: 'Removes a carry. What was said of it goes with it; undo writes it down again.', input: z.object({ carry: reference }),
  output: z.object({ removed: z.string(), says: z.string(), undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: true }, example: { input: { carry: 'car_00000000000000000000000000' }, refusal: 'not_found' },
});

export const carryOperations = [carryAdd, carryFromEvent, carryList, carryChange, carryRemove] as const;
