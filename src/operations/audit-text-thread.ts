// Reads the wording of open items in a thread of its own once there are enough of them to be worth one; the answers are the same
// either way. Never runs further ahead of the thread than a few batches.
import { startOpenTexts, type OpenTexts, type TextAnswers } from '../domain/backlog/audit-texts.ts';
import type { Item } from '../domain/backlog/item.ts';
import type { AuditSettings } from '../domain/backlog/rule.ts';
import type { Worker } from 'node:worker_threads';
import { answersFromJson, itemsAsJson, type TextThreadMessage, type TextThreadStart, type TextThreadTask } from './audit-text-messages.ts';
import { startThread } from './thread.ts';

const BATCH = 250;
const MOST_WAITING = 24;
/** Fewer open items than this are read sooner than a thread is started. */
const WORTH_A_THREAD = 600;

export interface ThreadedTexts {
  readonly texts: OpenTexts;
  /** Resolves when the thread is not too far behind; to be awaited between batches of reading. */
  room(): Promise<void>;
  /** Says that no more comes; what the thread then still has to do, it does while the caller goes on. */
  end(): void;
  /** Resolves when every answer is there; only then may the audit finish. Throws a fault when the thread broke. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export function threadedTexts(settings: AuditSettings, worthAThread: number = WORTH_A_THREAD): ThreadedTexts {
  let gathered: Item[] = [];
  let worker: Worker | undefined;
  let waiting = 0;
  let answers: TextAnswers | undefined;
  let broken: Error | undefined;
  let wake: (() => void) | undefined;

  const fail = (reason: string): void => {
    if (answers === undefined) broken ??= new Error(`reading the wording failed: ${reason}`);
    wake?.();
  };
  const open = (): Worker => {
    const thread = startThread('audit-text-worker', { workerData: { settings } satisfies TextThreadStart });
    thread.on('message', (message: TextThreadMessage) => {
      if (message.type === 'taken') waiting--;
      else if (message.type === 'answers') answers = answersFromJson(message.json);
      else fail(message.error);
      wake?.();
    });
    thread.on('error', (error: Error) => fail(error.stack ?? error.message));
    thread.on('exit', () => fail('the thread ended without an answer'));
    return thread;
  };
  // A worker's postMessage takes no origin; the window's does.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (to: Worker, task: TextThreadTask): void => to.postMessage(task);
  const hand = (to: Worker): void => {
    for (let at = 0; at < gathered.length; at += BATCH) {
      waiting++;
      post(to, { type: 'items', json: itemsAsJson(gathered.slice(at, at + BATCH)) });
    }
    gathered = [];
  };
  const until = async (met: () => boolean): Promise<void> => {
    while (!met()) {
      if (broken !== undefined) throw broken;
      await new Promise<void>((resolve) => { wake = resolve; });
    }
    if (broken !== undefined) throw broken;
  };

  return {
    texts: {
      add(item) {
        gathered.push(item);
        if (worker === undefined && gathered.length >= worthAThread) worker = open();
        if (worker !== undefined && gathered.length >= BATCH) hand(worker);
      },
      finish() {
        if (answers !== undefined) return answers;
        const here = startOpenTexts(settings);
        for (const item of gathered) here.add(item);
        return here.finish();
      },
    },
    room: () => until(() => waiting <= MOST_WAITING),
    end() {
      if (worker === undefined) return;
      hand(worker);
      post(worker, { type: 'finish' });
    },
    settle: () => until(() => worker === undefined || answers !== undefined),
    async stop() {
      await worker?.terminate();
    },
  };
}
