// The thread that reads the wording of open items while the main one reads the file. Knows no file and no date.
import { parentPort, workerData } from 'node:worker_threads';
import { startOpenTexts } from '../domain/backlog/audit-texts.ts';
import { answersAsJson, itemsFromJson, type TextThreadMessage, type TextThreadStart, type TextThreadTask } from './audit-text-messages.ts';

const port = parentPort!;
const texts = startOpenTexts((workerData as TextThreadStart).settings);
const say = (message: TextThreadMessage): void => port.postMessage(message);

port.on('message', (task: TextThreadTask) => {
  try {
    if (task.type === 'items') {
      for (const item of itemsFromJson(task.json)) texts.add(item);
      say({ type: 'taken' });
    } else {
      say({ type: 'answers', json: answersAsJson(texts.finish()) });
      port.close();
    }
  } catch (error) {
    say({ type: 'broken', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    port.close();
  }
});
