import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { commentLine, issueLine, lines, openHouse, type House, type IssueFacts } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { turnstile, type Turnstile } from '../../tests/turnstile.ts';
import type { OutputOf } from '../contract/index.ts';
import type { Schema } from '../store/schema.ts';
import { jobWorks } from './index.ts';

const counts = ({ read, created, updated, unchanged, newComments, unread }: Record<string, unknown>) => ({ read, created, updated, unchanged, newComments, unread });
/** Six batches. */
const ITEMS = 9_000;
const range = (count: number): IssueFacts[] => Array.from({ length: count }, (_, i) => ({ number: i + 1 }));

describeOnBothEngines<Schema>('imports', (engine) => {
  let house: House;
  const open = async (): Promise<House> => {
    await engine.empty();
    house = await openHouse(engine.store);
    return house;
  };
  afterEach(() => house.close());

  const openGated = async (): Promise<Turnstile> => {
    await engine.empty();
    const gate = turnstile(jobWorks.import);
    house = await openHouse(engine.store, 1, { import: gate.work });
    return gate;
  };
  type Import = OutputOf<'import.get'>['import'];
  const told = async (id: string): Promise<Import> => (await house.ask('import.get', { import: id })).import;
  const passBeyond = async (gate: Turnstile, id: string, read: number): Promise<Import> => {
    for (;;) {
      await gate.pass(1);
      const now = await told(id);
      if (now.read > read || now.state === 'done') return now;
    }
  };
  const ended = async (id: string): Promise<Import> => {
    for (;;) {
      const now = await told(id);
      if (now.state !== 'waiting' && now.state !== 'running') return now;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const stored = async (): Promise<{ key: string; title: string; status: string; comments: string }[]> => (await sql<{ key: string; title: string; status: string; comments: string }>`
    select i.key, i.title, i.status_class as status, coalesce((select string_agg(c.identity || '=' || c.text, ', ' order by c.identity) from comment c where c.workspace_id = i.workspace_id and c.item_id = i.id), '') as comments
    from item i order by i.key`.execute(engine.store.db)).rows;

  it('of the same file twice change nothing the second time and say so', async () => {
    await open();
    const issues = house.file('issues.ndjson', lines(range(40).map((issue) => issueLine(issue))));
    const talk = house.file('comments.ndjson', lines([commentLine(1, 3, 'Still so'), commentLine(2, 3, 'Here too'), commentLine(3, 9, 'Yes')]));
    expect(counts(await house.imported(issues, talk))).toEqual({ read: 40, created: 40, updated: 0, unchanged: 0, newComments: 3, unread: 0 });
    const before = await stored();
    expect(counts(await house.imported(issues, talk))).toEqual({ read: 40, created: 0, updated: 0, unchanged: 40, newComments: 0, unread: 0 });
    expect(await stored()).toEqual(before);
    expect((await house.ask('source.list', {})).sources).toMatchObject([{ kind: 'github', name: 'sample/parcel', items: 40 }]);
  });

  it('of a later export create what is new, update what changed, keep what is gone, and never double a comment', async () => {
    await open();
    await house.imported(house.file('a.ndjson', lines(range(5).map((issue) => issueLine(issue)))), house.file('ac.ndjson', lines([commentLine(1, 2, 'first')])));
    const later = [issueLine({ number: 2 }), issueLine({ number: 3, title: 'Renamed', updated: '2026-03-01T00:00:00Z' }), issueLine({ number: 4, state: 'closed', updated: '2026-03-02T00:00:00Z' }), issueLine({ number: 6 })];
    const done = await house.imported(house.file('b.ndjson', lines(later)), house.file('bc.ndjson', lines([commentLine(1, 2, 'first'), commentLine(2, 2, 'second')])));
    expect(counts(done)).toEqual({ read: 4, created: 1, updated: 2, unchanged: 1, newComments: 1, unread: 0 });
    expect(await stored()).toEqual([
      { key: 'sample/parcel#1', title: 'Issue 1', status: 'open', comments: '' },
      { key: 'sample/parcel#2', title: 'Issue 2', status: 'open', comments: 'i:1=first, i:2=second' },
      { key: 'sample/parcel#3', title: 'Renamed', status: 'open', comments: '' },
      { key: 'sample/parcel#4', title: 'Issue 4', status: 'done', comments: '' },
      { key: 'sample/parcel#5', title: 'Issue 5', status: 'open', comments: '' },
      { key: 'sample/parcel#6', title: 'Issue 6', status: 'open', comments: '' },
    ]);
  });

  it('of comments alone attach them to items that are stored already, and report those whose item is nowhere', async () => {
    await open();
    await house.imported(house.file('issues.ndjson', lines(range(3).map((issue) => issueLine(issue)))));
    const done = await house.imported(house.file('comments.ndjson', lines([commentLine(1, 2, 'Late but here'), commentLine(2, 77, 'Of nothing')])));
    expect(done).toMatchObject({ read: 0, comments: 1, newComments: 1, unread: 1 });
    expect((await stored())[1]).toMatchObject({ key: 'sample/parcel#2', comments: 'i:1=Late but here' });
    expect((await house.ask('import.unread', { import: done.id })).unread).toEqual([{ where: 'line 2', code: 'item_missing', value: 'sample/parcel#77', lost: true }]);
    expect((await house.imported(house.file('again.ndjson', lines([commentLine(1, 2, 'Late but here')])))).newComments).toBe(0);
  });

  it('of a file whose items were removed meanwhile bring them back', async () => {
    await open();
    const issues = house.file('issues.ndjson', lines(range(7).map((issue) => issueLine(issue))));
    await house.imported(issues);
    expect(await house.ask('source.remove', { source: 'sample/parcel' })).toEqual({ removedItems: 7 });
    expect(counts(await house.imported(issues))).toMatchObject({ created: 7, unchanged: 0 });
  });

  it('of the same file after a later export change nothing, since an older version never replaces a newer one', async () => {
    await open();
    const early = house.file('early.ndjson', lines([issueLine({ number: 1, title: 'Early' })]));
    await house.imported(early);
    await house.imported(house.file('late.ndjson', lines([issueLine({ number: 1, title: 'Late', updated: '2026-03-01T00:00:00Z' })])));
    expect(counts(await house.imported(early))).toMatchObject({ read: 1, updated: 0, unchanged: 1 });
    expect((await stored())[0]!.title).toBe('Late');
  });

  it('that are stopped in the middle go on where they stood, with the counts of one whole run', async () => {
    const gate = await openGated();
    const path = house.file('many.ndjson', lines(range(ITEMS).map((issue) => issueLine({ ...issue, body: 'A parcel came back. '.repeat(20) }))));
    const { import: begun } = await house.ask('import.start', { files: [{ path }] });
    let seen = 0;
    for (let stops = 0; stops < 3; stops++) {
      const now = await passBeyond(gate, begun.id, seen);
      expect(now).toMatchObject({ state: 'running' });
      expect(now.read).toBeLessThan(ITEMS);
      seen = now.read;
      await house.restart();
    }
    gate.open();
    const done = await ended(begun.id);
    expect(done.state).toBe('done');
    expect(counts(done)).toEqual({ read: ITEMS, created: ITEMS, updated: 0, unchanged: 0, newComments: 0, unread: 0 });
    expect((await house.ask('workspace.get', {})).counts).toMatchObject({ items: ITEMS });
  });

  it('can be cancelled, keep what was read, and are resumed without doubling', async () => {
    const gate = await openGated();
    const path = house.file('many.ndjson', lines(range(ITEMS).map((issue) => issueLine(issue))));
    const { import: begun } = await house.ask('import.start', { files: [{ path }] });
    await passBeyond(gate, begun.id, 0);
    // One more batch is let through while it is cancelled: it is stored whole or not at all.
    const [cancelled] = await Promise.all([house.ask('import.cancel', { import: begun.id }), gate.pass(1)]);
    expect(cancelled.import.state).toBe('cancelled');
    const kept = (await house.ask('workspace.get', {})).counts.items;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(ITEMS);
    expect(kept).toBe((await house.ask('import.get', { import: begun.id })).import.read);
    gate.open();
    const done = (await house.ask('import.resume', { import: begun.id, wait: true })).import;
    expect(counts(done)).toEqual({ read: ITEMS, created: ITEMS, updated: 0, unchanged: 0, newComments: 0, unread: 0 });
    expect(await house.refusal('import.cancel', { import: begun.id })).toBe('import_finished');
  });

  it('fail whole, and are resumed, when somebody else makes their source while they read', async () => {
    const gate = await openGated();
    const path = house.file('many.ndjson', lines(range(40).map((issue) => issueLine(issue))));
    const { import: begun } = await house.ask('import.start', { files: [{ path }] });
    for (;;) {
      await gate.pass(1);
      if ((await told(begun.id)).state === 'running') break;
    }
    await sql`insert into source (workspace_id, id, kind, name, created_at) values (${house.asker.workspaceId}, 'src_other', 'github', 'sample/parcel', now())`.execute(engine.store.db);
    gate.open();
    expect(await ended(begun.id)).toMatchObject({ state: 'failed', read: 0 });
    expect(house.faults.splice(0).join()).toContain('was made by somebody else');
    expect(await stored()).toEqual([]);
    expect(counts((await house.ask('import.resume', { import: begun.id, wait: true })).import)).toMatchObject({ read: 40, created: 40 });
    expect((await house.ask('source.list', {})).sources).toMatchObject([{ id: 'src_other', items: 40 }]);
  });

  it('know a file again whose digest was made by reading it, packed or not', async () => {
    await open();
    const path = house.file('issues.ndjson.gz', '');
    writeFileSync(path, gzipSync(lines(range(3).map((issue) => issueLine(issue)))));
    const { files } = await house.imported(path);
    expect(files[0]!.sha256).toBe(hash('sha256', readFileSync(path), 'hex'));
    expect(counts(await house.imported(path))).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('refuse what is no export before anything is written, and a path from elsewhere', async () => {
    await open();
    expect(await house.refusal('import.start', { files: [{ path: house.file('notes.pdf', '%PDF-1.7 nothing here') }] })).toBe('not_an_export');
    expect(await house.refusal('import.start', { files: [{ path: house.file('odd.csv', 'alpha,beta\n1,2\n3,4\n') }] })).toBe('mapping_needed');
    expect(await house.refusal('import.start', { files: [{ path: '/nowhere/at/all.csv' }] })).toBe('file_unreadable');
    expect(await house.run('import.start', { files: [{ path: '/etc/hosts' }] }, { ...house.asker, local: false }, 'r')).toMatchObject({ refusal: { code: 'path_not_allowed' } });
    expect((await house.ask('import.list', {})).imports).toEqual([]);
  });

  it('list what could not be read with its place and value', async () => {
    await open();
    const done = await house.imported(house.file('broken.ndjson', lines([issueLine({ number: 1 }), '{"number": 2, "title"', issueLine({ number: 3, created: 'yesterday' })])));
    const { unread, total, byCode } = await house.ask('import.unread', { import: done.id });
    expect(total).toBe(2);
    expect(unread).toHaveLength(2);
    expect(byCode.map(({ count }) => count)).toEqual([1, 1]);
    expect(unread.every(({ where }) => /line \d/.test(where))).toBe(true);
  });
});
