// What the person has said of their events, the latest first, and the rules of their own; each can be taken back.
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { RuleForm } from './RuleForm.tsx';

const SCOPE = { event: 'this one', series: 'its series', alike: 'all alike' } as const;

export function Taught(): ReactNode {
  const corrections = useAsk('attention.corrections', {});
  const rules = useAsk('attention.rules', {});
  const [shown, setShown] = useState('corrections');
  const [adding, setAdding] = useState(false);
  const undo = useDo('attention.undo', { said: ({ correction }) => `${correction.title} is again what it had been taken for` });
  const unrule = useDo('attention.unrule', { said: ({ rule }) => `The rule is gone: ${rule.says}` });
  const total = corrections.data?.total ?? 0;
  const ruleCount = rules.data?.rules.length ?? 0;
  return (
    <Section finding={total + ruleCount === 0 ? 'What you say is remembered' : 'What you have said'} sub={total + ruleCount === 0 ? 'Correct any event and its series keeps that kind; nothing you say is forgotten when a calendar is read again.' : undefined}>
      {total + ruleCount > 0 && (
        <Tabs label="What you have said" selected={shown} onSelect={setShown} items={[{ id: 'corrections', name: 'Corrections', count: total }, { id: 'rules', name: 'Your rules', count: ruleCount }]}>
          {shown === 'corrections' && (
            <Answered asked={corrections} shape="rows" rows={3} words="Reading what you said">
              {({ corrections: all }) => (all.length === 0
                ? <p className="att-none muted">Nothing was corrected yet.</p>
                : (
                  <ul className="att-said">
                    {all.map((one) => (
                      <li key={one.id} className={one.undone ? 'att-undone' : undefined}>
                        <span><b>{one.title === '' ? 'No title' : one.title}</b> is {one.kindName} <span className="muted">{SCOPE[one.scope]}; {one.before === one.kindName ? 'as it was guessed' : `was ${one.before}`}</span></span>
                        <span className="muted">{dayShort(one.saidAt)}</span>
                        {one.undone
                          ? <Button kind="link" small label={`Say again: ${one.title} is ${one.kindName}`} busy={undo.isPending} onPress={() => undo.mutate({ correction: one.id, again: true })}>taken back; say it again</Button>
                          : <Button kind="link" small label={`Take back: ${one.title} is ${one.kindName}`} busy={undo.isPending} onPress={() => undo.mutate({ correction: one.id })}>Take back</Button>}
                      </li>
                    ))}
                  </ul>
                ))}
            </Answered>
          )}
          {shown === 'rules' && (
            <Answered asked={rules} shape="rows" rows={3} words="Reading your rules">
              {({ rules: all }) => (all.length === 0
                ? <p className="att-none muted">No rule yet. Correct an event for all that look like it, or write one.</p>
                : <ul className="att-said">{all.map((rule) => <li key={rule.id}><span>{rule.says}</span><span className="muted">{dayShort(rule.madeAt)}</span><Button kind="link" small label={`Take the rule away: ${rule.says}`} busy={unrule.isPending} onPress={() => unrule.mutate({ rule: rule.id })}>Take away</Button></li>)}</ul>)}
            </Answered>
          )}
        </Tabs>
      )}
      {total > 50 && shown === 'corrections' && <p className="row-foot">The latest 50 of {counted(total, 'correction')}.</p>}
      {(undo.isError || unrule.isError) && <AskError error={undo.error ?? unrule.error} kept="Nothing was changed." />}
      <p className="actions att-add-rule"><Button kind="link" onPress={() => setAdding(true)}>Write a rule of your own</Button></p>
      {adding && <RuleForm onClose={() => setAdding(false)} />}
    </Section>
  );
}
