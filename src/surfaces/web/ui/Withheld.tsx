// An answer that stays closed until enough people have given theirs: the count as dots, never a blurred value, never a lock.
import type { ReactNode } from 'react';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export function Withheld({ given, opensAt = 5 }: { readonly given: number; readonly opensAt?: number }): ReactNode {
  return (
    <span className="withheld">
      <span className="withheld-dots" role="img" aria-label={`${given} of ${opensAt} have answered`}>
        {Array.from({ length: opensAt }, (_, at) => <i key={at} data-on={at < given ? '' : undefined} />)}
      </span>
      Opens at {WORDS[opensAt] ?? opensAt}
    </span>
  );
}
