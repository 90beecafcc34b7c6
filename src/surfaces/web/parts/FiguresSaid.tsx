// A sentence of the server whose figures open to one explanation: the rows they were all worked out from.
import { Fragment, type ReactNode } from 'react';
import { NumberRef } from '../ui/NumberRef.tsx';
import { figuresIn } from './figures-in.ts';

/** `id` begins the figures' names in the address. `explain` is told which figure was opened. Without a figure the words stand alone. */
export function FiguresSaid({ id, says, explain }: { readonly id: string; readonly says: string; readonly explain: (figure: string) => ReactNode }): ReactNode {
  return figuresIn(says).map((part, at) => (part.figure ? <NumberRef key={at} id={`${id}-${at}`} explain={explain(part.text)}>{part.text}</NumberRef> : <Fragment key={at}>{part.text}</Fragment>));
}
