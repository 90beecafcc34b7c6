// The rules of the audit: what each asks and does not claim, whether it is on, how often you agreed, and what all of them know.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { errorWords, useAsk, useDo } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { RULE_ORDER, RULE_TITLES } from '../../parts/rule-titles.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { BacklogViews } from './BacklogViews.tsx';
import { RuleSettings } from './RuleSettings.tsx';
import { RulesNumber } from './RulesNumber.tsx';
import './backlog.css';
import '../../parts/parts.css';

type Told = OutputOf<'rule.list'>;
type Rule = Told['rules'][number];

export function RulesPage(): ReactNode {
  const asked = useAsk('rule.list', {});
  return <Answered asked={asked} shape="page" words="Reading the rules">{(told) => <Rules told={told} />}</Answered>;
}

function Rules({ told }: { readonly told: Told }): ReactNode {
  const set = useDo('rule.set', { said: (_, { rule, on }) => (rule === undefined ? undefined : `“${RULE_TITLES[rule].title}” is ${on === true ? 'on' : 'off'} from the next audit on`) });
  const on = told.rules.filter((rule) => rule.on).length;
  const inOrder = told.rules.toSorted((a, b) => RULE_ORDER.indexOf(a.rule) - RULE_ORDER.indexOf(b.rule));
  const answers = told.rules.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
  return (
    <>
      <Lead>
        <Sentence><RulesNumber told={told} what="on" /> {on === told.rules.length ? 'rules read the backlog: all there are.' : `of ${told.rules.length} rules read the backlog.`} {answers === 0 ? 'You have not answered any finding yet.' : <>You have answered <RulesNumber told={told} what="answers" />.</>}</Sentence>
        <Freshness>A rule you disagree with often enough goes off by itself and says so. What you change here counts from the next audit on.</Freshness>
        <BacklogViews here="/rules" />
      </Lead>
      <Section>
        <h2 className="hidden-words">The rules</h2>
        {set.isError && <p className="field-error" role="alert">{errorWords(set.error)}</p>}
        {inOrder.map((rule) => <RuleRow key={rule.rule} rule={rule} onSet={(next) => set.mutate({ rule: rule.rule, on: next })} />)}
      </Section>
      <Section finding="What the rules know about this product">
        <RuleSettings settings={told.settings} />
      </Section>
    </>
  );
}

function RuleRow({ rule, onSet }: { readonly rule: Rule; readonly onSet: (on: boolean) => void }): ReactNode {
  return (
    <div className="rule-row" id={`rule-${rule.rule}`}>
      <div>
        <h3><AppLink className="item-title" href={`/backlog?rule=${rule.rule}`}>{RULE_TITLES[rule.rule].title}</AppLink></h3>
        <p>{rule.asks}</p>
        <p className="muted">{rule.notClaimed}</p>
        {(rule.agreement !== undefined || rule.offBecause !== undefined) && <p className="disputed">{rule.agreement} {rule.offBecause}</p>}
      </div>
      <Checkbox selected={rule.on} onChange={onSet} label={`${RULE_TITLES[rule.rule].title} is on`}>{rule.on ? 'on' : 'off'}</Checkbox>
    </div>
  );
}
