import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { Devices } from './devices.ts';

const LEFT_FREE = 3_000_000;
const MOST_ROWS = 200_000;
const LIMIT_MS = 240_000;

const devices = new Devices('throughline-full-');
const problem = devices.trial();
afterAll(() => devices.remove());

interface Schema { readonly note: { id: number; body: string } }

/** Random text does not compress, so that each row really takes its room in the log. */
const write = (store: Store<Schema>, id: number): Promise<unknown> =>
  sql`update note set id = ${id}, body = (select string_agg(md5(random()::text || part::text), '') from generate_series(1, 40) part)`.execute(store.db);

describe.skipIf(problem !== undefined)(`a disk that runs full under the log${problem === undefined ? '' : ` (skipped: ${problem})`}`, () => {
  it('stops the engine with a plain error, and every confirmed write is there when there is room again', async () => {
    const disk = devices.make('small', 170);
    const ballast = join(disk, 'ballast');
    const store = await openStore<Schema>({ dataDir: join(disk, 'data') }, { queryLimitMs: 60_000 });
    await sql`create table note (id int primary key, body text not null)`.execute(store.db);
    await sql`insert into note values (0, '')`.execute(store.db);
    await store.maintain('checkpoint');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT_FREE, 1));

    let confirmed = 0;
    let failure: unknown;
    while (failure === undefined && confirmed < MOST_ROWS) {
      failure = await write(store, confirmed + 1).then(() => undefined, (error: unknown) => error);
      if (failure === undefined) confirmed++;
    }
    expect(confirmed).toBeGreaterThan(100);
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).message).toContain('No space left on device');

    rmSync(ballast);
    const { rows } = await sql<{ id: number }>`select id from note`.execute(store.db);
    expect(rows).toEqual([{ id: confirmed }]);
    await write(store, confirmed + 1);
    await store.close();
  }, LIMIT_MS);
});
