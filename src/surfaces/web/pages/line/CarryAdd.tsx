// Writing a carry down: one line, read back while it is typed, kept with Enter; or taken from an event of the calendar.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { ReadBack } from '../../parts/ReadBack.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';
import { carryRead } from './carry-words.ts';
import { EventDialog } from './EventDialog.tsx';

export function CarryAdd({ today }: { readonly today: string }): ReactNode {
  const [line, setLine] = useState('');
  const [choosing, setChoosing] = useState(false);
  const add = useDo('carry.add', { said: ({ says }) => says, done: () => setLine('') });
  const { pieces, lacks } = carryRead(line, today);
  const typed = line.trim() !== '';
  const keep = (): void => { if (typed && lacks === undefined && !add.isPending) add.mutate({ what: line.trim() }); };
  useCommands([{ id: 'carry.write', title: 'Write down what you carried', group: 'Carries', keys: 'c', run: () => document.querySelector<HTMLElement>('.carry-add input')?.focus() }, { id: 'carry.event', title: 'Carry from an event', group: 'Carries', run: () => setChoosing(true) }]);
  return (
    <>
      <form className="carry-add" aria-label="Write a carry down" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <TextField label="What did you carry?" placeholder="45m deck for Northwind, asked by sales, pressed" value={line} onChange={(value) => { setLine(value); if (add.isError) add.reset(); }} maxLength={1000} name="carry" />
        <Button type="submit" disabled={!typed || lacks !== undefined} busy={add.isPending}>Write it down</Button>
        <Button kind="link" command="carry.event" onPress={() => setChoosing(true)}>From an event</Button>
      </form>
      <ReadBack pieces={pieces} lacks={lacks} empty={typed ? undefined : 'How long, what, who asked; “pressed” or “chosen”, “because it was faster”, “yesterday” when it matters. In any order after how long.'} />
      {add.error !== null && <AskError error={add.error} kept="Your line is still here." />}
      {choosing && <EventDialog today={today} onClose={() => setChoosing(false)} />}
    </>
  );
}
