// A value as an interval on the axis all rows share, zero in ink. Its words stand beside it.
import type { ReactNode } from 'react';

const WIDTH = 96;

export function ValueBar({ value, reach: [least, most] }: { readonly value: { readonly mean: number; readonly low: number; readonly high: number }; readonly reach: readonly [number, number] }): ReactNode {
  const at = (amount: number): number => Math.round((4 + ((amount - least) / (most - least || 1)) * (WIDTH - 8)) * 10) / 10;
  return (
    <svg className="value-bar" width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      <line x1={at(value.low)} x2={at(value.high)} y1="8" y2="8" stroke="var(--ink)" strokeWidth="7" strokeOpacity=".3" />
      <line x1={at(0)} x2={at(0)} y1="1" y2="15" stroke="var(--ink)" strokeWidth="1.5" />
      <circle cx={at(value.mean)} cy="8" r="3.5" fill="var(--ink)" stroke="var(--paper)" strokeWidth="1" />
    </svg>
  );
}
