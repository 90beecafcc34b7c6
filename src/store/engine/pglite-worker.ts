// The thread that runs the embedded Postgres: one statement at a time, values parsed here so that the main thread stays free.
// Starts only when the hook proves that a commit reached the disk; knows nothing of transactions, locks or time limits.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { DurableNodeFs, startParameters } from './durable-node-fs.ts';
import type { Row } from './engine.ts';
import type { WorkerAnswer, WorkerFailure, WorkerReply, WorkerStart, WorkerTask } from './pglite-messages.ts';
import { parserOf } from './values.ts';

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']);
/** Values pass through PGlite untouched in both directions: parsing and encoding are ours, the same for both engines. */
const UNTOUCHED = new Proxy({}, { get: () => (text: unknown) => text }) as Record<number, (text: string) => string>;

const start = workerData as WorkerStart;
const files = start.folder === undefined ? undefined : new DurableNodeFs(start.folder);
let pg: PGlite;

class DiskFailed extends Error {}

async function open(): Promise<void> {
  pg = await PGlite.create({
    ...(files ? { fs: files } : {}),
    ...(start.template ? { loadDataDir: new Blob([start.template as Uint8Array<ArrayBuffer>]) } : {}),
    extensions: { pg_trgm },
    startParams: startParameters(files !== undefined, start.settings),
  });
  pg.parsers = UNTOUCHED;
  pg.serializers = UNTOUCHED;
  if (files) await proveDurable(files);
}

/** Commits once (a log message, no table needed) and demands that the hook was called for it. */
async function proveDurable(durable: DurableNodeFs): Promise<void> {
  const before = durable.record.count;
  await run("select pg_logical_emit_message(true, 'throughline', 'does a commit reach the disk?')", []);
  if (durable.record.count <= before) throw new DiskFailed('a test commit did not reach the disk (fsync was never called)');
}

async function run(sql: string, parameters: readonly (string | null)[], blob?: Blob): Promise<WorkerAnswer> {
  const result = await pg.query<unknown[]>(sql, [...parameters], {
    rowMode: 'array', ...(blob ? { blob } : {}),
  });
  demandAnswer((result as { command?: string }).command);
  const command = (result as unknown as { command: string }).command;
  const names = result.fields.map((field) => field.name);
  const parsers = result.fields.map((field) => parserOf(field.dataTypeID));
  const rows = result.rows.map((values) => {
    const row: Row = {};
    for (let i = 0; i < names.length; i++) {
      const text = values[i];
      row[names[i]!] = text === null ? null : parsers[i]!(text as string);
    }
    return row;
  });
  return { rows, command, affected: WRITES.has(command) ? result.affectedRows : undefined };
}

/** PGlite swallows a crash of the engine and answers nothing at all: no command tag means nothing may be acknowledged. */
function demandAnswer(command: string | undefined): void {
  if (files?.record.failure !== undefined) throw new DiskFailed(`the disk refused a write (${files.record.failure})`);
  if (command === undefined) throw new Error('the engine gave no answer');
}

async function perform(task: WorkerTask): Promise<unknown> {
  switch (task.task) {
    case 'query': return run(task.sql, task.parameters);
    case 'script': {
      const results = await pg.exec(`${task.sql}\n;select 1`);
      demandAnswer((results.at(-1) as { command?: string } | undefined)?.command);
      return undefined;
    }
    case 'copy': return run(`copy ${task.target} from '/dev/blob'`, [], new Blob([task.chunk as Uint8Array<ArrayBuffer>]));
    case 'facts': return { fsyncs: files?.record.count ?? 0, serverVersion: (await run('show server_version', [])).rows[0]!['server_version'] };
    case 'dump': return new Uint8Array(await (await pg.dumpDataDir('none')).arrayBuffer());
    case 'close': {
      await run('checkpoint', []);
      await pg.close();
      return undefined;
    }
  }
}

/** After PANIC or FATAL (a log that cannot be written, say) a server would end; the embedded engine would spin instead. */
const DEADLY = new Set(['PANIC', 'FATAL']);

function failureOf(error: unknown): WorkerFailure {
  if (error instanceof DiskFailed) return { kind: 'disk', reason: error.message };
  const facts = error as { code?: unknown; severity?: string; message: string; constraint?: string; table?: string; column?: string; detail?: string };
  if (!DEADLY.has(facts.severity ?? '') && typeof facts.code === 'string' && /^[0-9A-Z]{5}$/.test(facts.code)) {
    const { message, code, constraint, table, column, detail } = facts as typeof facts & { code: string };
    return { kind: 'sql', facts: { message, code, constraint, table, column, detail } };
  }
  return { kind: 'engine', reason: error instanceof Error ? error.message : String(error) };
}

async function answer(work: () => Promise<unknown>, judge: (error: unknown) => WorkerFailure): Promise<WorkerReply> {
  try {
    return { ok: true, value: (await work()) as never };
  } catch (error) {
    return { ok: false, failure: judge(error) };
  }
}

function openingFailure(error: unknown): WorkerFailure {
  const failure = failureOf(error);
  if (failure.kind === 'disk') return failure;
  const reason = failure.kind === 'sql' ? failure.facts.message : failure.reason;
  return { kind: 'engine', reason: `it could not be opened (${reason}); check that its disk has room and that its folder may be written` };
}

const port = parentPort!;
port.postMessage(await answer(open, openingFailure));
port.on('message', (task: WorkerTask) => {
  void answer(() => perform(task), failureOf).then((reply) => port.postMessage(reply));
});
