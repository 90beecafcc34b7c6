// The member's own rules: listed, added and taken away. A rule says in words what it takes for what.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { ruleFor, type OwnRule } from '../domain/attention/classify/rules.ts';
import { wordsOf } from '../domain/attention/classify/words.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { tidy } from '../domain/attention/minutes/ledger.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { insertAttentionRule, listAttentionRules, setRuleRemoved, type RuleRow } from '../store/attention.ts';
import { timeText } from '../store/schema.ts';
import { kindWritten } from './attention-entry-shown.ts';
import { correctionRange } from './attention-event.ts';
import { memberLedger } from './attention-ledger.ts';
import type { Handlers } from './context.ts';

type RuleShown = OutputOf<'attention.rules'>['rules'][number];
type Conditions = Pick<GivenTo<'attention.rule'>, 'words' | 'domain' | 'person' | 'organiser'>;

const SOLID: ReadonlySet<string> = new Set(['event', 'series', 'entry', 'activity']);

function says({ kind, words, domain, person, organiser }: RuleRow): string {
  const others = [...(domain === null ? [] : [`somebody from ${domain}`]), ...(person === null ? [] : [person])];
  const parts = [
    words === null ? 'Events' : `Titles with “${words}”`, ...(others.length === 0 ? [] : [`with ${others.join(' and ')}`]), ...(organiser === null ? [] : [`sent by ${organiser}`]),
  ];
  return `${parts.join(' ')} are ${kindNamed(kind)?.name ?? kind}.`;
}

function shown(row: RuleRow): RuleShown {
  return {
    id: row.id, kind: row.kind as Kind, kindName: kindNamed(row.kind)?.name ?? row.kind, ...(row.words === null ? {} : { words: row.words }), ...(row.domain === null ? {} : { domain: row.domain }),
    ...(row.person === null ? {} : { person: row.person }), ...(row.organiser === null ? {} : { organiser: row.organiser }), madeAt: row.made_at, says: says(row),
  };
}

const given = ({ words, domain, person, organiser }: Conditions): OwnRule | undefined => {
  const conditions = { ...(words === undefined ? {} : { words }), ...(domain === undefined ? {} : { domain: domain.replace(/^@/, '') }), ...(person === undefined ? {} : { person }), ...(organiser === undefined ? {} : { organiser }) };
  return Object.keys(conditions).length === 0 ? undefined : { kind: 'focus', ...conditions };
};

export const attentionRuleHandlers: Pick<Handlers, 'attention.rules' | 'attention.rule' | 'attention.unrule'> = {
  async 'attention.rules'(_given, { tx, asker }) {
    return granted({ rules: (await listAttentionRules(tx, asker)).map(shown) });
  },

  async 'attention.rule'(asked, context) {
    const { tx, asker, now } = context;
    const kind = kindWritten(asked.kind);
    if (!kind.ok) return kind;
    const conditions = given(asked);
    if (conditions === undefined) return refused('attention_unfit', { sentence: 'A rule needs a condition: words of the title, a mail domain, a person or who sends it.' });
    if (conditions.words !== undefined && wordsOf(conditions.words).length === 0) return refused('attention_unfit', { sentence: `“${conditions.words}” holds no word that a title could have.` });
    const { words = null, domain = null, person = null, organiser = null } = conditions;
    const same = (await listAttentionRules(tx, asker)).find((row) => row.kind === kind.value && row.words === words && row.domain === domain && row.person === person && row.organiser === organiser);
    const row: RuleRow = same ?? {
      workspace_id: asker.workspaceId, member_id: asker.memberId, id: context.newId('attentionRule'), kind: kind.value, words, domain, person, organiser, correction_id: null, made_at: timeText(now), removed_at: null,
    };
    const member = await memberLedger(context, correctionRange(context.today));
    const rule: OwnRule = { ...conditions, kind: kind.value };
    const changed = member.ledger.counted.flatMap((counted, at) => (counted.role !== 'private' && !SOLID.has(counted.label.layer) && ruleFor(member.labelling.facts(counted.event), [rule]) !== undefined ? [{ counted, at }] : []));
    if (same === undefined) await insertAttentionRule(tx, row);
    return granted({
      rule: shown(row), changed: changed.length, minutes: tidy(changed.reduce((sum, { counted, at }) => (counted.event.start <= now ? sum + member.totals.byEvent[at]! : sum), 0)),
      ...(same === undefined ? { undo: { operation: 'attention.unrule', input: { rule: row.id } } } : {}),
    });
  },

  async 'attention.unrule'(asked, { tx, asker, now }) {
    const row = (await listAttentionRules(tx, asker, true)).find(({ id }) => id === asked.rule);
    if (row === undefined) return refused('not_found', { kind: 'rule', reference: asked.rule });
    await setRuleRemoved(tx, asker, { id: row.id }, asked.again ? undefined : now);
    return granted({ rule: shown(row), undo: { operation: 'attention.unrule', input: { rule: row.id, again: !asked.again } } });
  },
};
