// A part of a page that opens with its own finding.
import { useId, type ReactNode } from 'react';

/** `finding` is a heading in sentence case, possibly a full sentence. `wide` lets a list or picture take the margin too. */
export function Section({ finding, sub, wide = false, children, id }: { readonly finding?: ReactNode; readonly sub?: ReactNode; readonly wide?: boolean; readonly children?: ReactNode; readonly id?: string }): ReactNode {
  const head = useId();
  return (
    <section id={id} className={wide ? 'section wide' : 'section'} aria-labelledby={finding === undefined ? undefined : head}>
      {finding !== undefined && <h2 id={head}>{finding}</h2>}
      {sub !== undefined && <p className="section-sub">{sub}</p>}
      {children}
    </section>
  );
}
