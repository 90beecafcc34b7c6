// A question that has to be answered before anything else: previews of writes, forms of one step. Opened by state, so that it can have an address.
import { useId, type ReactNode } from 'react';
import { Dialog as KitDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { CloseIcon } from './CloseIcon.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What happens, as a sentence: `Close 20 items. You see the exact changes first.` */
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the primary one first. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  /** A click beside it closes it; off for forms with typed text. */
  readonly dismissable?: boolean;
}

export function Dialog({ open, onClose, title, children, foot, wide = false, dismissable = true }: DialogProps): ReactNode {
  const head = useId();
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} isDismissable={dismissable}>
      <Modal className={wide ? 'dialog-box dialog-box-wide' : 'dialog-box'}>
        <KitDialog className="dialog" aria-labelledby={head}>
          <div className="dialog-head">
            <h2 id={head}>{title}</h2>
            <button type="button" className="icon-button" onClick={onClose} aria-label="Close"><CloseIcon /></button>
          </div>
          {children}
          {foot !== undefined && <div className="dialog-foot">{foot}</div>}
        </KitDialog>
      </Modal>
    </ModalOverlay>
  );
}
