// Reading the backlog: lists, filters to choose from, one item whole. What items lead to is written elsewhere.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import type { ItemLink, Change } from '../domain/backlog/item.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { DAY_MS, type Instant } from '../domain/kernel/instant.ts';
import { findBet } from '../store/bet.ts';
import { listDecisionsOfItem } from '../store/decision.ts';
import { listFindingsOfItem } from '../store/finding.ts';
import { countChildren, facetOf, facetStamp, findTitle, getItemText, listComments, listFacetOf, listLeads, listStandingRules, parentFacet } from '../store/item.ts';
import { countItems, listItems, placeOf, planItems, type ItemFilter, type ItemPlace, type ItemPlan } from '../store/item-list.ts';
import { findProblem } from '../store/problem.ts';
import { timeText, type Store, type Tx } from '../store/schema.ts';
import { findSource } from '../store/source.ts';
import type { Context, Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { endOfAgeDay, itemNamed, shownItem } from './item-shown.ts';

const COMMENTS_SHOWN = 100;
type ItemGet = OutputOf<'item.get'>;
type Facets = OutputOf<'item.facets'>;

/** Facets as they were last counted, until an import, an audit or a rule changes them: six passes over all items are not for every opening of a filter. */
const facetsKept = new WeakMap<Store, Map<string, { readonly stamp: string; readonly facets: Facets }>>();

/** Days untouched as bounds of the last touch: at least `from` days is a touch before the first bound, fewer than `to` one from the second on. */
export function touchBounds(end: Instant, from: number | undefined, to: number | undefined): Pick<ItemFilter, 'touchedBefore' | 'touchedFrom'> {
  return {
    ...(from === undefined || from === 0 ? {} : { touchedBefore: timeText(end - from * DAY_MS + 1) }),
    ...(to === undefined ? {} : { touchedFrom: timeText(end - to * DAY_MS + 1) }),
  };
}

/** A problem or bet by its id, as an item's way to the goal names it. */
async function targetWith(tx: Tx, workspaceId: string, id: string): Promise<ItemGet['through']> {
  const problem = await findProblem(tx, workspaceId, id);
  if (problem) return { kind: 'problem', id, key: problem.key, title: problem.title };
  const bet = await findBet(tx, workspaceId, id);
  return bet && { kind: 'bet', id, key: bet.key, title: bet.claim };
}

type Asked = GivenTo<'item.count'>;

/** How the filters are carried out; undefined when nothing can fit, such as what leads to a problem that is not there. */
async function planned({ untouchedFrom, untouchedTo, leadsTo, ...filter }: Asked, end: Instant, { tx, asker: { workspaceId } }: Context): Promise<ItemPlan | undefined> {
  const target = leadsTo === undefined ? undefined : ((await findProblem(tx, workspaceId, leadsTo)) ?? (await findBet(tx, workspaceId, leadsTo)));
  if (leadsTo !== undefined && !target) return undefined;
  return planItems(workspaceId, { ...filter, ...touchBounds(end, untouchedFrom, untouchedTo), ...(target ? { leadsTo: target.id } : {}) });
}

export const itemHandlers: Pick<Handlers, 'item.list' | 'item.count' | 'item.facets' | 'item.get'> = {
  async 'item.list'({ counted, ...given }, context) {
    const { tx, asker } = context;
    const at = readCursor('item.list', given, 4);
    if (at === 'bad') return refused('bad_cursor');
    const end = await endOfAgeDay(context);
    const { sort, limit, cursor: _cursor, ...asked } = given;
    const plan = await planned(asked, end, context);
    if (!plan) return granted({ items: [], total: 0, totalIsExact: true });
    const rows = await listItems(tx, plan, sort, at === undefined ? undefined : [at[0], at[1]] as ItemPlace, limit + 1);
    const shown = rows.slice(0, limit);
    const count = at !== undefined ? { total: Number(at[2]), exact: at[3] === 1 } : counted ? await countItems(tx, plan) : { total: rows.length, exact: rows.length <= limit };
    const rules = await listStandingRules(tx, asker.workspaceId, shown.map(({ id }) => id));
    const total = count.exact ? count.total : Math.max(count.total, shown.length);
    return granted({
      items: shown.map((row) => shownItem(row, end, rules.get(row.id) ?? [])), total, totalIsExact: count.exact,
      nextCursor: rows.length > limit ? writeCursor('item.list', given, [...placeOf(shown.at(-1)!, sort), total, count.exact ? 1 : 0]) : undefined,
    });
  },

  async 'item.count'(given, context) {
    const plan = await planned(given, await endOfAgeDay(context), context);
    const { total, exact } = plan ? await countItems(context.tx, plan) : { total: 0, exact: true };
    return granted({ total, totalIsExact: exact });
  },

  async 'item.facets'({ statusClass }, { tx, asker, services }) {
    const { workspaceId } = asker;
    const stamp = await facetStamp(tx, workspaceId);
    const kept = facetsKept.get(services.store) ?? new Map<string, { stamp: string; facets: Facets }>();
    facetsKept.set(services.store, kept);
    const place = `${workspaceId} ${statusClass}`;
    const known = kept.get(place);
    if (known?.stamp === stamp) return granted(known.facets);
    const facets: Facets = {
      labels: await listFacetOf(tx, workspaceId, 'labels', statusClass), types: await facetOf(tx, workspaceId, 'type', statusClass),
      assignees: await facetOf(tx, workspaceId, 'assignee_name', statusClass), origins: await facetOf(tx, workspaceId, 'origin', statusClass),
      parents: await parentFacet(tx, workspaceId, statusClass), components: await listFacetOf(tx, workspaceId, 'components', statusClass),
    };
    kept.set(place, { stamp, facets });
    return granted(facets);
  },

  async 'item.get'(given, context) {
    const { tx, asker } = context;
    const { workspaceId } = asker;
    const named = await itemNamed(context, given.item);
    if (!named.ok) return named;
    const row = named.value;
    const end = await endOfAgeDay(context);
    const text = await getItemText(tx, workspaceId, row.id);
    const comments = await listComments(tx, workspaceId, row.id, COMMENTS_SHOWN);
    const source = await findSource(tx, workspaceId, row.source_id);
    const findings = await listFindingsOfItem(tx, workspaceId, row.id);
    const leads = await listLeads(tx, workspaceId, row.id);
    const history = text.history as readonly Change[] | null;
    const answer: ItemGet = {
      item: {
        ...shownItem(row, end, findings.filter(({ state }) => state === 'standing').map(({ rule }) => rule)),
        body: text.body ?? undefined, bodyFormat: bodyFormat(source?.kind ?? ''), components: row.components as string[], sprints: text.sprints as string[],
        relations: (text.links as ItemLink[]).map(({ kind, key }) => ({ kind, key })),
        parentTitle: row.parent_key === null ? undefined : await findTitle(tx, workspaceId, row.parent_key),
        children: await countChildren(tx, workspaceId, row.key), sourceName: source?.name ?? '',
      },
      comments: comments.map((comment) => ({
        id: comment.identity, author: comment.author_name ?? comment.author_id ?? undefined, at: comment.written_at ?? undefined, text: comment.text, bot: comment.author_bot === true,
      })),
      moreComments: Math.max(0, row.comment_count - comments.length),
      history: history === null ? undefined : history.map(({ at, by, field, from, to }) => ({ at: timeText(at), by: by?.name ?? by?.id, field, from, to })),
      through: leads.length > 0 || row.leads_to === null ? undefined : await targetWith(tx, workspaceId, row.leads_to),
      leadsTo: leads.map((link) => ({
        id: link.id, target: { kind: link.kind, id: link.target_id, key: link.target_key, title: link.target_title }, via: link.via, note: link.note ?? undefined, createdAt: link.created_at,
      })),
      findings: findings.map(({ id, rule, detail, state }) => ({ id, rule, why: detail.why, state })),
      decisions: (await listDecisionsOfItem(tx, workspaceId, row.id)).map((decision) => ({
        id: decision.id, kind: decision.kind, reason: decision.reason ?? undefined, until: decision.until_on ?? undefined, at: decision.made_at, undone: decision.undone_at !== null,
      })),
    };
    return granted(answer);
  },
};

function bodyFormat(kind: string): ItemGet['item']['bodyFormat'] {
  if (kind.startsWith('jira')) return 'jira';
  return kind === 'csv' || kind === '' ? 'plain' : 'markdown';
}
