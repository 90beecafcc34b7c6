// Ending something with its reason in words: a problem, a bet. Writes nothing itself.
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AskError } from './AskError.tsx';

export interface CloseDialogProps {
  /** `Close P-1`. */
  readonly title: string;
  /** What closing means and leaves: one or two sentences. */
  readonly children: ReactNode;
  readonly hint: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onKeep: (reason: string) => void;
  readonly onClose: () => void;
}

export function CloseDialog({ title, children, hint, busy, error, onKeep, onClose }: CloseDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Dialog open onClose={onClose} dismissable={false} title={title}
      foot={<><Button kind="primary" disabled={given === ''} busy={busy} onPress={() => onKeep(given)}>Close it</Button><Button kind="link" onPress={onClose}>Leave it open</Button></>}>
      <p>{children}</p>
      <TextField label="Why" hint={hint} value={reason} onChange={setReason} multiline autoFocus maxLength={1000} />
      {error !== null && <AskError error={error} kept="It is still open; your words are still here." />}
    </Dialog>
  );
}
