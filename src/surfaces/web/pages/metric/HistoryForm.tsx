// The form of a metric's picture in hairlines, its parts named: what will stand here once there are values.
import type { ReactNode } from 'react';

export function HistoryForm(): ReactNode {
  return (
    <svg className="chart metric-form-picture" viewBox="0 0 560 170" width="560" height="170" role="img" aria-label="The form of the picture: a line over days, a ship as a named vertical line, a gap where a day has no value.">
      <path d="M0 34H560M0 84H560" stroke="var(--line)" />
      <path d="M0 134H560" stroke="var(--edge)" />
      <path d="M4 104l24 -7 24 9 24 -12 24 6 24 -9 24 5 24 -8M244 84l24 -8 24 5 24 -11M340 62l24 -9 24 4 24 -10 24 5 24 -8 24 3" fill="none" stroke="var(--edge)" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M328 22V134" stroke="var(--edge)" strokeDasharray="2 3" />
      <circle cx="484" cy="47" r="4" fill="var(--paper)" stroke="var(--edge)" strokeWidth="1.5" />
      <text x="334" y="28">a ship, by its name</text>
      <text x="208" y="112" textAnchor="middle">a day without a value</text>
      <text x="496" y="51">now</text>
      <text x="0" y="154">days or weeks</text>
    </svg>
  );
}
