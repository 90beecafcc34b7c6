// Numbers of the newest audit: a bucket of the age chart, a survival estimate, a rule's count, one finding, groups, what was read.
import { RULES, type RuleName } from '../domain/backlog/finding.ts';
import { findAudit, countGroups, listGroups, type AuditRow } from '../store/audit.ts';
import { countFindings, findFinding, listFindings } from '../store/finding.ts';
import { listItemsById } from '../store/item.ts';
import type { ItemFilter } from '../store/item-list.ts';
import { leftOutOf } from './audit.ts';
import type { StoredAudit } from './audit-job.ts';
import type { Context } from './context.ts';
import { touchBounds } from './item.ts';
import { endOfDay } from './item-shown.ts';
import { itemHref, itemRows, listHref, percent, plural, shownCount, type Explain, type Explained } from './number-explanation.ts';
import { formulaPage } from './rule.ts';
import { RULE_WORDS } from './rule-words.ts';

type Audit = AuditRow<StoredAudit>;
type OfAudit = (context: Context, audit: Audit, of: string) => Promise<Explained>;

const GROUPS_SHOWN = 8;

/** Numbers that exist only once there is an audit. */
const audited = (explain: OfAudit): Explain => async (context, of) => {
  const audit = await findAudit<StoredAudit>(context.tx, context.asker.workspaceId);
  return audit === undefined ? { code: 'nothing_to_audit' } : explain(context, audit, of ?? '');
};

const told = (audit: Audit) => ({ computedAt: audit.finished_at, from: `The audit of ${audit.as_of}` });

const CLASSES: Readonly<Record<string, { field: 'goal' | 'lightsOn' | 'none' | 'agedOut' | 'all'; words: readonly [one: string, many: string]; filter: Pick<ItemFilter, 'lineage' | 'agedOut'>; href: Record<string, string | boolean> }>> = {
  goal: { field: 'goal', words: ['leads to the goal', 'lead to the goal'], filter: { lineage: 'goal', agedOut: false }, href: { lineage: 'goal', agedOut: false } },
  lightsOn: { field: 'lightsOn', words: ['keeps the lights on', 'keep the lights on'], filter: { lineage: 'lights_on', agedOut: false }, href: { lineage: 'lights_on', agedOut: false } },
  none: { field: 'none', words: ['has no path to the goal yet', 'have no path to the goal yet'], filter: { lineage: ['none', 'suggested'], agedOut: false }, href: { agedOut: false } },
  agedOut: { field: 'agedOut', words: ['aged out', 'aged out'], filter: { agedOut: true }, href: { agedOut: true } },
  all: { field: 'all', words: ['is in this column', 'are in this column'], filter: {}, href: {} },
};

const bucket: OfAudit = async (context, audit, of) => {
  const [, from, to, name] = /^(\d+)-(\d*):(\w+)$/.exec(of) ?? [];
  const found = audit.result.buckets.find((one) => String(one.from) === from && String(one.to ?? '') === to);
  const kind = CLASSES[name ?? ''];
  if (!found || !kind) return { code: 'not_found', details: { kind: 'bucket', reference: of } };
  const end = endOfDay(audit.as_of);
  const { rows, moreRows } = await itemRows(context, { statusClass: 'open', ...kind.filter, ...touchBounds(end, found.from, found.to) });
  const total = found.goal + found.lightsOn + found.none + found.agedOut;
  const count = kind.field === 'all' ? total : found[kind.field];
  const span = found.to === undefined ? `${found.from} days or longer` : `${found.from} to ${found.to - 1} days`;
  return {
    title: `Untouched ${span}`, value: shownCount(count), sentence: `${plural(count, 'open item')} untouched for ${span} ${kind.words[count === 1 ? 0 : 1]}.`,
    formula: { words: 'open items by days since the last human touch, each in one place', filledIn: `${shownCount(found.goal)} to the goal + ${shownCount(found.lightsOn)} lights on + ${shownCount(found.none)} without a path + ${shownCount(found.agedOut)} aged out = ${shownCount(total)}`, page: 'docs/formulas/untouched.md' },
    rows, moreRows: Math.max(0, moreRows), allRows: listHref({ untouchedFrom: found.from, untouchedTo: found.to, ...kind.href }),
    leftOut: audit.result.untouched.unknownAge > 0 ? [{ what: 'open items whose last touch is not known', count: audit.result.untouched.unknownAge }] : [], ...told(audit),
  };
};

const POOLS: Readonly<Record<string, string>> = { all: 'items', bug: 'bugs', other: 'items other than bugs' };

const survival: OfAudit = async (_context, audit, of) => {
  const [pool, days] = of.split(':');
  const row = audit.result.survival.find((one) => one.pool === pool && String(one.untouchedDays) === days);
  if (!row) return { code: 'not_found', details: { kind: 'survival row', reference: of } };
  const what = POOLS[row.pool]!;
  const quiet = row.silent !== undefined;
  return {
    title: `Finished within a year after ${row.untouchedDays} quiet days`, value: quiet ? 'Cannot tell' : percent(row.doneWithin365),
    sentence: quiet ? `Cannot tell. ${row.silent}` : `Of ${shownCount(row.atRisk)} ${what} that stayed untouched for ${row.untouchedDays} days here, an estimated ${percent(row.doneWithin365)} (${percent(row.low)} to ${percent(row.high)}) were finished in the following year.`,
    formula: { words: 'cumulative incidence of done within 365 days of staying untouched that long (Aalen-Johansen; closing without doing competes, what is still open is censored)', filledIn: `${shownCount(row.events)} finished among ${shownCount(row.atRisk)} at risk: ${percent(row.doneWithin365)}, 5–95% bounds ${percent(row.low)} to ${percent(row.high)}`, page: 'docs/formulas/survival.md' },
    rows: audit.result.survival.filter((one) => one.pool === row.pool).map((one) => ({ label: `${one.untouchedDays} days untouched, ${shownCount(one.atRisk)} at risk`, value: one.silent === undefined ? `${percent(one.doneWithin365)} (${percent(one.low)} to ${percent(one.high)})` : 'cannot tell' })),
    moreRows: 0, leftOut: leftOutOf(audit.result), ...told(audit), notClaimed: RULE_WORDS.dinosaur.notClaimed,
  };
};

const ruleCount: OfAudit = async (context, audit, of) => {
  if (!(RULES as readonly string[]).includes(of)) return { code: 'not_found', details: { kind: 'rule', reference: of } };
  const rule = of as RuleName;
  const { tx, asker } = context;
  const standing = await countFindings(tx, asker.workspaceId, { rule, state: 'standing' });
  const disputed = await countFindings(tx, asker.workspaceId, { rule, state: 'disputed' });
  const left = await countFindings(tx, asker.workspaceId, { rule, state: 'left' });
  const agreed = await countFindings(tx, asker.workspaceId, { rule, state: 'agreed' });
  const rows = await listFindings(tx, asker.workspaceId, { rule, state: 'standing' }, undefined, GROUPS_SHOWN);
  const items = await listItemsById(tx, asker.workspaceId, rows.flatMap(({ item_id }) => item_id ?? []));
  const raised = standing + disputed + left + agreed;
  return {
    title: RULE_WORDS[rule].title, value: shownCount(standing), sentence: `${plural(standing, 'finding')} of “${RULE_WORDS[rule].title}” ${standing === 1 ? 'stands' : 'stand'}. ${RULE_WORDS[rule].asks}`,
    formula: { words: 'raised − answered', filledIn: `${shownCount(raised)} − ${shownCount(raised - standing)} = ${shownCount(standing)}`, page: formulaPage(rule) },
    rows: rows.map(({ item_id, detail }) => {
      const item = item_id === null ? undefined : items.get(item_id);
      return item === undefined ? { label: detail.subject, value: detail.why } : { label: `${item.key} ${item.title}`, value: detail.why, href: itemHref(item.id) };
    }),
    moreRows: Math.max(0, standing - rows.length), allRows: `/backlog?rule=${rule}`,
    leftOut: [{ what: 'disputed', count: disputed }, { what: 'left for now', count: left }, { what: 'agreed with', count: agreed }].filter(({ count }) => count > 0),
    ...told(audit), notClaimed: RULE_WORDS[rule].notClaimed,
  };
};

const finding: OfAudit = async (context, audit, of) => {
  const row = await findFinding(context.tx, context.asker.workspaceId, of);
  if (!row) return { code: 'not_found', details: { kind: 'finding', reference: of } };
  const { detail, rule } = row;
  const item = row.item_id === null ? undefined : (await listItemsById(context.tx, context.asker.workspaceId, [row.item_id])).get(row.item_id);
  const value = detail.value === undefined ? RULE_WORDS[rule].title : `${shownCount(detail.value)} ${detail.unit ?? ''}`.trim();
  return {
    title: RULE_WORDS[rule].title, value, sentence: detail.why,
    formula: {
      words: RULE_WORDS[rule].asks, page: formulaPage(rule),
      filledIn: [...(detail.value === undefined ? [] : [value]), ...(detail.interval === undefined ? [] : [`bounds ${percent(detail.interval[0])} to ${percent(detail.interval[1])}`]), ...(detail.n === undefined ? [] : [`n = ${shownCount(detail.n)}`]), `${detail.grade}`].join(', '),
    },
    rows: [...(item === undefined ? [] : [{ label: `${item.key} ${item.title}`, value: item.status ?? item.status_class, href: itemHref(item.id) }]), { label: 'What would change it', value: detail.whatWouldChangeIt }, { label: 'Next', value: detail.nextAction }],
    moreRows: 0, leftOut: [], ...told(audit), notClaimed: RULE_WORDS[rule].notClaimed,
  };
};

const groups: OfAudit = async (context, audit) => {
  const { tx, asker } = context;
  const total = await countGroups(tx, asker.workspaceId);
  const rows = await listGroups(tx, asker.workspaceId, -1, GROUPS_SHOWN);
  const items = await listItemsById(tx, asker.workspaceId, rows.flatMap(({ item_ids }) => item_ids));
  return {
    title: 'Groups that say the same', value: shownCount(total), sentence: `${plural(total, 'group')} of open items may say the same. Suggestions only: nothing is merged.`,
    formula: { words: 'groups of open items whose likeness is 0.6 or more, from shared rare words and runs of characters, titles counting most', filledIn: `${shownCount(total)} groups among ${shownCount(audit.result.read.open)} open items`, page: formulaPage('duplicate') },
    rows: rows.map(({ item_ids, score, words }) => ({ label: item_ids.map((id) => items.get(id)?.key ?? '').join(', '), value: `${percent(Math.min(1, score))} alike: ${words.slice(0, 6).join(', ')}` })),
    moreRows: Math.max(0, total - rows.length), allRows: '/backlog?rule=duplicate', leftOut: [{ what: 'closed items' }], ...told(audit), notClaimed: RULE_WORDS.duplicate.notClaimed,
  };
};

const READ: Readonly<Record<string, { field: keyof StoredAudit['read']; title: string; words: string; filter?: ItemFilter }>> = {
  'read.items': { field: 'items', title: 'Items read', words: 'items in the workspace', filter: { statusClass: 'all' } },
  'read.open': { field: 'open', title: 'Open items read', words: 'items whose status counts as open', filter: { statusClass: 'open' } },
  'read.done': { field: 'done', title: 'Done items read', words: 'items whose status counts as done', filter: { statusClass: 'done' } },
  'read.closed_unfinished': { field: 'closedUnfinished', title: 'Closed without being done', words: 'items closed as won’t do, duplicate, stale and the like', filter: { statusClass: 'closed_unfinished' } },
  'read.comments': { field: 'comments', title: 'Comments read', words: 'comments that belong to items that were read' },
  'read.people': { field: 'people', title: 'People', words: 'distinct authors of items' },
  'read.labels': { field: 'labels', title: 'Labels', words: 'distinct labels on items' },
};

const read = (name: string): OfAudit => async (context, audit) => {
  const { field, title, words, filter } = READ[name]!;
  const counts = audit.result.read;
  const { rows, moreRows } = filter === undefined ? { rows: [], moreRows: 0 } : await itemRows(context, filter, '-updated');
  return {
    title, value: shownCount(counts[field]), sentence: `The audit read ${shownCount(counts[field])} ${words}.`,
    formula: { words, filledIn: `${shownCount(counts.items)} items = ${shownCount(counts.open)} open + ${shownCount(counts.done)} done + ${shownCount(counts.closedUnfinished)} closed; ${shownCount(counts.comments)} comments by anybody, ${shownCount(counts.people)} authors, ${shownCount(counts.labels)} labels`, page: 'docs/formulas/backlog-counts.md' },
    rows, moreRows, ...(filter === undefined ? {} : { allRows: listHref({ statusClass: filter.statusClass }) }), leftOut: leftOutOf(audit.result), ...told(audit),
  };
};

export const AUDIT_NUMBERS: Readonly<Record<string, Explain>> = {
  bucket: audited(bucket), survival: audited(survival), 'rule.count': audited(ruleCount), finding: audited(finding), 'duplicates.groups': audited(groups),
  ...Object.fromEntries(Object.keys(READ).map((name) => [name, audited(read(name))])),
};
