// A note in the margin, at the height of what it annotates; under the sentence when the window is narrow.
import type { ReactNode } from 'react';

/** `rows` is the CSS grid-row span it stands beside, by default that of the page's `Lead`. Written last in the page: on a phone it then ends it. */
export function Note({ title, children, rows = '1' }: { readonly title?: ReactNode; readonly children: ReactNode; readonly rows?: string }): ReactNode {
  return <aside className="note" style={{ gridRow: rows }} aria-label={typeof title === 'string' ? title : 'Note'}>{title !== undefined && <h3>{title}</h3>}{children}</aside>;
}
