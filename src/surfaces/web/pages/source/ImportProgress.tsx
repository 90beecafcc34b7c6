// One import as it goes: what it has read so far, how fast, how long still; stopping keeps what was read.
import type { ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { Progress } from '../../ui/Progress.tsx';
import { fileWords, paceWords, type ImportRecord } from './source-words.ts';

export function ImportProgress({ record }: { readonly record: ImportRecord }): ReactNode {
  const cancel = useDo('import.cancel', { said: ({ import: now }) => `Stopped; ${count(now.read)} items that were read stay` });
  const waiting = record.state === 'waiting';
  return (
    <>
      <Progress title={waiting ? `${fileWords(record.files)}: waiting` : `Reading ${fileWords(record.files)}`} done={record.read} unit="items" elapsedMs={0}
        share={record.progress?.share ?? (waiting ? 0 : undefined)} pace={waiting ? 'Begins as soon as the work before it has ended' : paceWords(record.progress)}
        {...(record.unread > 0 ? { note: `${count(record.unread)} not read` } : {})} onCancel={() => cancel.mutate({ import: record.id })} />
      {cancel.error !== null && <AskError error={cancel.error} />}
    </>
  );
}
