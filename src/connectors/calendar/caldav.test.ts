import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRadicale, startRadicale, type CalDavServer } from '../../../tests/radicale.ts';
import { trusted } from './caldav-wire.ts';
import { findCalendars, syncCalendar } from './caldav.ts';
import { calendarOf } from './calendar.fixture.ts';
import { readCalendar } from './read-calendar.ts';

const event = (uid: string, summary: string): string => calendarOf(`UID:${uid}\nDTSTAMP:20260101T000000Z\nSUMMARY:${summary}\nDTSTART:20261116T090000Z\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=3`).replace('VERSION:2.0', 'VERSION:2.0\nPRODID:-//Sample//EN').replaceAll('\n', '\r\n');

it('the password goes to hosts of the same provider only, and never to others under a shared suffix', () => {
  expect([trusted('dav.example.co.uk', 'example.co.uk'), trusted('other.co.uk', 'example.co.uk'), trusted('other.co.uk', 'caldav.co.uk'), trusted('p1.example.co.uk', 'caldav.example.co.uk'), trusted('evil.example.com', 'team.example.com'), trusted('caldav.com', 'caldav.example.com')])
    .toEqual([true, false, false, true, false, false]);
  expect([trusted('p34-caldav.example.com', 'caldav.example.com'), trusted('example.org', 'caldav.example.com'), trusted('evil-example.com', 'caldav.example.com'), trusted('127.0.0.2', '127.0.0.1')]).toEqual([true, false, false, false]);
});

describe.skipIf(!hasRadicale())('a real CalDAV server (skipped where radicale is not installed)', () => {
  let server: CalDavServer;
  const account = () => server.account;
  const [send, put]: [CalDavServer['send'], CalDavServer['put']] = [(...given) => server.send(...given), (...given) => server.put(...given)];
  beforeAll(async () => {
    server = await startRadicale('sample-word');
    await server.begin();
  }, 30_000);
  afterAll(() => server?.stop());

  it('is discovered, read whole, followed by its changes, and read whole again when it forgot them', async () => {
    expect(await findCalendars(account(), fetch)).toEqual([{ url: `${server.base}/pm/diary/`, name: 'Diary' }]);
    const url = `${server.base}/pm/diary/`;
    for (const name of ['one', 'two', 'three']) await put(name, event(name, `First ${name}`));

    const first = await syncCalendar(account(), url, undefined, fetch);
    expect([first.full, first.removed, Object.keys(first.state.etags).length]).toEqual([true, [], 3]);
    const sources = first.changed.map(({ url: name, text }) => ({ name, content: text }));
    expect(readCalendar(sources, { from: Date.parse('2026-11-16'), to: Date.parse('2026-11-20') }).instances).toHaveLength(9);

    const same = await syncCalendar(account(), url, first.state, fetch);
    expect([same.full, same.changed, same.removed]).toEqual([false, [], []]);

    await put('two', event('two', 'Second two'));
    await send('DELETE', '/pm/diary/three.ics');
    await put('four', event('four', 'First four'));
    const later = await syncCalendar(account(), url, same.state, fetch);
    expect(later.full).toBe(false);
    expect(later.changed.map(({ text }) => /SUMMARY:(.*)/.exec(text)?.[1]?.trim() ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(['First four', 'Second two']);
    expect(later.removed).toEqual([`${url}three.ics`]);

    await send('DELETE', '/pm/diary/one.ics');
    const forgotten = await syncCalendar(account(), url, { ...later.state, syncToken: 'http://radicale.org/ns/sync/0000000000000000000000000000000000000000000000000000000000000000' }, fetch);
    expect([forgotten.full, forgotten.changed, forgotten.removed]).toEqual([true, [], [`${url}one.ics`]]);
  }, 60_000);

  it('a server without a list of changes is compared by ETags', async () => {
    const without: typeof fetch = (input, init) => (typeof init?.body === 'string' && init.body.includes('sync-collection') ? Promise.resolve(new Response('', { status: 501 })) : fetch(input, init));
    const url = `${server.base}/pm/diary/`;
    const first = await syncCalendar(account(), url, undefined, without);
    expect([first.full, first.changed.length, first.state.syncToken]).toEqual([true, 2, undefined]);
    await put('two', event('two', 'Third two'));
    const later = await syncCalendar(account(), url, first.state, without);
    expect(later.changed.map(({ url: address }) => address)).toEqual([`${url}two.ics`]);
  }, 60_000);

  it('a wrong password is said, and is not in what is said', async () => {
    const wrong = { ...account(), password: 'not-the-word' };
    for (const attempt of [() => findCalendars(wrong, fetch), () => syncCalendar(wrong, `${server.base}/pm/diary/`, undefined, fetch)]) {
      const error = await attempt().catch((failure: unknown) => failure);
      expect(String(error)).toMatch(/did not take the name and password/);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('not-the-word');
    }
  }, 60_000);

  it('a server that is not there is said', async () => {
    await expect(findCalendars({ ...account(), server: 'http://127.0.0.1:1/' }, fetch)).rejects.toThrow('127.0.0.1:1 could not be reached');
  });
});
