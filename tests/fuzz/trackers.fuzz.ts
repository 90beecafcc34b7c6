// Mutates every public tracker export thousands of times and checks each reading. A child does the reading, so that a hang is
// seen from outside. Run: npx tsx tests/fuzz/trackers.fuzz.ts --mutations 2000 [--seed N] [--only NAME]
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { checkReading } from './check.ts';
import { MUTATIONS } from './mutations.ts';
import { subjects } from './subjects.ts';

const SECONDS_PER_READING = 30;
const { values } = parseArgs({
  options: { mutations: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' }, child: { type: 'boolean', default: false } },
});

/** Mutates each subject in turn; tells the parent before each reading and after each file. */
async function mutateAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-fuzz-'));
  const path = join(folder, 'mutated');
  const names = Object.keys(MUTATIONS);
  let failures = 0;
  for (const subject of subjects().filter(({ name }) => values.only === undefined || name.includes(values.only))) {
    const random = seededRandom(Number(values.seed));
    const rowsBefore = (await checkReading(subject, subject.text, path, 0)).rows;
    const tally = { exact: 0, uncounted: 0, refused: 0, failed: 0, unread: 0 };
    const began = Date.now();
    for (let i = 0; i < Number(values.mutations); i++) {
      const steps = Array.from({ length: 1 + (i % 3 === 0 ? 1 : 0) }, () => names[Math.floor(random() * names.length)]!);
      process.send?.({ at: `${subject.name} #${i} ${steps.join('+')}` });
      const text = steps.reduce((current, step) => (current.length === 0 ? current : MUTATIONS[step]!(current, random)), subject.text);
      const packed = i % 20 === 7 && text.length > 0 ? MUTATIONS[i % 40 === 7 ? 'truncate' : 'flipBytes']!(gzipSync(text), random) : undefined;
      try {
        const outcome = await checkReading(subject, text, path, steps.some((step) => /truncateHead|drop|change/.test(step)) ? 0 : rowsBefore, packed);
        tally[outcome.result]++;
        tally.unread += outcome.unread;
      } catch (error) {
        tally.failed++;
        if (failures++ < 20) {
          writeFileSync(join(tmpdir(), `tracker-fuzz-failure-${failures}`), packed ?? text);
          process.send?.({ say: `  FAILED ${subject.name} #${i} ${steps.join('+')}: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? String(error)}` });
        }
      }
    }
    process.send?.({ tally, say: `${subject.family.padEnd(11)} ${subject.name.padEnd(32)} ${JSON.stringify(tally)} ${Date.now() - began} ms` });
  }
  rmSync(folder, { recursive: true, force: true });
  process.send?.({ done: failures });
}

interface Message { at?: string; say?: string; done?: number; tally?: Record<string, number> }

function watch(): void {
  if (subjects().length === 0) {
    process.stdout.write('skipped: ../shared/data is not there\n');
    return;
  }
  const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--child'], { execArgv: process.execArgv });
  let at = '';
  let alive = Date.now();
  let finished = false;
  const totals: Record<string, number> = {};
  const timer = setInterval(() => {
    if (Date.now() - alive < SECONDS_PER_READING * 1000) return;
    process.stdout.write(`HUNG for ${SECONDS_PER_READING} s at ${at}\n`);
    child.kill('SIGKILL');
  }, 1000);
  child.on('message', (message: Message) => {
    alive = Date.now();
    at = message.at ?? at;
    if (message.say !== undefined) process.stdout.write(`${message.say}\n`);
    for (const [name, count] of Object.entries(message.tally ?? {})) totals[name] = (totals[name] ?? 0) + count;
    if (message.done !== undefined) finished = message.done === 0;
  });
  child.on('exit', (code) => {
    clearInterval(timer);
    const mutations = (totals['exact'] ?? 0) + (totals['uncounted'] ?? 0) + (totals['refused'] ?? 0) + (totals['failed'] ?? 0);
    process.stdout.write(`total: ${mutations} mutations, ${JSON.stringify(totals)}${code === 0 ? '' : `, the reader died with ${String(code)} at ${at}`}\n`);
    process.exitCode = finished && code === 0 ? 0 : 1;
  });
}

if (values.child) await mutateAll();
else watch();
