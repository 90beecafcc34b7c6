// A claim as the sentence of its page: whole, in smaller type once it is longer than a sentence should be.
import type { ReactNode } from 'react';

/** Past this many characters it would take more than four lines in the size of a sentence. */
const SHORT = 160;

export function Claim({ words }: { readonly words: string }): ReactNode {
  return words.length <= SHORT ? words : <span className="bet-long">{words}</span>;
}
