// Findings as operations: list, open, answer, take the answer back. An answer changes what is shown at once and what the next
// audit knows; a rule that proves wrong is off by default from then on.
import type { OutputOf } from '../contract/index.ts';
import { DISPUTE_REASONS } from '../domain/backlog/dispute-reasons.ts';
import { agreementSentence, settleDispute } from '../domain/backlog/dispute.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { insertDispute, latestDisputes, withdrawDisputes, type DisputeRow } from '../store/dispute.ts';
import { countFindings, findFinding, listFindings, setFindingState, type FindingRow } from '../store/finding.ts';
import { listItemBodies, listItemsById } from '../store/item.ts';
import type { Context, Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { carryOutEffect } from './finding-effect.ts';
import { needsOf, NEEDS_WORDS, reasonsOf, shownFinding, type ShownFinding } from './finding-shown.ts';
import { endOfAgeDay } from './item-shown.ts';
import { refreshLineage } from './lineage-refresh.ts';
import { formulaPage } from './rule.ts';
import { getRuleBook, stateByAnswer, verdictOf } from './rule-settings.ts';
import { RULE_QUESTIONS } from './rule-words.ts';

export const findingHandlers: Pick<Handlers, 'finding.list' | 'finding.get' | 'finding.dispute' | 'finding.withdraw'> = {
  async 'finding.list'(given, context) {
    const { tx, asker } = context;
    const at = readCursor('finding.list', given, 3);
    if (at === 'bad') return refused('bad_cursor');
    const filter = { rule: given.rule, state: given.state };
    const rows = await listFindings(tx, asker.workspaceId, filter, at as readonly [string, number, string] | undefined, given.limit + 1);
    const shown = rows.slice(0, given.limit);
    const last = shown.at(-1);
    return granted({
      findings: await tell(context, shown), total: await countFindings(tx, asker.workspaceId, filter),
      nextCursor: rows.length > given.limit && last ? writeCursor('finding.list', given, [last.rule, last.position, last.id]) : undefined,
    });
  },

  async 'finding.get'(given, context) {
    const row = await findFinding(context.tx, context.asker.workspaceId, given.finding);
    if (!row) return missing(given.finding);
    const answer: OutputOf<'finding.get'> = {
      finding: (await tell(context, [row]))[0]!, reasons: reasonsOf(row.rule), questions: [...(RULE_QUESTIONS[row.rule] ?? [])], formula: formulaPage(row.rule),
    };
    return granted(answer);
  },

  async 'finding.dispute'(given, context) {
    const { tx, asker, now, today } = context;
    const { workspaceId } = asker;
    const row = await findFinding(tx, workspaceId, given.finding);
    if (!row) return missing(given.finding);
    if (row.state === 'gone') return refused('finding_settled');
    const reason = given.verdict === 'wrong' ? DISPUTE_REASONS[row.rule].find(({ id }) => id === given.reason) : undefined;
    if (given.verdict === 'wrong' && reason === undefined) {
      return refused('dispute_reason_unknown', { reason: given.reason ?? '', known: reasonsOf(row.rule).map(({ code }) => code) });
    }
    const needs = needsOf(reason?.effect);
    const has: Record<typeof needs, boolean> = {
      nothing: true, day: given.until !== undefined, words: given.words !== undefined, number: given.number !== undefined, noun: given.noun !== undefined,
      link: given.problem !== undefined || given.bet !== undefined,
    };
    if (needs !== 'nothing' && !has[needs]) return refused('dispute_needs_detail', { what: NEEDS_WORDS[needs] });
    if (reason?.effect === 'wake_on' && given.until! <= today) return refused('until_in_past', { until: given.until });
    const before = await getRuleBook(tx, workspaceId);
    const outcome = settleDispute({ rule: row.rule, suppressionKey: row.suppression_key }, given.verdict === 'wrong' ? { verdict: 'wrong', reason: reason!.id } : { verdict: verdictOf(given.verdict) as 'right' | 'right_leave_it' }, today)!;
    const done = await carryOutEffect(context, row, reason?.effect, given);
    if (!done.ok) return done;
    const id = context.newId('dispute');
    await insertDispute(tx, workspaceId, {
      id, rule: row.rule, suppressionKey: row.suppression_key, findingId: row.id, itemId: row.item_id, verdict: given.verdict, reason: reason?.id ?? null,
      words: given.noun ?? given.words ?? null, until: outcome.snooze?.until ?? given.until ?? null, number: given.number ?? null, at: now,
    });
    if (reason?.effect === 'declare_ktlo' && row.item_id !== null) await refreshLineage(context, [row.item_id]);
    const after = await getRuleBook(tx, workspaceId);
    const answer = after.answers.find((one) => one.id === id)!;
    await setFindingState(tx, workspaceId, row.rule, row.suppression_key, stateByAnswer(answer, today));
    return granted({
      finding: (await tell(context, [(await findFinding(tx, workspaceId, row.id))!]))[0]!,
      agreement: agreementSentence(after.standings[row.rule].trust),
      ruleOff: before.standings[row.rule].on && !after.standings[row.rule].on,
      undo: { operation: 'finding.withdraw', input: { finding: row.id } },
    });
  },

  async 'finding.withdraw'(given, context) {
    const { tx, asker, now } = context;
    const row = await findFinding(tx, asker.workspaceId, given.finding);
    if (!row) return missing(given.finding);
    const before = (await latestDisputes(tx, asker.workspaceId, [row.suppression_key])).get(row.suppression_key);
    await withdrawDisputes(tx, asker.workspaceId, row.rule, row.suppression_key, now);
    await setFindingState(tx, asker.workspaceId, row.rule, row.suppression_key, 'standing');
    if (before?.reason === 'ktlo' && row.item_id !== null) await refreshLineage(context, [row.item_id]);
    const undo = before && { operation: 'finding.dispute', input: answerAgain(row.id, before) };
    return granted({ finding: (await tell(context, [(await findFinding(tx, asker.workspaceId, row.id))!]))[0]!, undo });
  },
};

const missing = (reference: string) => refused('not_found', { kind: 'finding', reference });

/** The input that gives the answer again. */
function answerAgain(finding: string, { rule, verdict, reason, words, until_on, number }: DisputeRow): Record<string, unknown> {
  const needs = needsOf(DISPUTE_REASONS[rule].find(({ id }) => id === reason)?.effect);
  return {
    finding, verdict, ...(reason === null ? {} : { reason }), ...(words === null ? {} : needs === 'noun' ? { noun: words } : { words }),
    ...(until_on === null || verdict === 'leave' ? {} : { until: until_on }), ...(number === null ? {} : { number }),
  };
}

async function tell(context: Pick<Context, 'tx' | 'asker' | 'today'>, rows: readonly FindingRow[]): Promise<ShownFinding[]> {
  const { tx, asker } = context;
  const items = await listItemsById(tx, asker.workspaceId, rows.flatMap(({ item_id }) => item_id ?? []));
  const answers = await latestDisputes(tx, asker.workspaceId, rows.filter(({ state }) => state !== 'standing').map(({ suppression_key }) => suppression_key));
  const inBody = rows.flatMap(({ item_id, detail }) => (item_id !== null && detail.spans.some(({ field }) => field === 'body') ? [item_id] : []));
  const bodies = await listItemBodies(tx, asker.workspaceId, inBody);
  const end = await endOfAgeDay(context);
  return rows.map((row) => shownFinding(row, row.item_id === null ? undefined : items.get(row.item_id), answers.get(row.suppression_key), end, bodies.get(row.item_id ?? '')));
}
