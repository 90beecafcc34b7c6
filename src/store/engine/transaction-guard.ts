// Refuses the outer database inside a transaction: on the embedded engine's one connection it would wait for itself forever,
// on a server it would silently run outside the transaction. Knows no SQL.
import { AsyncLocalStorage } from 'node:async_hooks';
import { OuterDatabaseInTransaction } from './faults.ts';

interface Inside {
  open: boolean;
  connected: boolean;
  begun: boolean;
}

/**
 * Follows the chain of awaits with AsyncLocalStorage. Work that was started inside a transaction and outlives it counts as
 * outside again.
 */
export class TransactionGuard {
  readonly #inside = new AsyncLocalStorage<Inside>();

  /** Runs `work`, which opens exactly one transaction. */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    this.refuseInside('A transaction was opened inside another');
    const inside: Inside = { open: true, connected: false, begun: false };
    try {
      return await this.#inside.run(inside, work);
    } finally {
      inside.open = false;
    }
  }

  /** The first connection asked for inside is the transaction's own; any other is somebody reaching past it. */
  admitConnection(): void {
    const inside = this.#current();
    if (!inside) return;
    if (inside.connected) throw new OuterDatabaseInTransaction('The outer database was used inside a transaction');
    inside.connected = true;
  }

  admitBegin(): void {
    const inside = this.#current();
    if (!inside || inside.begun) throw new OuterDatabaseInTransaction('A transaction was opened past store.transaction');
    inside.begun = true;
  }

  refuseInside(what: string): void {
    if (this.#current()) throw new OuterDatabaseInTransaction(what);
  }

  #current(): Inside | undefined {
    const inside = this.#inside.getStore();
    return inside?.open ? inside : undefined;
  }
}
