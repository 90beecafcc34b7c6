// The finding of a page in plain words, its numbers openable; once a page. The lede is what a reader needs next.
import type { ReactNode } from 'react';

export function Sentence({ children, lede }: { readonly children: ReactNode; readonly lede?: ReactNode }): ReactNode {
  return <><h1>{children}</h1>{lede !== undefined && <p className="lede">{lede}</p>}</>;
}
