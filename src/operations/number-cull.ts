// Numbers of the cull: what waits for a decision, what is in the plan to close, what is kept, what came back.
import { countCullCandidates, listCullCandidates } from '../store/cull.ts';
import { countDecisions, listDecisions, type DecisionRow } from '../store/decision.ts';
import { listItemsById } from '../store/item.ts';
import { endOfAgeDay, untouchedDays } from './item-shown.ts';
import { computedNow, itemHref, plural, shownCount, type Explain } from './number-explanation.ts';

const SHOWN = 8;
const PAGE = 'docs/formulas/backlog-counts.md';
const FROM = 'The decisions kept in this workspace';

const remaining: Explain = async (context) => {
  const { tx, asker, today } = context;
  const total = await countCullCandidates(tx, asker.workspaceId, today);
  const ids = await listCullCandidates(tx, asker.workspaceId, today, SHOWN);
  const items = await listItemsById(tx, asker.workspaceId, ids);
  const end = await endOfAgeDay(context);
  const rows = ids.flatMap((id) => {
    const item = items.get(id);
    if (item === undefined) return [];
    const days = untouchedDays(item, end);
    return [{ label: `${item.key} ${item.title}`, value: days === undefined ? 'not known' : plural(days, 'day'), href: itemHref(id) }];
  });
  return {
    title: 'Waiting for a decision', value: shownCount(total), sentence: `${plural(total, 'open item')} ${total === 1 ? 'has' : 'have'} a finding that speaks for closing and no decision yet.`,
    formula: { words: 'open items that aged out, fell out of date or repeat an older one, without a decision in force', filledIn: shownCount(total), page: PAGE },
    rows, moreRows: Math.max(0, total - rows.length), allRows: '/backlog?rule=dinosaur', leftOut: [{ what: 'items with a decision in force' }, { what: 'findings you answered as wrong or to be left' }],
    computedAt: computedNow(context), from: 'The findings of the newest audit', notClaimed: 'Not that they have no value, nor that closing them speeds anything up.',
  };
};

interface Kind { readonly title: string; readonly kind: 'close' | 'keep'; readonly counts: 'closing' | 'kept' | 'came_back'; readonly words: string; readonly says: (total: number) => string; readonly holds: (row: DecisionRow) => boolean }

const decided = ({ title, kind, counts, words, says, holds }: Kind): Explain => async (context) => {
  const { tx, asker } = context;
  const total = (await countDecisions(tx, asker.workspaceId))[counts];
  const newest = (await listDecisions(tx, asker.workspaceId, kind, undefined, 500)).filter((row) => row.undone_at === null && holds(row)).slice(0, SHOWN);
  const items = await listItemsById(tx, asker.workspaceId, newest.map(({ item_id }) => item_id));
  const rows = newest.flatMap((row) => {
    const item = items.get(row.item_id);
    return item === undefined ? [] : [{ label: `${item.key} ${item.title}`, value: row.until_on === null ? row.made_at.slice(0, 10) : `until ${row.until_on}`, href: itemHref(item.id) }];
  });
  return {
    title, value: shownCount(total), sentence: says(total), formula: { words, filledIn: shownCount(total), page: PAGE }, rows, moreRows: Math.max(0, total - rows.length), allRows: '/backlog/plan',
    leftOut: [{ what: 'decisions that were taken back' }], computedAt: computedNow(context), from: FROM,
  };
};

export const CULL_NUMBERS: Readonly<Record<string, Explain>> = {
  'cull.remaining': remaining,
  'cull.closing': decided({ title: 'In the plan to close', kind: 'close', counts: 'closing', words: 'decisions to close that were not taken back', says: (n) => `${plural(n, 'item is', 'items are')} in the plan to close. Nothing is written to the tracker by itself.`, holds: () => true }),
  'cull.kept': decided({ title: 'Kept', kind: 'keep', counts: 'kept', words: 'decisions to keep that were not taken back', says: (n) => `${plural(n, 'item is', 'items are')} kept until a day.`, holds: () => true }),
  'cull.came_back': decided({ title: 'Came back', kind: 'close', counts: 'came_back', words: 'items that a person touched or opened again after they were aged out', says: (n) => `${plural(n, 'item')} came back after ${n === 1 ? 'it was' : 'they were'} aged out. Each counts as a dispute of the rule.`, holds: (row) => row.came_back_at !== null }),
};
