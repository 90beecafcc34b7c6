import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { attentionReport, type AttentionReport } from '../src/contract/attention-report.ts';
import { throughline, type Told } from './audit-cli-door.ts';

let folder = '';
const calendar = (name: string, ...events: readonly (readonly string[])[]): void => writeFileSync(
  join(folder, name),
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-TIMEZONE:Europe/Berlin', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n'),
);
const event = (uid: string, title: string, start: string, minutes: number, ...more: readonly string[]): string[] => [`UID:${uid}`, `SUMMARY:${title}`, `DTSTART;TZID=Europe/Berlin:${start}`, `DURATION:PT${minutes}M`, ...more];
const people = (...addresses: readonly string[]): string[] => ['ORGANIZER:mailto:lead@sample.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@sample.example', ...addresses.map((address) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`)];
const tell = (...words: string[]): Promise<Told> => throughline(['attention', ...words], { folder });
async function json(...words: string[]): Promise<AttentionReport> {
  const { code, out, note } = await tell(...words, '--json');
  expect([code, note]).toEqual([0, '']);
  expect(out).not.toMatch(/NaN|Infinity/);
  return attentionReport.parse(JSON.parse(out));
}
async function refused(...words: string[]): Promise<string> {
  const { code, out, note } = await tell(...words);
  expect([code, out]).toEqual([2, '']);
  return note.trim();
}
const OCTOBER = ['--from', '2026-10-19', '--to', '2026-11-01'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-attention-'));
  calendar(
    'work.ics',
    event('standup', 'Daily stand-up', '20261019T091500', 15, 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=10', ...people('lead@sample.example', 'dev@sample.example')),
    event('call', 'Customer call: Northwind', '20261020T100000', 60, ...people('buyer@northwind.example')),
    event('over', 'Sprint planning', '20261020T103000', 60, ...people('lead@sample.example', 'dev@sample.example')),
    event('private', 'Nobody may read this', '20261021T120000', 60, 'CLASS:PRIVATE'),
    event('declined', 'Declined', '20261022T120000', 60, 'ORGANIZER:mailto:lead@sample.example', 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@sample.example'),
    event('late', 'Architecture review', '20261023T203000', 60, ...people('dev@sample.example')),
    ['UID:off', 'SUMMARY:Vacation', 'DTSTART;VALUE=DATE:20261026', 'DTEND;VALUE=DATE:20261027', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'],
  );
  calendar('feed.ics', event('a', 'Backlog refinement', '20261020T100000', 60), event('b', 'User interview', '20261021T100000', 30));
  calendar('old.ics', event('a', 'Roadmap review', '20190305T100000', 60));
  calendar('new.ics', event('a', 'Roadmap review', '20270305T100000', 60));
  calendar('broken.ics', event('a', 'Roadmap review', '20261020T100000', 60), ['UID:b', 'SUMMARY:No start']);
  calendar('hostile.ics', event('a', '<script>alert(1)</script> \u001b[2J', '20261020T100000', 60));
  writeFileSync(join(folder, 'notes.txt'), 'This is no calendar.\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('throughline attention', () => {
  it('answers in the published document, and its parts add up', async () => {
    const report = await json('work.ics', '--me', 'me@sample.example', ...OCTOBER);
    expect(report).toMatchObject({
      schema: 'throughline.attention/1', from: '2026-10-19', to: '2026-11-01', timeZone: 'Europe/Berlin', hours: 'Mon-Fri 09:00-17:30',
      capacityMinutes: 9 * 510 - 60, accountedMinutes: 10 * 15 + 90 + 60, conflictingMinutes: 30, privateMinutes: 60, unaccountedMinutes: 9 * 510 - 60 - 300,
      leftOut: { declined: 1, private: 1, allDay: 0, timeOff: 1 }, me: { addresses: ['me@sample.example'], guessed: false }, company: { domains: ['sample.example'], guessed: true }, people: true, unread: [],
    });
    const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
    expect(sum(Object.values(report.byGroup))).toBe(report.accountedMinutes);
    expect(sum(report.byKind.map(({ minutes }) => minutes))).toBe(report.accountedMinutes);
    expect(sum(report.events.map(({ minutes }) => minutes))).toBe(report.accountedMinutes);
    expect(sum(report.weeks.map(({ accountedMinutes }) => accountedMinutes))).toBe(report.accountedMinutes);
    expect(report.byKind.every(({ minutes, low, high, confirmedMinutes }) => low <= minutes && minutes <= high && confirmedMinutes === 0)).toBe(true);
    expect(report.events.find(({ uid }) => uid === 'call')).toMatchObject({ start: '2026-10-20T08:00:00Z', end: '2026-10-20T09:00:00Z', kind: 'customer_call', minutes: 60 });
    expect(report.events.find(({ uid }) => uid === 'over')).toMatchObject({ kind: 'team_ceremony', minutes: 30 });
    expect(JSON.stringify(report)).not.toContain('Nobody may read this');
    expect(report.signals.find(({ name }) => name === 'after_20')).toMatchObject({ value: 60, unit: 'minutes', usual: null, reading: 'few-weeks', trend: null });
  });

  it('gives the same document for the files in another order, for a file given twice, and in any zone of the machine', async () => {
    const zone = process.env['TZ'];
    const said: string[] = [];
    try {
      for (const machine of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']) {
        process.env['TZ'] = machine;
        said.push((await tell('work.ics', 'feed.ics', ...OCTOBER, '--json')).out, (await tell('feed.ics', 'work.ics', ...OCTOBER, '--json')).out);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(new Set(said).size).toBe(1);
    const [once, twice] = [await json('work.ics', ...OCTOBER), await json('work.ics', 'work.ics', ...OCTOBER)];
    expect({ ...twice, source: once.source, leftOut: once.leftOut }).toEqual(once);
  });

  it('opens with the week, says that these are guesses, and whose calendar it was taken for', async () => {
    const { code, out } = await tell('work.ics', ...OCTOBER);
    expect(code).toBe(0);
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/^Of 5 accounted hours, 1 was with customers; \d(\.\d)? were water you carried\. These are guesses; we don’t know yet how good they are on your calendar\./);
    expect(text).toContain('Read as the calendar of me@sample.example, by the addresses in it. Where that is wrong, say whose it is.');
    expect(text).toContain('rule of thumb for the best technical PMs he worked with, not a study');
    expect(text).toContain('(PM Festival, 2019; self-reported by more than 1,000 respondents of a vendor’s survey)');
    expect(text).not.toMatch(/productiv|wasted|burnout|effort/i);
    expect(out.split('\n').every((line) => stringWidth(line) <= 100)).toBe(true);
  });

  it('says what cannot be told from a feed without attendees', async () => {
    const report = await json('feed.ics', ...OCTOBER);
    expect([report.people, report.accountedMinutes, report.me]).toEqual([false, 90, { addresses: [], guessed: false }]);
    expect(report.sentences.join(' ')).toContain('No event names attendees, so rules about who is there are off');
    expect(report.signals.find(({ name }) => name === 'no_other_acceptance')).toMatchObject({ value: null, says: 'Cannot tell which meetings others accepted: the calendar names no attendees.' });
  });

  it('takes eight whole weeks and this one without days, and the last or first ones of a calendar that ended or has yet to begin', async () => {
    expect(await json('feed.ics')).toMatchObject({ from: '2026-09-21', to: '2026-11-20', accountedMinutes: 90 });
    expect(await json('old.ics')).toMatchObject({ from: '2019-01-07', to: '2019-03-10', accountedMinutes: 60 });
    expect(await json('new.ics')).toMatchObject({ from: '2027-03-01', to: '2027-05-02', accountedMinutes: 60 });
    expect(await json('feed.ics', '--from', '2026-10-21')).toMatchObject({ from: '2026-10-21', to: '2026-11-20', accountedMinutes: 30 });
  });

  it('keeps to the hours and the zone it is told', async () => {
    const report = await json('work.ics', '--tz', 'America/New_York', '--hours', 'Mon-Thu 08:00-12:00, 13:00-15:00', ...OCTOBER);
    expect(report).toMatchObject({ timeZone: 'America/New_York', capacityMinutes: 7 * 360, hours: 'Mon-Thu 08:00-12:00, 13:00-15:00' });
  });

  it('writes a page without script or address that holds foreign words as text', async () => {
    const { code, out } = await tell('hostile.ics', 'work.ics', ...OCTOBER, '--html', 'week.html');
    expect(code).toBe(0);
    expect(out).toMatch(/^Of \d(\.\d)? accounted hours, 1 was with customers; .* were water you carried\.\n$/);
    const page = readFileSync(join(folder, 'week.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect(page.match(/<svg/g)!.length).toBeGreaterThan(2);
    expect((await tell('hostile.ics', ...OCTOBER)).out).not.toContain('\u001b[2J');
  });

  it('reads a broken calendar as far as it can be read and says what was not', async () => {
    const report = await json('broken.ics', ...OCTOBER);
    expect(report.accountedMinutes).toBe(60);
    expect(report.unread).toEqual([expect.objectContaining({ code: 'start_missing' })]);
    expect((await tell('broken.ics', ...OCTOBER)).out).toMatch(/Not read\n {2}broken\.ics/);
  });

  it('ends with one sentence and code 2 when a file or a flag does not fit', async () => {
    expect(await refused('notes.txt')).toBe('notes.txt holds no calendar. An .ics file begins with BEGIN:VCALENDAR; export the calendar as one.');
    expect(await refused('wrk.ics')).toContain('There is no file wrk.ics.');
    expect(await refused('work.ics', '--hours', 'always')).toMatch(/^“always” are no working hours\. Write them as in Mon-Fri 09:00-17:30/);
    expect(await refused('work.ics', '--from', '2026-02-30')).toContain('is not a day that exists');
    expect(await refused('work.ics', '--from', '2026-11-01', '--to', '2026-10-01')).toBe('The days end (2026-10-01) before they begin (2026-11-01).');
    expect(await refused('work.ics', '--from', '2016-01-01', '--to', '2026-10-01')).toBe('These days are more than three years; ask for fewer.');
    expect(await refused('work.ics', '--tz', 'Europe/Berlinn')).toContain('There is no time zone');
    expect(await refused('work.ics', '--html', 'work.ics')).toContain('is one of the files to read');
  });
});

const data = join(root, '../shared/data/calendars');
if (existsSync(data)) {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ics')).sort();

  it('runs to an answer or one sentence on every public calendar', { timeout: 120_000 }, async () => {
    expect(files.length).toBeGreaterThan(100);
    for (const name of files) {
      const { code, out, note } = await throughline(['attention', relative(data, join(data, name)), '--json'], { folder: data });
      if (code === 2) {
        expect((JSON.parse(note) as { sentence: string }).sentence, name).toMatch(/holds no calendar\./);
        continue;
      }
      expect([name, code, note]).toEqual([name, 0, '']);
      const report = attentionReport.parse(JSON.parse(out));
      const sum = Object.values(report.byGroup).reduce((total, each) => total + each, 0);
      expect([name, Math.abs(sum - report.accountedMinutes) < 0.01]).toEqual([name, true]);
    }
  });
} else it.skip('every public calendar (skipped: ../shared/data is not here)', () => undefined);
