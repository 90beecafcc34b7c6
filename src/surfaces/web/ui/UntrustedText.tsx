// Words from a tracker, shown in their form and never run. The readers load on first use; until then the words stand as they are.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';

const SafeText = lazy(() => import('./SafeText.tsx').then((module) => ({ default: module.SafeText })));

/** Longer texts are cut here first: nobody reads them in a row, and some are machine output. */
const FIRST_PART = 3_000;
const MOST = 200_000;

export function UntrustedText({ text, format = 'markdown' }: { readonly text: string; readonly format?: 'markdown' | 'jira' | 'plain' }): ReactNode {
  const [whole, setWhole] = useState(false);
  const shown = text.slice(0, whole ? MOST : FIRST_PART);
  const plain = <p className="untrusted-plain">{shown}</p>;
  return (
    <div className="untrusted">
      {format === 'plain' ? plain : <Suspense fallback={plain}><SafeText text={shown} format={format} /></Suspense>}
      {shown.length < text.length && !whole && <p><Button kind="link" small onPress={() => setWhole(true)}>Show the other {(text.length - shown.length).toLocaleString('en')} characters</Button></p>}
      {whole && text.length > MOST && <p className="muted">The text goes on for {(text.length - MOST).toLocaleString('en')} more characters in the tracker.</p>}
    </div>
  );
}
