// What would stand here, the one step to it, and the form of the picture in hairlines with its parts named. Never an illustration.
import type { ReactNode } from 'react';

/** `sentence` as the page's heading when `page`, else as a section's finding. `form` is a drawing such as `EmptyUnitChart`. */
export function EmptyState({ sentence, children, action, form, page = false }: { readonly sentence: ReactNode; readonly children?: ReactNode; readonly action?: ReactNode; readonly form?: ReactNode; readonly page?: boolean }): ReactNode {
  return (
    <div className="empty">
      {page ? <h1>{sentence}</h1> : <h2>{sentence}</h2>}
      {children !== undefined && <p className="lede">{children}</p>}
      {action !== undefined && <div className="actions">{action}</div>}
      {form !== undefined && <div className="empty-form">{form}</div>}
    </div>
  );
}
