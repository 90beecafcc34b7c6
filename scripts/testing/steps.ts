// The run of `npm test`, in order: what each step does and how its outcome becomes tests passed and failed.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isFresh } from '../building/stamp.ts';
import { kilobytes } from '../building/size.ts';
import { firstLoadScript, FIRST_LOAD_LIMIT } from '../building/web.ts';
import { ensureBrowser } from '../find-browser.ts';
import { installPostgres } from '../find-postgres.ts';
import { installRadicale } from '../find-radicale.ts';
import { root } from '../root.ts';
import { runCommand, type Ended } from './command.ts';
import { NODE_FLOOR, packagesLeftOut, packagesThatExclude, type Lock } from './engines.ts';
import { SUITES, type Suite } from './suites.ts';
import { checkTally, lastLines, reportTally, sum, type Report, type Tally } from './tally.ts';

export interface Step {
  readonly name: string;
  readonly title: string;
  /** True when the step drives the built program, which is then made first if it is missing or old. */
  readonly needsBuild?: boolean;
  readonly run: () => Promise<Tally>;
}

/** Rules with days in them are run again where the day begins elsewhere: at, behind and ahead of UTC. */
/** Beside UTC, in which the unit suite runs: half a day apart, each with its own summer time. */
const ZONES = ['America/Los_Angeles', 'Pacific/Auckland'];

const MINUTE = 60_000;
const LOGS = join(root, '.cache/test');
const bin = (name: string): string => join(root, 'node_modules', name);

function command(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, limit = 15 * MINUTE): Promise<Ended> {
  return runCommand(process.execPath, args, { log: join(LOGS, `${name}.log`), env, limit });
}

/** A program whose exit code is the answer, counted as one test. */
async function check(name: string, sentence: string, args: readonly string[]): Promise<Tally> {
  const ended = await command(name, args);
  return checkTally(sentence, ended.code === 0 ? undefined : lastLines(ended.output, 60) || `exit code ${ended.code}`);
}

/** A check made here, counted as one test; a thrown error is a failure like any other. */
async function own(sentence: string, find: () => string | undefined): Promise<Tally> {
  try {
    return checkTally(sentence, find());
  } catch (error) {
    return checkTally(sentence, error instanceof Error ? error.message : String(error));
  }
}

async function vitest(label: string, suite: Suite, more: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Tally> {
  const file = join(LOGS, `${label}.json`);
  rmSync(file, { force: true });
  const args = [bin('vitest/vitest.mjs'), 'run', '--project', suite.name, ...more, `--maxWorkers=${suite.workers}`, '--reporter=json', '--reporter=default', `--outputFile.json=${file}`];
  const ended = await command(label, args, env, 15 * MINUTE);
  return reportTally(label, readReport(file), ended);
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

function suiteNamed(name: string): Suite {
  const suite = SUITES.find((candidate) => candidate.name === name);
  if (!suite) throw new Error(`no suite is named ${name}`);
  return suite;
}

function suiteStep(name: string, options: { readonly needsBuild?: boolean; readonly env?: () => Record<string, string> } = {}): Step {
  const suite = suiteNamed(name);
  const run = async (): Promise<Tally> => {
    let env: Record<string, string>;
    try {
      env = options.env?.() ?? {};
    } catch (error) {
      return checkTally(`${name} has what it needs`, error instanceof Error ? error.message : String(error));
    }
    return vitest(name, suite, [], env);
  };
  return { name, title: suite.title, needsBuild: options.needsBuild ?? false, run };
}

async function types(): Promise<Tally> {
  const compile = (part: string): Promise<Tally> =>
    check(`types-${part}`, `tsconfig.${part}.json compiles`, [bin('typescript/bin/tsc'), '-p', `tsconfig.${part}.json`, '--pretty', 'false']);
  const [pure, node] = await Promise.all([compile('pure'), compile('node')]);
  return sum([pure, node, await compile('web'), await compile('journeys')]);
}

/** What reads calendars must not notice where it runs. */
const CALENDARS = ['src/connectors/calendar/read-calendar', 'src/connectors/calendar/zone-book', 'tests/calendar-data'];

async function zones(): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const zone of ZONES) {
    const label = `zone-${zone.replace('/', '-')}`;
    const rules = await vitest(label, suiteNamed('unit'), ['src/domain'], { TZ: zone });
    const tally = sum([rules, await vitest(`${label}-calendars`, suiteNamed('connectors'), CALENDARS, { TZ: zone })]);
    tallies.push({ ...tally, failed: tally.failed.map(({ name, message }) => ({ name: `${name} (TZ=${zone})`, message })) });
  }
  return sum(tallies);
}

function inLock(find: (lock: Lock) => string[]): string | undefined {
  const lines = find(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock);
  return lines.length === 0 ? undefined : lines.join('\n');
}

async function engines(): Promise<Tally> {
  return sum([
    await own(`every locked package admits Node ${NODE_FLOOR}`, () => inLock(packagesThatExclude)),
    await own('every package that a locked package needs is locked too', () => inLock(packagesLeftOut)),
  ]);
}

function overweight(): string | undefined {
  const { bytes, files } = firstLoadScript();
  return bytes <= FIRST_LOAD_LIMIT ? undefined : `${kilobytes(bytes)} in ${files.join(', ')}; the limit is ${kilobytes(FIRST_LOAD_LIMIT)}`;
}

/** Installs PostgreSQL where it can. Where it cannot, a developer's run skips that half and says how to get it; CI fails. */
function withPostgres(): Record<string, string> {
  const { installed, sentence } = installPostgres();
  if (!installed && process.env['CI']) throw new Error(sentence);
  if (!installed) process.stdout.write(`  ${sentence}\n`);
  return {};
}

/** Installs the CalDAV server where it can; elsewhere its tests are skipped with a sentence, and CI fails. */
function withRadicale(): Record<string, string> {
  const sentence = installRadicale();
  if (sentence !== undefined && process.env['CI']) throw new Error(sentence);
  if (sentence !== undefined) process.stdout.write(`  ${sentence}\n`);
  return {};
}

/** Makes dist/ when it is missing or old, so that a step run by itself meets the program of today. */
export async function prepareBuild(): Promise<void> {
  if (!isFresh()) await command('build', ['--import', 'tsx', 'scripts/build.ts']);
}

export const STEPS: readonly Step[] = [
  { name: 'engines', title: `the lock file is whole and admits Node ${NODE_FLOOR}`, run: engines },
  { name: 'types', title: 'pure, node, web and journey code compile', run: types },
  { name: 'lint', title: 'oxlint', run: () => check('lint', 'oxlint finds nothing', [bin('oxlint/bin/oxlint'), '--deny-warnings', '--format=unix']) },
  { name: 'dead-code', title: 'knip', run: () => check('dead-code', 'knip finds nothing unused', [bin('knip/bin/knip.js'), '--no-progress']) },
  suiteStep('architecture'),
  suiteStep('unit', { env: () => ({ TZ: 'UTC' }) }),
  { name: 'zones', title: `rules in ${ZONES.join(' and ')} too`, run: zones },
  suiteStep('connectors', { env: () => ({ ...withRadicale(), TZ: 'UTC' }) }),
  suiteStep('store', { env: withPostgres }),
  suiteStep('operations', { env: withPostgres }),
  suiteStep('durability', { env: withPostgres }),
  { name: 'build', title: 'program, web and notices', run: () => check('build', 'the build succeeds', ['--import', 'tsx', 'scripts/build.ts']) },
  { name: 'size', title: 'script on first load', needsBuild: true, run: () => own(`the first load needs at most ${kilobytes(FIRST_LOAD_LIMIT)} of script`, overweight) },
  suiteStep('surfaces', { needsBuild: true, env: withPostgres }),
  suiteStep('package', { needsBuild: true }),
  suiteStep('journeys', { needsBuild: true, env: () => ({ CHROME_PATH: ensureBrowser() }) }),
];
