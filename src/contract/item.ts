// Backlog items as mirrored from a tracker: listing, reading, and what they lead to.
import * as z from 'zod';
import { managers, readers } from '../domain/access/role.ts';
import { RULES } from '../domain/backlog/finding.ts';
import { command, query } from './operation.ts';
import { confirmSuggested, itemBrief, nextCursor, page, reference, share, time, undo, words } from './shapes.ts';

export const lineageState = z.enum(['goal', 'suggested', 'lights_on', 'none']).describe('Leads to the goal; wording suggests it; keeps the lights on; no path yet');

export const itemRow = itemBrief.extend({
  type: z.string().optional(), status: z.string().optional(), container: z.string().optional(),
  author: z.string().optional(), assignee: z.string().optional(), labels: z.array(z.string()), priority: z.string().optional(), parent: z.string().optional(),
  createdAt: time.optional(), updatedAt: time.optional(), resolvedAt: time.optional(), due: z.string().optional(),
  touchedAt: time.optional().describe('The last human touch'), untouchedDays: z.number().optional(),
  lineage: lineageState, origin: z.string().optional(), comments: z.number(), findings: z.array(z.enum(RULES)),
});

export const link = z.object({
  id: z.string(), target: z.object({ kind: z.enum(['problem', 'bet']), id: z.string(), key: z.string(), title: z.string() }),
  via: confirmSuggested, note: z.string().optional(), createdAt: time,
});

const itemFilter = {
  search: z.string().trim().max(200).optional().describe('Words in key, title or text'),
  statusClass: z.enum(['open', 'done', 'closed_unfinished', 'all']).default('open'),
  lineage: lineageState.optional(),
  agedOut: z.boolean().optional().describe('Only items that aged out, or only those that did not'),
  rule: z.enum(RULES).optional().describe('Only items with a standing finding of this rule'),
  leadsTo: reference.optional().describe('Only items that lead to this problem or bet'),
  source: z.string().optional(), label: z.string().max(200).optional(), type: z.string().max(200).optional(), assignee: z.string().max(200).optional(), origin: z.string().max(200).optional(),
  untouchedFrom: z.number().int().min(0).max(36_525).optional().describe('Untouched for at least this many days'),
  untouchedTo: z.number().int().min(0).max(36_525).optional().describe('and for fewer than this many'),
};
const itemTotal = { total: z.number().describe('Counted exactly up to 10,000'), totalIsExact: z.boolean() };

const itemList = query({
  name: 'item.list',
  summary: 'Lists items by filter, search and order, a page at a time. For findings use finding.list.',
  roles: readers,
  untrusted: true,
  input: z.object({
    ...page, ...itemFilter,
    counted: z.boolean().default(true).describe('False answers sooner: total is then only what the page itself shows, at least. item.count counts'),
    sort: z.enum(['updated', '-updated', 'created', '-created', 'touched', '-touched', 'key', 'title']).default('-updated').describe('A minus is newest first'),
  }),
  output: z.object({ items: z.array(itemRow), ...itemTotal, nextCursor }),
  refusals: ['bad_cursor'],
  example: { input: { search: 'label', limit: 5 }, output: {} },
});
const itemCount = query({
  name: 'item.count', summary: 'Counts the items that fit a filter and search, with those of item.list.', roles: readers,
  input: z.object(itemFilter), output: z.object(itemTotal), refusals: [],
  example: { input: { search: 'label' }, output: { totalIsExact: true } },
});
const itemFacets = query({
  name: 'item.facets', summary: 'Lists the labels, types, assignees, origins and parents there are, with counts, for filters and link rules.', roles: readers, untrusted: true,
  input: z.object({ statusClass: z.enum(['open', 'all']).default('open') }),
  output: z.object(Object.fromEntries(['labels', 'types', 'assignees', 'origins', 'parents', 'components'].map((k) => [k, z.array(z.object({ value: z.string(), title: z.string().optional(), count: z.number() }))])) as Record<'labels' | 'types' | 'assignees' | 'origins' | 'parents' | 'components', z.ZodArray<z.ZodObject<{ value: z.ZodString; title: z.ZodOptional<z.ZodString>; count: z.ZodNumber }>>>),
  refusals: [], example: { input: {}, output: {} },
});
const itemGet = query({
  name: 'item.get', summary: 'Gives one item whole: text, comments, history, links, findings and cull decisions.', roles: readers, untrusted: true,
  input: z.object({ item: reference }),
  output: z.object({
    item: itemRow.extend({
      body: z.string().optional(), bodyFormat: z.enum(['markdown', 'jira', 'plain']), components: z.array(z.string()), sprints: z.array(z.string()),
      relations: z.array(z.object({ kind: z.string(), key: z.string() })), parentTitle: z.string().optional(), children: z.number(), sourceName: z.string(),
    }),
    comments: z.array(z.object({ id: z.string(), author: z.string().optional(), at: time.optional(), text: z.string(), bot: z.boolean() })),
    moreComments: z.number(),
    history: z.array(z.object({ at: time, by: z.string().optional(), field: z.string(), from: z.string().optional(), to: z.string().optional() })).optional().describe('Absent where the source carries none'),
    leadsTo: z.array(link),
    through: link.shape.target.optional().describe('What it leads to without a link of its own: by a rule or a parent'),
    findings: z.array(z.object({ id: z.string(), rule: z.enum(RULES), why: z.string(), state: z.string() })),
    decisions: z.array(z.object({ id: z.string(), kind: z.string(), reason: z.string().optional(), until: z.string().optional(), at: time, undone: z.boolean() })),
  }),
  refusals: ['not_found', 'ambiguous_reference'],
  example: { input: { item: 'RET-1' }, output: { item: { key: 'RET-1' } } },
});
const itemLink = command({
  name: 'item.link', summary: 'Says that items lead to a problem or a bet, one or up to 500 at once.', roles: managers,
  input: z.object({ items: z.array(reference).min(1).max(500), problem: reference.optional(), bet: reference.optional(), note: words(500).optional() }),
  output: z.object({ linked: z.number(), already: z.number(), undo }),
  refusals: ['not_found', 'ambiguous_reference', 'link_target_closed', 'link_needs_active_goal'], agent: { destructive: false, idempotent: true },
  example: { input: { items: ['RET-1'], problem: 'P-1' }, output: {} },
});
const itemUnlink = command({
  name: 'item.unlink', summary: 'Takes links from items to a problem or bet away.', roles: managers,
  input: z.object({ items: z.array(reference).min(1).max(500), problem: reference.optional(), bet: reference.optional() }),
  output: z.object({ unlinked: z.number(), undo }), refusals: ['not_found', 'ambiguous_reference'], agent: { destructive: false, idempotent: true },
  example: { input: { items: ['RET-1'], problem: 'P-1' }, output: {} },
});

const ruleField = z.enum(['label', 'parent', 'component', 'type', 'container']);
export const linkRule = z.object({
  id: z.string(), field: ruleField, value: z.string(),
  target: z.object({ kind: z.enum(['problem', 'bet', 'lights_on', 'origin']), id: z.string().optional(), title: z.string() }),
  matches: z.number(), createdAt: time,
});
const lineageRuleAdd = command({
  name: 'lineage.rule_add',
  summary: 'Says once what many items lead to: everything with this label, under this epic, of this component or type, serves a problem or bet, keeps the lights on, or comes from an origin.',
  roles: managers,
  input: z.object({ field: ruleField, value: words(300), problem: reference.optional(), bet: reference.optional(), lightsOn: z.boolean().optional(), origin: words(60).optional() }),
  output: z.object({ rule: linkRule, undo }), refusals: ['not_found', 'rule_matches_nothing', 'link_target_closed', 'link_needs_active_goal', 'link_exists'], agent: { destructive: false, idempotent: false },
  example: { input: { field: 'label', value: 'carrier', problem: 'P-1' }, output: { rule: { field: 'label', value: 'carrier' } } },
});
const lineageRuleList = query({
  name: 'lineage.rule_list', summary: 'Lists the link rules with how many items each matches.', roles: readers, input: z.object({}), output: z.object({ rules: z.array(linkRule) }), refusals: [],
  example: { input: {}, output: {} },
});
const lineageRuleRemove = command({
  name: 'lineage.rule_remove', summary: 'Removes a link rule; what it linked is no longer linked.', roles: managers, input: z.object({ rule: z.string() }), output: z.object({ unlinked: z.number(), undo }),
  refusals: ['not_found'], agent: { destructive: false, idempotent: false }, example: { input: { rule: 'lnr_none' }, refusal: 'not_found' },
});
const lineageSuggest = query({
  name: 'lineage.suggest', summary: 'Suggests from wording which open items may lead to which problem or bet. Nothing is linked until confirmed with item.link.', roles: managers, untrusted: true,
  input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
  output: z.object({ suggestions: z.array(z.object({ item: itemBrief, target: z.object({ kind: z.enum(['goal', 'problem', 'bet']), id: z.string(), key: z.string(), title: z.string() }), score: share, words: z.array(z.string()) })) }),
  refusals: ['link_needs_active_goal'], example: { input: { limit: 5 }, output: {} },
});
const lineageDecline = command({
  name: 'lineage.decline', summary: 'Says a suggestion is not so; the pair is not suggested again.', roles: managers,
  input: z.object({ item: reference, target: z.string(), back: z.boolean().optional().describe('Takes the decline back') }), output: z.object({ declined: z.boolean(), undo }), refusals: ['not_found', 'ambiguous_reference'], agent: { destructive: false, idempotent: true },
  example: { input: { item: 'RET-1', target: 'P-1' }, output: { declined: true } },
});
const lineageShare = query({
  name: 'lineage.share', summary: 'Says how much of the open backlog leads to the goal, by origin and week by week. Unexplained is not bad.', roles: readers, input: z.object({}),
  output: z.object({
    open: z.number(), linked: z.number(), suggested: z.number(), lightsOn: z.number(), lightsOnAllowance: share, lightsOnOver: z.boolean(), unexplained: z.number(), unexplainedShare: share.optional(),
    byOrigin: z.array(z.object({ origin: z.string(), unexplained: z.number(), open: z.number() })),
    trend: z.array(z.object({ day: z.string(), open: z.number(), linked: z.number(), lightsOn: z.number(), unexplained: z.number() })),
  }),
  refusals: [], example: { input: {}, output: {} },
});

export const itemOperations = [itemList, itemCount, itemFacets, itemGet, itemLink, itemUnlink] as const;
export const lineageOperations = [lineageRuleAdd, lineageRuleList, lineageRuleRemove, lineageSuggest, lineageDecline, lineageShare] as const;
