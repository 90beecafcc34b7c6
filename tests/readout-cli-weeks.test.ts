import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readoutReport, type ReadoutReport } from '../src/contract/readout-report.ts';
import { throughline } from './audit-cli-door.ts';
import { usersCsv, weeksCsv } from './readout-files.ts';

let folder = '';
const BY_WEEKS = ['--experiment', '--arm', 'grp', '--control', 'holdout', '--unit', 'user', '--week', 'week', '--outcome', 'orders', '--split', 'holdout=20,rest=80', '--min-effect', '2%', '--declared-end'];
const tell = (...words: string[]) => throughline(['readout', ...words], { folder, columns: 100 });
async function json(...words: string[]): Promise<ReadoutReport> {
  const { code, out } = await tell(...words, '--json');
  expect(code).toBe(0);
  return readoutReport.parse(JSON.parse(out));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-weeks-'));
  const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  file('wears.csv', weeksCsv({ gain: (week) => 0.3 + 2 * Math.exp(-week / 1.5), later: 200 }));
  file('stays.csv', weeksCsv({ gain: () => 0.6 }));
  file('grows.csv', weeksCsv({ gain: (week) => -week / 4 }));
  file('short.csv', weeksCsv({ gain: () => 0.6, weeks: 2 }));
  file('leaves.csv', weeksCsv({ gain: () => 0.6, lost: [0.05, 0.2] }));
  file('users.csv', usersCsv({ users: 1_000, rates: [0.2, 0.3] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a test read by weeks', () => {
  it('says that the effect wears off, what is left, and takes the verdict on week 3 and later, over the first cohort alone', async () => {
    const report = await json('wears.csv', ...BY_WEEKS, '--date', 'since');
    expect(report.lasting).toMatchObject({ flag: 'novelty', verdictFrom: 3 });
    expect(report.lasting!.weeks.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(report.lasting!.longRun!.low!).toBeLessThan(0.3 / 9.9);
    expect(report.lasting!.longRun!.high!).toBeGreaterThan(0.3 / 9.9);
    expect(report.effect.relative!.value).toBeLessThan(report.lasting!.weeks[0]!.value / 2);
    expect(report.data.units).toBe(3_800);
    expect(report.sentences.find((sentence) => sentence.startsWith('It wears off'))).toMatch(/^It wears off, by about \d.*% a week, more than chance would have it; the verdict is taken on week 3 and later\.$/);
    expect(report.sentences.at(-1)).toMatch(/^Still seen in week 8: 9\d.*% of “holdout” and 9\d.*% of “rest”\.$/);
  });

  it('takes the verdict on every week where the effect stays, and says so', async () => {
    const report = await json('stays.csv', ...BY_WEEKS);
    expect(report).toMatchObject({ verdict: { status: 'won' }, lasting: { flag: 'steady', verdictFrom: 1 } });
    expect(report.sentences).toContain('It lasts so far: over 8 weeks it neither wears off nor grows by more than chance would have it.');
  });

  it('counts a growing effect in the direction that is good', async () => {
    expect((await json('grows.csv', ...BY_WEEKS, '--direction', 'down')).lasting?.flag).toBe('learning');
    expect((await json('grows.csv', ...BY_WEEKS)).lasting?.flag).toBe('novelty');
  });

  it('says that two weeks are too few', async () => {
    expect((await json('short.csv', ...BY_WEEKS)).sentences).toContain('2 weeks with a reading say nothing of whether it lasts; three are the least.');
  });

  it('refuses where one arm lost more than the other, shows no effect of any week, and says how many stayed', async () => {
    const report = await json('leaves.csv', ...BY_WEEKS);
    expect(report).toMatchObject({ verdict: { status: 'refused', reason: 'attrition-differs' }, effect: { absolute: null, relative: null } });
    expect(report.lasting).toBeUndefined();
    expect(report.sentences.at(-1)).toMatch(/^Still seen in week 8/);
  });

  it('draws the weeks in the terminal and on the page', async () => {
    expect((await tell('wears.csv', ...BY_WEEKS)).out).toContain('The effect by weeks since a unit first had it');
    await tell('wears.csv', ...BY_WEEKS, '--html', 'weeks.html');
    const page = readFileSync(join(folder, 'weeks.html'), 'utf8');
    expect(page).toContain('Figure 2. The effect by weeks since a unit first had it');
    expect(page).toContain('week 8');
  });

  it.each<[string[], string]>([
    [['wears.csv', ...BY_WEEKS.filter((word) => word !== '--unit' && word !== 'user')], '--week needs --unit.'],
    [['wears.csv', ...BY_WEEKS, '--kind', 'revenue'], 'wears.csv cannot be read by weeks as a ratio or as revenue. Read it as a mean, or without weeks.'],
    [['users.csv', '--ship', '2026-01-05', '--week', 'week'], '--week belongs to --experiment.'],
  ])('is refused in one sentence: %j', async (words, sentence) => {
    const { code, out, note } = await tell(...words);
    expect([code, out, note.trim()]).toEqual([2, '', sentence]);
  });
});
