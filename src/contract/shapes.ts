// Shapes that several operations share. Times are RFC 3339 UTC, days are YYYY-MM-DD, shares are 0 to 1.
import * as z from 'zod';
import { RULES } from '../domain/backlog/finding.ts';
import { startOfDay } from '../domain/kernel/instant.ts';

export const day = z
  .string()
  .refine((text) => startOfDay(text) !== undefined, 'is not a day that exists, written YYYY-MM-DD')
  .describe('A calendar day, YYYY-MM-DD');
export const time = z.iso.datetime().describe('A time in UTC, RFC 3339');
export const share = z.number().min(0).max(1).describe('A share between 0 and 1');
export const words = (most: number) => z.string().trim().min(1).max(most);
export const reference = z.string().trim().min(1).max(300).describe('Its id, or its key where that is unique');
export const ruleName = z.enum(RULES).describe('A rule of the audit');

export const page = {
  limit: z.number().int().min(1).max(200).default(50).describe('How many rows at most'),
  cursor: z.string().max(2000).optional().describe('The nextCursor of the page before'),
};
export const nextCursor = z.string().optional().describe('Absent on the last page');

/** How to take a command back: the operation to call, with what, and until when. Absent where it cannot be undone. */
export const undo = z
  .object({ operation: z.string(), input: z.record(z.string(), z.unknown()), until: time.optional() })
  .optional();

export const span = z.object({
  field: z.enum(['title', 'body', 'labels', 'due', 'assignee', 'comments', 'status', 'goal']),
  start: z.number().int(),
  end: z.number().int(),
});

export const interval = z.tuple([z.number(), z.number()]);

export const itemBrief = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  url: z.string().optional(),
  statusClass: z.enum(['open', 'done', 'closed_unfinished']),
});

export const unread = z.object({
  where: z.string(),
  code: z.string(),
  value: z.string().optional(),
  lost: z.boolean(),
});

export const confirmSuggested = z.enum(['hand', 'bulk', 'rule', 'suggestion']).describe('How the link came about');
