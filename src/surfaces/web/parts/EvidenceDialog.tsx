// One piece of evidence that something is still a problem. Writes nothing itself.
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

export function EvidenceDialog({ what, onKeep, onClose }: { readonly what: string; readonly onKeep: (evidence: string) => void; readonly onClose: () => void }): ReactNode {
  const [evidence, setEvidence] = useState('');
  const given = evidence.trim();
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`${what} is still a problem`}
      foot={<><Button kind="primary" disabled={given === ''} onPress={() => onKeep(given)}>Keep the evidence</Button><Button kind="link" onPress={onClose}>Back to the list</Button></>}>
      <TextField label="When did it last hurt somebody?" hint="One recent case is enough: who, when, what happened." value={evidence} onChange={setEvidence} multiline autoFocus maxLength={2000} />
    </Dialog>
  );
}
