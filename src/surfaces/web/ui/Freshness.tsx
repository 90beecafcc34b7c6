// Which days, what was read and when. When a source has gone stale it says that first.
import type { ReactNode } from 'react';

/** `stale` is a full statement such as `Calendar last read Tuesday.`; it stands before everything else. */
export function Freshness({ children, stale }: { readonly children: ReactNode; readonly stale?: ReactNode }): ReactNode {
  return <p className="fresh">{stale !== undefined && <><span className="fresh-stale">{stale}</span> </>}{children}</p>;
}
