// What the audit is told of the PM's switches and answers: rules on or off, what all rules know, what was said to findings.
// Decides the default of a rule that proved wrong; the rules themselves are the domain's.
import { defaultAuditSettings, type AuditSettings } from '../domain/backlog/rule.ts';
import { DISPUTE_REASONS } from '../domain/backlog/dispute-reasons.ts';
import { tallyAnswers, trustInRule, type RuleTrust } from '../domain/backlog/dispute.ts';
import { RULES, type RuleName } from '../domain/backlog/finding.ts';
import { dayOf, type Day } from '../domain/kernel/instant.ts';
import { listDisputes, type DisputeRow } from '../store/dispute.ts';
import type { FindingState } from '../store/finding.ts';
import { getRuleSettings, type RuleRows, type SharedRuleSettings } from '../store/rule.ts';
import { instantOf, type Tx } from '../store/schema.ts';

export interface RuleStanding {
  readonly on: boolean;
  readonly trust: RuleTrust;
  /** A sentence when it is off though nobody switched it off. */
  readonly offBecause?: string;
}

export interface RuleBook {
  readonly standings: Readonly<Record<RuleName, RuleStanding>>;
  readonly shared: Required<SharedRuleSettings> & { readonly origins: Readonly<Record<string, string>> };
  readonly origins: ReadonlyMap<string, string>;
  /** Answers that stand; the last of a case counts. */
  readonly answers: readonly DisputeRow[];
}

export const verdictOf = (verdict: DisputeRow['verdict']) => (verdict === 'leave' ? 'right_leave_it' : verdict);

export async function getRuleBook(tx: Tx, workspaceId: string): Promise<RuleBook> {
  const answers = await listDisputes(tx, workspaceId);
  return ruleBookOf(await getRuleSettings(tx, workspaceId), answers);
}

export function ruleBookOf(rows: RuleRows, answers: readonly DisputeRow[]): RuleBook {
  const trusts = tallyAnswers(answers.map(({ rule, suppression_key: key, verdict }) => ({ rule, key, verdict: verdictOf(verdict) })));
  const standing = (rule: RuleName): RuleStanding => {
    const trust = trusts.get(rule) ?? trustInRule(0, 0);
    const switched = rows.switches.get(rule);
    if (switched !== undefined) return { on: switched, trust };
    if (!defaultAuditSettings.rules[rule].on) return { on: false, trust, offBecause: 'It is the weakest rule and off unless you switch it on.' };
    return trust.demoted ? { on: false, trust, offBecause: `You agreed with ${trust.agreed} of ${trust.answers}, so it is off unless you switch it on.` } : { on: true, trust };
  };
  return {
    standings: Object.fromEntries(RULES.map((rule) => [rule, standing(rule)])) as Record<RuleName, RuleStanding>,
    shared: {
      lightsOnAllowance: rows.shared.lightsOnAllowance ?? defaultAuditSettings.ktloAllowance, sunsetNames: rows.shared.sunsetNames ?? [],
      leavers: rows.shared.leavers ?? [], allowedNouns: rows.shared.allowedNouns ?? [], origins: rows.shared.origins ?? {},
    },
    answers, origins: rows.origins,
  };
}

/** Settings for the audit. Answered findings are raised all the same: their state is kept beside them, not by leaving them out. */
export function auditSettingsOf(book: RuleBook, betItems: ReadonlySet<string>, keyOf: (itemId: string) => string | undefined): AuditSettings {
  const importDays: Day[] = [];
  const touchedOn = new Map<string, Day>();
  const nouns = new Set(book.shared.allowedNouns);
  for (const answer of book.answers) {
    if (answer.verdict !== 'wrong') continue;
    const effect = DISPUTE_REASONS[answer.rule].find(({ id }) => id === answer.reason)?.effect;
    if (effect === 'exclude_import' && answer.until_on !== null) importDays.push(answer.until_on);
    if (effect === 'allow_noun' && answer.words !== null) nouns.add(answer.words);
    const key = effect === 'touch' && answer.item_id !== null ? keyOf(answer.item_id) : undefined;
    if (key !== undefined) touchedOn.set(key, dayOf(instantOf(answer.created_at)));
  }
  return {
    ...defaultAuditSettings,
    rules: Object.fromEntries(RULES.map((rule) => [rule, { ...defaultAuditSettings.rules[rule], on: book.standings[rule].on }])) as unknown as AuditSettings['rules'],
    ktloAllowance: book.shared.lightsOnAllowance, sunsetNames: book.shared.sunsetNames, leavers: book.shared.leavers, allowedNouns: [...nouns],
    betItems, importDays, touchedOn,
  };
}

/** The state of a finding by the last answer to its case. `today` ends a sleep. */
export function stateByAnswer(answer: DisputeRow | undefined, today: Day): FindingState {
  if (answer === undefined) return 'standing';
  if (answer.verdict === 'right') return 'agreed';
  if (answer.verdict === 'leave') return answer.until_on !== null && answer.until_on < today ? 'standing' : 'left';
  const effect = DISPUTE_REASONS[answer.rule].find(({ id }) => id === answer.reason)?.effect;
  return effect === 'wake_on' && answer.until_on !== null && answer.until_on <= today ? 'standing' : 'disputed';
}
