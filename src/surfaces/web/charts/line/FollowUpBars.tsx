// The eight weeks after a hand-off as small bars, against the quarter of what it took before: above that line it came back. A pure drawing.
import type { ReactNode } from 'react';

export interface FollowUpBarsProps {
  /** Each week's minutes as a share of the weekly mean before; at most eight, in order. */
  readonly weeks: readonly { readonly from: string; readonly share: number; readonly over: boolean }[];
  readonly label: string;
}

const [WIDTH, HEIGHT, STEP, BAR, LIMIT, MOST] = [148, 36, 18, 12, 0.25, 1] as const;
const SLOTS = 8;

export function FollowUpBars({ weeks, label }: FollowUpBarsProps): ReactNode {
  const height = (share: number): number => Math.round(Math.min(share, MOST) * (HEIGHT - 6) * 10) / 10;
  const limit = HEIGHT - 2 - height(LIMIT);
  return (
    <svg className="chart follow-up" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {Array.from({ length: SLOTS }, (_, at) => {
        const week = weeks[at];
        const x = 2 + at * STEP;
        if (week === undefined) return <rect key={at} className="follow-up-open" x={x + 0.5} y={HEIGHT - 8.5} width={BAR - 1} height="6" fill="none" stroke="var(--edge)" strokeDasharray="2 2" />;
        return <rect key={at} className={week.over ? 'follow-up-over' : undefined} x={x} y={HEIGHT - 2 - Math.max(1, height(week.share))} width={BAR} height={Math.max(1, height(week.share))} fill={week.over ? 'var(--bad)' : 'var(--ink)'} />;
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT - 2} y2={HEIGHT - 2} stroke="var(--edge)" />
      <line x1="0" x2={WIDTH} y1={limit} y2={limit} stroke="var(--accent)" strokeWidth="1.5" />
    </svg>
  );
}
