// The real command line for benchmarks: bundled into a folder as a build does it, run as a process of its own and measured as a whole.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildKindModel } from '../scripts/building/kind-model.ts';
import { root } from '../scripts/root.ts';

/** Written to the fourth stream as the process ends: its greatest resident set in kilobytes and its processor time in microseconds. */
const METER = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => { const u = process.resourceUsage(); writeSync(3, JSON.stringify([u.maxRSS, u.userCPUTime + u.systemCPUTime])); });")}`;

/** Seconds of wall clock and of processor time, all threads together, and the greatest resident set. */
export interface Run { readonly wall: number; readonly cpu: number; readonly bytes: number }

/** Bundles the program into the folder, its trained model beside it; returns the file to run. */
export async function buildProgramInto(folder: string): Promise<string> {
  await build({
    absWorkingDir: root, entryPoints: { program: join(root, 'src/main.ts'), 'audit-text-worker': join(root, 'src/operations/audit-text-worker.ts') }, outdir: folder, bundle: true, splitting: true, format: 'esm',
    platform: 'node', target: 'node20', jsx: 'automatic', external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'], loader: { '.sql': 'text' }, logLevel: 'error',
    banner: { js: "import { createRequire as throughlineRequire } from 'node:module'; const require = throughlineRequire(import.meta.url);" },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  buildKindModel(folder);
  return join(folder, 'program.js');
}

/** Runs node with these words to its end. Throws when it does not end with 0. */
export async function run(words: readonly string[]): Promise<Run> {
  const before = performance.now();
  const child = spawn(process.execPath, ['--import', METER, ...words], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stdio[3]!.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const [code] = await once(child, 'close') as [number];
  const wall = (performance.now() - before) / 1000;
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  const [kilobytes, micros] = JSON.parse(said) as [number, number];
  return { wall, cpu: micros / 1e6, bytes: kilobytes * 1024 };
}
