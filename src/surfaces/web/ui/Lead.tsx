// The head of a page as one block: sentence, freshness, and what belongs to them. A margin note stands beside it.
import type { ReactNode } from 'react';

export function Lead({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="lead">{children}</div>;
}
