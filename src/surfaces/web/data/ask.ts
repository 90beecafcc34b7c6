// How a page asks: queries by operation name, cached by name and input; commands that refresh what they may have changed.
// Turns a refusal into its sentence and leaves a fault to the error states.
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { httpCaller } from '../../../client/http-caller.ts';
import type { InputOf, OperationName, OutputOf } from '../../../contract/index.ts';
import { refusalSentence, type RefusalCode } from '../../../contract/refusals.ts';
import { toasts } from '../ui/toast-store.ts';

export const call = httpCaller({ baseUrl: '' });

/** An expected no, thrown so that the query library can hold it. `message` is the sentence a person reads. */
export class RefusedError extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: RefusalCode, details: Readonly<Record<string, unknown>> = {}) {
    super(refusalSentence(code, details));
    this.name = 'RefusedError';
    this.code = code;
    this.details = details;
  }
}

/** Asks once; throws RefusedError on a refusal, the client's faults otherwise. */
export async function ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const outcome = await call(name, input);
  if (outcome.ok) return outcome.value;
  throw new RefusedError(outcome.refusal.code, outcome.refusal.details);
}

export interface AskOptions {
  /** Asks only while true. */
  readonly when?: boolean;
  /** Asks again every so many milliseconds, for what runs. */
  readonly everyMs?: number | false;
  /** Keeps the answer to the former input on screen until the new one is here: lists under a filter. */
  readonly keep?: boolean;
}

/** The question as the query library knows it, to ask ahead of the component that will show the answer. */
export function askQuery<N extends OperationName>(name: N, input: InputOf<N>) {
  return { queryKey: [name, input] as const, queryFn: () => ask(name, input) };
}

/** The answer to a query operation, kept fresh by commands. */
export function useAsk<N extends OperationName>(name: N, input: InputOf<N>, options: AskOptions = {}): UseQueryResult<OutputOf<N>> {
  return useQuery<OutputOf<N>>({
    ...askQuery(name, input),
    enabled: options.when ?? true,
    refetchInterval: options.everyMs ?? false,
    retry: (count, error) => !(error instanceof RefusedError) && count < 1,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

interface Undo {
  readonly operation: string;
  readonly input: Record<string, unknown>;
}

function undoIn(value: unknown): Undo | undefined {
  if (typeof value !== 'object' || value === null || !('undo' in value)) return undefined;
  return (value as { undo?: Undo }).undo;
}

export interface DoOptions<N extends OperationName> {
  /** What happened, for the toast; undefined or empty shows none. */
  readonly said?: ((value: OutputOf<N>, input: InputOf<N>) => string | undefined) | undefined;
  readonly done?: ((value: OutputOf<N>, input: InputOf<N>) => void) | undefined;
}

/**
 * A command. Afterwards every query is asked again (they are cheap and one machine away), and a toast says what happened,
 * with Undo where the answer carries one. A refusal is the mutation's `error`; its message is ready to show.
 */
export function useDo<N extends OperationName>(name: N, options: DoOptions<N> = {}) {
  const queries = useQueryClient();
  return useMutation<OutputOf<N>, Error, InputOf<N>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: (value, input) => {
      const words = options.said?.(value, input);
      const undo = undoIn(value);
      if (words) {
        toasts.show(words, undo && (() => {
          void ask(undo.operation as OperationName, undo.input as never)
            .catch((error: Error) => toasts.show(error.message))
            .finally(() => void queries.invalidateQueries());
        }));
      }
      options.done?.(value, input);
      void queries.invalidateQueries();
    },
  });
}

/** Words for an error state: the refusal's sentence, or the fault's. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? error.message : 'Something broke on our side.';
}
