// A verdict's mark by its form alone: won a filled disc with a tick, lost a filled bar, no difference hollow equals,
// cannot tell a dashed ring, running a ring with its half filled, not shipped a ring. Never without its word beside it.
import type { ReactNode } from 'react';
import type { BetStanding } from './bet-intervals.ts';

const R = 5.5;

export function StandingGlyph({ standing, x, y, colour = 'var(--ink)' }: { readonly standing: BetStanding; readonly x: number; readonly y: number; readonly colour?: string }): ReactNode {
  switch (standing) {
    case 'won': return <g><circle cx={x} cy={y} r={R} fill={colour} /><path d={`M${x - 2.6} ${y + 0.2}l1.9 2 3.3-4`} fill="none" stroke="var(--paper)" strokeWidth="1.5" /></g>;
    case 'lost': return <rect x={x - R} y={y - 2} width={R * 2} height="4" fill={colour} />;
    case 'no-difference': return <path d={`M${x - R} ${y - 3.5}h${R * 2}v2.5h${-R * 2}zM${x - R} ${y + 1}h${R * 2}v2.5h${-R * 2}z`} fill="none" stroke={colour} />;
    case 'cannot-tell': return <circle cx={x} cy={y} r={R - 0.5} fill="none" stroke="var(--unknown)" strokeWidth="1.5" strokeDasharray="2 2" />;
    case 'running': return <g><circle cx={x} cy={y} r={R - 0.75} fill="none" stroke={colour} strokeWidth="1.5" /><path d={`M${x} ${y - R + 0.75}a${R - 0.75} ${R - 0.75} 0 0 0 0 ${R * 2 - 1.5}z`} fill={colour} /></g>;
    case 'open': return <circle cx={x} cy={y} r={R - 0.75} fill="none" stroke="var(--edge)" strokeWidth="1.5" />;
  }
}
