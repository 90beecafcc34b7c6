// Decides where the worker's program lies: beside the bundle when built, the TypeScript source when developing.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the embedded engine's thread. Built: `pglite-worker.js` in the folder of the bundle that holds this code. From source
 * (`.ts`): the source file, read through tsx, which a checkout has and the published package does not need.
 */
export function startWorker(options: WorkerOptions, here: string = import.meta.url): Worker {
  if (!here.endsWith('.ts')) return new Worker(new URL('./pglite-worker.js', here), options);
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  const source = new URL('./pglite-worker.ts', here).href;
  const code = `import(${JSON.stringify(tsx)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}
