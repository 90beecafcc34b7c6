// The thread that judges a workspace's backlog, so that lists stay quick meanwhile. Takes pages one by one; knows no database.
import { parentPort, workerData } from 'node:worker_threads';
import { startJudging } from './audit-judging.ts';
import type { AuditThreadMessage, AuditThreadStart, AuditThreadTask } from './audit-messages.ts';

const port = parentPort!;
const judging = startJudging(workerData as AuditThreadStart);
const say = (message: AuditThreadMessage): void => port.postMessage(message);

port.on('message', (task: AuditThreadTask) => {
  try {
    if (task.type === 'items') {
      judging.add(task.rows);
      say({ type: 'taken' });
    } else {
      say({ type: 'judged', answer: judging.finish() });
      port.close();
    }
  } catch (error) {
    say({ type: 'broken', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    port.close();
  }
});
