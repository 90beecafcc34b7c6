// Ships, the unanswered first: what reached users and when, which bet it was, and a way to correct its words and days.
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { count, counted, dayShort } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ShipAnswer } from './ShipAnswer.tsx';
import { ShipDialog } from './ShipDialog.tsx';
import { inOrder, type Ship } from './ship-words.ts';

const SHOWN = 12;

export function ShipList({ ships, label }: { readonly ships: readonly Ship[]; readonly label: string }): ReactNode {
  const bets = useAsk('bet.list', { state: 'all' });
  const [all, setAll] = useState(false);
  const [changing, setChanging] = useState<Ship>();
  const sorted = inOrder(ships);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="rows ship-rows" aria-label={label}>
        {shown.map((ship) => (
          <li key={ship.id} className="row ship-row">
            <span className="row-key">{ship.key}</span>
            <div className="ship-words">
              <p className="ship-title">{ship.title}</p>
              {ship.audience !== undefined && <p className="row-meta">for {ship.audience}</p>}
              <ShipAnswer ship={ship} bets={bets.data?.bets ?? []} />
            </div>
            <span className="row-meta ship-day">{dayShort(ship.shippedOn)}{ship.rolledOutOn !== undefined && ship.rolledOutOn !== ship.shippedOn && <> to {dayShort(ship.rolledOutOn)}</>}{ship.found && <span className="ship-found">found in {ship.items === 1 ? 'an item' : `${counted(ship.items, 'item')}`}</span>}</span>
            <Button kind="link" small onPress={() => setChanging(ship)} label={`Change ${ship.key}`}>Change</Button>
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && <p className="row-foot"><Button kind="link" small onPress={() => setAll(true)}>Show the other {count(sorted.length - shown.length)}</Button></p>}
      {changing !== undefined && <ShipDialog ship={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}
