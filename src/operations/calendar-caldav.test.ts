import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, START, type House } from '../../tests/operations-house.ts';
import { hasRadicale, startRadicale, type CalDavServer } from '../../tests/radicale.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { calendarOf } from '../connectors/calendar/calendar.fixture.ts';
import { dayOf } from '../domain/kernel/instant.ts';
import { listEvents } from '../store/calendar.ts';
import type { Schema } from '../store/schema.ts';
import { readyThrough } from './calendar-keeping.ts';

const PASSWORD = 'hush-hush-word';
const event = (uid: string, day: string): string => calendarOf(`UID:${uid}\nDTSTAMP:20260101T000000Z\nSUMMARY:About ${uid}\nDTSTART:${day}T090000Z\nDURATION:PT30M`).replace('VERSION:2.0', 'VERSION:2.0\nPRODID:-//Sample//EN').replaceAll('\n', '\r\n');

// skip: radicale is not installed here
describe.skipIf(!hasRadicale())('a calendar on a real CalDAV server (skipped where radicale is not installed)', () => {
  let server: CalDavServer;
  const send: CalDavServer['send'] = (...given) => server.send(...given);
  const put = (name: string, day: string): Promise<number> => server.put(name, event(name, day));
  beforeAll(async () => { server = await startRadicale(PASSWORD); }, 30_000);
  afterAll(() => server?.stop());

  describeOnBothEngines<Schema>('is kept', (engine) => {
    let house: House;
    beforeAll(async () => {
      await engine.empty();
      house = await openHouse(engine.store);
      await server.begin();
    }, 120_000);
    afterAll(() => house.close());
    const days = (): Promise<string[]> => engine.store.transaction(async (tx) => {
      const span = { start: Date.parse('2026-11-01'), end: Date.parse('2026-12-01') };
      await readyThrough({ tx, asker: house.asker, today: dayOf(START), services: { store: engine.store } as never }, span);
      return (await listEvents(tx, house.asker, span)).map(({ uid, start }) => `${uid} ${dayOf(start)}`);
    });

    it('found, connected, followed change by change, and left as it was when the server no longer has it', async () => {
      const { account, base } = server;
      for (const [name, day] of [['one', '20261110'], ['two', '20261111'], ['three', '20261112']] as const) await put(name, day);
      const { host, calendars } = await house.ask('calendar.find', { account });
      expect([host, calendars]).toEqual([base.slice(7), [{ name: 'Diary', address: `${base}/pm/diary/` }]]);
      expect(await house.refusal('calendar.find', { account: { ...account, password: 'other' } })).toBe('calendar_source_failed');

      const connected = await house.ask('calendar.connect', { caldav: { ...account, address: calendars[0]!.address }, name: 'Diary' });
      expect(connected).toMatchObject({ was: 'new', calendar: { name: 'Diary', kind: 'caldav', says: `Read from ${host}`, events: 3 } });
      expect(await days()).toEqual(['one 2026-11-10', 'two 2026-11-11', 'three 2026-11-12']);
      expect((await house.ask('calendar.refresh', { calendar: 'Diary' })).was).toBe('unchanged');

      await put('two', '20261118');
      await send('DELETE', '/pm/diary/three.ics');
      await put('four', '20261113');
      const { calendar, was } = await house.ask('calendar.refresh', { calendar: 'Diary' });
      expect([was, calendar.brought]).toMatchObject(['refreshed', { added: 1, changed: 1, removed: 1, unchanged: 1 }]);
      expect(await days()).toEqual(['one 2026-11-10', 'four 2026-11-13', 'two 2026-11-18']);

      // A server that forgot its list of changes is compared object by object.
      await engine.store.transaction((tx) => tx.updateTable('calendar').set({ seen: '{"syncToken":"http://radicale.org/ns/sync/0000"}' }).execute());
      await send('DELETE', '/pm/diary/one.ics');
      expect((await house.ask('calendar.refresh', { calendar: 'Diary' })).calendar.brought).toMatchObject({ added: 0, changed: 0, removed: 1, unchanged: 2 });

      await send('DELETE', '/pm/diary/');
      const gone = await house.run('calendar.refresh', { calendar: 'Diary' }, house.asker, 'r');
      expect(gone).toMatchObject({ ok: false, refusal: { code: 'calendar_source_failed', details: { reason: `${host} no longer has this calendar; it may have been deleted or moved` } } });
      expect(await days()).toEqual(['four 2026-11-13', 'two 2026-11-18']);
      const kept = await engine.store.transaction(async (tx) => JSON.stringify([await tx.selectFrom('calendar').selectAll().execute(), await tx.selectFrom('job').selectAll().execute()]));
      expect(kept).not.toContain(PASSWORD);
    }, 120_000);
  });
});
