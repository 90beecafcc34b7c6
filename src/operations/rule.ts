// The rules of the audit: what each asks, whether it is on and why not, how often the PM agreed, and what all rules know.
import { agreementSentence, type RuleTrust } from '../domain/backlog/dispute.ts';
import { RULES, type RuleName } from '../domain/backlog/finding.ts';
import { granted } from '../domain/kernel/ruling.ts';
import { setRuleSwitch, setSharedSettings, getRuleSettings } from '../store/rule.ts';
import type { Handlers } from './context.ts';
import { refreshLineage } from './lineage-refresh.ts';
import { getRuleBook } from './rule-settings.ts';
import { RULE_WORDS } from './rule-words.ts';

export const formulaPage = (rule: RuleName): string => `docs/formulas/${rule.replaceAll('_', '-')}.md`;

/** Undefined while nothing was answered. */
export function agreementOf(trust: RuleTrust): string | undefined {
  return trust.answers === 0 ? undefined : agreementSentence(trust);
}

export const ruleHandlers: Pick<Handlers, 'rule.list' | 'rule.set'> = {
  async 'rule.list'(_given, { tx, asker }) {
    const book = await getRuleBook(tx, asker.workspaceId);
    const { lightsOnAllowance, sunsetNames, leavers, allowedNouns, origins } = book.shared;
    return granted({
      rules: RULES.map((rule) => {
        const { on, offBecause, trust } = book.standings[rule];
        return { rule, ...RULE_WORDS[rule], formula: formulaPage(rule), on, offBecause, right: trust.agreed, wrong: trust.answers - trust.agreed, agreement: agreementOf(trust) };
      }),
      settings: { lightsOnAllowance, sunsetNames: [...sunsetNames], leavers: [...leavers], allowedNouns: [...allowedNouns], origins: { ...origins } },
    });
  },

  async 'rule.set'(given, context) {
    const { tx, asker, now } = context;
    const { workspaceId } = asker;
    const before = await getRuleBook(tx, workspaceId);
    const switched = (await getRuleSettings(tx, workspaceId)).switches;
    const undo: Record<string, unknown> = {};
    if (given.rule !== undefined && given.on !== undefined && before.standings[given.rule].on !== given.on) {
      undo['rule'] = given.rule;
      undo['on'] = before.standings[given.rule].on;
    }
    if (given.rule !== undefined && given.on !== undefined && switched.get(given.rule) !== given.on) await setRuleSwitch(tx, workspaceId, given.rule, given.on, now);
    const { lightsOnAllowance, sunsetNames, leavers, allowedNouns, origins } = given;
    const wanted = Object.fromEntries(Object.entries({ lightsOnAllowance, sunsetNames, leavers, allowedNouns, origins }).filter(([, value]) => value !== undefined));
    const changed = Object.entries(wanted).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before.shared[field as keyof typeof before.shared]));
    for (const [field] of changed) undo[field] = before.shared[field as keyof typeof before.shared];
    if (changed.length > 0) await setSharedSettings(tx, workspaceId, Object.fromEntries(changed), now);
    if (origins !== undefined && 'origins' in undo) await refreshLineage(context, 'all');
    const any = Object.keys(undo).length > 0;
    return granted({ changed: any, undo: any ? { operation: 'rule.set', input: undo } : undefined });
  },
};

