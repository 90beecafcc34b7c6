// Answers to rows of a list that show at once: said in the row, carried out, offered to be taken back, and gone when the server says no.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OperationName } from '../../../../contract/index.ts';
import { ask, errorWords } from '../../data/ask.ts';
import { toasts } from '../../ui/toast-store.ts';

interface Undo { readonly operation: string; readonly input: Record<string, unknown> }

export interface RowAnswers {
  /** What a row says after its answer, by row. */
  readonly said: ReadonlyMap<string, string>;
  /** The last no of the server. */
  readonly problem: string | undefined;
  readonly setProblem: (problem: string | undefined) => void;
  /** `carryOut` gives the way back, where there is one. */
  readonly settle: (row: string, words: string, toast: string, carryOut: () => Promise<Undo | undefined>) => void;
}

export function useRowAnswers(): RowAnswers {
  const queries = useQueryClient();
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState<string>();
  const say = (row: string, words: string | undefined): void => setSaid((before) => {
    const next = new Map(before);
    if (words === undefined) next.delete(row);
    else next.set(row, words);
    return next;
  });
  const refuse = (row: string, words: string | undefined) => (error: unknown): void => { say(row, words); setProblem(errorWords(error)); };
  const renew = (): void => void queries.invalidateQueries();
  return {
    said, problem, setProblem,
    settle(row, words, toast, carryOut) {
      setProblem(undefined);
      say(row, words);
      carryOut().then((undo) => {
        toasts.show(toast, undo && (() => {
          say(row, undefined);
          ask(undo.operation as OperationName, undo.input as never).catch(refuse(row, words)).finally(renew);
        }));
      }, refuse(row, undefined)).finally(renew);
    },
  };
}
