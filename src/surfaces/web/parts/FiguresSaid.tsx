// A sentence of the server whose figures open to one explanation: the rows they were all worked out from.
import { createContext, Fragment, useContext, type ReactNode } from 'react';
import { NumberRef } from '../ui/NumberRef.tsx';
import { figuresIn } from './figures-in.ts';

const Figure = createContext('');

/** The figure that an explanation was opened from, as it stands in the sentence: `2.4 hours`. */
export function useFigure(): string {
  return useContext(Figure);
}

/** `id` begins the figures' names in the address. Without a figure the words stand alone. */
export function FiguresSaid({ id, says, explain }: { readonly id: string; readonly says: string; readonly explain: ReactNode }): ReactNode {
  return figuresIn(says).map((part, at) => (part.figure ? <Figure key={at} value={part.text}><NumberRef id={`${id}-${at}`} explain={explain}>{part.text}</NumberRef></Figure> : <Fragment key={at}>{part.text}</Fragment>));
}
