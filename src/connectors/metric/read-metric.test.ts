import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readMetric, readMetricText, type MetricRules } from './read-metric.ts';
import type { UnreadableMetric } from './unreadable.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-metric-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function points(text: string | Buffer, rules: MetricRules = {}): Promise<(string | number | null)[][]> {
  const reading = await readMetricText('visits.csv', text, rules);
  return reading.value.observations.map(({ day, value }) => [day, value]);
}
const refusal = async (text: string | Buffer, rules: MetricRules = {}): Promise<string> => points(text, rules).then(() => 'read', (error: unknown) => (error as Error).message);

const THREE = [['2026-01-05', 10], ['2026-01-06', 11.5], ['2026-01-07', null]];

describe('a metric from a text', () => {
  it.each<[string, string | Buffer]>([
    ['CSV', 'date,visits\n2026-01-05,10\n2026-01-06,11.5\n2026-01-07,\n'],
    ['CSV with a byte order mark and Windows line ends', '\ufeffdate,visits\r\n2026-01-05,10\r\n2026-01-06,11.5\r\n2026-01-07,\r\n'],
    ['semicolons and decimal commas', 'Datum;Besuche\n05.01.2026;10\n06.01.2026;11,5\n07.01.2026;\n'],
    ['tabs', 'date\tvisits\n2026-01-05\t10\n2026-01-06\t11.5\n2026-01-07\tn/a\n'],
    ['UTF-16', Buffer.from('\ufeffdate\tvisits\r\n2026-01-05\t10\r\n2026-01-06\t11.5\r\n2026-01-07\t\r\n', 'utf16le')],
    ['no header', '2026-01-05,10\n2026-01-06,11.5\n2026-01-07,NULL\n'],
    ['semicolons without a header', '2026-01-05;10\n2026-01-06;11,5\n2026-01-07;-\n'],
    ['blanks between', '2026-01-05   10\n2026-01-06 11.5\n2026-01-07 n/a\n'],
    ['lines above the table', 'Visits of the shop\nexported 7 January,\n\ndate,visits\n2026-01-05,10\n2026-01-06,11.5\n2026-01-07,\n'],
    ['records', JSON.stringify([{ day: '2026-01-05', visits: 10 }, { day: '2026-01-06', visits: 11.5 }, { day: '2026-01-07', visits: null }])],
    ['records, one a line', '{"day":"2026-01-05","visits":10}\n{"day":"2026-01-06","visits":"11.5"}\n{"day":"2026-01-07"}\n'],
    ['wrapped records', JSON.stringify({ status: 'ok', data: { rows: [{ day: '2026-01-05', visits: 10 }, { day: '2026-01-06', visits: 11.5 }, { day: '2026-01-07', visits: '' }] } })],
    ['a map', '{"2026-01-05": 10, "2026-01-06": 11.5, "2026-01-07": null}'],
    ['pairs', '[["2026-01-05", 10], ["2026-01-06", 11.5], ["2026-01-07", null]]'],
    ['pairs with epochs', '[[1767571200000, 10], [1767657600000, 11.5], [1767744000000, null]]'],
    ['labels and values', '{"labels": ["2026-01-05", "2026-01-06", "2026-01-07"], "values": [10, 11.5, null]}'],
    ['a chart\'s labels and datasets', '{"labels": ["2026-01-05", "2026-01-06", "2026-01-07"], "datasets": [{"label": "Visits", "data": [10, 11.5, null]}]}'],
  ])('reads %s', async (_name, text) => {
    expect(await points(text)).toEqual(THREE);
  });

  it('reads a pasted column from the day that is named, a blank line being a gap', async () => {
    expect(await points('10\n11.5\n\n12\n', { start: '2026-01-05' })).toEqual([['2026-01-05', 10], ['2026-01-06', 11.5], ['2026-01-08', 12]]);
    expect(await points('1,5\n2,5\n', { start: '2026-01-05', startGrain: 'week' })).toEqual([['2026-01-05', 1.5], ['2026-01-12', 2.5]]);
  });

  it('says which columns it took and keeps to those that are named', async () => {
    const text = 'id,created,visits,signups\n1,2026-01-05,10,3\n2,2026-01-06,11,4\n';
    const guessed = await readMetricText('a.csv', text);
    expect(guessed.said).toEqual(['Took “created” for the date and “visits” for the value.']);
    const named = await readMetricText('a.csv', text, { date: 'Created', value: 'signups', controls: ['visits'] });
    expect(named.said).toEqual([]);
    expect(named.value.observations.map(({ value }) => value)).toEqual([3, 4]);
    expect(named.controls.map(({ name, observations }) => [name, observations.length])).toEqual([['visits', 2]]);
  });

  it('puts counts beside what they are out of', async () => {
    const reading = await readMetricText('a.csv', 'day,bought,visited\n2026-01-05,3,100\n2026-01-06,4,120\n', { value: 'bought', denominator: 'visited' });
    expect(reading.value.observations.map(({ value, denominator }) => [value, denominator])).toEqual([[3, 100], [4, 120]]);
  });

  it('names every cell it leaves out, with its row', async () => {
    const reading = await readMetricText('a.csv', 'day,visits\n2026-01-05,10\n2026-02-30,11\n2569-01-07,12\n,13\n2026-01-09,about 14\n2026-01-10,1e400\n2026-01-11,15,stray\n');
    expect(reading.unread).toEqual([
      { where: 'row 8', code: 'row_too_wide', detail: 'stray' },
      { where: 'row 3, day', code: 'date_no_such_day', detail: '2026-02-30' },
      { where: 'row 4, day', code: 'date_other_calendar', detail: '2569-01-07' },
      { where: 'row 5, day', code: 'date_missing', detail: '13' },
      { where: 'row 6, visits', code: 'number_text', detail: 'about 14' },
      { where: 'row 7, visits', code: 'number_too_large', detail: '1e400' },
    ]);
    expect(reading.rows).toBe(7);
    expect(reading.value.observations.map(({ value }) => value)).toEqual([10, null, null, 15]);
  });

  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'visits.csv is empty. Save the numbers as CSV, XLSX or JSON and hand over that file.'],
    ['blanks', ' \n\n', 'visits.csv holds nothing but blanks. Save the numbers as CSV, XLSX or JSON and hand over that file.'],
    ['a header alone', 'date,visits\n', 'visits.csv has a header and no rows. Hand over a file with at least one value a day.'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'visits.csv is a PDF document. Save the numbers as CSV, XLSX or JSON and hand over that file.'],
    ['ambiguous days', 'date,visits\n1/2/2026,10\n2/2/2026,11\n', 'visits.csv writes dates such as “1/2/2026” in row 2, column “date”, and no row shows which number is the day. Say whether the day or the month comes first (--date-order day-first or month-first).'],
    ['another calendar', 'date,visits\n2569-01-05,10\n2569-01-06,11\n', 'visits.csv counts years in another calendar, such as “2569-01-05” in row 2, column “date”. Write the dates in the Gregorian calendar, as in 2026-01-31; years are never converted by guess.'],
    ['months', 'month,visits\n2026-01,10\n2026-02,11\n', 'visits.csv names months, quarters or years, such as “2026-01” in row 2, column “month”, and no days. A reading needs a value for each day or each week.'],
    ['no dates', 'a,b\n10,20\n11,21\n', 'visits.csv has no column of dates. Say which column it is (--date COLUMN).'],
    ['a column alone', '10\n11\n12\n', 'visits.csv has no column of dates. Add one, or say the day of the first row (--start DAY).'],
    ['no numbers', 'date,visits\n2026-01-05,many\n2026-01-06,few\n', 'visits.csv has no column of numbers; row 2 holds “many” under “visits”. Say which column holds the value (--value COLUMN).'],
    ['a comma that may be either', 'date;visits\n2026-01-05;1,234\n2026-01-06;1,235\n', 'visits.csv writes numbers such as “1,234” in row 2, column “visits”, which may have a decimal or a thousands sign. Say which it is (--decimal comma or point).'],
    ['broken JSON', '{"2026-01-05": 10,', 'begins like JSON but breaks off'],
    ['JSON without a table', '{"status": "ok"}', 'visits.csv is JSON without a list of rows, a map from day to value, or labels with values. Save the numbers as CSV, XLSX or JSON and hand over that file.'],
  ])('refuses %s in one sentence', async (_name, text, sentence) => {
    expect(await refusal(text)).toContain(sentence);
  });

  it('refuses a column that is not there with the names of those that are', async () => {
    expect(await refusal('date,visits\n2026-01-05,10\n2026-01-06,11\n', { value: 'orders' })).toBe('visits.csv has no column “orders”. Its columns are “date”, “visits” (--value).');
  });
});

describe('a metric from a file', () => {
  it('reads a packed file and says its hash', async () => {
    const path = join(folder, 'visits.csv.gz');
    writeFileSync(path, gzipSync('date,visits\n2026-01-05,10\n2026-01-06,11\n'));
    const reading = await readMetric(path);
    expect(reading.value.observations).toHaveLength(2);
    expect(reading.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names options of the terminal in brackets, and leaves them out for other doors', async () => {
    const failed = await readMetricText('a.csv', 'name,visits\nx,1\ny,2\n').catch((error: unknown) => error) as UnreadableMetric;
    expect(failed.message).toContain('(--date COLUMN)');
    expect(failed.plain).toBe(failed.message.replace(' (--date COLUMN)', ''));
  });

  it('says so when a packed file breaks off', async () => {
    const path = join(folder, 'broken.csv.gz');
    const rows = Array.from({ length: 60_000 }, (_, i) => `2026-01-05,${(i * 7919) % 100_003}`);
    writeFileSync(path, gzipSync(`date,visits\n${rows.join('\n')}\n`).subarray(0, -40_000));
    await expect(readMetric(path)).rejects.toThrow('broken.csv.gz is a damaged archive. Pack it again, or hand over the file in it.');
  });

  it.each([['absent.csv', 'absent.csv does not exist. Check the path.'], ['.', 'is a folder']])('refuses %s', async (name, sentence) => {
    await expect(readMetric(join(folder, name))).rejects.toThrow(sentence);
  });
});
