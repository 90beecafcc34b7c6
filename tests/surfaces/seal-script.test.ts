// The scripts that are printed in docs/bets.md, run as they stand, beside the command: all of them agree on an intact and on a broken export.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { ArchiveReader } from '../../src/operations/archive-file.ts';
import { verifyExport } from '../../src/operations/seal-files.ts';
import { runCli } from '../../src/surfaces/cli/program.ts';
import { sealCommand } from '../../src/surfaces/cli/seal-command.ts';
import { rewritten } from '../tampered-archive.ts';
import { openSampleHouse, type SampleHouse } from './sample-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-seals-'));
const guide = readFileSync(join(root, 'docs/bets.md'), 'utf8');
const printed = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(guide)![1]!;
const hasPython = spawnSync('python3', ['--version']).status === 0;

async function command(...words: string[]): Promise<{ code: number; out: string; note: string }> {
  let out = '';
  let note = '';
  const never = (): Promise<never> => Promise.reject(new Error('no workspace is opened'));
  const code = await runCli({
    terminal: {
      out: (text) => { out += text; }, note: (text) => { note += text; }, env: {}, inputIsTerminal: false, outIsTerminal: false, noteIsTerminal: false,
      columns: 100, workingFolder: folder, onInterrupt: () => () => undefined, now: () => 0, sleep: () => Promise.resolve(),
    },
    version: '0.0.0', attach: never, start: never, mcp: never, diagnose: never, schema: never, more: [sealCommand(verifyExport)],
  }, ['seal', 'verify', ...words]);
  return { code, out, note };
}

describe('the seals of an export', () => {
  let sample: SampleHouse;
  let head: string;
  beforeAll(async () => {
    sample = await openSampleHouse();
    const made = await sample.house.call('export.create', {});
    const verified = await sample.house.call('seal.verify', {});
    if (!made.ok || !verified.ok) throw new Error('the sample could not be exported');
    head = verified.value.head!;
    const path = sample.house.services.files.pathOf(made.value.archive.id);
    writeFileSync(join(folder, 'intact.zip'), readFileSync(path));
    const reader = await ArchiveReader.open(path);
    const lines = (await reader.text('data/seal.ndjson')).split('\n');
    reader.close();
    const changed = lines.map((line, at) => (at === 2 ? line.replace(/\\"probability\\":0\.\d+/, '\\"probability\\":0.01') : line));
    if (changed[2] === lines[2]) throw new Error('the third seal is no placement');
    writeFileSync(join(folder, 'changed.zip'), await rewritten(path, { 'data/seal.ndjson': changed.join('\n') }));
    writeFileSync(join(folder, 'taken.zip'), await rewritten(path, { 'data/seal.ndjson': lines.filter((_line, at) => at !== 2).join('\n') }));
    writeFileSync(join(folder, 'verify.mjs'), printed('js'));
    writeFileSync(join(folder, 'verify.py'), printed('python'));
    writeFileSync(join(folder, 'no.zip'), 'no zip');
  }, 240_000);
  afterAll(async () => {
    await sample?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (program: string, script: string, file: string) => spawnSync(program, [join(folder, script), join(folder, file)], { encoding: 'utf8' });

  it('are checked by scripts of at most 20 lines', () => {
    for (const language of ['js', 'python']) expect(printed(language).trim().split('\n').length).toBeLessThanOrEqual(20);
  });

  it('are found intact by the command and by the script in the guide, with one head', async () => {
    expect(await command('intact.zip')).toEqual({ code: 0, out: `43 seals in intact.zip: the chain is whole.\n  head ${head}\n`, note: '' });
    expect(JSON.parse((await command('intact.zip', '--json')).out)).toEqual({ seals: 43, intact: true, head, faults: [] });
    const { status, stdout } = run(process.execPath, 'verify.mjs', 'intact.zip');
    expect([status, stdout]).toEqual([0, `43 seals, intact, head ${head}\n`]);
  });

  it('are found broken by both, at the same place', async () => {
    const changed = await command('changed.zip');
    expect([changed.code, changed.out.split('\n')[1]]).toEqual([1, '  seal 3 does not say what was sealed']);
    expect(run(process.execPath, 'verify.mjs', 'changed.zip')).toMatchObject({ status: 1, stdout: expect.stringContaining('broken at seal 3\n') as string });
    const taken = await command('taken.zip', '--json');
    expect([taken.code, (JSON.parse(taken.out) as { faults: unknown[] }).faults[0]]).toEqual([1, { position: 4, what: 'out_of_order' }]);
    expect(run(process.execPath, 'verify.mjs', 'taken.zip')).toMatchObject({ status: 1, stdout: expect.stringContaining('broken at seal 4\n') as string });
  });

  it('cannot be checked in a file that is no export, and the command says so', async () => {
    expect(await command('no.zip')).toEqual({ code: 2, out: '', note: 'no.zip cannot be checked: it is not a whole zip file.\n' });
    expect((await command('missing.zip')).code).toBe(2);
  });

  // skip: the same check in Python is asked only where python3 is installed
  it.skipIf(!hasPython)('are judged alike by the script for Python', () => {
    expect(run('python3', 'verify.py', 'intact.zip')).toMatchObject({ status: 0, stdout: `43 seals, intact, head ${head}\n` });
    expect(run('python3', 'verify.py', 'changed.zip')).toMatchObject({ status: 1, stdout: expect.stringContaining('broken at seal 3\n') as string });
    expect(run('python3', 'verify.py', 'taken.zip').status).toBe(1);
  });
});
