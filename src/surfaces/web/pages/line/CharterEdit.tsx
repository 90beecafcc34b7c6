// One row of the line, edited in its place: what the work is to you, its counterpart, its budget with the room left, note and review day.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';
import { liveErrors, rowErrors, setInput, textOf, unchanged } from './charter-text.ts';
import { stanceWords, type Capacity, type CharterRow } from './line-words.ts';
import { StanceChoice } from './StanceChoice.tsx';
import { TermsFields } from './TermsFields.tsx';

export function CharterEdit({ row, charter, capacity, onDone }: { readonly row: CharterRow; readonly charter: readonly CharterRow[]; readonly capacity: Capacity; readonly onDone: () => void }): ReactNode {
  const [text, setText] = useState(() => textOf(row));
  const [tried, setTried] = useState(false);
  const set = useDo('line.set', { said: ({ row: now }) => `${now.name}: ${stanceWords(now)}`, done: onDone });
  const reset = useDo('line.reset', { said: () => `${row.name} is as it began`, done: onDone });
  const errors = rowErrors(text, row, capacity);
  const keep = (): void => {
    setTried(true);
    if (set.isPending || Object.keys(errors).length > 0) return;
    if (unchanged(row, text) && !row.seeded) onDone();
    else set.mutate(setInput(row, text));
  };
  useCommands([
    { id: 'line.keep', title: 'Keep the line here', group: 'The line', keys: '$mod+Enter', priority: 1, run: keep },
    { id: 'line.leave', title: 'Leave the row as it was', group: 'The line', keys: 'Escape', priority: 1, run: onDone },
  ]);
  return (
    <form className="charter-edit" aria-label={`The line on ${row.name}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <StanceChoice legend={`What is ${row.name} to you?`} value={text.stance} onChange={(stance) => setText({ ...text, stance })} autoFocus {...(tried && errors.stance !== undefined ? { error: errors.stance } : {})} />
      <TermsFields row={row} text={text} onText={setText} charter={charter} capacity={capacity} errors={liveErrors(errors, text, tried)} />
      <div className="terms-line">
        <TextField label="Note" optional value={text.note} onChange={(note) => setText({ ...text, note })} maxLength={1000} />
        <DateField label="Look at it again on" value={text.reviewOn} onChange={(reviewOn) => setText({ ...text, reviewOn })} />
      </div>
      {(set.error ?? reset.error) !== null && <AskError error={set.error ?? reset.error} kept="The line is as it was; what you typed is still here." />}
      <p className="actions">
        <Button type="submit" command="line.keep" busy={set.isPending}>Keep it</Button>
        <Button kind="link" command="line.leave" onPress={onDone}>Leave it</Button>
        {!row.seeded && row.stance !== null && <Button kind="link" busy={reset.isPending} onPress={() => reset.mutate({ kind: row.kind })}>As it began</Button>}
      </p>
    </form>
  );
}
