// A number of the product: opens into the why panel, and asks for its explanation only then.
import type { ReactNode } from 'react';
import { NumberRef } from '../ui/NumberRef.tsx';
import { Explained } from './Explained.tsx';

export interface OpNumberProps {
  /** As `number.explain` knows it: `backlog.none`. */
  readonly name: string;
  /** What it is about where the name alone does not say: an item's id, a bucket, a rule. */
  readonly of?: string | undefined;
  /** The number in its words: `191`, `690 days`. */
  readonly children: ReactNode;
  /** Said to a screen reader where the bare figure is not enough. */
  readonly label?: string | undefined;
  /** Shown in the panel after the formula: what else this place knows of the number. */
  readonly more?: ReactNode;
}

/** Example: `<OpNumber name="item.untouched" of="itm_01">690 days</OpNumber>`; its address is `?why=item.untouched~itm_01`. */
export function OpNumber({ name, of, children, label, more }: OpNumberProps): ReactNode {
  return <NumberRef id={of === undefined ? name : `${name}~${of}`} label={label} explain={<Explained name={name} of={of}>{more}</Explained>}>{children}</NumberRef>;
}
