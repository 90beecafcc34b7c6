import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readoutReport, type ReadoutReport } from '../src/contract/readout-report.ts';
import { addDays } from '../src/domain/kernel/instant.ts';
import { readout } from '../src/operations/readout-files.ts';
import { throughline, type Told } from './audit-cli-door.ts';
import { dailyValues, marketsCsv, metricCsv, usersCsv } from './readout-files.ts';

let folder = '';
const SHIP = addDays('2024-01-01', 400);
const file = (name: string, text: string | Buffer): void => writeFileSync(join(folder, name), text);
const tell = (...words: string[]): Promise<Told> => throughline(['readout', ...words], { folder });
async function json(...words: string[]): Promise<ReadoutReport> {
  const { code, out, note } = await tell(...words, '--json');
  expect(note).toBe('');
  expect(code).toBe(0);
  expect(out).not.toMatch(/NaN|Infinity/);
  return readoutReport.parse(JSON.parse(out));
}
async function refused(...words: string[]): Promise<string> {
  const { code, out, note } = await tell(...words);
  expect([code, out]).toEqual([2, '']);
  return note.trim();
}

const up = dailyValues({ days: 490, ship: 400, effect: 0.15 });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-readout-'));
  file('visits.csv', metricCsv(up));
  file('down.csv', metricCsv(dailyValues({ days: 490, ship: 400, effect: -0.15 })));
  file('same.csv', metricCsv(dailyValues({ days: 490, ship: 400, effect: 0 })));
  file('users.csv', usersCsv({ users: 6_000, rates: [0.1, 0.14] }));
  file('markets.csv', marketsCsv());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('throughline readout, before and after', () => {
  it('answers in the published document, with the same numbers as the analysis behind every door', async () => {
    const report = await json('visits.csv', '--ship', SHIP, '--min-effect', '3%');
    expect(report).toEqual(JSON.parse(JSON.stringify(await readout({ path: join(folder, 'visits.csv') }, { case: 'before-after', ship: SHIP, minEffect: { scale: 'relative', value: 0.03 } }))));
    expect(report).toMatchObject({ schema: 'throughline.readout/1', case: 'before-after', method: 'before-after', grade: 'D', verdict: { status: 'won', sub: 'met', reason: null }, minEffect: 0.03, data: { points: 490, missing: 0, grain: 'day' } });
    const { value, low, high } = report.effect.relative!;
    expect(value).toBeGreaterThan(0.1);
    expect(value).toBeLessThan(0.2);
    expect(low).toBeLessThan(0.15);
    expect(high).toBeGreaterThan(0.15);
    expect(report.pAtLeastMin).toBeGreaterThan(0.97);
    expect(report.placebo?.origins).toBeGreaterThan(100);
    expect(report.checks.every(({ ok }) => ok)).toBe(true);
    expect(report.sentences.slice(0, 2)).toEqual([expect.stringMatching(/^It worked: \+1\d/), `Nothing here was randomised. Anything else that changed on ${SHIP} is inside this number.`]);
  });

  it('gives the same bytes for the same file', async () => {
    const first = await tell('visits.csv', '--ship', SHIP, '--json');
    expect((await tell('visits.csv', '--ship', SHIP, '--json')).out).toBe(first.out);
  });

  it('prints the document’s sentences, a picture and its checks', async () => {
    const { code, out } = await tell('visits.csv', '--ship', SHIP, '--min-effect', '3%');
    const report = await json('visits.csv', '--ship', SHIP, '--min-effect', '3%');
    expect(code).toBe(0);
    const flat = out.replaceAll(/\s+/g, ' ');
    for (const sentence of report.sentences) expect(flat).toContain(sentence);
    for (const heading of ['What happened, and what was expected without the ship', 'The mean effect as the window grew', 'The numbers', 'Checks', 'What was read']) expect(out).toContain(`\n${heading}\n`);
    expect(out).toMatch(/[⠁-⣿]{3}/u);
  });

  it.each([60, 80, 120])('keeps within %i columns', async (columns) => {
    const { out } = await throughline(['readout', 'visits.csv', '--ship', SHIP, '--min-effect', '3%'], { folder, columns });
    expect(Math.max(...out.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
  });

  it('draws in ASCII where the terminal knows nothing else', async () => {
    const { out } = await throughline(['readout', 'visits.csv', '--ship', SHIP], { folder, env: { LC_ALL: 'C' } });
    const drawn = out.slice(out.indexOf('What happened'), out.indexOf('The numbers'));
    expect(drawn).toMatch(/^[\n -~]+$/);
    expect(drawn.length).toBeGreaterThan(500);
  });

  it('loses where the bar is above the whole interval, and where more is worse', async () => {
    expect((await json('visits.csv', '--ship', SHIP, '--min-effect', '40%')).verdict).toMatchObject({ status: 'lost', sub: 'real-but-below-bar' });
    expect((await json('visits.csv', '--ship', SHIP, '--min-effect', '3%', '--direction', 'down')).verdict).toMatchObject({ status: 'lost', sub: 'harmful' });
    expect((await json('down.csv', '--ship', SHIP, '--min-effect', '3%', '--direction', 'down')).verdict).toMatchObject({ status: 'won', sub: 'met' });
  });

  it('takes a bar in the metric’s own unit', async () => {
    const report = await json('visits.csv', '--ship', SHIP, '--min-effect', '300');
    expect(report).toMatchObject({ minEffect: 300, asked: { scale: 'absolute' }, verdict: { status: 'won' } });
    expect(report.sentences[0]).toContain('your bar of +300');
  });

  it('neither wins nor loses without a bar, but for harm', async () => {
    const report = await json('visits.csv', '--ship', SHIP);
    expect(report).toMatchObject({ verdict: { status: 'inconclusive', sub: 'positive-size-unknown' }, minEffect: null, pAtLeastMin: null });
    expect(report.effect.relative).not.toBeNull();
    expect(report.sentences).toContain('No smallest effect that matters was named, so nothing here is won or lost: name it with --min-effect, such as --min-effect 3%.');
    expect((await json('same.csv', '--ship', SHIP)).verdict).toMatchObject({ status: 'inconclusive', sub: 'direction-unknown' });
    expect((await json('down.csv', '--ship', SHIP)).verdict).toMatchObject({ status: 'lost', sub: 'harmful' });
  });

  it('refuses a verdict where two ships share the window, and names the other', async () => {
    const report = await json('visits.csv', '--ship', SHIP, '--other-ships', addDays(SHIP, 20));
    expect(report.verdict).toMatchObject({ status: 'refused', reason: 'two-bets-share-this-window' });
    expect(report.sentences[0]).toContain(`${addDays(SHIP, 20)}, shipped in the same window`);
  });

  it('is too early while the window is not over, and says which days could be read', async () => {
    file('young.csv', metricCsv(up.slice(0, 445)));
    const report = await json('young.csv', '--ship', SHIP);
    expect(report.verdict).toEqual({ status: 'too-early', sub: null, reason: 'window-not-over' });
    expect(report.effect).toMatchObject({ absolute: null, relative: null });
    expect(report.sentences[0]).toContain('45');
    expect(report.sentences[1]).toContain('--window 30');
    expect((await json('young.csv', '--ship', SHIP, '--window', '30', '--min-effect', '3%')).verdict.status).toBe('won');
    file('today.csv', metricCsv(up.slice(0, 400)));
    expect((await json('today.csv', '--ship', SHIP)).verdict.status).toBe('too-early');
  });

  it('leaves the rollout out and reads beside controls and holidays', async () => {
    file('both.csv', `day,visits,other\n${up.map(({ day, value }, i) => `${day},${value},${Math.round(value / (i >= 400 ? 1.15 : 1)) - 5_000 + (i % 11)}`).join('\n')}\n`);
    file('holidays.csv', 'day,name\n2024-05-01,May Day\n2025-05-01,May Day\n2024-12-25,Christmas\n');
    const report = await json('both.csv', '--ship', SHIP, '--rollout', addDays(SHIP, 7), '--window', '1..60', '--value', 'visits', '--controls', 'other', '--holidays', 'holidays.csv', '--min-effect', '3%');
    expect(report).toMatchObject({ grade: 'C', method: 'before-after-with-controls', verdict: { status: 'won' }, asked: { columns: { controls: 'other' } } });
    expect(report.picture).toMatchObject({ rollout: addDays(SHIP, 7), window: { from: addDays(SHIP, 7), to: addDays(SHIP, 66) } });
  });

  it('reads weeks, from weeks or from days', async () => {
    const weeks = dailyValues({ days: 160, ship: 140, effect: 0.2 }).map(({ value }, i) => ({ day: addDays('2022-01-03', 7 * i), value }));
    file('weeks.csv', metricCsv(weeks));
    expect((await json('weeks.csv', '--ship', addDays('2022-01-03', 980), '--min-effect', '3%'))).toMatchObject({ data: { grain: 'week', points: 160 }, verdict: { status: 'won' } });
    expect((await json('visits.csv', '--ship', SHIP, '--grain', 'week', '--window', '30')).data.grain).toBe('week');
  });

  it('reads counts of what they are out of as a rate, and percentages as shares', async () => {
    file('rates.csv', `day,bought,visited,share\n${up.map(({ day, value }, i) => `${day},${Math.round(value / 20)},${5_000 + (i % 7)},${(value / 1_000).toFixed(2)}%`).join('\n')}\n`);
    const rate = await json('rates.csv', '--ship', SHIP, '--value', 'bought', '--denominator', 'visited', '--min-effect', '3%');
    expect(rate).toMatchObject({ verdict: { status: 'won' }, picture: { measure: { as: 'share' } }, asked: { columns: { denominator: 'visited' } } });
    expect(rate.effect.absolute!.value).toBeLessThan(0.03);
    const share = await json('rates.csv', '--ship', SHIP, '--value', 'share', '--min-effect', '0.005');
    expect(share).toMatchObject({ verdict: { status: 'won' }, picture: { measure: { as: 'share' } } });
    expect(share.source.said).toContain('Percentages in “share” are read as shares: 3% is 0.03.');
  });

  it('shows no expectation and no effect where it refuses', async () => {
    file('short.csv', metricCsv(up.slice(360)));
    const report = await json('short.csv', '--ship', SHIP, '--window', '30');
    expect(report.verdict).toEqual({ status: 'refused', sub: null, reason: 'too-little-history' });
    expect(report.effect).toMatchObject({ absolute: null, relative: null });
    expect(report.picture?.case === 'before-after' && report.picture.points.every(({ expected }) => expected === null)).toBe(true);
  });
});

describe('throughline readout --experiment', () => {
  const asked = ['users.csv', '--experiment', '--arm', 'arm', '--control', 'A'];

  it('wins at the declared end, with the arms and the relative effect', async () => {
    const report = await json(...asked, '--outcome', 'bought', '--date', 'seen', '--min-effect', '1%', '--declared-end');
    expect(report).toMatchObject({ case: 'experiment', grade: 'A', verdict: { status: 'won', sub: 'met' }, data: { units: 6_000 }, picture: { case: 'experiment', kind: 'proportion' } });
    expect(Object.keys(report.data.perArm)).toEqual(expect.arrayContaining(['A', 'B']));
    expect(report.effect.relative!.value).toBeCloseTo(report.effect.absolute!.value / (report.picture?.case === 'experiment' ? report.picture.arms[0]!.value : NaN), 10);
    expect(report.checks.find(({ id }) => id === 'srm')).toMatchObject({ ok: true, refuses: true });
    expect(report.checks.map(({ id }) => id)).not.toContain('users-affect-each-other');
  });

  it('reads means with what was known before, and revenue with its cap', async () => {
    expect((await json(...asked, '--outcome', 'amount', '--pre', 'before')).method).toBe('welch-t-cuped');
    expect((await json(...asked, '--outcome', 'amount', '--kind', 'revenue')).sentences.join(' ')).toContain('The largest amounts count as');
    expect((await json(...asked, '--outcome', 'amount', '--denominator', 'before')).method).toBe('ratio-delta');
  });

  it('refuses a broken split and shows no effect', async () => {
    file('skewed.csv', usersCsv({ users: 6_000, rates: [0.1, 0.14], share: 0.56 }));
    const report = await json('skewed.csv', '--experiment', '--arm', 'arm', '--control', 'A', '--outcome', 'bought');
    expect(report.verdict).toMatchObject({ status: 'refused', reason: 'sample-ratio-mismatch' });
    expect(report.effect).toMatchObject({ absolute: null, relative: null });
    expect(report.checks.find(({ id }) => id === 'srm')).toMatchObject({ ok: false, refuses: true });
    expect((await json('skewed.csv', '--experiment', '--arm', 'arm', '--control', 'A', '--outcome', 'bought', '--split', 'A=56,B=44')).verdict.status).not.toBe('refused');
  });

  it.each([
    ['one arm', 'arm,y\nA,1\nA,0\n'.repeat(1), 'one-arm', 'There is only one arm. A difference needs two.'],
    ['few units', `arm,y\n${'A,1\nB,0\nA,0\nB,1\n'.repeat(10)}`, 'too-few-units', 'Too early: each arm needs more units'],
    ['no variation', `arm,y\n${'A,5\nB,5\n'.repeat(150)}`, 'no-variation', 'nothing to measure an error from'],
  ])('withholds a verdict for %s', async (_name, text, reason, sentence) => {
    file('odd.csv', text);
    const report = await json('odd.csv', '--experiment', '--arm', 'arm', '--control', 'A', '--outcome', 'y');
    expect(report.verdict.reason).toBe(reason);
    expect(report.sentences[0]).toContain(sentence);
  });
});

describe('throughline readout --panel', () => {
  const asked = ['markets.csv', '--panel', '--unit', 'market', '--period', 'week', '--value', 'sales', '--treated-from', 'from'];

  it('reads staggered markets', async () => {
    const report = await json(...asked, '--min-effect', '5');
    expect(report).toMatchObject({ case: 'panel', method: 'callaway-santanna', grade: 'B', verdict: { status: 'won' }, data: { units: 24, points: 624, first: 1, last: 26 } });
    expect(report.effect.absolute!.value).toBeGreaterThan(9);
    expect(report.effect.absolute!.value).toBeLessThan(17);
    expect((await tell(...asked)).out).toContain('first period with it');
  });

  it('reads one market beside a mix of the others', async () => {
    file('one.csv', marketsCsv({ markets: 30, treated: 1, weeks: 60, lift: 20 }));
    const report = await json('one.csv', ...asked.slice(1), '--min-effect', '5');
    expect(['synthetic-difference-in-differences', 'synthetic-control']).toContain(report.method);
    expect(report.picture).toMatchObject({ case: 'panel', path: { before: 13 } });
  });

  it('refuses where nobody got it', async () => {
    file('none.csv', marketsCsv({ treated: 0 }));
    expect((await json('none.csv', ...asked.slice(1))).verdict).toMatchObject({ status: 'refused', reason: 'no-treated-unit' });
  });
});

describe('what cannot be asked', () => {
  it.each([
    [['visits.csv'], 'Say the day it shipped with --ship, such as --ship 2026-08-01.'],
    [['visits.csv', '--ship', '2025-02-30'], '“2025-02-30” is not a day that exists.'],
    [['visits.csv', '--ship', '2025-02-04', '--min-effect', '-3%'], '--min-effect counts in the good direction: write 3%, and --direction down where less is better.'],
    [['visits.csv', '--ship', '2025-02-04', '--min-effect', '0'], '--min-effect takes a relative effect such as 3%'],
    [['visits.csv', '--ship', '2025-02-04', '--window', '90..1'], '--window takes days after the full rollout'],
    [['visits.csv', '--ship', '2025-02-04', '--direction', 'sideways'], '--direction takes up or down'],
    [['visits.csv', '--ship', '2025-02-04', '--arm', 'x'], '--arm belongs to --experiment.'],
    [['visits.csv', '--experiment', '--arm', 'x'], '--experiment needs --control and --outcome.'],
    [['visits.csv', '--panel', '--unit', 'x', '--ship', '2025-02-04'], '--ship belongs to a reading before and after a ship.'],
    [['vists.csv', '--ship', '2025-02-04'], 'There is no file vists.csv. Did you mean “visits.csv”?'],
    [['visits.csv', '--ship', '2025-02-04', '--value', 'orders'], 'visits.csv has no column “orders”. Its columns are “day”, “visits” (--value).'],
    [['visits.csv', '--ship', '2025-02-04', '--rollout', '2025-02-01'], 'with a rollout on 2025-02-01, before the ship on 2025-02-04'],
    [['visits.csv', '--ship', '2023-02-04'], 'visits.csv begins on 2024-01-01, after the ship on 2023-02-04.'],
    [['visits.csv', '--ship', '2026-02-04'], 'visits.csv ends on 2025-05-04, before the ship on 2026-02-04.'],
    [['visits.csv', '--ship', '2025-02-04', '--html', 'visits.csv'], 'visits.csv is the file to read; write the report elsewhere.'],
    [['users.csv', '--experiment', '--arm', 'arm', '--control', 'C', '--outcome', 'bought'], 'users.csv has no arm “C” in column “arm”. It has “A”, “B”.'],
  ])('%j ends with one sentence and exit code 2', async (words, sentence) => {
    expect(await refused(...words)).toContain(sentence);
  });
});

describe('the page', () => {
  it('holds both pictures with their words and tables, no script and no address', async () => {
    file('<b>"visits".csv', metricCsv(up, 'day,<i onclick=x()>visits</i>'));
    const { out } = await tell('<b>"visits".csv', '--ship', SHIP, '--min-effect', '3%', '--html', '-');
    expect(out).not.toMatch(/<script|<iframe|<i onclick|<b>"visits"|\bsrc=|href=|url\(/i);
    expect(out).toContain(`content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"`);
    expect(out.match(/<svg class="chart"[^>]*role="img"[^>]*aria-label="[^"]{80,}"/g)).toHaveLength(4);
    expect(out.match(/The picture as a table/g)).toHaveLength(2);
    expect(out).toContain('&lt;i onclick=x()&gt;visits&lt;/i&gt;');
    expect(/<h1>(.*?)<\/h1>/.exec(out)![1]).toBe((await json('<b>"visits".csv', '--ship', SHIP, '--min-effect', '3%')).sentences[0]);
  });

  it('is written whole into the file that was named, for every case', async () => {
    for (const [name, ...words] of [
      ['a.html', 'same.csv', '--ship', SHIP], ['b.html', 'users.csv', '--experiment', '--arm', 'arm', '--control', 'A', '--outcome', 'bought'], ['c.html', 'markets.csv', '--panel', '--unit', 'market', '--period', 'week', '--value', 'sales', '--treated-from', 'from'],
    ] as const) {
      const { code, note } = await tell(...words, '--html', name);
      expect([code, note]).toEqual([0, `The report is in ${name}.\n`]);
      const page = readFileSync(join(folder, name), 'utf8');
      expect(page).toMatch(/^<!doctype html>[\s\S]*<svg class="chart"[\s\S]*<\/html>\n$/);
    }
  });
});
