// Happened, did not, cannot tell, not settled: told apart by form. Filled disc, hollow disc with a bar, dashed ring, small ring.
import type { ReactNode } from 'react';
import type { SaidOutcome } from './reliability.ts';

export function OutcomeGlyph({ outcome, x, y, r = 5.5 }: { readonly outcome: SaidOutcome; readonly x: number; readonly y: number; readonly r?: number }): ReactNode {
  switch (outcome) {
    case 'happened': return <circle className="happened" cx={x} cy={y} r={r} fill="var(--ink)" stroke="var(--paper)" strokeWidth="1" />;
    case 'did-not': return <g className="did-not"><circle cx={x} cy={y} r={r - 0.75} fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.5" /><path d={`M${x - r + 2.5} ${y}h${2 * r - 5}`} stroke="var(--ink)" strokeWidth="1.5" /></g>;
    case 'cannot-tell': return <circle className="cannot-tell" cx={x} cy={y} r={r - 0.75} fill="var(--paper)" stroke="var(--unknown)" strokeWidth="1.5" strokeDasharray="2 2" />;
    case 'open': return <circle className="not-settled" cx={x} cy={y} r={r - 2} fill="var(--paper)" stroke="var(--edge)" strokeWidth="1.5" />;
  }
}
