// The program as processes: served, attached to, taken over, stopped. One data folder for all of them.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { findRunningServer } from '../../src/store/engine/folder-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-program-'));
const words = (...more: string[]): string[] => ['--import', 'tsx', join(root, 'src/main.ts'), ...more, '--data-dir', folder];
const env = Object.fromEntries(Object.entries(process.env).filter(([name, value]) => value !== undefined && !/^(NODE_|VITEST|DATABASE_URL|PORT|HOST$|THROUGHLINE_)/.test(name))) as Record<string, string>;
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended { readonly code: number | null; readonly out: string; readonly note: string }

function program(...more: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended>; readonly said: (pattern: RegExp) => Promise<RegExpExecArray> } {
  const child = spawn(process.execPath, words(...more), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let out = '';
  let note = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (piece: Buffer) => { out += piece.toString(); watchers.forEach((watch) => watch()); });
  child.stderr.on('data', (piece: Buffer) => { note += piece.toString(); });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => { running.delete(child); resolve({ code, out, note }); watchers.forEach((watch) => watch()); }));
  return {
    child, ended,
    said: (pattern) => new Promise((resolve, reject) => {
      const watch = (): void => {
        const found = pattern.exec(out);
        if (found) resolve(found);
        else if (child.exitCode !== null) reject(new Error(`ended with ${child.exitCode} before it said ${String(pattern)}: ${out}${note}`));
      };
      watchers.add(watch);
      watch();
    }),
  };
}

async function agent(): Promise<{ readonly client: Client; readonly pid: number }> {
  const transport = new StdioClientTransport({ command: process.execPath, args: words('mcp'), cwd: root, env, stderr: 'pipe' });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return { client, pid: transport.pid! };
}
const nameOf = async (client: Client): Promise<unknown> => ((await client.callTool({ name: 'workspace_get', arguments: {} })).structuredContent as { name: unknown }).name;

describe('the program', () => {
  it('says its help and version without opening anything', async () => {
    for (const [more, part] of [[['--help'], 'Usage: throughline'], [['version', '--json'], '"api": "v1"']] as const) {
      const { code, out } = await program(...more).ended;
      expect([code, out.includes(part)]).toEqual([0, true]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('serves, tells who asks again where, is reached by the terminal, and stops kindly', async () => {
    const server = program('start', '--port', '0', '--no-sample');
    const [, opening = ''] = await server.said(/open at (http:\S+)/);
    const origin = new URL(opening).origin;
    expect((await fetch(`${origin}/livez`)).status).toBe(200);
    expect((await fetch(`${origin}/api/v1/workspace.get`)).status).toBe(401);
    const session = (await fetch(opening, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!;
    expect((await fetch(`${origin}/api/v1/workspace.get`, { headers: { cookie: session } })).status).toBe(200);
    expect(statSync(join(folder, 'server.token')).mode & 0o077).toBe(0);

    const again = await program('start').ended;
    expect([again.code, again.out]).toEqual([0, `Throughline is already open at ${opening}\n`]);
    const added = await program('problem', 'add', 'Shops cannot see why a parcel came back', '--json').ended;
    expect([added.code, added.note]).toEqual([0, '']);
    const seen = await fetch(`${origin}/api/v1/problem.list`, { headers: { cookie: session } });
    expect(await seen.json()).toMatchObject({ problems: [{ key: 'P-1', title: 'Shops cannot see why a parcel came back' }] });

    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await findRunningServer(folder)).toBeUndefined();
  });

  it('opens the folder itself when nobody serves it, and says a refusal with its exit code', async () => {
    const { code, note } = await program('goal', 'get', 'G-9').ended;
    expect([code, note]).toEqual([3, 'There is no goal G-9 in this workspace.\n']);
  });

  it('lets several agents share the folder, and the second goes on when the first is killed', async () => {
    const first = await agent();
    expect((await first.client.listTools()).tools.length).toBeGreaterThan(50);
    const second = await agent();
    expect([await nameOf(first.client), await nameOf(second.client)]).toEqual(['My workspace', 'My workspace']);
    expect((await findRunningServer(folder))?.pid).toBe(first.pid);
    process.kill(first.pid, 'SIGKILL');
    await first.client.close().catch(() => undefined);
    expect(await nameOf(second.client)).toBe('My workspace');
    expect((await findRunningServer(folder))?.pid).toBe(second.pid);
    await second.client.close();
  });
});
