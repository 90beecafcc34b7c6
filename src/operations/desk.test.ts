import { afterEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { ensureLocalOwner } from '../store/first-run.ts';
import type { Schema } from '../store/schema.ts';
import type { Asker } from './context.ts';
import { desk } from './desk.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const BEGIN = Date.parse('2026-11-20T10:00:00Z');
const upload = (id: string) => ({ id, name: 'a.csv', bytes: 3, sha256: 'ab' });

describeOnBothEngines<Schema>('the desk', (engine) => {
  let now = BEGIN;
  const removed: string[] = [];
  const asker: Asker = { workspaceId: 'wsp_1', memberId: 'mbr_1', role: 'owner', local: true };
  const open = () => desk({
    store: engine.store, version: '0.0.0', clock: () => now, random: Math.random, log: { info: () => undefined, error: () => undefined }, wakeJobs: () => undefined, jobEnded: () => Promise.resolve(), fetch,
    vault: { lock: (text) => text, unlock: (text) => text },
    files: { pathOf: (id) => `/files/${id}`, remove: (id) => { removed.push(id); return Promise.resolve(); } },
  });
  afterEach(async () => {
    now = BEGIN;
    removed.length = 0;
    await engine.empty();
  });

  it('gives a key to one of many that ask at once, and repeats its answer letter by letter', async () => {
    const own = open();
    const claims = await Promise.all(Array.from({ length: 5 }, () => own.claimKey(asker, 'k', 'hash')));
    expect(claims.map(({ state }) => state).toSorted()).toEqual(['claimed', 'in_flight', 'in_flight', 'in_flight', 'in_flight']);
    const answer = { ok: true, value: { z: 1, a: 'ü' } } as const;
    await own.keepAnswer(asker, 'k', answer);
    expect(JSON.stringify(await own.claimKey(asker, 'k', 'hash'))).toBe(JSON.stringify({ state: 'answered', answer }));
    expect(await own.claimKey(asker, 'k', 'another')).toEqual({ state: 'other_request' });
    expect(await own.claimKey({ ...asker, workspaceId: 'wsp_2' }, 'k', 'hash')).toEqual({ state: 'claimed' });
  });

  it('forgets an answer after a day, and a claim that nobody answered after ten minutes', async () => {
    const own = open();
    await own.claimKey(asker, 'kept', 'hash');
    await own.keepAnswer(asker, 'kept', { ok: true, value: {} });
    await own.claimKey(asker, 'lost', 'hash');
    now += 9 * MINUTE;
    expect((await own.claimKey(asker, 'lost', 'hash')).state).toBe('in_flight');
    now += 2 * MINUTE;
    expect((await own.claimKey(asker, 'lost', 'hash')).state).toBe('claimed');
    now += DAY;
    expect((await own.claimKey(asker, 'kept', 'hash')).state).toBe('claimed');
  });

  it('lets a key go that was given back, but never one that was answered', async () => {
    const own = open();
    await own.claimKey(asker, 'k', 'hash');
    await own.releaseKey(asker, 'k');
    expect((await own.claimKey(asker, 'k', 'hash')).state).toBe('claimed');
    await own.keepAnswer(asker, 'k', { ok: true, value: 1 });
    await own.releaseKey(asker, 'k');
    expect((await own.claimKey(asker, 'k', 'hash')).state).toBe('answered');
  });

  it('keeps uploads for thirty days and archives for seven, of this workspace alone', async () => {
    const own = open();
    await own.addUpload(asker, upload('upl_old'));
    await own.addUpload({ ...asker, workspaceId: 'wsp_2' }, upload('upl_other'));
    const archive = { workspace_id: 'wsp_1', file_name: 'a.zip', bytes: 1, sha256: 'ab', items: 0 };
    await engine.store.db.insertInto('archive').values([
      { ...archive, id: 'arc_old', created_at: new Date(BEGIN).toISOString() }, { ...archive, id: 'arc_new', created_at: new Date(BEGIN + 25 * DAY).toISOString() },
    ]).execute();
    expect(await own.sweep(asker)).toBe(0);
    now += 31 * DAY;
    await own.addUpload(asker, upload('upl_new'));
    expect(await own.sweep(asker)).toBe(2);
    expect(removed.toSorted()).toEqual(['arc_old', 'upl_old']);
    expect(await own.findArchive(asker, 'arc_old')).toBeUndefined();
    expect(await own.findArchive(asker, 'arc_new')).toEqual({ fileName: 'a.zip', path: '/files/arc_new' });
  });

  it('finds the one local owner again after making it', async () => {
    const made = await engine.store.transaction((tx) => ensureLocalOwner(tx, { now, timeZone: 'UTC', newId: (kind) => `${kind}_1` }));
    expect(made).toEqual({ workspaceId: 'workspace_1', memberId: 'member_1', made: true });
    const again = await engine.store.transaction((tx) => ensureLocalOwner(tx, { now, timeZone: 'UTC', newId: () => 'never' }));
    expect(again).toEqual({ workspaceId: 'workspace_1', memberId: 'member_1', made: false });
  });
});
