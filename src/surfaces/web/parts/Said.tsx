// A phrase on the screen: its words as they are, its numbers as numbers that open.
import { Fragment, type ReactNode } from 'react';
import { OpNumber } from './OpNumber.tsx';
import type { Phrase } from './phrase.ts';

export function Said({ phrase }: { readonly phrase: Phrase }): ReactNode {
  return phrase.map((part, at) => (typeof part === 'string' ? <Fragment key={at}>{part}</Fragment> : <OpNumber key={at} name={part.number} of={part.of}>{part.text}</OpNumber>));
}
