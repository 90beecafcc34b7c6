// Rules that say once what many items lead to: the list, what each matches, and taking one away with undo.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { useAsk, useDo } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import { LinkRuleForm } from './LinkRuleForm.tsx';

type Rule = OutputOf<'lineage.rule_list'>['rules'][number];

const FIELD_WORDS: Readonly<Record<Rule['field'], string>> = { label: 'with label', parent: 'under', component: 'of component', type: 'of type', container: 'in' };

export function LinkRules(): ReactNode {
  const asked = useAsk('lineage.rule_list', {});
  const [adding, setAdding] = useState(false);
  const remove = useDo('lineage.rule_remove', { said: ({ unlinked }) => (unlinked === 0 ? 'The rule is gone' : `The rule is gone; the path of ${counted(unlinked, 'item')} was looked for anew`) });
  useCommands([{ id: 'rules.add', title: 'Add a link rule', group: 'Link rules', keys: 'r', when: () => !adding, run: () => setAdding(true) }]);
  return (
    <Section id="rules" wide finding="Rules link many items at once" sub="“Everything under this epic serves that problem.” A rule also holds for items that are imported later.">
      <Answered asked={asked} shape="rows" rows={3} words="Reading the rules" kept="The rules are as they were.">
        {({ rules }) => rules.length === 0 ? (adding ? null : <p className="muted">There is no rule yet.</p>) : (
          <ul className="rows">
            {rules.map((rule) => (
              <li key={rule.id} className="row rule-row">
                <span className="rule-words">Everything {FIELD_WORDS[rule.field]} <b>{rule.value}</b> <Says rule={rule} /></span>
                <span className="row-meta no-wrap">{count(rule.matches)} {rule.matches === 1 ? 'item' : 'items'}</span>
                <Button kind="link" small busy={remove.isPending && remove.variables?.rule === rule.id} onPress={() => remove.mutate({ rule: rule.id })} label={`Remove the rule for ${rule.value}`}>Remove</Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {remove.error !== null && <AskError error={remove.error} kept="The rule still holds." />}
      {adding ? <LinkRuleForm onDone={() => setAdding(false)} /> : <p className="actions answer-add"><Button kind="link" small command="rules.add" onPress={() => setAdding(true)}>Add a rule</Button></p>}
    </Section>
  );
}

function Says({ rule }: { readonly rule: Rule }): ReactNode {
  switch (rule.target.kind) {
    case 'lights_on': return 'keeps the lights on';
    case 'origin': return <>comes from <b>{rule.target.title}</b></>;
    case 'problem': return <>serves the problem <AppLink className="row-link" href={`/problems/${rule.target.id ?? ''}`}>{rule.target.title}</AppLink></>;
    case 'bet': return <>serves the bet <AppLink className="row-link" href={`/bets/${rule.target.id ?? ''}`}>{rule.target.title}</AppLink></>;
  }
}
