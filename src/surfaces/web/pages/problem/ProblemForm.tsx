// Writing a problem down or rewording it, in place: who, what they try to do, what hurts, how often, how many. Only the title is needed.
import { useState, type ReactNode } from 'react';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';

type Problem = OutputOf<'problem.get'>['problem'];
const FIELDS = [
  { name: 'who', label: 'Who has it', hint: 'Shops with a returns desk', most: 300 },
  { name: 'tryingTo', label: 'What they try to do', hint: 'Tell a customer the same day why the parcel came back', most: 1000 },
  { name: 'hurts', label: 'What hurts', hint: 'They call the carrier and wait', most: 1000 },
  { name: 'howOften', label: 'How often', hint: 'Every working day', most: 300 },
  { name: 'howMany', label: 'How many', hint: 'About 140 of 400 shops', most: 300 },
] as const;
type Field = (typeof FIELDS)[number]['name'];

/** `problem` undefined writes a new one. */
export function ProblemForm({ problem, onDone }: { readonly problem: Problem | undefined; readonly onDone: () => void }): ReactNode {
  const [title, setTitle] = useState(problem?.title ?? '');
  const [rest, setRest] = useState<Readonly<Record<Field, string>>>({ who: problem?.who ?? '', tryingTo: problem?.tryingTo ?? '', hurts: problem?.hurts ?? '', howOften: problem?.howOften ?? '', howMany: problem?.howMany ?? '' });
  const [tried, setTried] = useState(false);
  const add = useDo('problem.add', { said: ({ problem: kept }) => `${kept.key} is written down`, done: onDone });
  const change = useDo('problem.change', { said: ({ problem: kept }) => `${kept.key} is changed`, done: onDone });
  const keep = (): void => {
    setTried(true);
    if (title.trim() === '') return;
    const filled = Object.fromEntries(Object.entries(rest).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]]))) as Partial<Record<Field, string>>;
    if (problem === undefined) { add.mutate({ title: title.trim(), ...filled }); return; }
    const clear = FIELDS.map(({ name }) => name).filter((name) => filled[name] === undefined && problem[name] !== undefined);
    change.mutate({ problem: problem.id, title: title.trim(), ...filled, ...(clear.length > 0 ? { clear } : {}) } satisfies InputOf<'problem.change'>);
  };
  useCommands([
    { id: 'problem.keep', title: 'Keep the problem', group: 'Problems', keys: '$mod+Enter', run: keep },
    { id: 'problem.leave', title: 'Leave the form', group: 'Problems', keys: 'Escape', run: onDone },
  ]);
  const error = add.error ?? change.error;
  return (
    <form className="record-form" aria-label={problem === undefined ? 'New problem' : `Change ${problem.key}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <TextField label="The problem" hint="In the words of who has it; no solution in it yet." value={title} onChange={setTitle} multiline autoFocus maxLength={300} {...(tried && title.trim() === '' ? { error: 'A problem needs a sentence.' } : {})} />
      {FIELDS.map(({ name, label, hint, most }) => <TextField key={name} label={label} optional hint={hint} maxLength={most} value={rest[name]} onChange={(text) => setRest((before) => ({ ...before, [name]: text }))} />)}
      {error !== null && <AskError error={error} kept="Nothing was written; your words are still here." />}
      <p className="actions">
        <Button kind="primary" type="submit" command="problem.keep" busy={add.isPending || change.isPending}>{problem === undefined ? 'Write it down' : 'Keep the changes'}</Button>
        <Button kind="link" command="problem.leave" onPress={onDone}>Leave it</Button>
      </p>
    </form>
  );
}
