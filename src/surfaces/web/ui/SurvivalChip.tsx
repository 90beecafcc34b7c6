// How often items like this were still finished: a line from 0 to 12 %, the range, the estimate, and the line drawn at 10 %.
import type { ReactNode } from 'react';

const WIDTH = 96;
const TOP = 0.12;
const at = (share: number): number => Math.min(Math.max(share / TOP, 0), 1) * WIDTH;
const percent = (share: number): string => `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}`;

/** Shares are 0-1. `line` is the share below which an item counts as aged out. What lies past 12 % is drawn at the edge and said in the label. */
export function SurvivalChip({ share, low, high, line = 0.1 }: { readonly share: number; readonly low: number; readonly high: number; readonly line?: number }): ReactNode {
  return (
    <svg className="chip" viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height={20} role="img" aria-label={`${percent(share)}% finished within a year (${percent(low)} to ${percent(high)})`}>
      <line x1="0" x2={WIDTH} y1="10" y2="10" stroke="var(--line)" />
      <line x1={at(line)} x2={at(line)} y1="3" y2="17" stroke="var(--accent)" strokeWidth="1.5" />
      <line x1={at(low)} x2={at(high)} y1="10" y2="10" stroke="var(--ink)" strokeWidth="5" strokeOpacity=".3" />
      <circle cx={at(share)} cy="10" r="3.5" fill="var(--ink)" />
    </svg>
  );
}
