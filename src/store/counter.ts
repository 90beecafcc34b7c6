// Display keys: G-1, P-1, B-1, M-1. One counter row a kind and workspace, raised in the transaction that uses it.
import type { Tx } from './schema.ts';

/** The next number of a kind, from 1 up, without gaps while transactions commit. */
export async function nextNumber(tx: Tx, workspaceId: string, name: 'goal' | 'problem' | 'bet' | 'ship' | 'proposal' | 'metric' | 'lesson'): Promise<number> {
  const { value } = await tx
    .insertInto('counter')
    .values({ workspace_id: workspaceId, name, value: 1 })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
