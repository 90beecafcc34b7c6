// What items lead to: links by hand and in bulk, rules that link many at once, suggestions from wording, and the share with its trend.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { mayLead } from '../domain/backlog/lineage-graph.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { getLineageInputs } from '../store/audit-input.ts';
import { findBet } from '../store/bet.ts';
import { getProduct } from '../store/goal.ts';
import { countLineage, countOrigins, listMatching, listPoints } from '../store/lineage.ts';
import { deleteDeclined, deleteLinkRule, deleteLinks, findLinkRule, insertDeclined, insertLinkRule, insertLinks, listLinkedItems, listLinkRules, type LinkRuleRow, type LinkTarget } from '../store/link.ts';
import { findProblem } from '../store/problem.ts';
import { getRuleSettings } from '../store/rule.ts';
import { timeText } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
import { itemsNamed } from './item-shown.ts';
import { refreshLineage } from './lineage-refresh.ts';
import { suggestLineage } from './lineage-suggest.ts';

type Names = 'item.link' | 'item.unlink' | 'lineage.rule_add' | 'lineage.rule_list' | 'lineage.rule_remove' | 'lineage.suggest' | 'lineage.decline' | 'lineage.share';
type Rule = OutputOf<'lineage.rule_list'>['rules'][number];
interface Named { readonly problem?: string | undefined; readonly bet?: string | undefined }

/** The problem or bet that was named. Exactly one must be. */
async function targetOf({ tx, asker }: Context, given: Named) {
  const one = given.problem === undefined ? given.bet : given.bet === undefined ? given.problem : undefined;
  if (one === undefined) return refused('invalid_input', { summary: 'name either a problem or a bet', errors: [{ pointer: '/problem', detail: 'either this or bet' }] });
  const kind = given.problem === undefined ? 'bet' : 'problem';
  const row = kind === 'problem' ? await findProblem(tx, asker.workspaceId, one) : await findBet(tx, asker.workspaceId, one);
  if (!row) return refused('not_found', { kind, reference: one });
  const target: LinkTarget = kind === 'problem' ? { problemId: row.id } : { betId: row.id };
  return granted({ kind, id: row.id, key: row.key, title: 'title' in row ? row.title : row.claim, target } as const);
}

/** Links items to a target now; returns those that were not linked before. Shared with the cull. */
export async function linkItems(context: Context, itemIds: readonly string[], target: LinkTarget, note: string | undefined): Promise<string[]> {
  const { tx, asker, now } = context;
  const linked = await listLinkedItems(tx, asker.workspaceId, itemIds, target);
  const fresh = [...new Set(itemIds)].filter((id) => !linked.has(id));
  await insertLinks(tx, fresh.map((id) => ({
    workspace_id: asker.workspaceId, id: context.newId('link'), item_id: id, problem_id: target.problemId ?? null, bet_id: target.betId ?? null,
    via: itemIds.length > 1 ? 'bulk' as const : 'hand' as const, rule_id: null, note: note ?? null, created_at: timeText(now),
  })));
  if (fresh.length > 0) await refreshLineage(context, fresh);
  return fresh;
}

/** A target that items may lead to now: found, open, and a goal is active. */
export async function linkTarget(context: Context, given: Named) {
  const target = await targetOf(context, given);
  if (!target.ok) return target;
  const { graph } = await getLineageInputs(context.tx, context.asker.workspaceId);
  const may = mayLead({ kind: target.value.kind, id: target.value.id }, graph);
  return may.ok ? target : may;
}

function shownRule(row: LinkRuleRow, title: string, matches: number): Rule {
  return { id: row.id, field: row.field, value: row.value, target: { kind: row.target, ...(row.target_id ? { id: row.target_id } : {}), title }, matches, createdAt: row.created_at };
}

async function titleOfRule({ tx, asker }: Context, row: LinkRuleRow): Promise<string> {
  if (row.target === 'lights_on') return 'Keeps the lights on';
  if (row.target === 'origin') return row.origin ?? '';
  if (row.target === 'problem') return (await findProblem(tx, asker.workspaceId, row.target_id!))?.title ?? '';
  return (await findBet(tx, asker.workspaceId, row.target_id!))?.claim ?? '';
}

async function ruleTarget(context: Context, given: GivenTo<'lineage.rule_add'>) {
  if (given.lightsOn === true) return granted({ target: 'lights_on' as const, id: null as string | null, origin: null as string | null });
  if (given.origin !== undefined) return granted({ target: 'origin' as const, id: null, origin: given.origin });
  const target = await linkTarget(context, given);
  return target.ok ? granted({ target: target.value.kind, id: target.value.id, origin: null }) : target;
}

export const lineageHandlers: Pick<Handlers, Names> = {
  async 'item.link'(given, context) {
    const target = await linkTarget(context, given);
    if (!target.ok) return target;
    const items = await itemsNamed(context, given.items);
    if (!items.ok) return items;
    const fresh = await linkItems(context, items.value.map((item) => item.id), target.value.target, given.note);
    const undo = { operation: 'item.unlink', input: { items: fresh, [target.value.kind]: target.value.id } };
    return granted({ linked: fresh.length, already: items.value.length - fresh.length, ...(fresh.length > 0 ? { undo } : {}) });
  },

  async 'item.unlink'(given, context) {
    const target = await targetOf(context, given);
    if (!target.ok) return target;
    const items = await itemsNamed(context, given.items);
    if (!items.ok) return items;
    const gone = await deleteLinks(context.tx, context.asker.workspaceId, items.value.map((item) => item.id), target.value.target);
    if (gone.length > 0) await refreshLineage(context, gone);
    const undo = { operation: 'item.link', input: { items: gone, [target.value.kind]: target.value.id } };
    return granted({ unlinked: gone.length, ...(gone.length > 0 ? { undo } : {}) });
  },

  async 'lineage.rule_add'(given, context) {
    const { tx, asker, now } = context;
    const target = await ruleTarget(context, given);
    if (!target.ok) return target;
    const matching = await listMatching(tx, asker.workspaceId, given.field, given.value);
    if (matching.length === 0) return refused('rule_matches_nothing', { field: given.field, value: given.value });
    const same = (await listLinkRules(tx, asker.workspaceId)).some((rule) => rule.field === given.field && rule.value === given.value && rule.target === target.value.target && rule.target_id === target.value.id && rule.origin === target.value.origin);
    if (same) return refused('link_exists');
    const id = context.newId('linkRule');
    await insertLinkRule(tx, { workspace_id: asker.workspaceId, id, field: given.field, value: given.value, target: target.value.target, target_id: target.value.id, origin: target.value.origin, created_at: timeText(now) });
    await refreshLineage(context, matching);
    const row = (await findLinkRule(tx, asker.workspaceId, id))!;
    return granted({ rule: shownRule(row, await titleOfRule(context, row), matching.length), undo: { operation: 'lineage.rule_remove', input: { rule: id } } });
  },

  async 'lineage.rule_list'(_given, context) {
    const { tx, asker } = context;
    const rules: Rule[] = [];
    for (const row of await listLinkRules(tx, asker.workspaceId)) {
      rules.push(shownRule(row, await titleOfRule(context, row), (await listMatching(tx, asker.workspaceId, row.field, row.value)).length));
    }
    return granted({ rules });
  },

  async 'lineage.rule_remove'(given, context) {
    const { tx, asker } = context;
    const row = await findLinkRule(tx, asker.workspaceId, given.rule);
    if (!row) return refused('not_found', { kind: 'rule', reference: given.rule });
    const matching = await listMatching(tx, asker.workspaceId, row.field, row.value);
    await deleteLinkRule(tx, asker.workspaceId, row.id);
    const unlinked = await refreshLineage(context, matching);
    const target = row.target === 'lights_on' ? { lightsOn: true } : row.target === 'origin' ? { origin: row.origin } : { [row.target]: row.target_id };
    return granted({ unlinked, undo: { operation: 'lineage.rule_add', input: { field: row.field, value: row.value, ...target } } });
  },

  'lineage.suggest': suggestLineage,

  async 'lineage.decline'(given, context) {
    const { tx, asker, now } = context;
    const items = await itemsNamed(context, [given.item]);
    if (!items.ok) return items;
    const target = (await findProblem(tx, asker.workspaceId, given.target)) ?? (await findBet(tx, asker.workspaceId, given.target));
    const inputs = await getLineageInputs(tx, asker.workspaceId);
    const id = target?.id ?? (inputs.graph.goal?.id === given.target ? given.target : undefined);
    if (id === undefined) return refused('not_found', { kind: 'problem or bet', reference: given.target });
    if (given.back === true) await deleteDeclined(tx, asker.workspaceId, items.value[0]!.id, id);
    else await insertDeclined(tx, asker.workspaceId, items.value[0]!.id, id, timeText(now));
    const input = { item: items.value[0]!.id, target: id, ...(given.back === true ? {} : { back: true }) };
    return granted({ declined: given.back !== true, undo: { operation: 'lineage.decline', input } });
  },

  async 'lineage.share'(_given, { tx, asker }) {
    const counts = await countLineage(tx, asker.workspaceId);
    const allowance = (await getRuleSettings(tx, asker.workspaceId)).shared.lightsOnAllowance ?? 0.2;
    const product = await getProduct(tx, asker.workspaceId);
    const unexplained = counts.none + counts.suggested;
    const points = await listPoints(tx, asker.workspaceId, product.id);
    return granted({
      open: counts.open, linked: counts.goal, suggested: counts.suggested, lightsOn: counts.lightsOn, lightsOnAllowance: allowance, lightsOnOver: counts.lightsOn > allowance * counts.open,
      unexplained, ...(counts.open > 0 ? { unexplainedShare: unexplained / counts.open } : {}), byOrigin: await countOrigins(tx, asker.workspaceId),
      trend: points.map((point) => ({ day: point.on_day, open: point.open, linked: point.linked, lightsOn: point.lights_on, unexplained: point.unexplained })),
    });
  },
};
