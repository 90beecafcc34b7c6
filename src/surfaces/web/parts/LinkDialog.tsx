// What one or many items lead to, chosen in a dialog. Writes nothing itself.
import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { TargetPicker, type Target } from './TargetPicker.tsx';

/** `what` names what is linked: `RET-131`, `12 items`. */
export function LinkDialog({ what, onChoose, onClose }: { readonly what: string; readonly onChoose: (target: Target) => void; readonly onClose: () => void }): ReactNode {
  return (
    <Dialog open onClose={onClose} title={`What does ${what} lead to?`}>
      <p className="muted">Items reach the goal through a problem or a bet.</p>
      <TargetPicker onChoose={onChoose} />
    </Dialog>
  );
}
