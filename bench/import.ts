// How long importing a tracker export into the embedded database takes beside a raw COPY of the same rows plus the same indexes,
// how much faster the same file is the second time, and how much memory it holds.
// Run: npm run bench:import [-- --items 10000,50000,100000]. Each size has processes of its own; needs about 2 GB of temporary disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExport } from './generated-export.ts';
import { importTwice, rawCopy, type ImportFigures, type RawFigures } from './import-steps.ts';

const LIMIT_FIRST = 1.5;
const LIMIT_AGAIN = 1 / 3;

const [mode, ...rest] = process.argv.slice(2);
if (mode === 'import-step') {
  process.stdout.write(JSON.stringify(await importTwice(rest[0]!, rest[1]!, rest[2]!)));
} else if (mode === 'raw-step') {
  process.stdout.write(JSON.stringify(await rawCopy(rest[0]!)));
} else {
  const asked = process.argv.indexOf('--items');
  const sizes = (asked === -1 ? '10000,50000,100000' : process.argv[asked + 1] ?? '').split(',').map(Number).filter((size) => size > 0);
  await compare(sizes);
}

async function step<T>(...args: string[]): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'import.ts'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => { said += part.toString(); });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return JSON.parse(said) as T;
}

async function compare(sizes: readonly number[]): Promise<void> {
  let passed = true;
  const memory: string[] = [];
  for (const items of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
    try {
      const file = join(folder, 'export.ndjson');
      mkdirSync(join(folder, 'data'));
      const { bytes, comments } = await writeExport(file, items);
      const later = join(folder, 'later.ndjson');
      await writeExport(later, items, 1, 0.01);
      const ours = await step<ImportFigures>('import-step', file, later, join(folder, 'data'));
      const raw = await step<RawFigures>('raw-step', join(folder, 'data'));
      const first = ours.firstMs / (raw.copyMs + raw.indexMs);
      const again = ours.againMs / ours.firstMs;
      if (items >= 100_000) passed &&= first <= LIMIT_FIRST && again <= LIMIT_AGAIN;
      memory.push(`${items.toLocaleString('en')}: ${Math.round(ours.peakBytes / 1e6)} MB`);
      process.stdout.write([
        `${items.toLocaleString('en')} items, ${comments.toLocaleString('en')} comments, ${(bytes / 1e6).toFixed(0)} MB`,
        `  raw COPY ${seconds(raw.copyMs)} + the same ${raw.indexes} indexes ${seconds(raw.indexMs)} = ${seconds(raw.copyMs + raw.indexMs)}`,
        `  first import ${seconds(ours.firstMs)} (${Math.round(items / (ours.firstMs / 1000)).toLocaleString('en')} items/s): ${first.toFixed(2)} times raw, limit ${LIMIT_FIRST}; maintenance afterwards ${seconds(ours.maintenanceMs)}`,
        `  the same file again ${seconds(ours.againMs)}: ${again.toFixed(2)} of the first, limit ${LIMIT_AGAIN.toFixed(2)}; created ${ours.again.created}, updated ${ours.again.updated}, new comments ${ours.again.newComments}`,
        `  a later export, 1 in 100 changed, ${seconds(ours.laterMs)}: ${(ours.laterMs / ours.firstMs).toFixed(2)} of the first; created ${ours.later.created}, updated ${ours.later.updated}`,
        `  processor time: import ${seconds(ours.firstCpuMs)}, raw ${seconds(raw.cpuMs)}`, '',
      ].join('\n'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`peak memory of the importing process: ${memory.join(', ')}\nmachine: ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '?'} load average at the end\n`);
  if (!passed) process.exitCode = 1;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
