import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutputOf } from '../contract/index.ts';
import { openHouse, type House } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { rewritten } from '../../tests/tampered-archive.ts';
import type { Schema } from '../store/schema.ts';
import { ArchiveReader } from './archive-file.ts';

describeOnBothEngines<Schema>('the sample company’s archive', (engine) => {
  let house: House;
  let kept: string;
  let before: OutputOf<'calibration.get'>;
  let seals: OutputOf<'seal.list'>;
  beforeAll(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.ask('sample.load', { seed: 1 });
    while ((await house.ask('workspace.get', {})).runningJobs.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    before = await house.ask('calibration.get', {});
    seals = await house.ask('seal.list', {});
    kept = house.file('kept.zip', '');
    copyFileSync(join(house.folder, (await house.ask('export.create', {})).archive.id), kept);
  }, 240_000);
  afterAll(() => house?.close());

  const rowsIn = async (...tables: string[]): Promise<number[]> => Promise.all(tables.map(async (table) => (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(engine.store.db)).rows[0]!.count));

  it('comes back from its archive with a whole chain, and its record belongs to whoever brings it', async () => {
    await engine.empty();
    const other = await openHouse(engine.store, 2);
    try {
      expect((await other.ask('import.start', { files: [{ path: kept }], wait: true })).import).toMatchObject({ state: 'done', kind: 'archive' });
      expect(await other.ask('seal.verify', {})).toMatchObject({ intact: true, seals: 43 });
      expect(await other.ask('seal.list', {})).toEqual(seals);
      expect(await other.ask('calibration.get', {})).toEqual(before);
      expect((await other.ask('review.list', { state: 'done' })).reviews.length).toBe(10);
      const { readouts } = await other.ask('readout.list', {});
      expect(await other.ask('readout.recompute', { readout: readouts[0]!.id })).toMatchObject({ same: true, inputIntact: true });
      expect((await other.ask('metric.get', { metric: 'M-1' })).revisions.length).toBe(6);
      expect((await other.ask('goal.outlook', {})).chance).toBeGreaterThan(0);
      await expect(engine.store.transaction((tx) => sql`update readout set made_by = 'x'`.execute(tx))).rejects.toThrow(/what was sealed/);
    } finally {
      await other.close();
    }
  });

  it('is refused as an archive whose chain is broken, even where its checksums were made anew', async () => {
    const reader = await ArchiveReader.open(kept);
    const lines = (await reader.text('data/seal.ndjson')).split('\n');
    reader.close();
    const tampered = house.file('tampered.zip', '');
    const unsealed = house.file('unsealed.zip', '');
    writeFileSync(tampered, await rewritten(kept, { 'data/seal.ndjson': lines.map((line, at) => (at === 4 ? line.replace('0.7', '0.9') : line)).join('\n') }));
    writeFileSync(unsealed, await rewritten(kept, { 'data/seal.ndjson': '' }));
    expect(readFileSync(tampered).length).toBeGreaterThan(1000);
    await engine.empty();
    const other = await openHouse(engine.store, 2);
    try {
      for (const file of [tampered, unsealed]) expect(await other.refusal('import.start', { files: [{ path: file }], wait: true })).toBe('archive_damaged');
      expect(await rowsIn('seal', 'bet')).toEqual([0, 0]);
    } finally {
      await other.close();
    }
  });
});
