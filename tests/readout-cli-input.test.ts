import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readoutReport, type ReadoutReport } from '../src/contract/readout-report.ts';
import { addDays } from '../src/domain/kernel/instant.ts';
import { seededRandom } from '../src/domain/kernel/random.ts';
import { throughline } from './audit-cli-door.ts';
import { MUTATIONS } from './fuzz/mutations.ts';
import { dailyValues, metricCsv } from './readout-files.ts';
import { sheetFile } from './sheet-file.ts';

let folder = '';
const SHIP = addDays('2024-01-01', 200);
const values = dailyValues({ days: 240, ship: 200, effect: 0.2 });
const asked = ['--ship', SHIP, '--window', '30', '--min-effect', '3%'];

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'throughline-readout-input-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string | Buffer, ...words: string[]): Promise<ReadoutReport> {
  writeFileSync(join(folder, 'visits.csv'), text);
  const { code, out, note } = await throughline(['readout', 'visits.csv', ...(words.length > 0 ? words : asked), '--json'], { folder });
  expect([code, note]).toEqual([0, '']);
  return readoutReport.parse(JSON.parse(out));
}
async function refused(text: string | Buffer, ...words: string[]): Promise<string> {
  writeFileSync(join(folder, 'visits.csv'), text);
  const { code, out, note } = await throughline(['readout', 'visits.csv', ...(words.length > 0 ? words : asked)], { folder });
  expect([code, out]).toEqual([2, '']);
  return note.trim();
}
const numbers = ({ verdict, effect, data }: ReadoutReport): unknown => ({ verdict, effect, points: data.points });

describe('bad input is told with its place, and good rows beside it are read', () => {
  it('reads days in any order alike', async () => {
    const shuffled = values.toSorted((a, b) => ((a.value * 7919) % 1009) - ((b.value * 7919) % 1009));
    expect(numbers(await read(metricCsv(shuffled)))).toEqual(numbers(await read(metricCsv(values))));
  });

  it('counts a repeated day once, the later row where they differ, and reports both', async () => {
    const report = await read(metricCsv([...values.slice(0, 5), { ...values[4]!, value: 1 }, values[4]!, values[3]!, ...values.slice(5)]));
    expect(numbers(report)).toEqual(numbers(await read(metricCsv(values))));
    expect(report.unread.map(({ where, code }) => `${where}: ${code}`)).toEqual(['row 5: day_repeated_same', 'row 6: day_repeated_same', 'row 7: day_repeated']);
  });

  it('leaves text among the numbers out, by row, as a gap and never as 0', async () => {
    const report = await read(metricCsv(values.map((one, i) => (i === 50 ? { ...one, value: 'broken' } : i === 51 ? { ...one, value: 'N/A' } : one))));
    expect(report.unread).toEqual([{ where: 'row 52, visits', code: 'number_text', detail: 'broken', says: 'is text where a number belongs' }]);
    expect(report.data).toMatchObject({ points: 238, missing: 2, unread: 1 });
    writeFileSync(join(folder, 'visits.csv'), metricCsv(values.map((one, i) => (i === 50 ? { ...one, value: 'broken' } : one))));
    expect((await throughline(['readout', 'visits.csv', ...asked], { folder })).out).toContain('row 52, visits: “broken” is text where a number belongs');
  });

  it('leaves numbers out that no calculation can hold', async () => {
    const report = await read(metricCsv(values.map((one, i) => (i === 50 ? { ...one, value: '1e999' } : i === 60 ? { ...one, value: '9'.repeat(59) + 'e99' } : one))));
    expect(report.unread.map(({ code }) => code)).toEqual(['number_too_large', 'number_too_large']);
    expect((await read(metricCsv(values.map(({ day, value }) => ({ day, value: `${value}e90` }))))).verdict.status).toBe('won');
  });

  it('refuses a metric that does not vary', async () => {
    const report = await read(metricCsv(values.map(({ day }) => ({ day, value: 500 }))));
    expect(report.verdict).toMatchObject({ status: 'refused', reason: 'no-variation' });
    expect(report.sentences[0]).toContain('do not vary');
  });

  it('knows leap days, and days that do not exist', async () => {
    const report = await read(metricCsv(values), ...asked);
    expect(values.some(({ day }) => day === '2024-02-29')).toBe(true);
    expect(report.data).toMatchObject({ points: 240, missing: 0, first: '2024-01-01', last: '2024-08-27' });
    expect((await read(metricCsv([...values, { day: '2025-02-29', value: 5 }]))).unread).toMatchObject([{ where: 'row 242, day', code: 'date_no_such_day', detail: '2025-02-29' }]);
  });

  it('adds hours up to days of the named zone, also when the clocks change', async () => {
    const from = Date.parse('2024-03-01T00:00:00+01:00');
    const hours = Array.from({ length: 90 * 24 }, (_, i) => `${new Date(from + i * 3_600_000).toISOString()},${40 + (i % 24) + ((i * 31) % 17)}`);
    const text = `at,visits\n${hours.join('\n')}\n`;
    const ship = ['--ship', '2024-05-05', '--window', '14'];
    expect(await refused(text, ...ship)).toBe('visits.csv has up to 24 values a day. Say how they become one: --combine sum for counts and amounts, --combine mean for levels.');
    const report = await read(text, ...ship, '--combine', 'sum', '--tz', 'Europe/Berlin');
    // The last zone day has an hour only: it is a gap at the end, not a collapse.
    expect(report.data).toMatchObject({ first: '2024-03-01', grain: 'day' });
    expect(report.unread.every(({ code, where }) => code === 'day_incomplete' && where.startsWith('2024-05-30'))).toBe(true);
    expect(report.data.points).toBe(90);
  });

  it('reads other pens: semicolons, decimal commas, a byte order mark, UTF-16', async () => {
    const german = `\ufeffTag;Besuche\r\n${values.map(({ day, value }) => `${day.split('-').toReversed().join('.')};${value.toLocaleString('de', { minimumFractionDigits: 2 })}`).join('\r\n')}\r\n`;
    const plain = numbers(await read(metricCsv(values)));
    expect(numbers(await read(german))).toEqual(plain);
    expect(numbers(await read(Buffer.from(german, 'utf16le')))).toEqual(plain);
  });

  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'visits.csv is empty. Save the numbers as CSV, XLSX or JSON and hand over that file.'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n', 'latin1'), 'visits.csv is a PDF document. Save the numbers as CSV, XLSX or JSON and hand over that file.'],
    ['a web page', '<!doctype html><title>Sign in</title>', 'visits.csv is a web page'],
    ['a header alone', 'day,visits\n', 'visits.csv has a header and no rows.'],
    ['one day', 'day,visits\n2024-01-01,5\n', 'visits.csv has one value only, on 2024-01-01.'],
    ['years of another calendar', metricCsv(values.map(({ day, value }) => ({ day: day.replace('2024', '2567'), value }))), 'visits.csv counts years in another calendar, such as “2567-01-01” in row 2, column “day”.'],
    ['days that may be months', 'day,visits\n1/2/2024,5\n2/2/2024,6\n', 'Say whether the day or the month comes first (--date-order day-first or month-first).'],
    ['months', metricCsv(Array.from({ length: 30 }, (_, i) => ({ day: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`, value: i + 10 }))), 'visits.csv has one value in a month. A reading needs a value for each day or each week.'],
    ['text only', 'day,visits\n2024-01-01,many\n2024-01-02,few\n', 'visits.csv has no column of numbers; row 2 holds “many” under “visits”.'],
    ['prose', 'Dear all,\nthe numbers follow next week.\n', 'visits.csv has no column of dates.'],
  ])('ends with one sentence on %s', async (_name, text, sentence) => {
    expect(await refused(text)).toContain(sentence);
  });

  it('asks for dates where there are none, and takes the first day as told', async () => {
    const column = `${values.map(({ value }) => value).join('\n')}\n`;
    expect(await refused(column)).toContain('Add one, or say the day of the first row (--start DAY).');
    expect(numbers(await read(column, ...asked, '--start', '2024-01-01'))).toEqual(numbers(await read(metricCsv(values))));
  });
});

describe('sheets', () => {
  it('reads days as days from the named sheet, or from the first with rows', async () => {
    const sheet = await sheetFile({ Notes: [['Read me']], Visits: [['Day', 'Visits'], ...values.map(({ day, value }) => [new Date(day), value] as const)], Other: [['Day', 'Count'], ['2026-01-05', 1], ['2026-01-06', 2]] });
    expect(numbers(await read(sheet))).toEqual(numbers(await read(metricCsv(values))));
    expect((await read(sheet)).data).toMatchObject({ first: '2024-01-01', last: '2024-08-27' });
    expect(await refused(sheet, ...asked, '--sheet', 'Sales')).toBe('visits.csv has no sheet “Sales”. Its sheets are “Notes”, “Visits”, “Other”.');
    expect(await refused(sheet, ...asked, '--sheet', 'Other')).toContain('visits.csv begins on 2026-01-05, after the ship on 2024-07-19.');
    expect(await refused(sheet.subarray(0, 300))).toMatch(/^visits\.csv (?:is|holds|has) .+\.$/);
  });
});

describe('damaged files', () => {
  it('never crash: each of 500 is answered or refused in a sentence', async () => {
    const text = Buffer.from(metricCsv(values.slice(0, 110)));
    const random = seededRandom(20_261_120);
    const names = Object.keys(MUTATIONS);
    const codes = new Map<number, number>();
    for (let i = 0; i < 500; i++) {
      const name = names[i % names.length]!;
      const damaged = MUTATIONS[name]!(text, random);
      writeFileSync(join(folder, 'damaged.csv'), damaged);
      const { code, out, note } = await throughline(['readout', 'damaged.csv', '--ship', '2024-03-21', '--window', '7', '--min-effect', '3%', '--json'], { folder });
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (code === 0) readoutReport.parse(JSON.parse(out));
      else expect(note, `${name} ${i}`).toMatch(/damaged\.csv .{5,}\./);
      expect([0, 2], `${name} ${i}: ${note}`).toContain(code);
    }
    expect(codes.get(0)).toBeGreaterThan(100);
  });
});
