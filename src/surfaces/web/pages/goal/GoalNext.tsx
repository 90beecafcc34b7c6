// The one thing to do with the goal now, and the quiet way beside it: propose, ask, activate, close, or look at what leads to it.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { RefusedError, useDo } from '../../data/ask.ts';
import { count, counted, dayWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { CloseGoal } from './CloseGoal.tsx';
import { nextStep, statementOf, type Goal } from './goal-words.ts';

export interface GoalNextProps {
  readonly goal: Goal;
  readonly today: string;
  readonly active: Goal | undefined;
  readonly tree: OutputOf<'goal.tree'> | undefined;
  readonly onChange: () => void;
  readonly onNew: () => void;
  readonly onShow: (key: string | undefined) => void;
}

export function GoalNext({ goal, today, active, tree, onChange, onNew, onShow }: GoalNextProps): ReactNode {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'close' | 'agree'>();
  const propose = useDo('goal.propose', { said: ({ goal: now }) => `${now.key} is proposed` });
  const activate = useDo('goal.activate', { said: ({ goal: now }) => `${now.key} is the active goal` });
  const again = useDo('goal.agree', { said: (_value, input) => `Asked ${input.stakeholder} again` });
  const reopen = useDo('goal.reopen', { said: ({ goal: now }) => `${now.key} is active again` });
  const step = nextStep(goal, today);
  const steps: Readonly<Record<string, { proposal: string; because: ReactNode; button: string; run: () => void; busy?: boolean }>> = {
    finish: { proposal: 'Finish the draft.', because: step.kind === 'finish' ? <>It still needs {step.missing} before anybody can be asked.</> : null, button: 'Go on writing', run: onChange },
    propose: { proposal: 'Put it before the people whose yes it needs.', because: 'From then on a change of metric, dates or not-goals is counted and seen.', button: 'Propose the goal', run: () => propose.mutate({ goal: goal.id }), busy: propose.isPending },
    ask: { proposal: 'Write down who agreed.', because: 'A yes with a name and a day is what the goal stands on later; a “yes, but” shows its condition early.', button: 'Add an answer', run: () => setDialog('agree') },
    activate: { proposal: 'Make it the one active goal.', because: active === undefined ? 'Open items are then measured against it.' : <>“{statementOf(active)}” is active now; close that one first.</>, button: active === undefined ? 'Activate the goal' : 'Look at the active goal', run: () => (active === undefined ? activate.mutate({ goal: goal.id }) : onShow(undefined)), busy: activate.isPending },
    ask_again: { proposal: step.kind === 'ask_again' ? `Ask ${step.who.stakeholder} again.` : '', because: step.kind === 'ask_again' ? <>Asked on {dayWords(step.who.on)}, and no answer since.</> : null, button: 'Say that you asked again', run: () => { if (step.kind === 'ask_again') again.mutate({ goal: goal.id, stakeholder: step.who.stakeholder, answer: 'asked' }); }, busy: again.isPending },
    settle: { proposal: 'The goal has had its time.', because: 'Say how it ended; only you and those who agreed know whether the metric arrived.', button: 'Close the goal', run: () => setDialog('close') },
    lead: { proposal: tree === undefined || tree.unexplained > 0 ? 'See what leads to it and what does not.' : 'Every open item is explained.', because: tree === undefined ? null : tree.unexplained > 0 ? <>{count(tree.unexplained)} open {tree.unexplained === 1 ? 'item has' : 'items have'} no path yet; rules and suggestions link many at once.</> : <>{counted(tree.linked, 'open item')} lead to it, the rest keep the lights on.</>, button: 'Go through the suggestions', run: () => void navigate({ to: '/problems', hash: 'suggested' }) },
    next_goal: { proposal: active === undefined ? 'Draft the next goal.' : 'Another goal is active now.', because: active === undefined ? 'This one is closed; what it taught can stand in the next one’s problem.' : <>“{statementOf(active)}”</>, button: active === undefined ? 'Draft a goal' : 'Look at the active goal', run: () => (active === undefined ? onNew() : onShow(undefined)) },
  };
  const now = steps[step.kind];
  const closable = ['draft', 'proposed', 'active'].includes(goal.state);
  useCommands([
    { id: 'goal.next', title: now?.button ?? 'Next step', group: 'This goal', keys: 'Enter', priority: -1, run: () => now?.run() },
    { id: 'goal.close', title: 'Close the goal', group: 'This goal', keys: 'c', when: () => closable, run: () => setDialog('close') },
    { id: 'goal.agree', title: 'Add who agreed', group: 'This goal', keys: 'a', when: () => closable, run: () => setDialog('agree') },
  ]);
  if (now === undefined) return null;
  const alternative = closable
    ? step.kind === 'ask' && goal.state === 'proposed' && active === undefined
      ? <Button kind="link" busy={activate.isPending} onPress={() => activate.mutate({ goal: goal.id })}>Activate without</Button>
      : step.kind === 'finish' ? <Button kind="link" command="goal.close" onPress={() => setDialog('close')}>Give it up</Button> : <Button kind="link" command="goal.change" onPress={onChange}>Change the goal</Button>
    : active === undefined && <Button kind="link" busy={reopen.isPending} onPress={() => reopen.mutate({ goal: goal.id })}>Take the closing back</Button>;
  return (
    <>
      <NextAction proposal={now.proposal} action={<Button kind="primary" command="goal.next" busy={now.busy ?? false} onPress={now.run}>{now.button}</Button>} alternative={alternative}>{now.because}</NextAction>
      {[propose, activate, again, reopen].map(({ error }, at) => error !== null && (
        <AskError key={at} error={error} kept="The goal is as it was.">
          {error instanceof RefusedError && error.code === 'goal_already_active' && <p className="actions"><Button kind="link" onPress={() => onShow(undefined)}>Go to the active goal</Button></p>}
        </AskError>
      ))}
      {dialog === 'close' && <CloseGoal goal={goal} onClose={() => setDialog(undefined)} />}
      {dialog === 'agree' && <AgreementForm goal={goal} today={today} onClose={() => setDialog(undefined)} />}
    </>
  );
}
