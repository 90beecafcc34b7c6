// The words of a brief, edited beside it: owner, day and level, what no record says, and a rate where money should be named.
import { useState, type ReactNode } from 'react';
import { levelWords } from '../../../../domain/line/charter.ts';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { briefTextOf, editInput, rateIn, type Brief, type BriefText } from './brief-text.ts';

const LEVELS = [1, 2, 3, 4, 5, 6, 7].map((level) => ({ id: String(level), name: `${level}: ${levelWords(level)}` }));

export function BriefEdit({ brief, handOff, onDone }: { readonly brief: Brief; readonly handOff: string; readonly onDone: () => void }): ReactNode {
  const [text, setText] = useState(() => briefTextOf(brief));
  const edit = useDo('line.edit_brief', { said: () => 'The brief is edited', done: onDone });
  const badRate = text.rate.trim() !== '' && rateIn(text.rate) === undefined;
  const keep = (): void => { if (!badRate && !edit.isPending) edit.mutate(editInput(handOff, brief, text)); };
  useCommands([
    { id: 'brief.keep', title: 'Keep the words', group: 'This brief', keys: '$mod+Enter', run: keep },
    { id: 'brief.leave', title: 'Leave the words as they were', group: 'This brief', keys: 'Escape', run: onDone },
  ]);
  return (
    <Section finding="The words" sub="The figures stay as they were on the day the brief was made.">
      <form className="brief-form" aria-label="The words of the brief" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <BriefFields text={text} onText={setText} autoFocus />
        {badRate && <p className="field-error" role="alert">The rate is a number, such as 80.</p>}
        {edit.error !== null && <AskError error={edit.error} kept="The brief is as it was; your words are still here." />}
        <p className="actions"><Button kind="primary" type="submit" command="brief.keep" busy={edit.isPending}>Keep the words</Button><Button kind="link" command="brief.leave" onPress={onDone}>Leave them</Button></p>
      </form>
    </Section>
  );
}

export function BriefFields({ text, onText, autoFocus = false }: { readonly text: BriefText; readonly onText: (text: BriefText) => void; readonly autoFocus?: boolean }): ReactNode {
  const field = (name: keyof BriefText): { value: string; onChange: (value: string) => void } => ({ value: text[name], onChange: (value) => onText({ ...text, [name]: value }) });
  return (
    <>
      <div className="terms-line">
        <TextField label="Who takes it over" optional {...field('to')} maxLength={200} autoFocus={autoFocus} />
        <DateField label="By" {...field('by')} />
        <Select label="Who decides then" choices={LEVELS} {...field('level')} />
      </div>
      <TextField label="What it is" optional multiline hint="Left empty, the kind’s own words stand there." {...field('what')} maxLength={2000} />
      <TextField label="Who needs it, and what happens if it stops" optional multiline {...field('ifStopped')} maxLength={2000} />
      <TextField label="What you keep doing until then" optional multiline {...field('keep')} maxLength={2000} />
      <TextField label="The first two weeks" optional multiline hint="Shadow once, swap once, then alone." {...field('plan')} maxLength={2000} />
      <TextField label="How you both, and those it is for, will know that it worked" optional multiline {...field('works')} maxLength={2000} />
      <div className="terms-line">
        <TextField label="Money an hour" optional short inputMode="decimal" hint="Without it the brief names no money." {...field('rate')} maxLength={12} />
        <TextField label="Currency" optional short placeholder="EUR" {...field('currency')} maxLength={10} />
      </div>
    </>
  );
}
