// `npm test`: every check and every suite, in order, in a terminal or in CI. The last line is the whole result.
// While developing: `npm test -- --only unit,connectors`. Full logs of a run lie in .cache/test.
import { parseArgs } from 'node:util';
import { lastLine, lastLines, sum, type Tally } from './testing/tally.ts';
import { prepareBuild, STEPS } from './testing/steps.ts';

const MESSAGE_LINES = 30;
const SKIPS_SHOWN = 5;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = values.only?.split(',').map((name) => name.trim());
const unknown = chosen?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`No step is named ${unknown.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}.\n`);
  process.exit(2);
}

const steps = STEPS.filter((step) => chosen?.includes(step.name) ?? true);
const began = Date.now();
const tallies: Tally[] = [];

for (const step of steps) {
  process.stdout.write(`${step.name}: ${step.title}\n`);
  const from = Date.now();
  if (step.needsBuild) await prepareBuild();
  const tally = await step.run();
  tallies.push(tally);
  process.stdout.write(`  ${lastLine(tally)} (${((Date.now() - from) / 1000).toFixed(1)} s)\n`);
  for (const name of tally.skipped.slice(0, SKIPS_SHOWN)) process.stdout.write(`  skipped: ${name}\n`);
  if (tally.skipped.length > SKIPS_SHOWN) process.stdout.write(`  skipped: ${tally.skipped.length - SKIPS_SHOWN} more, see .cache/test\n`);
  for (const { name, message } of tally.failed) process.stdout.write(`  FAILED ${name}\n${indented(message)}\n`);
}

const total = sum(tallies);
if (steps.length > 1 && total.failed.length > 0) {
  process.stdout.write(`\nFailed:\n${total.failed.map(({ name }) => `  ${name}`).join('\n')}\n`);
}
process.stdout.write(`\nIn ${Math.round((Date.now() - began) / 1000)} s on Node ${process.versions.node}.\n${lastLine(total)}\n`);
process.exitCode = total.failed.length > 0 ? 1 : 0;

function indented(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !/^\s*at (.*node_modules|new Promise|async )/.test(line));
  const shown = lines.length > MESSAGE_LINES ? [...lines.slice(0, MESSAGE_LINES - 1), '... the rest is in .cache/test'] : lines;
  return lastLines(shown.map((line) => `    ${line}`).join('\n'), MESSAGE_LINES);
}
