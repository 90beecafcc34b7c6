import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-command-'));
const log = join(folder, 'nested/x.log');
const node = (code: string, limit: number) => runCommand(process.execPath, ['-e', code], { log, limit });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a command of the test run', () => {
  it('hands back exit code and both streams without colours, and keeps them in its log', async () => {
    const ended = await node("console.log('\\u001b[31mred\\u001b[0m'); console.error('bad'); process.exitCode = 3", 60_000);
    expect(ended.code).toBe(3);
    expect(ended.output).toContain('red\n');
    expect(ended.output).toContain('bad\n');
    expect(readFileSync(log, 'utf8')).toContain('bad');
  });

  it('is ended at its time limit together with what it started, and says so', async () => {
    const child = "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })";
    const ended = await node(`const c = ${child}; console.log('child', c.pid); setInterval(() => {}, 1000)`, 2_000);
    expect(ended.code).toBe(124);
    expect(ended.output).toContain('ended after 2 s');
    const pid = Number(/child (\d+)/.exec(ended.output)?.[1]);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });

  it('reports a program that does not exist as a failure, not as a fault', async () => {
    const ended = await runCommand('no-such-program-here', [], { log, limit: 60_000 });
    expect(ended.code).toBe(127);
    expect(ended.output).toContain('no-such-program-here');
  });
});

/** False also for a process that has ended and only waits to be collected. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
}
