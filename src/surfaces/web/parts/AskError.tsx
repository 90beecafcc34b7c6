// What stands in place of an answer that did not come: the refusal's or the fault's sentence, what was kept, and asking again.
import type { ReactNode } from 'react';
import { ServerFault } from '../../../client/fault.ts';
import { errorWords } from '../data/ask.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';

export function AskError({ error, kept, onRetry, children }: { readonly error: unknown; readonly kept?: ReactNode; readonly onRetry?: (() => void) | undefined; readonly children?: ReactNode }): ReactNode {
  const requestId = error instanceof ServerFault ? error.requestId : undefined;
  // The id has a line of its own below; inside the sentence it would be read twice.
  const happened = error instanceof ServerFault ? 'Something broke on our side.' : errorWords(error);
  return <ErrorNote happened={happened} kept={kept} requestId={requestId} onRetry={onRetry}>{children}</ErrorNote>;
}
