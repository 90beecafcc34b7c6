import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';

interface Manifest {
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: unknown;
  readonly peerDependencies?: unknown;
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-package-'));
const home = join(folder, 'home');
const program = join(folder, 'node_modules/.bin/throughline');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

// A stranger's computer: no settings of this one, and a data folder of its own.
const env = {
  PATH: process.env['PATH'],
  HOME: home,
  XDG_DATA_HOME: join(home, 'data'),
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  XDG_STATE_HOME: join(home, 'state'),
};

let packed: string[] = [];
let server: ChildProcess | undefined;

beforeAll(() => {
  const npm = (cwd: string, ...args: string[]): string => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const answer = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as unknown;
  const [tarball] = Object.values(answer as Record<string, { readonly filename: string; readonly files: readonly { readonly path: string }[] }>);
  packed = tarball?.files.map((file) => file.path) ?? [];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, tarball?.filename ?? 'nothing-packed.tgz'));
});

afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed program', () => {
  it('contains built files, papers and nothing else', () => {
    expect(packed).toEqual(expect.arrayContaining(['bin/throughline.js', 'dist/throughline.js', 'dist/web/index.html', 'dist/kind-model.bin', 'dist/THIRD_PARTY_NOTICES.md', 'LICENSE']));
    expect(packed.filter((path) => !/^(bin|dist)\/|^(package\.json|LICENSE|README\.md|CHANGELOG\.md)$/.test(path))).toEqual([]);
    expect(packed.filter((path) => /\.(tsx?|map|tsbuildinfo)$|\.test\./.test(path))).toEqual([]);
  });

  it('carries the migrations, every one', () => {
    const written = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'));
    expect(packed.filter((path) => path.startsWith('dist/migrations/')).map((path) => path.slice('dist/migrations/'.length)).toSorted()).toEqual(written.toSorted());
    expect(written.length).toBeGreaterThan(0);
  });

  it('depends on the embedded engine alone and runs no script when installed', () => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(['@electric-sql/pglite']);
    expect(manifest.optionalDependencies).toBeUndefined();
    expect(manifest.peerDependencies).toBeUndefined();
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => /^(pre|post)?(install|prepare|uninstall)$/.test(name))).toEqual([]);
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.toSorted()).toEqual(['@electric-sql', 'throughline']);
  });

  it('says its version', () => {
    expect(execFileSync(program, ['--version'], { env, encoding: 'utf8' })).toContain(manifest.version);
  });

  it('starts on an empty data folder, serves the app when ready, and ends well when asked to', async () => {
    const port = await freePort();
    const started = spawn(program, ['start'], { env: { ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
    server = started;
    let said = '';
    started.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    started.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => started.once('exit', resolve));

    const ready = await Promise.race([answers(`http://127.0.0.1:${port}/readyz`), ended.then((code) => `ended with ${code}`)]);
    expect(ready, said).toBe('ready');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<script');
    expect(said).toContain(`http://127.0.0.1:${port}`);

    started.kill('SIGTERM');
    expect(await ended, said).toBe(0);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Asks until the address answers 200; the test's own time limit ends the asking. */
async function answers(url: string): Promise<'ready'> {
  for (;;) {
    const status = await fetch(url).then((response) => response.status, () => 0);
    if (status === 200) return 'ready';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
