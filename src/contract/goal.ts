// The one Product Goal: drafted, proposed, agreed, active, closed. What leads to it is asked here too.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { day, reference, time, undo, words } from './shapes.ts';

export const goalStates = z.enum(['draft', 'proposed', 'active', 'achieved', 'missed', 'abandoned']);

const goalFields = {
  statement: words(400).describe('The goal in one sentence: what will be different for whom'),
  metric: words(200).optional().describe('Name of the measure'),
  unit: words(40).optional(),
  baseline: z.number().optional().describe('Value of the metric now'),
  target: z.number().optional().describe('Value to reach by the end date'),
  startOn: day.optional(),
  endOn: day.optional(),
  notGoals: z.array(words(300)).max(20).optional().describe('What is not being done'),
  guardrails: z.array(words(300)).max(20).optional(),
  problem: words(2000).optional().describe('Whose problem it solves, in their words'),
  decides: words(1000).optional().describe('Who decides what'),
  givesWay: words(1000).optional().describe('What gives way when time is short'),
};

export const agreement = z.object({
  id: z.string(),
  stakeholder: z.string(),
  answer: z.enum(['yes', 'no', 'yes_but', 'asked']),
  condition: z.string().optional(),
  backBrief: z.string().optional(),
  willNotAsk: z.string().optional(),
  on: day,
  voided: z.boolean().describe('True when the goal changed after it was given'),
});

export const goal = z.object({
  id: z.string(),
  key: z.string().describe('G-1, G-2, ...'),
  state: goalStates,
  ...goalFields,
  notGoals: z.array(z.string()),
  guardrails: z.array(z.string()),
  agreements: z.array(agreement),
  changes: z.number().describe('How often metric, dates or not-goals changed after it was proposed'),
  closedReason: z.string().optional(),
  closedAt: time.optional(),
  createdAt: time,
  updatedAt: time,
  outputWording: z.string().optional().describe('Set when the statement names an output and no outcome: what to ask instead'),
});

const goalOut = z.object({ goal, undo });
const exampleGoal = 'G-2';

const goalGet = query({
  name: 'goal.get',
  summary: 'Gives one goal, by default the active one, else the newest draft or proposal; absent when there is none.',
  roles: readers,
  input: z.object({ goal: reference.optional() }),
  output: z.object({ goal: goal.optional() }),
  refusals: ['not_found'],
  example: { input: {}, output: { goal: { key: exampleGoal, state: 'active' } } },
});
const goalList = query({
  name: 'goal.list',
  summary: 'Lists all goals, newest first.',
  roles: readers,
  input: z.object({}),
  output: z.object({ goals: z.array(goal) }),
  refusals: [],
  example: { input: {}, output: { goals: [{ key: exampleGoal }] } },
});
const goalDraft = command({
  name: 'goal.draft',
  summary: 'Writes down a goal as a draft. Drafts may be many; only one goal is active.',
  roles: managers,
  input: z.object(goalFields),
  output: goalOut,
  refusals: ['goal_dates_reversed'],
  agent: { destructive: false, idempotent: false },
  example: { input: { statement: 'Shops know the same day why a parcel came back' }, output: { goal: { state: 'draft' } } },
});
const goalChange = command({
  name: 'goal.change',
  summary: 'Changes a goal. Changing metric, dates or not-goals of a proposed or active goal counts as a change and voids agreements.',
  roles: managers,
  input: z.object({ ...goalFields, goal: reference, statement: goalFields.statement.optional(), clear: z.array(z.enum(['metric', 'unit', 'baseline', 'target', 'startOn', 'endOn', 'problem', 'decides', 'givesWay'])).optional().describe('Fields to empty') }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids', 'goal_dates_reversed', 'goal_needs_not_goal', 'goal_needs_metric'],
  agent: { destructive: false, idempotent: true },
  example: { input: { goal: exampleGoal, givesWay: 'New carrier integrations' }, output: { goal: { state: 'active' } } },
});
const goalPropose = command({
  name: 'goal.propose',
  summary: 'Puts a draft before the stakeholders. Needs a metric from and to, dates, and at least one thing it is not.',
  roles: managers,
  input: z.object({ goal: reference }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids', 'goal_needs_not_goal', 'goal_needs_metric', 'goal_dates_reversed'],
  agent: { destructive: false, idempotent: true },
  example: { input: { goal: 'G-3' }, output: { goal: { state: 'proposed' } } },
});
const goalActivate = command({
  name: 'goal.activate',
  summary: 'Makes a goal the one active goal of the product. Refuses while another is active.',
  roles: managers,
  input: z.object({ goal: reference }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids', 'goal_already_active', 'goal_needs_not_goal', 'goal_needs_metric', 'goal_dates_reversed'],
  agent: { destructive: false, idempotent: true },
  example: { input: { goal: exampleGoal }, output: { goal: { state: 'active' } } },
});
const goalWithdraw = command({
  name: 'goal.withdraw',
  summary: 'Takes a proposal or an activation back: the goal is proposed or a draft again. To end a goal use goal.close.',
  roles: managers,
  input: z.object({ goal: reference, to: z.enum(['draft', 'proposed']) }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids'],
  agent: { destructive: false, idempotent: true },
  example: { input: { goal: 'G-1', to: 'draft' }, refusal: 'goal_state_forbids' },
});
const goalClose = command({
  name: 'goal.close',
  summary: 'Closes a goal as achieved, missed or abandoned, with the reason.',
  roles: managers,
  input: z.object({ goal: reference, as: z.enum(['achieved', 'missed', 'abandoned']), reason: words(2000) }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids', 'goal_needs_reason'],
  agent: { destructive: false, idempotent: false },
  example: { input: { goal: exampleGoal, as: 'abandoned', reason: 'The largest carrier now does this itself' }, output: { goal: { state: 'abandoned' } } },
});
const goalReopen = command({
  name: 'goal.reopen',
  summary: 'Takes a closing back. Refuses while another goal is active.',
  roles: managers,
  input: z.object({ goal: reference }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids', 'goal_already_active'],
  agent: { destructive: false, idempotent: true },
  example: { input: { goal: 'G-1' }, refusal: 'goal_already_active' },
});
const goalAgree = command({
  name: 'goal.agree',
  summary: 'Records what a named stakeholder said to the goal: yes, no, yes-but with its condition, or asked and not answered yet.',
  roles: managers,
  input: z.object({
    goal: reference,
    stakeholder: words(200),
    answer: z.enum(['yes', 'no', 'yes_but', 'asked']),
    condition: words(1000).optional(),
    backBrief: words(4000).optional().describe('The goal in the stakeholder’s own words, at least 12 of them'),
    willNotAsk: words(1000).optional().describe('One thing they will not ask for meanwhile'),
    on: day.optional(),
  }),
  output: goalOut,
  refusals: ['not_found', 'goal_state_forbids', 'agreement_backbrief_too_short', 'agreement_backbrief_copied'],
  agent: { destructive: false, idempotent: true },
  example: { input: { goal: exampleGoal, stakeholder: 'Head of operations', answer: 'yes_but', condition: 'not at the cost of fraud checks' }, output: {} },
});
const goalTree = query({
  name: 'goal.tree',
  summary: 'Shows what leads to the active goal: problems, bets and how many items hang on each, and how many hang nowhere.',
  roles: readers,
  input: z.object({}),
  output: z.object({
    goal: z.object({ id: z.string(), key: z.string(), statement: z.string() }).optional(),
    problems: z.array(
      z.object({
        id: z.string(), key: z.string(), title: z.string(), items: z.number(), itemsDone: z.number(),
        bets: z.array(z.object({ id: z.string(), key: z.string(), claim: z.string(), state: z.string(), items: z.number(), itemsDone: z.number() })),
      }),
    ),
    betsWithoutProblem: z.array(z.object({ id: z.string(), key: z.string(), claim: z.string(), state: z.string(), items: z.number(), itemsDone: z.number() })),
    open: z.number(), linked: z.number(), keepsLightsOn: z.number(), unexplained: z.number(),
  }),
  refusals: [],
  example: { input: {}, output: { goal: { key: exampleGoal } } },
});

export const goalOperations = [goalGet, goalList, goalDraft, goalChange, goalPropose, goalActivate, goalWithdraw, goalClose, goalReopen, goalAgree, goalTree] as const;
