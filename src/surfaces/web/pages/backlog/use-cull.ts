// The cull on the page: takes a batch, decides at once on the screen, asks the server, and takes it back when the server says no.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { InputOf, OperationName, OutputOf } from '../../../../contract/index.ts';
import { ask, errorWords } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import type { DisputeInput } from '../../parts/DisputeDialog.tsx';
import type { Target } from '../../parts/TargetPicker.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { answered, chosenRows, cullBatch, reconciled, takeBatch, toggled, withdrawn, type CullAnswer, type CullBatch, type CullRow } from './cull-batch.ts';

interface Undo { readonly operation: string; readonly input: Record<string, unknown> }
type Next = OutputOf<'cull.next'>;
type Decide = Omit<InputOf<'cull.decide'>, 'items'>;

export interface Cull {
  readonly batch: CullBatch | undefined;
  readonly counts: Pick<Next, 'remaining' | 'closing' | 'kept' | 'cameBack'> | undefined;
  readonly chosen: readonly CullRow[];
  /** The last no of the server, as a sentence. */
  readonly problem: string | undefined;
  readonly error: unknown;
  readonly toggle: (itemId: string) => void;
  readonly keep: (row: CullRow, until: string, reason: string | undefined) => void;
  readonly link: (row: CullRow, target: Target) => void;
  readonly stillAProblem: (row: CullRow, evidence: string) => void;
  readonly dispute: (row: CullRow, input: DisputeInput, words: string) => void;
  /** Closes rows; a message that was changed goes with its own row only. */
  readonly close: (rows: readonly CullRow[], messages: ReadonlyMap<string, string>) => void;
  readonly takeNext: () => void;
  readonly retry: () => void;
}

const PLANNED = 'in the plan to close';
const idsOf = (rows: readonly CullRow[]): string[] => rows.map(({ item }) => item.id);

export function useCull(audit: string | undefined): Cull {
  const queries = useQueryClient();
  const next = useQuery<Next>({ queryKey: ['cull.next', audit], queryFn: () => ask('cull.next', {}), enabled: audit !== undefined });
  const batch = useSyncExternalStore(cullBatch.subscribe, cullBatch.get, cullBatch.get);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (audit === undefined || next.data === undefined || next.isFetching) return;
    if (cullBatch.get()?.audit === audit) cullBatch.update((kept) => reconciled(kept, next.data.batch));
    else cullBatch.set(takeBatch(audit, next.data.batch));
  }, [audit, next.data, next.isFetching]);

  /** Shows the answer, carries it out, and offers to take it back. `carryOut` gives the way back. */
  const settle = (ids: readonly string[], answer: Omit<CullAnswer, 'sending'>, said: string, carryOut: () => Promise<Undo | undefined>): void => {
    setProblem(undefined);
    cullBatch.update((kept) => answered(kept, ids, { ...answer, sending: true }));
    const back = (undo: Undo): void => {
      cullBatch.update((kept) => withdrawn(kept, ids));
      ask(undo.operation as OperationName, undo.input as never).catch((error: unknown) => {
        cullBatch.update((kept) => answered(kept, ids, { ...answer, sending: false }));
        setProblem(errorWords(error));
      }).finally(() => void queries.invalidateQueries());
    };
    carryOut().then((undo) => {
      cullBatch.update((kept) => answered(kept, ids, { ...answer, sending: false }));
      toasts.show(said, undo && (() => back(undo)));
    }, (error: unknown) => {
      cullBatch.update((kept) => withdrawn(kept, ids));
      setProblem(errorWords(error));
    }).finally(() => void queries.invalidateQueries());
  };
  const decide = async (rows: readonly CullRow[], input: Decide): Promise<Undo | undefined> => (await ask('cull.decide', { ...input, items: idsOf(rows) })).undo;

  return {
    batch, counts: next.data, chosen: chosenRows(batch), problem, error: next.error,
    toggle: (id) => cullBatch.update((kept) => toggled(kept, id)),
    keep: (row, until, reason) => settle([row.item.id], { kind: 'keep', words: `kept; wakes ${dayShort(until)}` }, `${row.item.key} is kept until ${dayShort(until)}`, () => decide([row], { decision: 'keep', until, reason })),
    link: (row, target) => settle([row.item.id], { kind: 'link', words: `leads to ${target.key}` }, `${row.item.key} leads to ${target.key}`, () => decide([row], { decision: 'link', [target.kind]: target.id })),
    stillAProblem: (row, evidence) => settle([row.item.id], { kind: 'still_a_problem', words: 'still a problem' }, `${row.item.key} is still a problem`, () => decide([row], { decision: 'still_a_problem', evidence })),
    dispute: (row, input, words) => settle([row.item.id], { kind: 'disputed', words: `not so: ${words}` }, `${row.item.key}: ${words}`, async () => (await ask('finding.dispute', input)).undo),
    close: (rows, messages) => settle(idsOf(rows), { kind: 'close', words: PLANNED }, rows.length === 1 ? `${rows[0]?.item.key} is ${PLANNED}` : `${counted(rows.length, 'item')} are ${PLANNED}`, async () => {
      const plain = rows.filter(({ item }) => !messages.has(item.id));
      const made: string[] = [];
      try {
        if (plain.length > 0) made.push(...(await ask('cull.decide', { items: idsOf(plain), decision: 'close' })).decided.map(({ id }) => id));
        for (const row of rows) {
          const message = messages.get(row.item.id);
          if (message !== undefined) made.push(...(await ask('cull.decide', { items: [row.item.id], decision: 'close', message })).decided.map(({ id }) => id));
        }
      } catch (error) {
        // All or nothing: a batch that half went in would leave rows that lie about themselves.
        if (made.length > 0) await ask('cull.undo', { decisions: made });
        throw error;
      }
      return { operation: 'cull.undo', input: { decisions: made } };
    }),
    takeNext: () => {
      cullBatch.set(undefined);
      void queries.invalidateQueries({ queryKey: ['cull.next'] });
    },
    retry: () => void next.refetch(),
  };
}
