// Problems as plain records between the goal and the backlog.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { reference, time, undo, words } from './shapes.ts';

export const problem = z.object({
  id: z.string(), key: z.string(), title: z.string(), state: z.enum(['open', 'closed']),
  who: z.string().optional(), tryingTo: z.string().optional(), hurts: z.string().optional(), howOften: z.string().optional(), howMany: z.string().optional(),
  goal: z.string().optional().describe('Id of the goal it leads to'),
  closedReason: z.string().optional(), items: z.number(), createdAt: time, updatedAt: time,
});
const problemFields = {
  title: words(300).describe('The problem in the words of who has it'),
  who: words(300).optional(), tryingTo: words(1000).optional(), hurts: words(1000).optional(), howOften: words(300).optional(), howMany: words(300).optional(),
  goal: reference.optional().describe('The goal it leads to; by default the active one'),
};
const problemAdd = command({
  name: 'problem.add', summary: 'Writes down somebody’s problem worth solving; it leads to the active goal unless another is named.', roles: managers,
  input: z.object(problemFields), output: z.object({ problem, undo }), refusals: ['not_found'],
  agent: { destructive: false, idempotent: false },
  example: { input: { title: 'Shops cannot see why a parcel came back', who: 'Shops with a returns desk' }, output: { problem: { state: 'open' } } },
});
const problemList = query({
  name: 'problem.list', summary: 'Lists problems with how many items lead to each.', roles: readers,
  input: z.object({ state: z.enum(['open', 'closed', 'all']).default('open') }), output: z.object({ problems: z.array(problem) }), refusals: [],
  example: { input: {}, output: { problems: [{ key: 'P-1' }] } },
});
const problemGet = query({
  name: 'problem.get', summary: 'Gives one problem.', roles: readers, input: z.object({ problem: reference }), output: z.object({ problem }), refusals: ['not_found'],
  example: { input: { problem: 'P-1' }, output: { problem: { key: 'P-1' } } },
});
const problemChange = command({
  name: 'problem.change', summary: 'Changes a problem’s wording, or closes it with a reason, or opens it again.', roles: managers,
  input: z.object({ ...problemFields, problem: reference, title: problemFields.title.optional(), state: z.enum(['open', 'closed']).optional(), reason: words(1000).optional(), clear: z.array(z.enum(['who', 'tryingTo', 'hurts', 'howOften', 'howMany'])).optional().describe('Fields to empty') }),
  output: z.object({ problem, undo }), refusals: ['not_found'], agent: { destructive: false, idempotent: true },
  example: { input: { problem: 'P-1', howOften: 'every working day' }, output: { problem: { howOften: 'every working day' } } },
});

export const problemOperations = [problemAdd, problemList, problemGet, problemChange] as const;
