// How long importing a tracker export into the embedded database takes beside a raw COPY of the same rows plus the same indexes,
// how much faster the same file is the second time, and how much memory it holds.
// Run: npm run bench:import [-- --items 10000,50000,100000] [--rounds 3]. Each round has processes of its own and the middle ratio
// counts, since other work on the machine slows both sides unevenly; needs about 2 GB of temporary disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  const sizes = option('items', '10000,50000,100000').split(',').map(Number).filter((size) => size > 0);
  await compare(sizes, Math.max(1, Math.trunc(Number(option('rounds', '3')))));
}

function option(name: string, unless: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? unless : process.argv[at + 1] ?? unless;
}

async function step<T>(...args: string[]): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'import.ts'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => { said += part.toString(); });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return JSON.parse(said) as T;
}

interface Round { readonly ours: ImportFigures; readonly raw: RawFigures; readonly first: number; readonly again: number }

async function round(file: string, later: string): Promise<Round> {
  const data = mkdtempSync(join(tmpdir(), 'throughline-bench-data-'));
  try {
    const ours = await step<ImportFigures>('import-step', file, later, data);
    const raw = await step<RawFigures>('raw-step', data);
    return { ours, raw, first: ours.firstMs / (raw.copyMs + raw.indexMs), again: ours.againMs / ours.firstMs };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The round in the middle by `first`; of an even number the slower of the two. */
function middle(rounds: readonly Round[]): Round {
  return rounds.toSorted((a, b) => a.first - b.first)[Math.floor(rounds.length / 2)]!;
}

async function compare(sizes: readonly number[], times: number): Promise<void> {
  let passed = true;
  const memory: string[] = [];
  for (const items of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
    try {
      const file = join(folder, 'export.ndjson');
      const { bytes, comments } = await writeExport(file, items);
      const later = join(folder, 'later.ndjson');
      await writeExport(later, items, 1, 0.01);
      const rounds: Round[] = [];
      for (let n = 0; n < times; n++) rounds.push(await round(file, later));
      const told = middle(rounds);
      if (items >= 100_000) passed &&= told.first <= LIMIT_FIRST && told.again <= LIMIT_AGAIN;
      memory.push(`${items.toLocaleString('en')}: ${Math.round(told.ours.peakBytes / 1e6)} MB`);
      process.stdout.write(`${items.toLocaleString('en')} items, ${comments.toLocaleString('en')} comments, ${(bytes / 1e6).toFixed(0)} MB\n${lines(items, told, rounds).map((line) => `  ${line}\n`).join('')}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`peak memory of the importing process: ${memory.join(', ')}\nmachine: ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '?'} load average at the end\n`);
  if (!passed) process.exitCode = 1;
}

function lines(items: number, { ours, raw, first, again }: Round, rounds: readonly Round[]): string[] {
  const all = rounds.length === 1 ? '' : ` (rounds: ${rounds.map((each) => each.first.toFixed(2)).join(', ')})`;
  const engines = ours.firstEngineMs === undefined || raw.engineMs === undefined ? [] : [
    `the database's own thread computed ${seconds(ours.firstEngineMs)} of the import and ${seconds(raw.engineMs)} of raw: ${(ours.firstEngineMs / raw.engineMs).toFixed(2)} times`,
  ];
  return [
    `raw COPY ${seconds(raw.copyMs)} + the same ${raw.indexes} indexes ${seconds(raw.indexMs)} = ${seconds(raw.copyMs + raw.indexMs)}`,
    `first import ${seconds(ours.firstMs)} (${Math.round(items / (ours.firstMs / 1000)).toLocaleString('en')} items/s): ${first.toFixed(2)} times raw, limit ${LIMIT_FIRST}${all}; maintenance afterwards ${seconds(ours.maintenanceMs)}`,
    `the same file again ${seconds(ours.againMs)}: ${again.toFixed(2)} of the first, limit ${LIMIT_AGAIN.toFixed(2)}; created ${ours.again.created}, updated ${ours.again.updated}, new comments ${ours.again.newComments}`,
    `a later export, 1 in 100 changed, ${seconds(ours.laterMs)}: ${(ours.laterMs / ours.firstMs).toFixed(2)} of the first; created ${ours.later.created}, updated ${ours.later.updated}`,
    `processor time of all threads: import ${seconds(ours.firstCpuMs)}, raw ${seconds(raw.cpuMs)}`, ...engines,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
