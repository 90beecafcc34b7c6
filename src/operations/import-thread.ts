// The main thread's end of the reading thread: batches as an async iteration, granted one by one, stopped when left.
import type { ImportBatch, ImportThreadMessage, ImportThreadStart } from './import-messages.ts';
import { JobStopped } from './jobs.ts';
import { startThread } from './thread.ts';

export type ImportStep = ImportBatch | Extract<ImportThreadMessage, { type: 'skipping' | 'end' | 'refused' }>;

/** Yields what the thread says, `end` or `refused` last. Throws JobStopped when the signal is aborted, a fault when the thread breaks. */
export async function* readInThread(start: ImportThreadStart, signal: AbortSignal): AsyncGenerator<ImportStep> {
  const worker = startThread('import-worker', { workerData: start });
  const queue: ImportThreadMessage[] = [];
  let wake: (() => void) | undefined;
  const arrived = (message: ImportThreadMessage): void => {
    queue.push(message);
    wake?.();
  };
  worker.on('message', arrived);
  worker.on('error', (error: Error) => arrived({ type: 'broken', error: error.stack ?? error.message }));
  worker.on('exit', () => arrived({ type: 'broken', error: 'the reading thread ended without a last word' }));
  const aborted = (): void => wake?.();
  signal.addEventListener('abort', aborted);
  try {
    for (;;) {
      if (signal.aborted) throw new JobStopped();
      const message = queue.shift();
      if (message === undefined) {
        await new Promise<void>((resolve) => { wake = resolve; });
        continue;
      }
      if (message.type === 'broken') throw new Error(`reading an import failed: ${message.error}`);
      yield message;
      if (message.type === 'end' || message.type === 'refused') return;
      if (message.type === 'batch') worker.postMessage('more', []);
    }
  } finally {
    signal.removeEventListener('abort', aborted);
    await worker.terminate();
  }
}
