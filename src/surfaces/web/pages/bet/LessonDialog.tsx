// Writing a lesson down: its words, and what it speaks for or against.
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { TargetPicker } from '../../parts/TargetPicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Choices } from './Choices.tsx';
import type { BetNames } from './bet-names.ts';
import type { Bet, Lesson } from './bet-words.ts';

interface Link { readonly target: 'bet' | 'problem'; readonly id: string; readonly key: string; readonly title: string; readonly stance: 'supports' | 'contradicts' }

/** `before` is the lesson that is reworded. */
export function LessonDialog({ bet, names, before, onClose }: { readonly bet: Bet; readonly names: BetNames; readonly before: Lesson | undefined; readonly onClose: () => void }): ReactNode {
  const readouts = useAsk('readout.list', { bet: bet.id });
  const found = readouts.data?.readouts.find(({ decides }) => decides)?.sentence;
  const problem = names.problems.find(({ id }) => id === bet.problem);
  const [words, setWords] = useState(before?.words ?? '');
  const [links, setLinks] = useState<readonly Link[]>(before?.links ?? (problem === undefined ? [] : [{ target: 'problem', id: problem.id, key: problem.key, title: problem.title, stance: bet.outcome?.status === 'lost' ? 'contradicts' : 'supports' }]));
  const [picking, setPicking] = useState(false);
  const said = () => (before === undefined ? 'The lesson is kept' : `${before.key} is changed`);
  const add = useDo('lesson.add', { said, done: onClose });
  const change = useDo('lesson.change', { said, done: onClose });
  const given = words.trim();
  const keep = (): void => {
    if (given === '') return;
    const named = links.map(({ target, id, stance }) => ({ target, reference: id, stance }));
    if (before === undefined) add.mutate({ bet: bet.id, words: given, links: named });
    else change.mutate({ lesson: before.id, words: given, links: named });
  };
  const error = add.error ?? change.error;
  return (
    <Dialog open onClose={onClose} dismissable={false} title={before === undefined ? `What ${bet.key} taught` : `Change ${before.key}`}
      foot={<><Button kind="primary" disabled={given === ''} busy={add.isPending || change.isPending} onPress={keep}>Keep the lesson</Button><Button kind="link" onPress={onClose}>Leave it</Button></>}>
      {found !== undefined && <p className="muted">{found}</p>}
      <TextField label="What it taught" hint="What you would tell somebody about to bet on the same thing: what you believed, what happened, what to expect next time." value={words} onChange={setWords} multiline autoFocus maxLength={2000} />
      {links.map((link) => (
        <div key={link.id} className="bet-link">
          <Choices label={`${link.key} ${link.title}`} name={link.id} choices={[{ id: 'supports', name: 'It speaks for this' }, { id: 'contradicts', name: 'It speaks against this' }]} value={link.stance} onChange={(stance) => setLinks(links.map((one) => (one === link ? { ...one, stance } : one)))} />
          <Button kind="link" small label={`Leave out ${link.key}`} onPress={() => setLinks(links.filter((one) => one !== link))}>Leave out</Button>
        </div>
      ))}
      {picking
        ? <TargetPicker onChoose={({ kind, id, key, title }) => { setPicking(false); if (id !== bet.id && !links.some((one) => one.id === id)) setLinks([...links, { target: kind, id, key, title, stance: 'supports' }]); }} />
        : <p className="actions"><Button kind="link" small onPress={() => setPicking(true)}>Name a bet or problem it speaks of</Button></p>}
      {error !== null && <AskError error={error} kept="Nothing was written; your words are still here." />}
    </Dialog>
  );
}
