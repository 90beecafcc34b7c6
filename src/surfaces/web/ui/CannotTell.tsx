// "Cannot tell" is an answer: the verdict first, then its reason, then what would settle it. As a box, or inline with a dashed ring.
import type { ReactNode } from 'react';

export function CannotTell({ what, because, settledBy, inline = false }: { readonly what: ReactNode; readonly because?: ReactNode; readonly settledBy?: ReactNode; readonly inline?: boolean }): ReactNode {
  if (inline) return <span className="cannot-inline"><i className="ring" aria-hidden="true" />Cannot tell {what}</span>;
  return (
    <div className="cannot">
      <p><b>Cannot tell {what}.</b> {because}</p>
      {settledBy !== undefined && <p className="cannot-settled">Settled by: {settledBy}.</p>}
    </div>
  );
}
