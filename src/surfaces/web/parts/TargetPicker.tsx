// Choosing the problem or bet that items lead to: typed words narrow the list, Enter takes one. A problem that is not there yet can be
// written down in the same place.
import { useState, type ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { useAsk, useDo } from '../data/ask.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AskError } from './AskError.tsx';

export interface Target {
  readonly kind: 'problem' | 'bet';
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

export function TargetPicker({ onChoose }: { readonly onChoose: (target: Target) => void }): ReactNode {
  const problems = useAsk('problem.list', {});
  const bets = useAsk('bet.list', {});
  const [words, setWords] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const add = useDo('problem.add', { done: ({ problem }) => onChoose({ kind: 'problem', id: problem.id, key: problem.key, title: problem.title }) });
  if (problems.isError || bets.isError) return <AskError error={problems.error ?? bets.error} onRetry={() => { void problems.refetch(); void bets.refetch(); }} />;
  if (problems.data === undefined || bets.data === undefined) return <Skeleton shape="lines" words="Reading problems and bets" />;
  const targets: Target[] = [
    ...problems.data.problems.map(({ id, key, title }): Target => ({ kind: 'problem', id, key, title })),
    ...bets.data.bets.map(({ id, key, claim }): Target => ({ kind: 'bet', id, key, title: claim })),
  ];
  const written = words.trim();
  return (
    <div className="picker">
      <Autocomplete inputValue={words} onInputChange={setWords} filter={(text, typed) => typed.trim().split(/\s+/).every((word) => contains(text, word))}>
        <SearchField aria-label="Find a problem or bet" autoFocus><Input className="input" placeholder={targets.length === 0 ? 'Whose problem is it?' : 'Find a problem or bet'} /></SearchField>
        <Menu className="menu picker-menu" aria-label="Problems and bets" items={targets} onAction={(id) => { const chosen = targets.find((one) => one.id === id); if (chosen) onChoose(chosen); }}
          renderEmptyState={() => <p className="picker-none">{targets.length === 0 ? 'No problem or bet is written down yet.' : 'No problem or bet has these words.'}</p>}>
          {(target) => <MenuItem id={target.id} textValue={`${target.key} ${target.title}`} className="menu-item"><span className="picker-key">{target.key}</span><span>{target.title}</span></MenuItem>}
        </Menu>
      </Autocomplete>
      {written.length > 3 && <p className="actions"><Button kind="link" small busy={add.isPending} onPress={() => add.mutate({ title: written })}>Write “{written.length > 60 ? `${written.slice(0, 60)}…` : written}” down as a problem</Button></p>}
      {add.isError && <AskError error={add.error} />}
    </div>
  );
}
