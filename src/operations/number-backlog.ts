// Numbers about the backlog as it stands: open, what it leads to, aged out, flagged, by origin, one item's age.
import { findAudit } from '../store/audit.ts';
import { countBacklog, listStandingRules, type BacklogCounts } from '../store/item.ts';
import { countItems, planItems, type ItemFilter } from '../store/item-list.ts';
import { dayOf } from '../domain/kernel/instant.ts';
import { instantOf } from '../store/schema.ts';
import { leftOutOf } from './audit.ts';
import type { StoredAudit } from './audit-job.ts';
import { endOfAgeDay, itemNamed, untouchedDays } from './item-shown.ts';
import { computedNow, itemHref, itemRows, listHref, plural, shownCount, type Explain } from './number-explanation.ts';

const PAGE = 'docs/formulas/backlog-counts.md';
const FROM = 'The items as they were last imported';

interface Part { readonly field: keyof BacklogCounts; readonly title: string; readonly words: string; readonly says: string; readonly filter: Omit<ItemFilter, 'statusClass'>; readonly href: Readonly<Record<string, string | boolean>>; readonly notClaimed?: string }

const PARTS: Readonly<Record<string, Part>> = {
  'backlog.goal': { field: 'goal', title: 'Leads to the goal', words: 'open items with a path to the active goal', says: 'leads to the goal through a link, a rule or a parent', filter: { lineage: 'goal' }, href: { lineage: 'goal' } },
  'backlog.suggested': { field: 'suggested', title: 'Wording points to the goal', words: 'open items without a path whose words match the goal, a problem or a bet', says: 'shares rare words with the goal; nothing is linked until you say so', filter: { lineage: 'suggested' }, href: { lineage: 'suggested' } },
  'backlog.lights_on': { field: 'lights_on', title: 'Keeps the lights on', words: 'open items without a path that are bugs, security, upkeep or were declared so', says: 'keeps the lights on', filter: { lineage: 'lights_on' }, href: { lineage: 'lights_on' } },
  'backlog.none': { field: 'none', title: 'No path yet', words: 'open items with no path to the active goal', says: 'has no path to the goal yet', filter: { lineage: 'none' }, href: { lineage: 'none' }, notClaimed: 'Not that they are bad. They are unexplained.' },
  'backlog.aged_out': { field: 'aged_out', title: 'Aged out', words: 'open items untouched so long that the upper bound of being finished within a year is under 10%', says: 'has been quiet so long that this tracker hardly ever finished one like it', filter: { agedOut: true }, href: { rule: 'dinosaur' }, notClaimed: 'Not that they have no value, nor that closing them speeds anything up.' },
};

/** The verb of a sentence about several items. */
const MANY: Readonly<Record<string, string>> = { leads: 'lead', shares: 'share', keeps: 'keep', has: 'have' };

const part = (name: string): Explain => async (context) => {
  const { field, title, words, says, filter, href, notClaimed } = PARTS[name]!;
  const counts = await countBacklog(context.tx, context.asker.workspaceId);
  const { rows, moreRows } = await itemRows(context, { statusClass: 'open', ...filter });
  const value = counts[field];
  const audit = await findAudit<StoredAudit>(context.tx, context.asker.workspaceId);
  return {
    title, value: shownCount(value), sentence: `${shownCount(value)} of ${plural(counts.open, 'open item')} ${value === 1 ? says : says.replace(/^\w+/, (verb) => MANY[verb] ?? verb)}.`,
    formula: {
      words, page: name === 'backlog.aged_out' ? 'docs/formulas/dinosaur.md' : PAGE,
      filledIn: `${shownCount(counts.goal)} to the goal + ${shownCount(counts.suggested)} suggested + ${shownCount(counts.lights_on)} lights on + ${shownCount(counts.none)} without a path = ${shownCount(counts.open)} open; ${shownCount(counts.aged_out)} of them aged out`,
    },
    rows, moreRows: Math.max(moreRows, value - rows.length), allRows: listHref(href), leftOut: audit === undefined ? [] : leftOutOf(audit.result),
    computedAt: audit?.finished_at ?? computedNow(context), from: audit === undefined ? FROM : `The audit of ${audit.as_of}`, ...(notClaimed === undefined ? {} : { notClaimed }),
  };
};

const openItems: Explain = async (context) => {
  const counts = await countBacklog(context.tx, context.asker.workspaceId);
  const { rows, moreRows } = await itemRows(context, { statusClass: 'open' });
  return {
    title: 'Open items', value: shownCount(counts.open), sentence: `${plural(counts.open, 'item is', 'items are')} open: somebody may still do ${counts.open === 1 ? 'it' : 'them'}.`,
    formula: { words: 'all items − done − closed without being done', filledIn: `${shownCount(counts.items)} − ${shownCount(counts.done)} − ${shownCount(counts.closed)} = ${shownCount(counts.open)}`, page: PAGE },
    rows, moreRows, allRows: listHref({}),
    leftOut: [{ what: 'done items', count: counts.done }, { what: 'items closed without being done', count: counts.closed }], computedAt: computedNow(context), from: FROM,
  };
};

const flagged: Explain = async (context) => {
  const { tx, asker } = context;
  const audit = await findAudit<StoredAudit>(tx, asker.workspaceId);
  if (!audit) return { code: 'nothing_to_audit' };
  const plan = planItems(asker.workspaceId, { statusClass: 'open', flagged: true });
  const { total } = await countItems(tx, plan!);
  const { rows, moreRows } = await itemRows(context, { statusClass: 'open', flagged: true });
  const open = audit.result.read.open;
  return {
    title: 'Items with a finding', value: shownCount(total), sentence: `${shownCount(total)} of ${plural(open, 'open item')} ${total === 1 ? 'has' : 'have'} at least one finding that stands.`,
    formula: { words: 'open items with one finding or more, each counted once', filledIn: `${shownCount(total)} of ${shownCount(open)}`, page: PAGE },
    rows, moreRows, allRows: '/backlog', leftOut: [{ what: 'findings you answered as wrong or to be left' }], computedAt: audit.finished_at, from: `The audit of ${audit.as_of}`,
    notClaimed: 'Not that an item without a finding is fine, nor that one with a finding is bad.',
  };
};

const origin: Explain = async (context, of) => {
  if (of === undefined) return { code: 'not_found', details: { kind: 'origin', reference: '(none named)' } };
  const { tx, asker } = context;
  const plan = planItems(asker.workspaceId, { statusClass: 'open', origin: of });
  const { total: all } = await countItems(tx, plan!);
  if (all === 0) return { code: 'not_found', details: { kind: 'origin', reference: of } };
  const { rows, moreRows, total } = await itemRows(context, { statusClass: 'open', origin: of, lineage: ['none', 'suggested'] });
  const from = of === 'unknown' ? 'people whose origin nobody has named' : of;
  return {
    title: `From ${from}`, value: shownCount(total), sentence: `${shownCount(total)} of ${plural(all, 'open item')} from ${from} ${total === 1 ? 'has' : 'have'} no path to the goal yet.`,
    formula: { words: 'open items without a path whose author or label was declared to come from here', filledIn: `${shownCount(total)} unexplained of ${shownCount(all)}`, page: PAGE },
    rows, moreRows, allRows: listHref({ origin: of }), leftOut: [], computedAt: computedNow(context), from: FROM,
    notClaimed: 'Nothing about whoever asked. An unexplained item may be the best one.',
  };
};

const untouched: Explain = async (context, of) => {
  const named = await itemNamed(context, of ?? '');
  if (!named.ok) return { code: 'not_found', details: { kind: 'item', reference: of ?? '' } };
  const item = named.value;
  const end = await endOfAgeDay(context);
  const days = untouchedDays(item, end);
  const touched = instantOf(item.touched_at);
  const rules = (await listStandingRules(context.tx, context.asker.workspaceId, [item.id])).get(item.id) ?? [];
  const audit = await findAudit<StoredAudit>(context.tx, context.asker.workspaceId);
  if (days === undefined || touched === undefined) {
    return {
      title: `${item.key} untouched`, value: 'Cannot tell', sentence: audit === undefined ? 'Cannot tell before the first audit.' : 'Cannot tell: the source gives no time of anything a person did.',
      formula: { words: 'the audit’s day − the last human touch', filledIn: 'no touch is known', page: 'docs/formulas/untouched.md' },
      rows: [], moreRows: 0, leftOut: [], computedAt: audit?.finished_at ?? computedNow(context), from: FROM,
    };
  }
  return {
    title: `${item.key} untouched`, value: plural(days, 'day'), sentence: `Nobody touched ${item.key} for ${plural(days, 'day')}, counted to ${dayOf(end)}.`,
    formula: { words: 'the audit’s day − the last human touch, in whole days', filledIn: `${dayOf(end)} − ${dayOf(touched)} = ${shownCount(days)}`, page: 'docs/formulas/untouched.md' },
    rows: [
      { label: 'Last human touch', value: dayOf(touched), href: itemHref(item.id) }, { label: 'Created', value: item.created_at?.slice(0, 10) ?? 'not in the source' },
      { label: 'Last update in the tracker', value: item.updated_at?.slice(0, 10) ?? 'not in the source' }, ...(rules.length > 0 ? [{ label: 'Findings', value: rules.join(', ') }] : []),
    ],
    moreRows: 0, leftOut: [{ what: 'comments and changes by bots' }, { what: 'changes of many items at once' }, { what: 'moves up or down a list' }],
    computedAt: audit?.finished_at ?? computedNow(context), from: `${item.key} as it was last imported`,
  };
};

export const BACKLOG_NUMBERS: Readonly<Record<string, Explain>> = {
  'backlog.open': openItems, 'backlog.flagged': flagged, origin, 'item.untouched': untouched,
  ...Object.fromEntries(Object.keys(PARTS).map((name) => [name, part(name)])),
};
