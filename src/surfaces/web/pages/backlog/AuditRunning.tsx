// An audit at work: which step, and how far, where that is known.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { percent } from '../../data/words.ts';

const PHASES: Readonly<Record<string, string>> = { waiting: 'Waiting for its turn', reading: 'Reading items', judging: 'Judging them', writing: 'Writing what was found' };

export function AuditRunning({ running }: { readonly running: NonNullable<OutputOf<'audit.get'>['running']> }): ReactNode {
  const { phase, share } = running;
  const words = PHASES[phase] ?? phase;
  return (
    <div className={share === undefined ? 'progress progress-open audit-running' : 'progress audit-running'} role="status">
      <p className="progress-head"><b>The audit is running</b><span className="tabular">{words}{share !== undefined && `, ${percent(share)}`}</span></p>
      <div className="progress-track" role="progressbar" aria-label="Audit" aria-valuemin={0} aria-valuemax={100} aria-valuenow={share === undefined ? undefined : Math.round(share * 100)} aria-valuetext={words}>
        <div className="progress-fill" style={{ transform: `scaleX(${share ?? 1})` }} />
      </div>
    </div>
  );
}
