// Who agreed, in what words, on which day; and what is still unanswered, with the way to ask again.
import { useState, type ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { answerWords, standing, type Agreement, type Goal } from './goal-words.ts';

export function Agreements({ goal, today }: { readonly goal: Goal; readonly today: string }): ReactNode {
  const [dialog, setDialog] = useState<{ readonly before?: Agreement }>();
  const ask = useDo('goal.agree', { said: (_value, input) => `Asked ${input.stakeholder} again` });
  const open = ['draft', 'proposed', 'active'].includes(goal.state);
  const agreements = standing(goal);
  const voided = agreements.filter((one) => one.voided).length;
  return (
    <div className="wide two goal-two">
      <Section finding="Who agreed" {...(voided > 0 ? { sub: `${voided === 1 ? 'One answer was' : `${voided} answers were`} given to terms that changed since; they count again once asked again.` } : {})}>
        {agreements.length === 0 ? <p className="muted">Nobody’s answer is written down yet. A goal that nobody agreed to is yours alone.</p> : (
          <ul className="answers" aria-label="Answers to the goal">
            {agreements.map((one) => (
              <li key={one.id} className="answer">
                <span className="answer-who">{one.stakeholder}</span>
                <span className={one.answer === 'asked' || one.voided ? 'muted' : undefined}>
                  {one.voided ? <>had said {answerWords(one, today)}; the goal changed since</> : answerWords(one, today)}
                  {one.willNotAsk !== undefined && !one.voided && <span className="answer-more">Will not ask for: {one.willNotAsk}</span>}
                  {one.backBrief !== undefined && <span className="answer-more">In own words: “{one.backBrief}”</span>}
                </span>
                <span className="answer-end">
                  {one.answer !== 'asked' && <span className="muted no-wrap">{dayShort(one.on)}</span>}
                  {open && (one.answer === 'asked' || one.voided) && <Button kind="link" small busy={ask.isPending} onPress={() => ask.mutate({ goal: goal.id, stakeholder: one.stakeholder, answer: 'asked' })} label={`Ask ${one.stakeholder} again`}>Ask again</Button>}
                  {open && <Button kind="link" small onPress={() => setDialog({ before: one })} label={one.answer === 'asked' ? `Write down what ${one.stakeholder} answered` : `Change what ${one.stakeholder} said`}>{one.answer === 'asked' ? 'Answered' : 'Change'}</Button>}
                </span>
              </li>
            ))}
          </ul>
        )}
        {open && <p className="actions answer-add"><Button kind="link" small command="goal.agree" hintOnly onPress={() => setDialog({})}>Add an answer</Button></p>}
        {ask.error !== null && <AskError error={ask.error} kept="Nothing was written." />}
      </Section>
      <Section finding="What we are not doing">
        {goal.notGoals.length === 0
          ? <p className="muted">Nothing is ruled out yet. Saying what is not done is what makes a goal a choice.</p>
          : <ul className="plain-list">{goal.notGoals.map((one) => <li key={one}>{one}</li>)}</ul>}
      </Section>
      {dialog !== undefined && <AgreementForm goal={goal} today={today} before={dialog.before} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
