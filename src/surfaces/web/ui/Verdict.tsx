// A verdict as mark and word: won, lost, no difference, cannot tell. The mark differs in form, never only in colour.
import type { ReactNode } from 'react';

export type VerdictKind = 'won' | 'lost' | 'no_difference' | 'cannot_tell';

const WORDS: Readonly<Record<VerdictKind, string>> = { won: 'won', lost: 'lost', no_difference: 'no difference', cannot_tell: 'cannot tell' };

function VerdictMark({ kind }: { readonly kind: VerdictKind }): ReactNode {
  if (kind === 'won') return <><circle cx="7" cy="7" r="7" fill="var(--good)" /><path d="M3.6 7.3l2.3 2.3 4.4-5" fill="none" stroke="var(--paper)" strokeWidth="1.7" /></>;
  if (kind === 'lost') return <><circle cx="7" cy="7" r="7" fill="var(--bad)" /><path d="M3.6 7h6.8" fill="none" stroke="var(--paper)" strokeWidth="1.9" /></>;
  if (kind === 'no_difference') return <><circle cx="7" cy="7" r="6.2" fill="none" stroke="var(--ink)" strokeWidth="1.5" /><path d="M4.2 5.6h5.6M4.2 8.4h5.6" fill="none" stroke="var(--ink)" strokeWidth="1.4" /></>;
  return <circle cx="7" cy="7" r="6.2" fill="none" stroke="var(--unknown)" strokeWidth="1.5" strokeDasharray="3 2.2" />;
}

export function Verdict({ kind, children }: { readonly kind: VerdictKind; readonly children?: ReactNode }): ReactNode {
  return <><span className="verdict"><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><VerdictMark kind={kind} /></svg>{WORDS[kind]}</span>{children !== undefined && <> {children}</>}</>;
}
