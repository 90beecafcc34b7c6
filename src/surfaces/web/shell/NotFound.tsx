// An address that leads nowhere: never existed, or what it showed is gone.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A page that finds its record deleted renders this with its own `sentence` and what is known of the record. */
export function NotFound({ sentence, children }: { readonly sentence?: ReactNode; readonly children?: ReactNode }): ReactNode {
  return (
    <>
      <h1>{sentence ?? 'Nothing lives at this address.'}</h1>
      <p className="lede">{children ?? 'It may have been typed with a slip, or what it showed was removed. Nothing else has changed.'}</p>
      <p className="actions" style={{ marginTop: 18 }}><Link className="link" to="/">Go to the first page</Link></p>
    </>
  );
}
