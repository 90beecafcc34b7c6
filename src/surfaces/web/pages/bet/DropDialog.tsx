// Ending a placed bet without a measured outcome: why, and what that saves. Sealed like everything else about it.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { moneyWords, numberIn } from './bet-measure.ts';
import type { Bet } from './bet-words.ts';

export function DropDialog({ bet, onClose }: { readonly bet: Bet; readonly onClose: () => void }): ReactNode {
  const { cost, money } = bet.terms;
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState('');
  const drop = useDo('bet.settle', { said: ({ bet: now }) => `${now.key} is dropped`, done: onClose });
  const value = saved.trim() === '' ? undefined : numberIn(saved);
  const bad = saved.trim() !== '' && (value === undefined || value < 0);
  const ready = reason.trim() !== '' && !bad;
  const keep = (): void => { if (ready) drop.mutate({ bet: bet.id, dropped: true, reason: reason.trim(), ...(value === undefined ? {} : { costAvoided: value }) }); };
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`Drop ${bet.key} without a measured outcome`}
      foot={<><Button kind="primary" disabled={!ready} busy={drop.isPending} onPress={keep}>Drop and seal it</Button><Button kind="link" onPress={onClose}>Keep it open</Button></>}>
      <p>A bet that is stopped counts: what it saved is kept beside it. It cannot be opened again; write a new one instead.</p>
      <TextField label="Why" hint="Another problem is larger; the carrier stops the service; it cost more than it can bring." value={reason} onChange={setReason} multiline autoFocus maxLength={1000} />
      <TextField label={`Cost avoided${money === undefined ? '' : `, in ${money}`}`} optional hint={cost === undefined ? 'What is not spent now' : `What is not spent now, of the ${moneyWords(cost, money)} it was to cost`} value={saved} onChange={setSaved} short inputMode="decimal" {...(bad ? { error: 'A number, zero or more.' } : {})} />
      {drop.error !== null && <AskError error={drop.error} kept="The bet is as it was; your words are still here." />}
    </Dialog>
  );
}
