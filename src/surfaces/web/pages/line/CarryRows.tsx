// Carries as a working list: day, what and what is known of it, kind, how long, chosen or pressed. One key changes, tells how it was, or removes.
import { useState, type ReactNode } from 'react';
import { timeWords as spanWords } from '../../../../domain/line/words.ts';
import { useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { RowKeysHint } from '../../ui/RowKeysHint.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { carryMeta, type Carry } from './carry-words.ts';
import { CarryEdit } from './CarryEdit.tsx';

const HINTS = [{ keys: 'e', word: 'change' }, { keys: 'p', word: 'chosen or pressed' }, { keys: 'x', word: 'remove' }];

export function CarryRows({ carries, today }: { readonly carries: readonly Carry[]; readonly today: string }): ReactNode {
  const [editing, setEditing] = useState<string>();
  const change = useDo('carry.change', { said: ({ says }) => says });
  const remove = useDo('carry.remove', { said: ({ says }) => says });
  const flip = (carry: Carry): void => change.mutate({ carry: carry.id, mode: carry.mode === 'pressed' ? 'chosen' : 'pressed' });
  const at = (run: (carry: Carry) => void) => (index: number): void => { const carry = carries[index]; if (carry !== undefined) run(carry); };
  const idle = (): boolean => editing === undefined;
  const keys = useRowKeys({ name: 'carries', group: 'Carries', count: carries.length, primary: false, actions: [
    { keys: 'e', title: 'Change the carry', run: at(({ id }) => setEditing(id)), when: idle }, { keys: 'Enter', title: 'Open the carry', run: at(({ id }) => setEditing(id)), when: idle },
    { keys: 'p', title: 'Chosen or pressed', run: at(flip), when: idle }, { keys: 'x', title: 'Remove the carry', run: at(({ id }) => remove.mutate({ carry: id })), when: idle },
  ] });
  return (
    <>
      <Rows items={carries} itemKey={({ id }) => id} keys={keys} label="Carries" className="carry-row" rowLabel={({ what, on, minutes }) => `${what}, ${dayShort(on)}, ${spanWords(minutes)}`} onRow={at(({ id }) => { if (idle()) setEditing(id); })}
        head={<><span>Day</span><span>What</span><span>Kind</span><span className="right">How long</span><span>How</span><span /></>}>
        {(carry) => (
          <>
            <span className="row-meta no-wrap carry-day">{dayShort(carry.on)}</span>
            <span className="carry-what"><span>{carry.what}</span><span className="row-meta">{carryMeta(carry)}</span><RowKeysHint actions={HINTS} /></span>
            <span className="carry-kind">{carry.kindName}{carry.kindGuessed && <span className="muted">, guessed</span>}</span>
            <span className="right tabular no-wrap carry-minutes">{spanWords(carry.minutes)}</span>
            <span className="carry-mode">{carry.mode ?? <span className="muted">not said</span>}</span>
            <span className="carry-do">{editing !== carry.id && <><Button kind="link" small label={`Change: ${carry.what}`} onPress={() => setEditing(carry.id)}>Change</Button><Button kind="link" small label={`Remove: ${carry.what}`} onPress={() => remove.mutate({ carry: carry.id })}>Remove</Button></>}</span>
            {editing === carry.id && <CarryEdit carry={carry} today={today} onDone={() => setEditing(undefined)} />}
          </>
        )}
      </Rows>
      {(change.error ?? remove.error) !== null && <AskError error={change.error ?? remove.error} kept="It is as it was." />}
    </>
  );
}
