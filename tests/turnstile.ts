// A job that goes on only when a test lets it: it stands before each of its transactions, outside of any, so that what is asked of
// it meanwhile meets it at a known place, however fast the machine is.
import type { JobWork } from '../src/operations/jobs.ts';

export interface Turnstile {
  readonly work: JobWork;
  /** Lets the work begin this many more transactions; resolves when it stands before the next one, or has ended. */
  pass(transactions: number): Promise<void>;
  /** Lets it go its own way from now on. */
  open(): void;
}

export function turnstile(work: JobWork): Turnstile {
  let allowed = 0;
  let standing = false;
  let listeners: (() => void)[] = [];
  const changed = (): void => {
    const waiting = listeners;
    listeners = [];
    for (const wake of waiting) wake();
  };
  const until = async (reached: () => boolean): Promise<void> => {
    while (!reached()) await new Promise<void>((resolve) => { listeners.push(resolve); });
  };
  const stands = (now: boolean): void => {
    standing = now;
    changed();
  };
  return {
    work: async (job, services) => {
      job.signal.addEventListener('abort', changed);
      const enter = async (): Promise<void> => {
        stands(allowed === 0);
        await until(() => allowed > 0 || job.signal.aborted);
        stands(false);
        allowed = Math.max(0, allowed - 1);
      };
      const store = new Proxy(services.store, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name, target);
          if (typeof member !== 'function') return member;
          const method = member.bind(target) as (...given: unknown[]) => unknown;
          return name === 'transaction' ? async (...given: unknown[]) => enter().then(() => method(...given)) : method;
        },
      });
      try {
        await work(job, { ...services, store });
      } finally {
        job.signal.removeEventListener('abort', changed);
        if (allowed !== Number.POSITIVE_INFINITY) allowed = 0;
        stands(true);
      }
    },
    async pass(transactions) {
      allowed += transactions;
      standing = false;
      changed();
      await until(() => standing && allowed === 0);
    },
    open() {
      allowed = Number.POSITIVE_INFINITY;
      changed();
    },
  };
}
