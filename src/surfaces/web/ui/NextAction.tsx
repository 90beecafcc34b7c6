// The one thing to do now: a rule in ink, the proposal and its reason, one filled button, at most one quiet alternative.
import type { ReactNode } from 'react';

/** `proposal` is the stressed beginning of the sentence, `children` its reason. `action` is a primary Button, `alternative` a link Button. */
export function NextAction({ proposal, children, action, alternative }: { readonly proposal: ReactNode; readonly children?: ReactNode; readonly action: ReactNode; readonly alternative?: ReactNode }): ReactNode {
  return <div className="next wide"><p><b>{proposal}</b> {children}</p>{action}{alternative}</div>;
}
