// The hatch of what is guessed, in the colour of what it would be if it were sure. `id` is unique in its document; fill with `url(#id)`.
import type { ReactNode } from 'react';

/** Stripes of `colour` on paper: a guessed part stands beside its confirmed one and keeps its hue and order. */
export function GuessHatch({ id, colour = 'var(--ink)' }: { readonly id: string; readonly colour?: string }): ReactNode {
  return (
    <pattern id={id} width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4.5" height="4.5" fill="var(--paper)" />
      <rect width="1.8" height="4.5" fill={colour} />
    </pattern>
  );
}
