// The thread that reads, parses and hashes tracker files, so that the main thread stays free. Runs at most as far ahead as it
// was granted; knows no database.
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportThreadGrant, ImportThreadMessage, ImportThreadStart } from './import-messages.ts';
import { fileRefusal, readForImport } from './import-reading.ts';

const start = workerData as ImportThreadStart;
const port = parentPort!;
const allowed = { batches: 2, stopped: false };
let wake: (() => void) | undefined;

port.on('message', (grant: ImportThreadGrant) => {
  if (grant === 'stop') allowed.stopped = true;
  else allowed.batches++;
  wake?.();
});

/** Text for the database is handed over, not copied. */
function say(message: ImportThreadMessage): void {
  const text = message.type === 'batch' ? message.loads.flatMap((load) => Object.values(load.text).flat()) : [];
  port.postMessage(message, text.map(({ buffer }) => buffer));
}

async function read(): Promise<void> {
  const reading = readForImport(start);
  for (;;) {
    while (allowed.batches === 0 && !allowed.stopped) await new Promise<void>((resolve) => { wake = resolve; });
    if (allowed.stopped) return;
    const step = await reading.next();
    if (step.done) return say({ type: 'end', ...step.value });
    if (step.value.type === 'batch') allowed.batches--;
    say(step.value);
  }
}

read().catch((error: unknown) => {
  const refusal = fileRefusal(error, start);
  if (refusal) say({ type: 'refused', refusal });
  else say({ type: 'broken', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}).finally(() => port.close());
