// One finding of the audit in words: key, title with its cue words marked, reason, actions, and the dispute if there is one.
import type { ReactNode } from 'react';

/** `disputed` keeps the finding in place: date and words in full, no strike-through. Use inside `Rows` with className `finding`. */
export function Finding({ itemKey, title, reason, disputed, actions }: { readonly itemKey: ReactNode; readonly title: ReactNode; readonly reason: ReactNode; readonly disputed?: { readonly on: string; readonly because: string } | undefined; readonly actions?: ReactNode }): ReactNode {
  return (
    <>
      <span className="row-key">{itemKey}</span>
      <div>
        <p className="finding-title">{title}</p>
        <p className="finding-why">{reason}{disputed && <span className="disputed"> <b>Disputed {disputed.on}:</b> “{disputed.because}” Not raised again.</span>}</p>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
    </>
  );
}
