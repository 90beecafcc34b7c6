// Starts a worker thread of the operations: beside the bundle when built, from the TypeScript source when developing.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Built: `<name>.js` in the folder of the bundle. From source: `<name>.ts` beside this file, read through tsx. */
export function startThread(name: 'import-worker' | 'audit-worker' | 'audit-text-worker', options: WorkerOptions, here: string = import.meta.url): Worker {
  if (!here.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, here), options);
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  const source = new URL(`./${name}.ts`, here).href;
  const code = `import(${JSON.stringify(tsx)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}
