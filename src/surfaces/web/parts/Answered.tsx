// The states of a question, in place of its answer: skeleton while it waits, the error with its request id, the answer; and an answer
// that could not be renewed, said to be old.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errorWords } from '../data/ask.ts';
import { timeWords } from '../data/words.ts';
import { Button } from '../ui/Button.tsx';
import { Freshness } from '../ui/Freshness.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AskError } from './AskError.tsx';

export interface AnsweredProps<T> {
  readonly asked: UseQueryResult<T>;
  readonly shape?: 'page' | 'rows' | 'figure' | 'lines';
  readonly rows?: number;
  /** What is being read, for a screen reader. */
  readonly words: string;
  /** What was kept when it failed. */
  readonly kept?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

export function Answered<T>({ asked, shape = 'lines', rows = 6, words, kept = 'Nothing was changed.', children }: AnsweredProps<T>): ReactNode {
  const again = (): void => void asked.refetch();
  if (asked.data === undefined) return asked.isError ? <AskError error={asked.error} kept={kept} onRetry={again} /> : <Skeleton shape={shape} rows={rows} words={words} />;
  return (
    <>
      {asked.isError && <Freshness stale={`Read ${timeWords(new Date(asked.dataUpdatedAt).toISOString())}; newer could not be had.`}>{errorWords(asked.error)} <Button kind="link" small onPress={again}>Try again</Button></Freshness>}
      {children(asked.data)}
    </>
  );
}
