// Ending a goal: how it ended and why, in words. The rule decides which ending a state allows.
import { useState, type ReactNode } from 'react';
import { closeGoal, type GoalEnding } from '../../../../domain/goal/goal.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Goal } from './goal-words.ts';

const ENDINGS: readonly { readonly id: GoalEnding; readonly name: string; readonly hint: string }[] = [
  { id: 'achieved', name: 'Achieved', hint: 'The metric arrived.' },
  { id: 'missed', name: 'Missed', hint: 'The time is over and it did not arrive. That is a result.' },
  { id: 'abandoned', name: 'Abandoned', hint: 'Given up before its end, for a reason.' },
];

export function CloseGoal({ goal, onClose }: { readonly goal: Goal; readonly onClose: () => void }): ReactNode {
  const allowed = ENDINGS.filter(({ id }) => closeGoal(goal.state, id, 'said').ok);
  const [ending, setEnding] = useState<GoalEnding | undefined>(allowed.length === 1 ? allowed[0]?.id : undefined);
  const [reason, setReason] = useState('');
  const close = useDo('goal.close', { said: ({ goal: now }) => `${now.key} is ${now.state}`, done: onClose });
  const ready = ending !== undefined && closeGoal(goal.state, ending, reason).ok;
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`Close ${goal.key}. What led to it stays on record.`}
      foot={<><Button kind="primary" disabled={!ready} busy={close.isPending} onPress={() => { if (ending !== undefined) close.mutate({ goal: goal.id, as: ending, reason: reason.trim() }); }}>Close the goal</Button><Button kind="link" onPress={onClose}>Leave it as it is</Button></>}>
      <Select label="How did it end?" choices={allowed} value={ending} onChange={(id) => setEnding(id as GoalEnding)} {...(goal.state === 'active' ? {} : { hint: 'Only an active goal can be achieved or missed.' })} />
      <TextField label="Why" hint="One sentence that will still make sense in a year." value={reason} onChange={setReason} multiline autoFocus maxLength={2000} />
      {close.error !== null && <AskError error={close.error} kept="The goal is as it was; your words are still here." />}
    </Dialog>
  );
}
