// How long `throughline audit` takes beside merely reading and parsing the same file line by line, and how much memory it holds.
// Whole processes on both sides, the real command line on ours. Run: npm run bench:audit [-- --items 10000,100000]; the
// default is 10000,100000,1000000, which needs about 3 GB of temporary disk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAST_DAY, writeAuditExport } from './audit-export.ts';
import { buildProgramInto, run, type Run } from './built-program.ts';

const LIMIT_RATIO = 4;
const LIMIT_BYTES = 2e9;

/** The peer: reads a file in large pieces, cuts it into lines, parses each, keeps nothing. */
const PEER = `import { createReadStream } from 'node:fs';
let rest = Buffer.alloc(0), lines = 0;
for await (const chunk of createReadStream(process.argv[2], { highWaterMark: 1 << 20 })) {
  const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) { JSON.parse(bytes.toString('utf8', start, end)); lines++; start = end + 1; }
  rest = bytes.subarray(start);
}
if (lines === 0) throw new Error('read nothing');
`;
/** The quickest of a few: what disturbs a run only ever makes it longer. */
async function best(rounds: number, args: readonly string[], other: readonly string[]): Promise<[Run, Run]> {
  const mine: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push(await run(other));
    mine.push(await run(args));
  }
  const quickest = (runs: readonly Run[]): Run => ({ wall: Math.min(...runs.map(({ wall }) => wall)), cpu: Math.min(...runs.map(({ cpu }) => cpu)), bytes: Math.max(...runs.map(({ bytes }) => bytes)) });
  return [quickest(mine), quickest(theirs)];
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
try {
  const program = await buildProgramInto(folder);
  writeFileSync(join(folder, 'peer.mjs'), PEER);
  const asked = process.argv.indexOf('--items');
  const sizes = (asked === -1 ? '10000,100000,1000000' : process.argv[asked + 1] ?? '').split(',').map(Number).filter((size) => size > 0);
  const walls: { size: number; wall: number; cpu: number }[] = [];
  console.log('    items     file   parse only         audit   ratio (limit 4)   processor ratio   peak memory (limit 2 GB)   growth beside n log n');
  for (const size of sizes) {
    const file = join(folder, `${size}.ndjson`);
    const bytes = await writeAuditExport(file, size);
    const [audit, peer] = await best(size >= 1_000_000 ? 1 : 3, [program, 'audit', file, '--as-of', LAST_DAY, '--json', '--quiet'], [join(folder, 'peer.mjs'), file]);
    rmSync(file);
    const ratio = audit.wall / peer.wall;
    const last = walls.at(-1);
    const exponent = last === undefined ? '' : (Math.log(audit.cpu / last.cpu) / Math.log((size * Math.log(size)) / (last.size * Math.log(last.size)))).toFixed(2);
    walls.push({ size, ...audit });
    console.log(
      `${size.toLocaleString('en').padStart(9)} ${`${(bytes / 1e6).toFixed(0)} MB`.padStart(8)} ${`${peer.wall.toFixed(2)} s`.padStart(12)} ${`${audit.wall.toFixed(2)} s`.padStart(13)} ` +
        `${`${ratio.toFixed(2)} ${ratio <= LIMIT_RATIO ? 'within' : 'over'}`.padStart(17)} ${(audit.cpu / peer.cpu).toFixed(2).padStart(17)} ` +
        `${`${(audit.bytes / 1e9).toFixed(2)} GB ${audit.bytes <= LIMIT_BYTES ? 'within' : 'over'}`.padStart(26)} ${(exponent === '' ? '' : `exponent ${exponent}`).padStart(23)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
