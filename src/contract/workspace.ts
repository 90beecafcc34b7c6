// The workspace: what is in it at a glance, the sample, and throwing the sample away.
import * as z from 'zod';
import { managers, owners, readers, ROLES } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { time, words } from './shapes.ts';

const workspaceGet = query({
  name: 'workspace.get',
  summary: 'Says which workspace this is, who is asking, and how much is in it.',
  roles: readers,
  input: z.object({}),
  output: z.object({
    id: z.string(),
    name: z.string(),
    product: z.object({ id: z.string(), name: z.string() }),
    timeZone: z.string(),
    today: z.string(),
    sample: z.boolean().describe('True while it holds the sample company and nothing else'),
    role: z.enum(ROLES),
    counts: z.object({ items: z.number(), open: z.number(), comments: z.number(), sources: z.number(), problems: z.number(), bets: z.number() }),
    activeGoal: z.object({ id: z.string(), statement: z.string() }).optional(),
    runningJobs: z.array(z.object({ id: z.string(), kind: z.string() })),
  }),
  refusals: [],
  example: { input: {}, output: { name: 'Sample Parcel', sample: true, role: 'owner' } },
});

const workspaceRename = command({
  name: 'workspace.rename',
  summary: 'Names the workspace and its product, and sets the time zone that decides what today is.',
  roles: owners,
  input: z.object({ name: words(120).optional(), product: words(120).optional(), timeZone: words(60).optional() }),
  output: z.object({ name: z.string(), product: z.string(), timeZone: z.string() }),
  refusals: [],
  agent: { destructive: false, idempotent: true },
  example: { input: { product: 'Returns' }, output: { product: 'Returns' } },
});

const sampleDiscard = command({
  name: 'sample.discard',
  summary: 'Throws the sample company away and leaves an empty workspace. Refuses when the workspace holds anything else.',
  roles: owners,
  input: z.object({}),
  output: z.object({ discarded: z.boolean(), items: z.number() }),
  refusals: ['not_a_sample'],
  agent: { destructive: true, idempotent: false },
  example: { input: {}, output: { discarded: true } },
});

const sampleLoad = command({
  name: 'sample.load',
  summary: 'Fills an empty workspace with the sample company: two years of a backlog with its diseases. Refuses when anything is there.',
  roles: owners,
  input: z.object({ seed: z.number().int().min(1).max(1_000_000).default(1) }),
  output: z.object({ items: z.number(), comments: z.number() }),
  refusals: ['workspace_not_empty'],
  agent: { destructive: false, idempotent: false },
  example: { input: { seed: 1 }, output: {} },
});

const sourceList = query({
  name: 'source.list',
  summary: 'Lists the trackers that were imported, with their counts and when each was last read.',
  roles: readers,
  input: z.object({}),
  output: z.object({
    sources: z.array(
      z.object({ id: z.string(), kind: z.string(), name: z.string(), items: z.number(), open: z.number(), lastImportAt: time.optional() }),
    ),
  }),
  refusals: [],
  example: { input: {}, output: { sources: [{ kind: 'jira-csv' }] } },
});

const sourceRemove = command({
  name: 'source.remove',
  summary: 'Removes a tracker with everything that was read from it. Export first if you may want it back.',
  roles: managers,
  input: z.object({ source: z.string() }),
  output: z.object({ removedItems: z.number() }),
  refusals: ['not_found', 'busy'],
  agent: { destructive: true, idempotent: false },
  example: { input: { source: 'RET' }, output: {} },
});

export const workspaceOperations = [workspaceGet, workspaceRename, sampleLoad, sampleDiscard, sourceList, sourceRemove] as const;
