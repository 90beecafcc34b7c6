import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { newSums } from './arm-sums.ts';
import { readExperimentRows, type ExperimentRules } from './read-experiment.ts';
import { readHolidays } from './read-holidays.ts';
import { readPanelRows } from './read-panel.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
function file(text: string): string {
  const path = join(folder, `users-${made++}.csv`);
  writeFileSync(path, text);
  return path;
}
const textOf = (text: string) => ({ name: 'panel.csv', text });
const experiment = (text: string, rules: Partial<ExperimentRules> = {}) => readExperimentRows({ path: file(text) }, { arm: 'arm', control: 'A', outcome: 'outcome', ...rules });
const panelRules = { unit: 'market', period: 'week', value: 'sales', treatedFrom: 'from' };

describe('rows of a test', () => {
  it('sums a share by arm and leaves out what it cannot read, by row', async () => {
    const reading = await experiment('user,arm,outcome\n1,A,1\n2,A,no\n3,B,yes\n4,B,1\n5,,1\n6,B,\n7,B,maybe\n');
    expect(reading).toMatchObject({
      kind: 'proportion', rows: 7, days: null, said: ['Every outcome in “outcome” is 0 or 1: read as a share.'],
      control: 'A',
      arms: [{ name: 'A', n: 2, assigned: 2, totals: { kind: 'proportion', n: 2, successes: 1 } }, { name: 'B', n: 2, assigned: 4, totals: { kind: 'proportion', n: 2, successes: 2 } }],
    });
    expect(reading.unread).toEqual([
      { where: 'row 6, arm', code: 'arm_missing', detail: '5, , 1' }, { where: 'row 7, outcome', code: 'outcome_missing', detail: '' }, { where: 'row 8, outcome', code: 'number_text', detail: 'maybe' },
    ]);
  });

  it('reads a mean with decimal commas, with what was before and with what it is out of', async () => {
    expect((await experiment('arm;outcome\nA;1,5\nB;2,25\n')).arms[1]?.totals).toEqual({ kind: 'mean', n: 1, sum: 2.25, sumSquares: 5.0625 });
    expect((await experiment('arm,outcome,before\nA,3,2\nB,4,5\nB,9,\n', { pre: 'before' })).arms[1]).toMatchObject({ assigned: 1, totals: { kind: 'cuped', n: 1, post: { sum: 4, sumSquares: 16 }, pre: { sum: 5, sumSquares: 25 }, sumProducts: 20 } });
    expect((await experiment('arm,outcome,visits\nA,3,2\nB,4,5\n', { denominator: 'visits' })).arms[1]?.totals).toMatchObject({ kind: 'ratio', numerator: { sum: 4 }, denominator: { sum: 5 }, sumProducts: 20 });
  });

  it('keeps the amounts of revenue, which its cap needs', async () => {
    expect((await experiment('arm,outcome\nA,0\nA,12.5\nB,99\n', { kind: 'revenue' })).arms[0]).toMatchObject({ amounts: [0, 12.5], totals: undefined });
  });

  it('counts the days a test ran', async () => {
    expect((await experiment('arm,outcome,seen\nA,0,2026-01-05T10:00:00Z\nB,1,2026-01-18 23:10\n', { date: 'seen' })).days).toBe(14);
  });

  it('finds the arms that are named, whatever their case, and says which there are', async () => {
    expect((await experiment('arm,outcome\nA,1\nA,0\n')).arms).toHaveLength(1);
    expect(await experiment('arm,outcome\nA,1\nB,0\nC,0\n', { control: 'a', treatment: 'c' })).toMatchObject({ control: 'A', treatment: 'C' });
    await expect(experiment('arm,outcome\nB,1\nC,0\n')).rejects.toThrow('has no arm “A” in column “arm”. It has “B”, “C”.');
  });

  it.each<[string, Partial<ExperimentRules>, string]>([
    ['arm,outcome\nA,1\nB,2\n', { kind: 'proportion' }, 'holds outcomes other than 0 and 1, yes and no, in column “outcome”'],
    ['arm,outcome\nA,1\nB,2\n', { kind: 'ratio' }, 'Name that column (--denominator COLUMN)'],
    ['arm,result\nA,1\nB,2\n', {}, 'has no column “outcome”. Its columns are “arm”, “result” (--outcome)'],
  ])('refuses %j with %j', async (text, rules, sentence) => {
    await expect(experiment(text, rules)).rejects.toThrow(sentence);
  });

  it('adds up without losing digits', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 200 }), (cents) => {
      const sums = newSums(false);
      for (const cent of cents) sums.add(1e9 + cent / 64, undefined, undefined);
      expect(sums.totals('mean')).toMatchObject({ n: cents.length, sum: cents.length * 1e9 + cents.reduce((a, b) => a + b, 0) / 64 });
    }));
  });
});

describe('rows of a panel', () => {
  it('lays units by periods out, with never for an empty, 0 or never', async () => {
    const { panel, missing } = await readPanelRows(textOf('market,week,sales,from\nnorth,2,12,3\nnorth,1,10,3\nsouth,1,20,\nsouth,3,22,0\neast,3,5,never\n'), panelRules);
    expect(panel).toEqual({
      periods: [1, 2, 3],
      units: [{ name: 'north', treatedFrom: 3, values: [10, 12, null] }, { name: 'south', treatedFrom: null, values: [20, null, 22] }, { name: 'east', treatedFrom: null, values: [null, null, 5] }],
    });
    expect(missing).toBe(4);
  });

  it.each([
    ['days in any order', '13/01/2026', '14/01/2026', ['2026-01-13', '2026-01-14']], ['weeks', '2026-w05', '2026-W06', ['2026-W05', '2026-W06']], ['quarters', '2025-Q4', '2026-Q1', ['2025-Q4', '2026-Q1']],
  ])('orders %s', async (_name, first, second, periods) => {
    const { panel } = await readPanelRows(textOf(`market,week,sales,from\nnorth,${second},12,${second}\nnorth,${first},10,${second}\nsouth,${first},1,\n`), panelRules);
    expect(panel.periods).toEqual(periods);
    expect(panel.units[0]!.treatedFrom).toBe(periods[1]);
  });

  it('names rows that contradict each other or cannot be read', async () => {
    const { unread } = await readPanelRows(textOf('market,week,sales,from\nnorth,1,10,2\nnorth,1,11,2\nnorth,2,x,1\n,2,1,\nsouth,,1,\nsouth,1,1,soon\n'), panelRules);
    expect(unread.map(({ where, code }) => `${where}: ${code}`)).toEqual([
      'row 3, sales: cell_repeated', 'row 4, from: treated_from_differs', 'row 4, sales: number_text', 'row 5, market: unit_missing', 'row 6, week: period_missing', 'row 7, from: period_unreadable',
    ]);
  });

  it('refuses periods without an order', async () => {
    await expect(readPanelRows(textOf('market,week,sales,from\nnorth,spring,10,\nsouth,summer,10,\n'), panelRules)).rejects.toThrow('has periods that cannot be put in order, such as “spring” in row 2, column “week”.');
  });
});

describe('holidays', () => {
  it('reads days with names and days alone', async () => {
    expect((await readHolidays(file('day,name\n2025-12-25,Christmas\n2026-01-01,New Year\n2026-12-25,Christmas\n'))).kinds).toEqual(new Map([['Christmas', ['2025-12-25', '2026-12-25']], ['New Year', ['2026-01-01']]]));
    expect((await readHolidays(file('2025-12-25\n2026-12-25\n'))).kinds).toEqual(new Map([['holiday', ['2025-12-25', '2026-12-25']]]));
    await expect(readHolidays(file('Christmas\nEaster\n'))).rejects.toThrow('holds no days that can be read as holidays. Write one day a line, as in 2026-12-25, or day,name.');
  });
});
