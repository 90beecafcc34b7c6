// Gives a drawing its frame where there is no figure round it: an empty state, a row. The drawing stays a pure function.
import type { ReactNode } from 'react';
import { NARROW_BELOW, type ChartFrame } from './chart-frame.ts';
import { useWidth } from './use-width.ts';

export function Measured({ children }: { readonly children: (frame: ChartFrame) => ReactNode }): ReactNode {
  const [box, width] = useWidth();
  return <div ref={box}>{width > 0 && children({ width, narrow: width < NARROW_BELOW })}</div>;
}
