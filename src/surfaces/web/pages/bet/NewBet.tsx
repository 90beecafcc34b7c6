// The beginning of a bet: one claim and, if it is known, the problem it answers. Everything else is written on its own page.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const NONE = { id: 'none', name: 'No problem yet', hint: 'it is asked for before the bet is placed' };

/** `problem` is the id or key chosen beforehand. */
export function NewBet({ problem, onDone }: { readonly problem?: string | undefined; readonly onDone: () => void }): ReactNode {
  const navigate = useNavigate();
  const problems = useAsk('problem.list', {});
  const [claim, setClaim] = useState('');
  const [chosen, setChosen] = useState(problem);
  const [tried, setTried] = useState(false);
  const add = useDo('bet.add', { said: ({ bet }) => `${bet.key} is written down`, done: ({ bet }) => void navigate({ to: `/bets/${bet.key}` }) });
  const offer = useAsk('lesson.offer', claim.trim().length < 12 ? {} : { claim: claim.trim() }, { when: claim.trim().length >= 12, keep: true });
  const known = problems.data?.problems ?? [];
  const answers = known.find(({ id, key }) => id === chosen || key === chosen)?.id;
  const keep = (): void => {
    setTried(true);
    if (claim.trim() !== '') add.mutate({ claim: claim.trim(), ...(answers === undefined ? {} : { problem: answers }) });
  };
  useCommands([
    { id: 'bet.keep', title: 'Write the bet down', group: 'Bets', keys: '$mod+Enter', run: keep },
    { id: 'bet.leave', title: 'Leave the form', group: 'Bets', keys: 'Escape', run: onDone },
  ]);
  const lessons = claim.trim().length < 12 ? [] : (offer.data?.lessons ?? []).slice(0, 3);
  return (
    <form className="record-form" aria-label="New bet" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <TextField label="The claim" hint="Doing what, for whom, moves what: “A reason code on the label lets shops answer without a call”." value={claim} onChange={setClaim} multiline autoFocus maxLength={600} {...(tried && claim.trim() === '' ? { error: 'A bet needs a claim.' } : {})} />
      {known.length > 0 && <Select label="Which problem it answers" choices={[...known.map(({ id, key, title }) => ({ id, name: `${key} ${title}` })), NONE]} value={answers ?? (chosen === NONE.id ? NONE.id : undefined)} onChange={setChosen} placeholder="Choose a problem" />}
      {lessons.length > 0 && <div className="bet-offered" role="status"><h3>What was learnt about this</h3><ul className="bet-sentences">{lessons.map((lesson) => <li key={lesson.id}>{lesson.words} <span className="muted">{lesson.why} From <AppLink className="link-row" href={`/bets/${lesson.bet.key}`}>{lesson.bet.key}</AppLink>.</span></li>)}</ul></div>}
      {add.error !== null && <AskError error={add.error} kept="Nothing was written; your words are still here." />}
      <p className="actions">
        <Button kind="primary" type="submit" command="bet.keep" busy={add.isPending}>Write it down</Button>
        <Button kind="link" command="bet.leave" onPress={onDone}>Leave it</Button>
      </p>
    </form>
  );
}
