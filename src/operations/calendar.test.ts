import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { houseForEach, openHouse, START, type House } from '../../tests/operations-house.ts';
import { localServer } from '../../tests/local-server.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import { calendarOf } from '../connectors/calendar/calendar.fixture.ts';
import type { InputOf } from '../contract/index.ts';
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import { dayOf } from '../domain/kernel/instant.ts';
import { listEvents } from '../store/calendar.ts';
import type { Schema } from '../store/schema.ts';
import { readyThrough } from './calendar-keeping.ts';

const SECRET = 'Aubergine';
const meeting = (uid: string, day: string, more = ''): string => `UID:${uid}\nSUMMARY:${SECRET} ${uid}\nDTSTART:${day}T090000Z\nDURATION:PT30M${more === '' ? '' : `\n${more}`}`;
const named = (title: string, ...events: string[]): string => calendarOf(...events).replace('VERSION:2.0', `VERSION:2.0\nX-WR-CALNAME:${title}`);
const weekly = meeting('weekly', '20261005', 'RRULE:FREQ=WEEKLY');
const one = meeting('one', '20261110');
const two = meeting('two', '20261117');

describeOnBothEngines<Schema>('a kept calendar', (engine) => {
  let house: House;
  houseForEach(engine, (opened) => { house = opened; });
  const serve = localServer();
  const eventsFrom = (from: string, to: string): Promise<CalendarEvent[]> => engine.store.transaction(async (tx) => {
    const span = { start: Date.parse(from), end: Date.parse(to) };
    await readyThrough({ tx, asker: house.asker, today: dayOf(START), services: { store: engine.store } as never }, span);
    return listEvents(tx, house.asker, span);
  });
  const starts = async (from = '2026-11-01', to = '2026-12-01'): Promise<string[]> => (await eventsFrom(from, to)).map(({ series, start }) => `${series} ${new Date(start).toISOString().slice(5, 16)}`);
  const add = (text: string, more: Partial<InputOf<'calendar.add'>> = {}) => house.ask('calendar.add', { text, ...more });
  /** Everything this member keeps, without what says when it was kept. */
  const everything = async (): Promise<string> => JSON.stringify([
    await eventsFrom('2026-01-01', '2027-01-01'), (await house.ask('calendar.list', {})).calendars.map(({ name, events, unread }) => `${name} ${events} ${unread}`).sort(),
  ]);

  it('is kept from a text, and the same again changes nothing', async () => {
    const first = await add(named('Work', weekly, one));
    expect(first).toMatchObject({ calendars: [{ was: 'new', calendar: { name: 'Work', kind: 'file', events: 2, unread: 0, connected: false } }], says: 'Work is kept: 2 events.', unreadTotal: 0 });
    expect(await starts()).toEqual(['weekly 11-02T09:00', 'weekly 11-09T09:00', 'one 11-10T09:00', 'weekly 11-16T09:00', 'weekly 11-23T09:00', 'weekly 11-30T09:00']);
    const before = await everything();
    expect(await add(named('Work', weekly, one))).toMatchObject({ calendars: [{ was: 'unchanged' }], says: 'Nothing in Work has changed.' });
    expect(await everything()).toBe(before);
    expect((await add(named('Work', weekly, one))).undo).toBeUndefined();
  });

  it('says what a newer file added, changed and removed, and takes it back', async () => {
    await add(named('Work', weekly, one, two));
    const before = await everything();
    const moved = `${meeting('weekly', '20261005')}\nRECURRENCE-ID:20261116T090000Z\nSEQUENCE:1`.replace('DTSTART:20261005', 'DTSTART:20261118');
    const newer = await add(named('Work', weekly, moved, two, meeting('three', '20261109')));
    expect(newer.says).toBe('Work is up to date: 1 added, 1 changed, 1 removed, 1 unchanged.');
    const after = await eventsFrom('2026-11-10', '2026-11-20');
    expect(after.map(({ series, start }) => [series, dayOf(start)])).toEqual([['two', '2026-11-17'], ['weekly', '2026-11-18']]);
    expect(after[1]!.recurrenceId).toBe(Date.parse('2026-11-16T09:00:00Z'));
    await house.ask('calendar.restore', newer.undo!.input as InputOf<'calendar.restore'>);
    expect(await everything()).toBe(before);
    await house.ask('calendar.restore', newer.undo!.input as InputOf<'calendar.restore'>);
    expect(await everything()).toBe(before);
  });

  it('is known again by what is in it, whatever its file is called', async () => {
    await add(calendarOf(weekly, one, two), { name: 'October' });
    expect(await add(calendarOf(weekly, one), { name: 'calendar (1)' })).toMatchObject({ calendars: [{ was: 'refreshed', calendar: { name: 'October', brought: { removed: 1, unchanged: 2 } } }] });
    expect((await house.ask('calendar.list', {})).calendars).toHaveLength(1);
  });

  it('grows by an export of other weeks, and loses only what those weeks should have had', async () => {
    await add(named('Work', ...['20261001', '20261002', '20261005', '20261006', '20261103'].map((day) => meeting(day, day))));
    const november = named('Work', meeting('20261102', '20261102'), meeting('20261130', '20261130'));
    expect((await add(november)).says).toBe('Work is up to date: 2 added, 1 removed. 4 events outside the days of this file stayed.');
    expect((await starts('2026-10-01', '2026-12-01')).map((text) => text.slice(0, 8))).toEqual(['20261001', '20261002', '20261005', '20261006', '20261102', '20261130']);
    expect((await add(november)).calendars[0]).toMatchObject({ was: 'unchanged', calendar: { events: 6 } });
  });

  it('comes out the same for every order of its files, and twice as once', async () => {
    const files = [named('Work', weekly, one), named('Home', meeting('swim', '20261120')), calendarOf(weekly, two), calendarOf('UID:broken\nSUMMARY:no start')]
      .map((text, at) => ({ path: house.file(`${'dbca'[at]}.ics`, text) }));
    await house.ask('calendar.add', { files });
    const expected = await everything();
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 4 }), async (order) => {
      for (const { id } of (await house.ask('calendar.list', {})).calendars) await house.ask('calendar.remove', { calendar: id });
      await engine.store.transaction((tx) => tx.deleteFrom('calendar').execute());
      await house.ask('calendar.add', { files: order });
      expect(await everything()).toBe(expected);
      expect((await house.ask('calendar.add', { files: order })).calendars.every(({ was }) => was === 'unchanged')).toBe(true);
      expect(await everything()).toBe(expected);
    }), { numRuns: 4 });
  });

  it('shows what could not be read, with its place, and reads the rest', async () => {
    const file = house.file('broken.ics', calendarOf(one, 'UID:lost\nSUMMARY:no start', meeting('odd', '20261111', 'RRULE:FREQ=SOMETIMES')));
    const { unread, unreadTotal, calendars } = await house.ask('calendar.add', { files: [{ path: file }] });
    expect(unread.map(({ where, code }) => [where, code])).toEqual([['broken.ics, event 2', 'start_missing'], ['broken.ics, event 3', 'rule_unreadable']]);
    expect([unreadTotal, calendars[0]!.calendar.unread]).toEqual([2, 2]);
    const first = await house.ask('calendar.get', { calendar: 'broken', limit: 1 });
    expect((await house.ask('calendar.get', { calendar: 'broken', limit: 1, cursor: first.nextCursor })).unread[0]).toMatchObject({ code: 'rule_unreadable' });
    expect(await starts()).toEqual(['one 11-10T09:00', 'odd 11-11T09:00']);
    expect(await house.refusal('calendar.add', { text: 'no calendar' })).toBe('calendar_unfit');
    expect(await house.refusal('calendar.add', {})).toBe('calendar_unfit');
  });

  it('is worked out further when a question reaches further, also after an archive brought it back', async () => {
    await add(named('Work', weekly));
    expect(await starts('2029-01-01', '2029-01-10')).toEqual(['weekly 01-01T09:00', 'weekly 01-08T09:00']);
    await engine.store.transaction(async (tx) => {
      for (const table of ['calendar_reach', 'calendar_instance', 'calendar_detail'] as const) await tx.deleteFrom(table).execute();
    });
    expect(await starts('2026-11-16', '2026-11-20')).toEqual(['weekly 11-16T09:00']);
  });

  it('keeps the words of private events to its text', async () => {
    await add(named('Work', meeting('quiet', '20261112', `CLASS:PRIVATE\nLOCATION:${SECRET}\nATTENDEE;CN=${SECRET}:mailto:pm@sample.example`), meeting('open', '20261113')));
    const [quiet, open] = await eventsFrom('2026-11-12', '2026-11-14');
    expect(JSON.stringify(quiet)).not.toContain(SECRET);
    expect(quiet).toMatchObject({ summary: '', visibility: 'private', attendees: [{ email: 'pm@sample.example', response: 'needs-action' }] });
    expect(open!.summary).toBe(`${SECRET} open`);
  });

  it('can be renamed, left out and removed, each with its way back', async () => {
    const { calendars } = await add(named('Work', one));
    const id = calendars[0]!.calendar.id;
    const change = await house.ask('calendar.change', { calendar: 'work', name: 'Office', counted: false });
    expect([change.calendar.name, await starts()]).toEqual(['Office', []]);
    await house.ask('calendar.change', change.undo!.input as InputOf<'calendar.change'>);
    expect((await starts()).length).toBe(1);
    const { undo, says } = await house.ask('calendar.remove', { calendar: 'Work' });
    expect([says, await starts(), (await house.ask('calendar.list', {})).says]).toEqual(['Work is removed, with 1 event. What you confirmed stays.', [], 'No calendar is kept yet. Add an .ics file, or connect a secret address or a CalDAV server.']);
    await house.ask('calendar.restore', undo!.input as InputOf<'calendar.restore'>);
    expect((await starts()).length).toBe(1);
    await house.ask('calendar.remove', { calendar: id });
    house.later(8);
    for (let tries = 0; (await engine.store.transaction((tx) => tx.selectFrom('calendar_text').select('name').execute())).length > 0; tries++) {
      expect(tries).toBeLessThan(400);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await house.refusal('calendar.restore', undo!.input as InputOf<'calendar.restore'>)).toBe('not_found');
  });

  it('is read from a secret address, politely, and again on schedule; the address is kept encrypted', async () => {
    let text = named('Work', one);
    const asked: (string | undefined)[] = [];
    const base = await serve((request, response) => {
      asked.push(request.headers['if-none-match']);
      const etag = `"${text.length}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag }).end(text);
    });
    const { calendar, was } = await house.ask('calendar.connect', { feed: { address: `${base}/hush/basic.ics` } });
    expect([was, calendar]).toMatchObject(['new', { name: 'Work', kind: 'feed', says: `Read from ${base.slice(7)}`, connected: true, schedule: 'hourly', events: 1, fresh: { says: 'Read just now.', stale: false } }]);
    expect((await house.ask('calendar.refresh', { calendar: 'Work' })).was).toBe('unchanged');
    expect(asked).toEqual([undefined, `"${named('Work', one).length}"`]);
    text = named('Work', one, two);
    expect(await house.ask('calendar.refresh', { calendar: 'Work' })).toMatchObject({ was: 'refreshed', calendar: { brought: { added: 1, unchanged: 1 } } });
    expect((await house.ask('calendar.connect', { feed: { address: `${base}/hush/basic.ics` } })).was).toBe('unchanged');
    await engine.store.transaction((tx) => tx.updateTable('calendar').set({ secret: null, schedule: 'none' }).execute());
    expect((await house.ask('calendar.list', {})).calendars[0]).toMatchObject({ connected: false, fresh: { says: 'Read just now. Connect it again, and it is kept fresh.', stale: true } });
    await house.ask('calendar.connect', { feed: { address: `${base}/hush/basic.ics` } });
    expect((await house.ask('calendar.list', {})).calendars).toMatchObject([{ connected: true, schedule: 'hourly' }]);
    text = named('Work', two, weekly);
    house.later(0.05);
    for (let tries = 0; (await house.ask('calendar.list', {})).calendars[0]!.brought?.removed !== 1; tries++) {
      expect(tries).toBeLessThan(400);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const rows = await engine.store.transaction(async (tx) => JSON.stringify([await tx.selectFrom('calendar').selectAll().execute(), await tx.selectFrom('job').selectAll().execute()]));
    expect(rows).not.toContain('hush');
    expect(rows).not.toContain(SECRET);
  });

  it('keeps its events when its source fails, says so plainly, and asks less and less often', async () => {
    let status = 200;
    const base = await serve((_request, response) => response.writeHead(status).end(named('Work', one)));
    await house.ask('calendar.connect', { feed: { address: `${base}/hush.ics` } });
    status = 410;
    const outcome = await house.run('calendar.refresh', { calendar: 'Work' }, house.asker, 'r');
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'calendar_source_failed', details: { reason: `${base.slice(7)} answered 410; the secret address may have been replaced by a new one` } } });
    await house.run('calendar.refresh', { calendar: 'Work' }, house.asker, 'r');
    const [calendar] = (await house.ask('calendar.list', {})).calendars;
    expect(calendar).toMatchObject({ events: 1, failure: { inARow: 2 } });
    expect(JSON.stringify([outcome, calendar])).not.toContain('hush');
    expect(Math.round((Date.parse(calendar!.nextReadAt!) - START) / 3_600_000)).toBe(4);
    expect((await starts()).length).toBe(1);
    status = 200;
    expect((await house.ask('calendar.refresh', { calendar: 'Work' })).calendar.failure).toBeUndefined();
    expect(await house.refusal('calendar.connect', { feed: { address: 'ftp://example.com/a' } })).toBe('calendar_source_failed');
    expect(await house.refusal('calendar.connect', { caldav: { server: 'https://caldav.example.com', username: 'pm', password: 'x', address: 'nowhere' } })).toBe('calendar_source_failed');
    expect(await house.refusal('calendar.connect', {})).toBe('calendar_unfit');
  });

  it('is one member’s alone, and an archive takes the asker’s along and nobody else’s', async () => {
    await add(named('Work', one));
    const other = { ...house.asker, memberId: 'mbr_other', role: 'pm' as const, local: false };
    const { calendars } = await house.ask('calendar.list', {});
    expect(await house.run('calendar.list', {}, other, 'r')).toMatchObject({ ok: true, value: { calendars: [] } });
    expect(await house.run('calendar.get', { calendar: calendars[0]!.id }, other, 'r')).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    expect(await house.run('calendar.list', {}, { ...house.asker, role: 'viewer' }, 'r')).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
    await house.run('calendar.add', { text: named('Theirs', two) }, other, 'r');
    expect((await house.ask('calendar.list', {})).calendars).toHaveLength(1);

    const { archive } = await house.ask('export.create', {});
    const bytes = readFileSync(`${house.folder}/${archive.id}`);
    const [before, listed] = [await starts(), (await house.ask('calendar.list', {})).calendars.map(({ name, events }) => [name, events])];
    await engine.empty();
    await house.close();
    house = await openHouse(engine.store, 2);
    const copy = house.file('archive.zip', '');
    writeFileSync(copy, bytes);
    await house.ask('import.start', { files: [{ path: copy }], wait: true });
    expect((await house.ask('calendar.list', {})).calendars.map(({ name, events }) => [name, events])).toEqual(listed);
    expect(await starts()).toEqual(before);
  });
});
