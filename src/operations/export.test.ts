import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { commentLine, issueLine, lines, openHouse, type House } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Schema } from '../store/schema.ts';
import { ArchiveReader } from './archive-file.ts';

const quiet = (count: number, from: number) => Array.from({ length: count }, (_, i) => issueLine({
  number: from + i, title: i % 2 === 0 ? `Add a button for parcel ${i}` : `=cmd|' /C calc'!A${i}`, body: i % 3 === 0 ? 'Zeile\r\nzwei, "quoted" 返品' : undefined,
  state: i % 4 === 0 ? 'closed' : 'open', labels: ['carrier', `l${i % 5}`], created: '2019-01-01T00:00:00Z', updated: '2019-02-01T00:00:00Z',
}));

describeOnBothEngines<Schema>('an archive', (engine) => {
  let house: House;
  afterEach(() => house.close());
  const fill = async (): Promise<void> => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.imported(house.file('issues.ndjson', lines(quiet(60, 1))), house.file('comments.ndjson', lines([commentLine(1, 3, 'So\u2028it is'), commentLine(2, 3, '-1')])));
    await house.ask('goal.draft', { statement: 'Shops know the same day why a parcel came back' });
    await house.ask('problem.add', { title: 'Shops cannot see why a parcel came back' });
    await house.ask('bet.add', { claim: 'A reason code on the label lets shops answer', problem: 'P-1' });
    await house.ask('rule.set', { rule: 'velocity', on: true, lightsOnAllowance: 0.3, leavers: ['ada'] });
    const { findings } = await house.ask('finding.list', { limit: 3 });
    if (findings[0]) await house.ask('finding.dispute', { finding: findings[0].id, verdict: 'right' });
    await house.ask('cull.decide', { items: ['sample/parcel#2'], decision: 'close', reason: 'aged out' });
    await house.ask('cull.decide', { items: ['sample/parcel#3'], decision: 'keep', until: '2027-05-01' });
  };
  const made = async (): Promise<string> => join(house.folder, (await house.ask('export.create', {})).archive.id);
  /** Every file's digest but the members': the archive's owner becomes whoever brings it back. */
  const contents = async (path: string, owner: string): Promise<Record<string, string>> => {
    const reader = await ArchiveReader.open(path);
    const manifest = JSON.parse(await reader.text('manifest.json')) as { program: string; workspace: unknown; files: { name: string; table: string; rows: number }[] };
    expect(manifest.program).toBe('1.2.3');
    const found: Record<string, string> = { workspace: JSON.stringify(manifest.workspace) };
    for (const { name, table } of manifest.files) {
      if (table !== 'member') found[name] = createHash('sha256').update((await reader.text(name)).replaceAll(owner, 'OWNER')).digest('hex');
    }
    reader.close();
    return found;
  };

  it('brought back into an empty workspace and written again holds the same, and what was found is found again', async () => {
    await fill();
    const first = await made();
    const before = await contents(first, house.asker.memberId);
    const search = (await house.ask('item.list', { search: 'button parc', statusClass: 'all', limit: 200 })).total;
    expect(search).toBe(30);
    const kept = house.file('kept.zip', '');
    writeFileSync(kept, readFileSync(first));
    await engine.empty();
    const other = await openHouse(engine.store, 2);
    try {
      const { import: done } = await other.ask('import.start', { files: [{ path: kept }], wait: true });
      expect(done).toMatchObject({ state: 'done', kind: 'archive', created: 60, newComments: 2 });
      const again = await contents(join(other.folder, (await other.ask('export.create', {})).archive.id), other.asker.memberId);
      expect(again).toEqual(before);
      expect((await other.ask('item.list', { search: 'button parc', statusClass: 'all', limit: 200 })).total).toBe(search);
      expect((await other.ask('cull.list', {})).total).toBe(2);
      expect(await other.refusal('import.start', { files: [{ path: kept }], wait: true })).toBe('workspace_not_empty');
      expect(other.faults).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('that is damaged, cut short or newer is refused, and nothing was written', async () => {
    await fill();
    const bytes = readFileSync(await made());
    await engine.empty();
    await house.close();
    house = await openHouse(engine.store);
    const named = (name: string, content: Buffer): string => {
      const path = house.file(name, '');
      writeFileSync(path, content);
      return path;
    };
    const flipped = Buffer.from(bytes);
    flipped[Math.floor(bytes.length / 3)]! ^= 0xff;
    expect(await house.refusal('import.start', { files: [{ path: named('flipped.zip', flipped) }], wait: true })).toMatch(/^(archive_damaged|not_an_export)$/);
    expect(await house.refusal('import.start', { files: [{ path: named('cut.zip', bytes.subarray(0, bytes.length - 200)) }], wait: true })).toMatch(/^(archive_damaged|not_an_export)$/);
    expect((await sql<{ count: number }>`select count(*)::int as count from item`.execute(engine.store.db)).rows[0]!.count).toBe(0);
  });

  it('keeps spreadsheets from running what trackers wrote', async () => {
    await fill();
    const reader = await ArchiveReader.open(await made());
    const csv = await reader.text('csv/item.csv');
    reader.close();
    expect(csv).toContain("'=cmd");
    expect(csv).not.toMatch(/(^|,)=cmd/m);
  });
});
