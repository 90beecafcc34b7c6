// What can be done with the current row, as buttons that carry their keys: for the pointer and the finger what the keys are for a hand
// on the keyboard.
import type { ReactNode } from 'react';
import { Key } from '../ui/Key.tsx';

export interface RowDeed {
  readonly id: string;
  readonly word: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** Only where there are no keys: on a desk its key is enough. */
  readonly narrow?: boolean;
}

export function RowActions({ actions, label }: { readonly actions: readonly RowDeed[]; readonly label: string }): ReactNode {
  return (
    <span className="row-deeds" role="group" aria-label={label}>
      {actions.map(({ id, word, keys, run, narrow = false }) => (
        <button key={id} type="button" className={narrow ? 'row-deed only-narrow' : 'row-deed'} onClick={run}>{keys !== undefined && <Key keys={keys} />}<span>{word}</span></button>
      ))}
    </span>
  );
}
