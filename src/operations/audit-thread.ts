// The main thread's end of the judging thread: pages go in one at a time, the answer comes out. Stopped when the job is.
import type { WholeRow } from '../store/item-whole.ts';
import type { AuditAnswer, AuditThreadMessage, AuditThreadStart, AuditThreadTask } from './audit-messages.ts';
import { JobStopped } from './jobs.ts';
import { startThread } from './thread.ts';

/** Judges all pages. Throws JobStopped when the signal is aborted, a fault when the thread breaks. */
export async function judgeInThread(start: AuditThreadStart, pages: AsyncIterable<readonly WholeRow[]>, signal: AbortSignal, onFinish: () => Promise<void>): Promise<AuditAnswer> {
  const worker = startThread('audit-worker', { workerData: start });
  let settle: { resolve: (message: AuditThreadMessage) => void; reject: (error: Error) => void } | undefined;
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    settle?.reject(failure);
  };
  worker.on('message', (message: AuditThreadMessage) => settle?.resolve(message));
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('the judging thread ended without a last word')));
  const aborted = (): void => fail(new JobStopped());
  signal.addEventListener('abort', aborted);
  const ask = async (task: AuditThreadTask): Promise<AuditThreadMessage> => {
    if (failure) throw failure;
    const answer = await new Promise<AuditThreadMessage>((resolve, reject) => {
      settle = { resolve, reject };
      worker.postMessage(task, []);
    });
    if (answer.type === 'broken') throw new Error(`the audit failed: ${answer.error}`);
    return answer;
  };
  try {
    if (signal.aborted) throw new JobStopped();
    // The next page is read while the thread judges the one before.
    let taking: Promise<unknown> = Promise.resolve();
    for await (const rows of pages) {
      await taking;
      taking = ask({ type: 'items', rows });
      taking.catch(() => undefined);
    }
    await taking;
    await onFinish();
    const answer = await ask({ type: 'finish' });
    return (answer as Extract<AuditThreadMessage, { type: 'judged' }>).answer;
  } finally {
    signal.removeEventListener('abort', aborted);
    await worker.terminate();
  }
}
