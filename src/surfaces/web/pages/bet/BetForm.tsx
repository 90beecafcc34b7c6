// Writing a bet down or rewording it: the claim and the problem it answers. A plain record for now: no probability, no seal.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useAsk, useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Bet = OutputOf<'bet.get'>['bet'];
const NONE = { id: 'none', name: 'No problem yet', hint: 'it then leads straight to the goal' };

/** `problem` is the id or key chosen beforehand, for a new bet. */
export function BetForm({ bet, problem, onDone }: { readonly bet: Bet | undefined; readonly problem?: string | undefined; readonly onDone: () => void }): ReactNode {
  const problems = useAsk('problem.list', { state: 'all' });
  const [claim, setClaim] = useState(bet?.claim ?? '');
  const [chosen, setChosen] = useState<string | undefined>(bet === undefined ? problem : bet.problem ?? NONE.id);
  const [tried, setTried] = useState(false);
  const add = useDo('bet.add', { said: ({ bet: kept }) => `${kept.key} is written down`, done: onDone });
  const change = useDo('bet.change', { said: ({ bet: kept }) => `${kept.key} is changed`, done: onDone });
  const known = problems.data?.problems ?? [];
  const answers = known.find(({ id, key }) => id === chosen || key === chosen)?.id ?? (chosen === NONE.id ? NONE.id : undefined);
  const choices = [...known.filter((one) => one.state === 'open' || one.id === bet?.problem).map(({ id, key, title }) => ({ id, name: `${key} ${title}` })), NONE];
  const keep = (): void => {
    setTried(true);
    if (claim.trim() === '') return;
    const named = answers !== undefined && answers !== NONE.id ? { problem: answers } : {};
    if (bet === undefined) add.mutate({ claim: claim.trim(), ...named });
    else change.mutate({ bet: bet.id, claim: claim.trim(), ...(answers === bet.problem ? {} : named), ...(answers === NONE.id && bet.problem !== undefined ? { clear: ['problem'] } : {}) });
  };
  useCommands([
    { id: 'bet.keep', title: 'Keep the bet', group: 'Bets', keys: '$mod+Enter', run: keep },
    { id: 'bet.leave', title: 'Leave the form', group: 'Bets', keys: 'Escape', run: onDone },
  ]);
  const error = add.error ?? change.error;
  return (
    <form className="record-form" aria-label={bet === undefined ? 'New bet' : `Change ${bet.key}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <TextField label="The claim" hint="Doing what, for whom, moves what: “A reason code on the label lets shops answer without a call”." value={claim} onChange={setClaim} multiline autoFocus maxLength={600} {...(tried && claim.trim() === '' ? { error: 'A bet needs a claim.' } : {})} />
      <Select label="Which problem it answers" choices={choices} value={answers} onChange={setChosen} placeholder="Choose a problem" />
      {error !== null && <AskError error={error} kept="Nothing was written; your words are still here." />}
      <p className="actions">
        <Button kind="primary" type="submit" command="bet.keep" busy={add.isPending || change.isPending}>{bet === undefined ? 'Write it down' : 'Keep the changes'}</Button>
        <Button kind="link" command="bet.leave" onPress={onDone}>Leave it</Button>
      </p>
    </form>
  );
}
