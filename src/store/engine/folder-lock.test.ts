import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireDataFolder, findRunningServer } from './folder-lock.ts';
import { networkKind } from './network-folders.ts';
import { mayLive, takeGuard } from './takeover-guard.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock on a data folder', () => {
  it('refuses a second owner, names the first, and is free again after release', async () => {
    const held = await acquireDataFolder(folder);
    await expect(acquireDataFolder(folder)).rejects.toMatchObject({ name: 'FolderHeld', owner: { pid: process.pid } });
    held.publish({ url: 'http://127.0.0.1:4170', token: 'secret' });
    await expect(acquireDataFolder(folder)).rejects.toThrow('Use it at http://127.0.0.1:4170, or close it first.');
    await held.release();
    await held.release();
    await (await acquireDataFolder(folder)).release();
  });

  it('is the same lock through a symbolic link', async () => {
    const held = await acquireDataFolder(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await expect(acquireDataFolder(join(folder, 'link'))).rejects.toMatchObject({ name: 'FolderHeld' });
    await held.release();
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'd'.repeat(120), 'é'.repeat(60));
    const held = await acquireDataFolder(deep);
    await expect(acquireDataFolder(deep)).rejects.toMatchObject({ name: 'FolderHeld', owner: { pid: process.pid } });
    await held.release();
    expect(await findRunningServer(deep)).toBeUndefined();
    await (await acquireDataFolder(deep)).release();
  });

  it('takes over what a dead owner left: its socket file, its guard and its facts', async () => {
    writeFileSync(join(folder, 'server.sock'), '');
    writeFileSync(join(folder, 'server.json'), JSON.stringify({ pid: 1, startedAt: '2026-01-01T00:00:00.000Z', url: 'http://127.0.0.1:1' }));
    symlinkSync('another boot||1|1', join(folder, 'takeover.7'));
    expect(await findRunningServer(folder)).toBeUndefined();
    const held = await acquireDataFolder(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith('takeover'))).toEqual(['takeover.8']);
    await held.release();
  });

  it('gives exactly one of many who try at once in one process the folder', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => acquireDataFolder(folder)));
    const won = tries.filter((one) => one.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const one of won) await one.value.release();
  });
});

describe('the running server', () => {
  it('is found with its address and its secret, which only the user may read', async () => {
    expect(await findRunningServer(folder)).toBeUndefined();
    expect(await findRunningServer(join(folder, 'missing'))).toBeUndefined();
    const held = await acquireDataFolder(folder);
    expect(await findRunningServer(folder)).toEqual({ pid: process.pid, startedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string });
    held.publish({ url: 'http://127.0.0.1:4170', token: 'secret' });
    expect(await findRunningServer(folder)).toMatchObject({ url: 'http://127.0.0.1:4170', token: 'secret' });
    expect(statSync(join(folder, 'server.token')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))).not.toHaveProperty('token');
    await held.release();
    expect(await findRunningServer(folder)).toBeUndefined();
    expect(readdirSync(folder).filter((name) => !name.startsWith('takeover'))).toEqual([]);
  });
});

describe('the takeover guard', () => {
  it('lets one in at a time, also after it was released', () => {
    const first = takeGuard(folder);
    expect(first).toBeDefined();
    expect(takeGuard(folder)).toBeUndefined();
    first?.release();
    const second = takeGuard(folder);
    expect(second).toBeDefined();
    second?.release();
  });

  it('lets a late judge in only when no higher guard exists', () => {
    symlinkSync('another boot||1|1', join(folder, 'takeover.3'));
    const winner = takeGuard(folder);
    symlinkSync('another boot||1|1', join(folder, 'takeover.2'));
    expect(takeGuard(folder)).toBeUndefined();
    winner?.release();
    expect(takeGuard(folder)).toBeDefined();
  });

  it('tells the living from the dead by boot, process and its start', () => {
    takeGuard(folder);
    const [boot, space, pid, ticks] = readGuard().split('|') as [string, string, string, string];
    expect(mayLive([boot, space, pid, ticks].join('|'), 1e9)).toBe(process.platform === 'linux');
    expect(mayLive([boot, space, pid, ticks].join('|'), 0)).toBe(true);
    expect(mayLive(['other', space, pid, ticks].join('|'), 0)).toBe(false);
    expect(mayLive([boot, 'other', pid, ticks].join('|'), 1_000)).toBe(true);
    expect(mayLive([boot, 'other', pid, ticks].join('|'), 120_000)).toBe(false);
    expect(mayLive([boot, space, '4194304', ticks].join('|'), 0)).toBe(false);
    expect(mayLive([boot, space, pid, `${ticks}0`].join('|'), 0)).toBe(process.platform !== 'linux');
    expect(mayLive('nonsense', 0)).toBe(false);
  });

  function readGuard(): string {
    return readlinkSync(join(folder, 'takeover.1'));
  }
});

describe('network folders', () => {
  const mounts = 'server:/x /mnt/remote\\040disk fuse.sshfs rw 0 0\n/dev/sda1 / ext4 rw 0 0\nntfs /mnt/local fuseblk rw 0 0\n';
  const kind = (path: string, type: number): string | undefined => networkKind(path, type, () => mounts);

  it.runIf(process.platform === 'linux')('are told apart by type, and FUSE by its mount', () => {
    expect(kind('/x', 0x6969)).toBe('NFS');
    expect(kind('/x', 0xff534d42)).toBe('CIFS');
    expect(kind('/x', 0xff534d42 | 0)).toBe('CIFS');
    expect(kind('/x', 0xef53)).toBeUndefined();
    expect(kind('/mnt/remote disk/data', 0x65735546)).toBe('sshfs');
    expect(kind('/mnt/local/data', 0x65735546)).toBeUndefined();
    expect(kind('/mnt/remote diskette', 0x65735546)).toBeUndefined();
    expect(networkKind(tmpdir())).toBeUndefined();
  });
});
