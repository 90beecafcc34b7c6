// The unit line of a unit chart, which is also its legend: what one square is, and what its forms mean.
import { Fragment, type ReactNode } from 'react';
import type { UnitForm } from './UnitChart.tsx';

const SWATCH: Readonly<Record<UnitForm, string>> = { solid: 'swatch-goal', tone: 'swatch-lights', open: 'swatch-nopath', bad: 'swatch-aged' };

/** `unit` items stand behind one square. Example line: `One square is one item: ■ leads to the goal, □ no path yet`. */
export function UnitLegend({ unit, forms, item = 'item' }: { readonly unit: number; readonly forms: readonly { readonly form: UnitForm; readonly name: string }[]; readonly item?: string }): ReactNode {
  return (
    <span className="chart-legend">
      {unit === 1 ? `One square is one ${item}: ` : `One square is ${unit.toLocaleString('en')} ${item}s, rounded; a class with fewer keeps one: `}
      {forms.map(({ form, name }, at) => <Fragment key={form}>{at > 0 && ', '}<i className={`swatch ${SWATCH[form]}`} aria-hidden="true" /> <span className={form === 'bad' ? 'bad' : undefined}>{name}</span></Fragment>)}
    </span>
  );
}
