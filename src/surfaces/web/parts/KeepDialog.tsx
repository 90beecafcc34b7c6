// Until when an item is kept: ninety days unless said otherwise. Writes nothing itself.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { addDays, type Day } from '../../../domain/kernel/instant.ts';
import { dayShort } from '../data/words.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

export const KEEP_DAYS = 90;

/** `today` is the workspace's. `onKeep` gets a day after it. */
export function KeepDialog({ what, today, onKeep, onClose }: { readonly what: string; readonly today: Day; readonly onKeep: (until: Day, reason: string | undefined) => void; readonly onClose: () => void }): ReactNode {
  const [until, setUntil] = useState(addDays(today, KEEP_DAYS));
  const [reason, setReason] = useState('');
  const primary = useRef<HTMLButtonElement & HTMLAnchorElement>(null);
  useEffect(() => { primary.current?.focus(); }, []);
  const past = until !== '' && until <= today;
  return (
    <Dialog open onClose={onClose} title={`Keep ${what} until a day`}
      foot={<><Button kind="primary" ref={primary} disabled={until === '' || past} onPress={() => onKeep(until, reason.trim() || undefined)}>{until === '' || past ? 'Keep it' : `Keep until ${dayShort(until)}`}</Button><Button kind="link" onPress={onClose}>Back to the list</Button></>}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (until !== '' && !past) onKeep(until, reason.trim() || undefined); }}>
        <DateField label="Wakes on" value={until} onChange={setUntil} min={addDays(today, 1)} hint="It stays quiet until then and comes back on that day." {...(past ? { error: 'That day is not ahead.' } : {})} />
        <TextField label="Why it stays" optional value={reason} onChange={setReason} maxLength={300} />
        <button type="submit" hidden aria-label="Keep it" />
      </form>
    </Dialog>
  );
}
