import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLines, LAST_DAY } from '../bench/audit-export.ts';
import { auditReport, type AuditReport } from '../src/contract/audit-report.ts';
import { throughline, type Told } from './audit-cli-door.ts';

let folder = '';
const audit = (...words: string[]): Promise<Told> => throughline(['audit', ...words], { folder });
const json = async (...words: string[]): Promise<AuditReport> => auditReport.parse(JSON.parse((await audit(...words, '--json')).out));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-audit-'));
  writeFileSync(join(folder, 'export.ndjson'), `${[...exportLines(2_500, 7)].join('\n')}\n`);
  writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'plain.csv'), 'number,what,opened\n1,Print a label,2026-11-01\n2,Print two labels,2026-11-02\n');
  mkdirSync(join(folder, 'exports'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('throughline audit', () => {
  it('opens with a sentence that holds the numbers of the document', async () => {
    const report = await json('export.ndjson');
    const { out, code } = await audit('export.ndjson');
    const opening = out.split('\n\n')[0]!.replaceAll('\n', ' ');
    expect(code).toBe(0);
    expect(report.asOf).toBe(LAST_DAY);
    expect(report.summary.byRule.dinosaur!.count).toBeGreaterThan(20);
    expect(opening).toContain(`Of ${report.summary.open.toLocaleString('en')} open items`);
    expect(opening).toContain(` ${report.summary.byRule.dinosaur!.count.toLocaleString('en')} have gone untouched`);
  });

  it('counts every open item once in the picture, and every closed one in what was read', async () => {
    const { read, summary } = await json('export.ndjson');
    const drawn = summary.buckets.reduce((sum, { goal, lightsOn, none, agedOut, unjudged }) => sum + goal + lightsOn + none + agedOut + unjudged, 0);
    expect(drawn + summary.unknownAge).toBe(summary.open);
    expect(read.open + read.done + read.closedUnfinished).toBe(read.items);
    expect(read.items).toBe(2_500);
  });

  it('gives the same bytes for the same file, whatever day it is run', async () => {
    const first = await audit('export.ndjson', '--json');
    const again = await throughline(['audit', 'export.ndjson', '--json', '--tz', 'Pacific/Auckland', '--as-of', LAST_DAY], { folder });
    const { asked: _asked, asOfReason: _reason, ...rest } = JSON.parse(again.out) as AuditReport;
    const { asked: _other, asOfReason: _because, ...same } = JSON.parse(first.out) as AuditReport;
    expect((await audit('export.ndjson', '--json')).out).toBe(first.out);
    expect(rest).toEqual(same);
  });

  it('says which files were read, with their hash', async () => {
    const { source } = await json('export.ndjson');
    expect(source).toMatchObject({ kind: 'jira-json', containers: ['BENCH'], files: [{ name: 'export.ndjson', bytes: readFileSync(join(folder, 'export.ndjson')).length }] });
    expect(source.files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('asks only the rules that were named, by name or by number', async () => {
    const { summary, findings } = await json('export.ndjson', '--rules', 'r4,tech-debt');
    expect(Object.entries(summary.byRule).filter(([, { on }]) => on).map(([rule]) => rule)).toEqual(['requirement', 'tech_debt']);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['requirement', 'tech_debt']));
  });

  it('lists no more than the limit, a little of every rule, and leaves the counts whole', async () => {
    const whole = await json('export.ndjson');
    const few = await json('export.ndjson', '--limit', '6');
    expect(few.summary).toEqual(whole.summary);
    expect(few.findings).toHaveLength(6);
    expect(few.listed).toEqual({ findings: 6, of: whole.findings.length, limit: 6 });
    expect(new Set(few.findings.map(({ rule }) => rule))).toEqual(new Set(whole.findings.map(({ rule }) => rule)));
    expect((await audit('export.ndjson', '--limit', '6')).out.replaceAll('\n', ' ')).toContain(`6 of ${whole.findings.length} findings are listed; the counts above are of all.`);
  });

  it('lists one rule with --only and keeps the counts of all', async () => {
    const whole = await json('export.ndjson');
    const one = await json('export.ndjson', '--only', 'r1');
    expect(one.summary).toEqual(whole.summary);
    expect(one.findings).toEqual(whole.findings.filter(({ rule }) => rule === 'dinosaur'));
  });

  it('reads a plain table through a mapping', async () => {
    const refused = await audit('plain.csv');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.note).toContain('--map');
    const { read, source } = await json('plain.csv', '--map', 'key=number,title=what', '--map', 'created=opened');
    expect(read).toMatchObject({ items: 2, open: 2 });
    expect(source.kind).toBe('csv');
  });

  it.each([
    [['--gate', '0'], 1], [['--gate', '100%'], 0], [['--gate', '1'], 0], [['--gate', 'dinosaur=0.01'], 1], [['--gate', 'r1=100%'], 0],
    [['--gate', 'dinosaur=100%,0%'], 1], [['--gate', 'signoff=0'], 0], [['--goal', 'Ship the new checkout', '--gate', 'output_goal=99%'], 1], [['--goal', 'Nine of ten returns are refunded within 2 days', '--gate', 'output_goal=0'], 0], [['--gate', '0', '--exit-zero'], 0], [[], 0],
  ])('with %j exits with %i', async (words, code) => {
    const told = await audit('export.ndjson', '--json', ...words);
    expect(told.code).toBe(code);
    if (code === 1) expect(told.note).toMatch(/^(?:[\d.]+% of the open items carry .+; the gate is [\d.]+%|“Output, not outcome” was raised; .+)\.\n$/);
  });

  it.each([
    [['exprot.ndjson'], /There is no file exprot\.ndjson\. Did you mean “export\.ndjson”\?/], [['exports'], /exports is a folder/], [['empty.csv'], /empty\.csv is empty/], [['picture.png'], /picture\.png/],
    [['export.ndjson', '--kind', 'githbu'], /Did you mean “github”\?/], [['export.ndjson', '--rules', 'dinosuar'], /Did you mean “dinosaur”\?/], [['export.ndjson', '--rules', 'r12'], /There is no rule “r12”/],
    [['export.ndjson', '--only', 'orphans'], /Did you mean “orphan”\?/], [['export.ndjson', '--as-of', '2026-02-30'], /“2026-02-30” is not a day that exists/], [['export.ndjson', '--tz', 'Europe/Berln'], /Did you mean “Europe\/Berlin”\?/],
    [['export.ndjson', '--gate', '20'], /--gate takes a share/], [['export.ndjson', '--limit', 'ten'], /--limit takes a whole number/], [['export.ndjson', '--map', 'title'], /is no pair/],
    [['export.ndjson', '--html', 'export.ndjson'], /write the report elsewhere/], [['export.ndjson', '--html', 'nowhere/audit.html'], /could not be written/], [['export.ndjson', '--hmtl', 'a.html'], /Unknown option '--hmtl'/],
  ])('answers %j with one sentence and exit code 2', async (words, says) => {
    const told = await audit(...words);
    expect(told.code).toBe(2);
    expect(told.out).toBe('');
    expect(told.note).toMatch(says);
    expect(told.note).not.toMatch(/^\s+at /m);
  });
});

describe('the terminal report', () => {
  it.each([60, 72, 80, 100, 120, 200])('keeps within %i columns, and within 120', async (columns) => {
    const { out } = await throughline(['audit', 'export.ndjson', '--goal', 'People print a label from a phone without help'], { folder, columns });
    const widest = Math.max(...out.split('\n').map((line) => stringWidth(line)));
    expect(widest).toBeLessThanOrEqual(Math.min(columns, 120));
    expect(widest).toBeGreaterThan(50);
  });

  it('is coloured only for a terminal that wants it, and says the same without', async () => {
    const escapes = /\u001b\[[\d;]*m/g;
    const coloured = await throughline(['audit', 'export.ndjson'], { folder, isTerminal: true });
    expect(coloured.out).toMatch(escapes);
    for (const [words, env] of [[['--no-color'], {}], [[], { NO_COLOR: '1' }]] as const) {
      const plain = await throughline(['audit', 'export.ndjson', ...words], { folder, isTerminal: true, env });
      expect(plain.out).not.toMatch(escapes);
      expect(plain.out).toBe(coloured.out.replace(escapes, ''));
    }
  });

  it('draws in ASCII where the terminal knows nothing else', async () => {
    const { out } = await throughline(['audit', 'export.ndjson'], { folder, env: { LANG: 'C' } });
    expect(out).toContain('xxxx');
    expect(out.replace(/[’“”–]/g, '')).not.toMatch(/[^\u0000-\u007f]/);
  });

  it('shows progress with a share on a terminal only, and none when asked to be quiet', async () => {
    const watched = await throughline(['audit', 'export.ndjson'], { folder, isTerminal: true });
    expect(watched.note).toMatch(/2,500 items read, judging them/);
    expect(watched.note.endsWith('\r\u001b[K')).toBe(true);
    expect((await throughline(['audit', 'export.ndjson', '--quiet'], { folder, isTerminal: true })).note).toBe('');
    expect((await audit('export.ndjson')).note).toBe('');
  });

  it('never lets a tracker steer the terminal', async () => {
    const line = [...exportLines(1, 3)][0]!;
    const issue = JSON.parse(line) as { fields: { summary: string; status: unknown; resolution: unknown; created: string; updated: string } };
    Object.assign(issue.fields, { summary: 'Add a \u001b]0;owned\u0007button\u001b[2J to\u202e the page', status: { name: 'Open', statusCategory: { key: 'new' } }, resolution: null, issuetype: { name: 'Story' } });
    writeFileSync(join(folder, 'hostile.ndjson'), `${JSON.stringify(issue)}\n`);
    const { out } = await audit('hostile.ndjson', '--rules', 'r4');
    expect(out).toContain('Add a button to the page');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});
