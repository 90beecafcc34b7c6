// The keys that act on the current row, shown after its title on a desk.
import { Fragment, type ReactNode } from 'react';
import { Key } from './Key.tsx';

export function RowKeysHint({ actions }: { readonly actions: readonly { readonly keys: string; readonly word: string }[] }): ReactNode {
  return <span className="row-keys only-wide" aria-hidden="true">{actions.map(({ keys, word }) => <Fragment key={keys}><Key keys={keys} /> {word}&ensp;</Fragment>)}</span>;
}
