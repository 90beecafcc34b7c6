// What an answer to a finding does besides silencing it: a link, a word of the domain. What is read from the answer itself (upkeep,
// an import day, evidence as a touch, a number) is kept with it.
import type { GivenTo } from '../contract/index.ts';
import type { DisputeEffect } from '../domain/backlog/dispute-reasons.ts';
import { granted, type Ruling } from '../domain/kernel/ruling.ts';
import type { FindingRow } from '../store/finding.ts';
import { getRuleSettings, setSharedSettings } from '../store/rule.ts';
import type { Context } from './context.ts';
import { linkItems, linkTarget } from './lineage.ts';

type Codes = 'not_found' | 'link_target_closed' | 'invalid_input';

export async function carryOutEffect(context: Context, row: FindingRow, effect: DisputeEffect | undefined, given: GivenTo<'finding.dispute'>): Promise<Ruling<undefined, Codes>> {
  const { tx, asker, now } = context;
  const { workspaceId } = asker;
  if (effect === 'allow_noun') {
    const known = (await getRuleSettings(tx, workspaceId)).shared.allowedNouns ?? [];
    if (!known.includes(given.noun!)) await setSharedSettings(tx, workspaceId, { allowedNouns: [...known, given.noun!] }, now);
  }
  if (effect === 'link' && row.item_id !== null) {
    const target = await linkTarget(context, given);
    if (!target.ok) {
      // Without an active goal nothing is an orphan, so this can only be a goal that was closed since the audit.
      if (target.refusal.code === 'link_needs_active_goal') return { ok: false, refusal: { code: 'not_found', details: { kind: 'goal', reference: '(active)' } } };
      return { ok: false, refusal: { code: target.refusal.code, ...(target.refusal.details === undefined ? {} : { details: target.refusal.details }) } };
    }
    await linkItems(context, [row.item_id], target.value.target, given.words);
  }
  return granted(undefined);
}
