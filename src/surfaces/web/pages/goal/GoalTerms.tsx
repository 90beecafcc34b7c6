// The rest of what was agreed: whose problem it solves, what must not get worse, who decides, what gives way. What is unsaid says so.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Goal } from './goal-words.ts';

export function GoalTerms({ goal, onChange }: { readonly goal: Goal; readonly onChange: (() => void) | undefined }): ReactNode {
  const unsaid = (question: string): ReactNode => <span className="muted">{question}</span>;
  const terms: readonly (readonly [string, ReactNode])[] = [
    ['Whose problem', goal.problem ?? unsaid('Not said: who has it, in their words?')],
    ['Guardrails', goal.guardrails.length === 0 ? unsaid('Not said: what must not get worse meanwhile?') : <ul key="guardrails">{goal.guardrails.map((one) => <li key={one}>{one}</li>)}</ul>],
    ['Who decides', goal.decides ?? unsaid('Not said: who may change scope, who the date?')],
    ['What gives way', goal.givesWay ?? unsaid('Not said: what is dropped first when time is short?')],
  ];
  return (
    <Section finding="The terms">
      <dl className="record goal-terms">{terms.map(([name, said]) => [<dt key={`${name}-t`}>{name}</dt>, <dd key={`${name}-d`}>{said}</dd>])}</dl>
      {onChange !== undefined && <p className="actions answer-add"><Button kind="link" small command="goal.change" hintOnly onPress={onChange}>Change the goal</Button></p>}
    </Section>
  );
}
