// Correcting a ship: its words, the day the first users had it, the day everybody did. For the ship of a bet the change is sealed too.
import { useState, type ReactNode } from 'react';
import { RefusedError, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Ship } from './ship-words.ts';

export function ShipDialog({ ship, onClose }: { readonly ship: Ship; readonly onClose: () => void }): ReactNode {
  const [title, setTitle] = useState(ship.title);
  const [day, setDay] = useState(ship.shippedOn);
  const [rollout, setRollout] = useState(ship.rolledOutOn ?? '');
  const [audience, setAudience] = useState(ship.audience ?? '');
  const change = useDo('ship.change', { said: ({ ship: now }) => `${now.key} is changed`, done: onClose });
  const reversed = rollout !== '' && day !== '' && rollout < day;
  const ready = title.trim() !== '' && day !== '' && !reversed;
  const keep = (): void => {
    if (!ready) return;
    const clear = [...(rollout === '' && ship.rolledOutOn !== undefined ? ['rolledOutOn' as const] : []), ...(audience.trim() === '' && ship.audience !== undefined ? ['audience' as const] : [])];
    change.mutate({ ship: ship.id, title: title.trim(), shippedOn: day, ...(rollout === '' ? {} : { rolledOutOn: rollout }), ...(audience.trim() === '' ? {} : { audience: audience.trim() }), ...(clear.length === 0 ? {} : { clear }) });
  };
  const days = change.error instanceof RefusedError && change.error.code === 'ship_dates_reversed';
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`Change ${ship.key}`}
      foot={<><Button kind="primary" disabled={!ready} busy={change.isPending} onPress={keep}>Keep the changes</Button><Button kind="link" onPress={onClose}>Leave it</Button></>}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        {ship.bet !== undefined && <p>It is the ship of {ship.bet.key}. Another day is written into the chain of its seal, beside the first.</p>}
        <TextField label="What reached users" value={title} onChange={setTitle} maxLength={300} autoFocus {...(title.trim() === '' ? { error: 'A ship needs words.' } : {})} />
        <DateField label="The first users had it on" value={day} onChange={setDay} />
        <DateField label="Everybody had it on" hint="Days between are left out when its effect is read. Empty when it was the same day." value={rollout} onChange={setRollout} {...(reversed || days ? { error: 'That is before the first users had it.' } : {})} />
        <TextField label="Who got it" optional value={audience} onChange={setAudience} maxLength={300} />
        {change.error !== null && !days && <AskError error={change.error} kept="The ship is as it was." />}
        <button type="submit" hidden aria-label="Keep the changes" />
      </form>
    </Dialog>
  );
}
