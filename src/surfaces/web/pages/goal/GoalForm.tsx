// Writing a goal or changing it, in place. What is typed is judged by the same rules as on the server, beside its field; a draft may stay
// incomplete and says what it still needs.
import { useState, type ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';
import { changeIn, inputIn, previewOf, termsIn, textOf, type FieldName, type GoalText } from './goal-fields.ts';
import { missingWords, standing, type Goal } from './goal-words.ts';

/** `goal` undefined writes a new draft. `onDone` gets what was kept, or undefined when it was left. */
export function GoalForm({ goal, onDone }: { readonly goal: Goal | undefined; readonly onDone: (kept: Goal | undefined) => void }): ReactNode {
  const [typed, setTyped] = useState<GoalText>(() => textOf(goal));
  const [tried, setTried] = useState(false);
  const draft = useDo('goal.draft', { said: ({ goal: kept }) => `${kept.key} is a draft`, done: ({ goal: kept }) => onDone(kept) });
  const change = useDo('goal.change', { said: ({ goal: kept }) => `${kept.key} is changed`, done: ({ goal: kept }) => onDone(kept) });
  const preview = previewOf(goal, typed);
  const missing = missingWords(termsIn(typed));
  const empty = typed.statement.trim() === '';
  const errors = tried || goal !== undefined ? preview.errors : onlyTyped(preview.errors, typed);
  const refused = Object.keys(preview.errors).length > 0 || empty;
  const keep = (): void => {
    setTried(true);
    if (refused) return;
    if (goal === undefined) draft.mutate(inputIn(typed));
    else change.mutate(changeIn(goal, typed));
  };
  useCommands([
    { id: 'goal.keep', title: goal === undefined ? 'Keep the draft' : 'Keep the changes', group: 'This goal', keys: '$mod+Enter', run: keep },
    { id: 'goal.leave', title: 'Leave the form', group: 'This goal', keys: 'Escape', run: () => onDone(undefined) },
  ]);
  const set = (field: FieldName) => (value: string): void => setTyped((before) => ({ ...before, [field]: value }));
  const field = (name: FieldName): { value: string; onChange: (value: string) => void; error?: string } => ({ value: typed[name], onChange: set(name), ...(errors[name] === undefined ? {} : { error: errors[name] }) });
  const answers = goal === undefined ? 0 : standing(goal).filter((one) => !one.voided && one.answer !== 'asked').length;
  const isDraft = goal === undefined || goal.state === 'draft';
  const busy = draft.isPending || change.isPending;
  const error = draft.error ?? change.error;
  return (
    <>
      <h1>{goal === undefined ? 'What will be different, and for whom?' : `Change ${goal.key}`}</h1>
      <form className="goal-edit" aria-label={goal === undefined ? 'New goal' : `Change ${goal.key}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <TextField label="The goal" hint={preview.outputWording === undefined ? 'One sentence about somebody whose day gets better.' : <>This reads as something to make. What would users do differently?</>} multiline autoFocus maxLength={400} {...field('statement')} {...(tried && empty ? { error: 'A goal needs a sentence.' } : {})} />
        <TextField label="Whose problem it solves" optional hint="In their words." multiline maxLength={2000} {...field('problem')} />
        <fieldset className="goal-set">
          <legend>The metric, from and to</legend>
          <TextField label="Metric" hint="Share of returns refunded within 48 hours" maxLength={200} {...field('metric')} />
          <div className="goal-line">
            <TextField label="From" short inputMode="decimal" {...field('baseline')} />
            <TextField label="To" short inputMode="decimal" {...field('target')} />
            <TextField label="Unit" short optional maxLength={40} placeholder="%" {...field('unit')} />
          </div>
          <div className="goal-line">
            <DateField label="Starts" {...field('startOn')} />
            <DateField label="Ends" {...field('endOn')} {...(typed.startOn === '' ? {} : { min: typed.startOn })} />
          </div>
        </fieldset>
        <TextField label="What you are not doing" hint="One a line; at least one before it is proposed." multiline {...field('notGoals')} />
        <TextField label="Guardrails" optional hint="What must not get worse meanwhile, one a line." multiline {...field('guardrails')} />
        <TextField label="Who decides" optional hint="Who may change the scope, who the date." maxLength={1000} {...field('decides')} />
        <TextField label="What gives way" optional hint="What is dropped first when time is short." maxLength={1000} {...field('givesWay')} />
        {preview.voids && answers > 0 && <p className="goal-voids">Others agreed to other terms: {answers === 1 ? 'one answer' : `${answers} answers`} will have to be asked for again, and the change is counted.</p>}
        {error !== null && <AskError error={error} kept="Nothing was written; your words are still here." />}
        <div className="next goal-keep">
          <p role="status">{refused && (tried || !isDraft) ? <b>Something above needs another look.</b> : missing === undefined ? 'Nothing is missing.' : <>It can stand as a draft. Before it is proposed it needs {missing}.</>}</p>
          <Button kind="primary" type="submit" command="goal.keep" busy={busy}>{goal === undefined ? 'Keep the draft' : 'Keep the changes'}</Button>
          <Button kind="link" command="goal.leave" onPress={() => onDone(undefined)}>Leave it</Button>
        </div>
      </form>
    </>
  );
}

/** Before the first try only what was typed is judged: an empty field is not wrong yet. */
function onlyTyped(errors: Partial<Record<FieldName, string>>, typed: GoalText): Partial<Record<FieldName, string>> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => typed[name as FieldName] !== ''));
}
