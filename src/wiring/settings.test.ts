import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { localFiles } from './local-files.ts';
import { defaultDataDir, readSettings, secret } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  it('listen on loopback alone unless told otherwise', () => {
    expect(readSettings({}, { HOME: '/home/me' }, 'linux')).toEqual({ dataDir: '/home/me/.local/share/throughline', host: '127.0.0.1', port: 4747, portAsked: false, logLevel: 'warn', warnings: [] });
  });

  it('take a flag before the environment before the default', () => {
    const env = { PORT: '5000', THROUGHLINE_PORT: '6000', THROUGHLINE_DATA_DIR: '/data', XDG_DATA_HOME: '/xdg' };
    expect(readSettings({ port: '7000', dataDir: '/flag' }, env)).toMatchObject({ port: 7000, portAsked: true, dataDir: '/flag' });
    expect(readSettings({}, env)).toMatchObject({ port: 6000, dataDir: '/data' });
    expect(defaultDataDir(env, 'darwin')).toBe('/xdg/throughline');
    expect(defaultDataDir({ LOCALAPPDATA: 'C:/L' }, 'win32')).toMatch(/throughline$/);
  });

  it('do not listen where a shell put the machine’s name', () => {
    expect(readSettings({}, { HOST: 'laptop.local' }).host).toBe('127.0.0.1');
    expect(readSettings({}, { HOST: '::1' }).host).toBe('::1');
  });

  it('let other machines in only under a stated address', () => {
    expect(() => readSettings({ host: '0.0.0.0' }, {})).toThrow('--public-url');
    expect(readSettings({ host: '0.0.0.0', publicUrl: 'https://pm.example.com' }, {})).toMatchObject({ host: '0.0.0.0', publicUrl: 'https://pm.example.com' });
  });

  it('say everything that is wrong at once', () => {
    expect(() => readSettings({ port: '99999', publicUrl: 'https://a/b' }, { LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' })).toThrow(
      /port is a number[\s\S]*public address[\s\S]*LOG_LEVEL[\s\S]*DATABASE_URL/,
    );
    expect(() => readSettings({}, { DATABASE_URL_FILE: join(folder, 'none') })).toThrow('cannot be read');
  });

  it('read a secret from the file that holds it', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://localhost/x\n');
    expect(secret({ DATABASE_URL_FILE: file }, 'DATABASE_URL')).toBe('postgres://localhost/x');
    expect(readSettings({}, { DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://localhost/x');
  });

  it('suggest the name that was meant', () => {
    expect(readSettings({}, { THROUGHLINE_PROT: '1' }).warnings).toEqual(['THROUGHLINE_PROT is not a name Throughline knows; THROUGHLINE_PORT is.']);
  });
});

describe('the folder of files', () => {
  it('takes ids of ours and nothing that could climb out of it', () => {
    const files = localFiles(join(folder, 'files'), 0);
    expect(files.pathOf(`upl_${'0'.repeat(26)}`)).toBe(join(folder, 'files', `upl_${'0'.repeat(26)}`));
    for (const id of ['..', '../x', 'upl_', `upl_${'0'.repeat(26)}/..`, `/upl_${'0'.repeat(26)}`, '']) expect(() => files.pathOf(id)).toThrow(RangeError);
  });
});
