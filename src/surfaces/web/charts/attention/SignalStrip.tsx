// One signal's weeks as dots, on the band of the person's own usual range where there is one. Without a range: dots and nothing else.
// A pure drawing; what the last week means is said in words beside it.
import type { ReactNode } from 'react';
import { px } from '../chart-frame.ts';
import { rangeOf } from '../outcome/nice-axis.ts';

export interface SignalStripProps {
  /** One value a week, oldest first; null where it cannot be said. */
  readonly weeks: readonly (number | null)[];
  readonly usual: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly width: number;
  /** One sentence for a screen reader. */
  readonly label: string;
}

const HEIGHT = 30;

export function SignalStrip({ weeks, usual, width, label }: SignalStripProps): ReactNode {
  const known = weeks.filter((value): value is number => value !== null);
  const [least, greatest] = rangeOf([...known, ...(usual === null ? [] : [usual.low, usual.high])]);
  const y = (value: number): number => px(HEIGHT - 5 - ((value - least) / (greatest - least)) * (HEIGHT - 10));
  const x = (at: number): number => px(5 + (at * (width - 10)) / Math.max(1, weeks.length - 1));
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
      {usual !== null && <>
        <rect className="usual" x="0" y={y(usual.high)} width={width} height={Math.max(2, px(y(usual.low) - y(usual.high)))} fill="var(--band)" />
        <line x1="0" x2={width} y1={y(usual.mean)} y2={y(usual.mean)} stroke="var(--edge)" strokeDasharray="3 3" />
      </>}
      {weeks.map((value, at) => {
        if (value === null) return null;
        const outside = usual !== null && (value > usual.high || value < usual.low);
        return <circle key={at} className={outside ? 'outside' : undefined} cx={x(at)} cy={y(value)} r={outside ? 3.6 : 2.4} fill={outside ? 'var(--paper)' : 'var(--ink)'} stroke="var(--ink)" strokeWidth={outside ? 1.8 : 0} />;
      })}
    </svg>
  );
}
