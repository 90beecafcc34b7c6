// Words for the screen reader only.
import type { ReactNode } from 'react';

export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="hidden-words">{children}</span>;
}
