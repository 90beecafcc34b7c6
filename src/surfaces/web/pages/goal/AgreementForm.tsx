// What a named stakeholder said to the goal. The back-brief is judged while it is typed, by the same rule as on the server.
import { useState, type ReactNode } from 'react';
import { refusalSentence } from '../../../../contract/refusals.ts';
import { BACK_BRIEF_WORDS, mayAgree, readBackBrief } from '../../../../domain/goal/agreement.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Agreement, Goal } from './goal-words.ts';

type Answer = Agreement['answer'];
const ANSWERS: readonly { readonly id: Answer; readonly name: string }[] = [{ id: 'asked', name: 'Asked, no answer yet' }, { id: 'yes', name: 'Yes' }, { id: 'yes_but', name: 'Yes, but …' }, { id: 'no', name: 'No' }];

/** `before` is the agreement that is being answered again. */
export function AgreementForm({ goal, today, before, onClose }: { readonly goal: Goal; readonly today: string; readonly before?: Agreement | undefined; readonly onClose: () => void }): ReactNode {
  const choices = ANSWERS.filter(({ id }) => mayAgree(goal.state, id).ok);
  const [who, setWho] = useState(before?.stakeholder ?? '');
  const [answer, setAnswer] = useState<Answer>(before?.voided === true ? 'asked' : before?.answer ?? (choices.some(({ id }) => id === 'yes') ? 'yes' : 'asked'));
  const [condition, setCondition] = useState(before?.condition ?? '');
  const [brief, setBrief] = useState(before?.backBrief ?? '');
  const [notAsk, setNotAsk] = useState(before?.willNotAsk ?? '');
  const [on, setOn] = useState(before !== undefined && before.answer !== 'asked' ? before.on : today);
  const agree = useDo('goal.agree', { said: (_value, input) => `Kept what ${input.stakeholder} said`, done: onClose });
  const ruling = brief.trim() === '' ? undefined : readBackBrief(goal.statement, brief.trim());
  const refused = ruling !== undefined && !ruling.ok ? refusalSentence(ruling.refusal.code, ruling.refusal.details) : undefined;
  const ready = who.trim() !== '' && refused === undefined && on !== '' && !(answer === 'yes_but' && condition.trim() === '');
  const keep = (): void => {
    if (!ready) return;
    const optional = (name: string, text: string): object => (text.trim() === '' || answer === 'asked' ? {} : { [name]: text.trim() });
    agree.mutate({ goal: goal.id, stakeholder: who.trim(), answer, on, ...optional('condition', answer === 'yes' ? '' : condition), ...optional('backBrief', brief), ...optional('willNotAsk', notAsk) });
  };
  return (
    <Dialog open onClose={onClose} dismissable={false} title={before === undefined ? `Who was asked about ${goal.key}` : `What ${before.stakeholder} says now`}
      foot={<><Button kind="primary" disabled={!ready} busy={agree.isPending} onPress={keep}>Keep the answer</Button><Button kind="link" onPress={onClose}>Leave it</Button></>}>
      <TextField label="Who" hint="A role is enough: Head of operations." value={who} onChange={setWho} disabled={before !== undefined} autoFocus={before === undefined} maxLength={200} />
      <Select label="Answer" choices={choices} value={answer} onChange={(id) => setAnswer(id as Answer)} {...(goal.state === 'draft' ? { hint: 'A draft can only be asked about; answers come once it is proposed.' } : {})} />
      <DateField label={answer === 'asked' ? 'Asked on' : 'Said on'} value={on} onChange={setOn} max={today} />
      {(answer === 'yes_but' || answer === 'no') && <TextField label={answer === 'no' ? 'Because' : 'But'} optional={answer === 'no'} hint={answer === 'no' ? undefined : 'not at the cost of fraud checks'} value={condition} onChange={setCondition} maxLength={1000} />}
      {answer !== 'asked' && (
        <>
          <TextField label="The goal in their own words" optional hint={`At least ${BACK_BRIEF_WORDS} words. A misreading shows here before it costs a quarter.`} value={brief} onChange={setBrief} multiline maxLength={4000} {...(refused === undefined ? {} : { error: refused })} />
          <TextField label="One thing they will not ask for meanwhile" optional value={notAsk} onChange={setNotAsk} maxLength={1000} />
        </>
      )}
      {agree.error !== null && <AskError error={agree.error} kept="Nothing was written; your words are still here." />}
    </Dialog>
  );
}
