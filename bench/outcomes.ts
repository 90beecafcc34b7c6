// What the outcome engine promises, measured: processor time, coverage of its intervals, false alarms and power.
// Run: npm run bench:outcomes [-- --runs N] [--processes A,B] [--cells 365/90,640/90] [--only speed,looks,coverage,real]; the default is 400 runs of everything.
import { fileURLToPath } from 'node:url';
import { realCoverage, simulatedCoverage } from './outcomes-coverage.ts';
import { looks } from './outcomes-looks.ts';
import { manyMetrics, oneMetric, peer } from './outcomes-speed.ts';

const PARTS = ['speed', 'looks', 'coverage', 'real'];

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

const runs = Number(option('runs') ?? 400);
const only = option('only')?.split(',') ?? PARTS;
const unknown = only.find((part) => !PARTS.includes(part));
if (!Number.isInteger(runs) || runs < 1 || unknown !== undefined) {
  console.log(unknown === undefined ? '--runs takes a whole number from 1' : `--only takes ${PARTS.join(', ')}`);
  process.exit(2);
}
if (only.includes('speed')) {
  oneMetric(40);
  manyMetrics(1000);
  peer();
  console.log('');
}
if (only.includes('looks')) looks(20_000);
if (only.includes('coverage')) simulatedCoverage(runs, option('processes')?.split(',') ?? [], option('cells')?.split(',') ?? []);
if (only.includes('real')) realCoverage(fileURLToPath(new URL('..', import.meta.url)));
