// The day a bet reaches users: recorded by hand, or one of the ships that were found in imported items.
import { useState, type ReactNode } from 'react';
import { RefusedError, useAsk, useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Bet } from './bet-words.ts';

export function ShipDialog({ bet, onClose }: { readonly bet: Bet; readonly onClose: () => void }): ReactNode {
  const today = useAsk('workspace.get', {}).data?.today ?? '';
  const found = useAsk('ship.list', { answer: 'unasked' });
  const [title, setTitle] = useState(bet.claim.slice(0, 300));
  const [typedDay, setDay] = useState<string>();
  const [rollout, setRollout] = useState('');
  const [audience, setAudience] = useState('');
  const said = () => `${bet.key} has shipped`;
  const add = useDo('ship.add', { said, done: onClose });
  const answer = useDo('ship.answer', { said, done: onClose });
  const day = typedDay ?? today;
  const reversed = rollout !== '' && day !== '' && rollout < day;
  const ready = title.trim() !== '' && day !== '' && !reversed;
  const keep = (): void => { if (ready) add.mutate({ bet: bet.id, title: title.trim(), shippedOn: day, ...(rollout === '' ? {} : { rolledOutOn: rollout }), ...(audience.trim() === '' ? {} : { audience: audience.trim() }) }); };
  const dates = add.error instanceof RefusedError && add.error.code === 'ship_dates_reversed';
  const ships = found.data?.ships ?? [];
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`${bet.key} reached users`}
      foot={<><Button kind="primary" disabled={!ready} busy={add.isPending} onPress={keep}>Keep the ship</Button><Button kind="link" onPress={onClose}>Not yet</Button></>}>
      {ships.length > 0 && (
        <div>
          <h3>Was it one of these?</h3>
          <ul className="bet-ships">{ships.slice(0, 6).map((ship) => <li key={ship.id}><span>{ship.title}, {dayShort(ship.shippedOn)}</span><Button kind="link" small busy={answer.isPending} label={`It was ${ship.key}, ${ship.title}`} onPress={() => answer.mutate({ ship: ship.id, bet: bet.id })}>It was this one</Button></li>)}</ul>
        </div>
      )}
      <form className="stack" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <TextField label="What reached users" value={title} onChange={setTitle} maxLength={300} multiline autoFocus {...(title.trim() === '' ? { error: 'A ship needs words.' } : {})} />
        <DateField label="The first users had it on" value={day} onChange={setDay} />
        <DateField label="Everybody had it on" hint="Days between are left out when its effect is read. Empty when it was the same day." value={rollout} onChange={setRollout} {...(reversed || dates ? { error: 'That is before the first users had it.' } : {})} />
        <TextField label="Who got it" optional value={audience} onChange={setAudience} maxLength={300} />
        <p className="muted">Forecasts close with the ship. Its day is sealed, so that a later correction shows.</p>
        <button type="submit" hidden aria-label="Keep the ship" />
      </form>
      {add.error !== null && !dates && <AskError error={add.error} kept="Nothing was recorded; your words are still here." />}
      {answer.error !== null && <AskError error={answer.error} kept="Nothing was recorded." />}
    </Dialog>
  );
}
