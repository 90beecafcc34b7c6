// The house's mark at the head of a report.
import type { ReactNode } from 'react';

export function ReportMark(): ReactNode {
  return (
    <svg width="24" height="10" viewBox="0 0 24 10" aria-hidden="true">
      <path d="M0 5H24" stroke="var(--ink)" strokeWidth="1.5" /><circle cx="5" cy="5" r="3" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.5" /><circle cx="17" cy="5" r="3.6" fill="var(--accent)" />
    </svg>
  );
}
