import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { AuditFinding } from './audit-result.ts';
import { csvField, githubScript, jiraCsv, linearCsv, markdownList, markdownText, shellWord, type PlannedItem } from './cull-export.ts';
import { reporterMessage } from './cull-message.ts';
import { countCull, decideCull, nextBatch, undoCull, type CullRecord } from './cull.ts';
import type { RuleName } from './finding.ts';

function finding(rule: RuleName, key: string, value: number): AuditFinding {
  return {
    rule, ruleVersion: 1, subject: key, spans: [], value, grade: 'estimated', why: `Untouched ${value} days.`, whatWouldChangeIt: '', nextAction: '',
    suppressionKey: `${rule}|${key}`, item: { key, title: `Title ${key}` },
  };
}

describe('a batch', () => {
  const many = Array.from({ length: 50 }, (_, i) => finding('dinosaur', `T-${i}`, 400 + i));

  test('holds twenty, those with two reasons to close first, then the longest untouched', () => {
    const batch = nextBatch([...many, finding('outdated', 'T-3', 2), finding('requirement', 'T-4', 9)], [], '2026-01-10', 99);
    expect(batch).toHaveLength(20);
    expect(batch.slice(0, 3).map((one) => one.item.key)).toEqual(['T-3', 'T-49', 'T-48']);
    expect(batch[0]!.findings.map((one) => one.rule)).toEqual(['dinosaur', 'outdated']);
  });

  test('an item whose wording alone is in question is not offered for closing', () => {
    expect(nextBatch([finding('requirement', 'T-1', 3)], [], '2026-01-10')).toEqual([]);
  });

  test('decided items rest, kept ones until their day is over, undone ones come back at once', () => {
    const record = (over: Partial<CullRecord>): CullRecord => ({ itemKey: 'T-49', decision: { kind: 'keep', until: '2026-03-01' }, on: '2026-01-01', ...over });
    const first = (records: CullRecord[], today: string): string => nextBatch(many, records, today)[0]!.item.key;
    expect(first([record({})], '2026-03-01')).toBe('T-48');
    expect(first([record({})], '2026-03-02')).toBe('T-49');
    expect(first([record({ decision: { kind: 'close', reason: 'aged_out' } })], '2027-01-01')).toBe('T-48');
    expect(first([record({ undoneOn: '2026-01-05' })], '2026-01-06')).toBe('T-49');
  });
});

describe('decisions', () => {
  test('keeping needs a later day and other reasons need words', () => {
    expect(decideCull({ kind: 'keep', until: '2026-01-10' }, '2026-01-10')).toMatchObject({ ok: false, refusal: { code: 'keep_day_not_ahead' } });
    expect(decideCull({ kind: 'close', reason: 'other', note: ' ' }, '2026-01-10')).toMatchObject({ ok: false, refusal: { code: 'words_missing' } });
    expect(decideCull({ kind: 'still_a_problem', evidence: '' }, '2026-01-10')).toMatchObject({ ok: false });
    expect(decideCull({ kind: 'close', reason: 'aged_out' }, '2026-01-10').ok).toBe(true);
  });

  test('undo works to the thirtieth day and once', () => {
    const record: CullRecord = { itemKey: 'T-1', decision: { kind: 'close', reason: 'aged_out' }, on: '2026-01-01' };
    expect(undoCull(record, '2026-01-31')).toEqual({ ok: true, value: { ...record, undoneOn: '2026-01-31' } });
    expect(undoCull(record, '2026-02-01')).toMatchObject({ ok: false, refusal: { code: 'undo_too_late', details: { last: '2026-01-31' } } });
    expect(undoCull({ ...record, undoneOn: '2026-01-02' }, '2026-01-03')).toMatchObject({ ok: false, refusal: { code: 'already_undone' } });
  });

  test('what came back is counted only when it had really been closed', () => {
    const close = (itemKey: string, undoneOn?: string): CullRecord => ({ itemKey, decision: { kind: 'close', reason: 'aged_out' }, on: '2026-01-01', ...(undoneOn ? { undoneOn } : {}) });
    const records = [close('T-1'), close('T-2'), close('T-3', '2026-01-02'), { itemKey: 'T-4', decision: { kind: 'link', to: 'bet_1' }, on: '2026-01-01' } as const];
    expect(countCull(records, new Set(['T-1', 'T-2', 'T-3']), new Set(['T-1']))).toEqual({
      closed: 2, kept: 0, linked: 1, stillAProblem: 0, undone: 1, cameBack: 1, cameBackKeys: ['T-1', 'T-3'],
    });
  });

  test('the reporter is thanked, told why with numbers, and told the way back', () => {
    const message = reporterMessage('aged_out', [finding('dinosaur', 'T-1', 412)]);
    expect(message).toMatch(/^Thank you for writing this down\. It is closed now\. Untouched 412 days\./);
    expect(message).toContain('reopen it');
    expect(reporterMessage('other', [], 'The portal is gone.')).toContain('closed now. The portal is gone. This does not');
  });
});

describe('exports', () => {
  const planned = (key: string, title = 'A title', note?: string): PlannedItem => ({
    candidate: { item: { key, title }, findings: [] }, decision: { kind: 'close', reason: 'other', note: note ?? 'gone' },
  });

  test('any text survives the shell unchanged and runs nothing', () => {
    const hostile = ["it's", '$(touch /nowhere)', '`id`', '"; rm -rf "', '!!', '\\', "'\\''", '-rf', 'new\nline'];
    expect(execFileSync('sh', ['-c', `printf '%s\\036' ${hostile.map(shellWord).join(' ')}`], { encoding: 'utf8' }).split('\u001e').slice(0, -1)).toEqual(hostile);
    fc.assert(fc.property(fc.string(), (text) => {
      expect(shellWord(text).slice(1, -1).replaceAll(String.raw`'\''`, '')).not.toContain("'");
    }));
  });

  test('the script closes GitHub issues by number and leaves other keys out', () => {
    const { script, leftOut } = githubScript([planned('sample/parcel#12', 'x', "don't"), planned('RET-1'), planned('evil/repo; rm -rf #3')]);
    expect(leftOut).toEqual(['RET-1', 'evil/repo; rm -rf #3']);
    expect(script).toContain("gh issue close 12 --repo 'sample/parcel' --reason 'not planned' --comment 'Thank you");
    expect(script).toContain(String.raw`don'\''t`);
    expect(script.startsWith('#!/bin/sh\n')).toBe(true);
    execFileSync('sh', ['-n'], { input: script });
  });

  test('a CSV field is quoted where it must be and is never a formula', () => {
    expect(csvField('a "b", c')).toBe('"a ""b"", c"');
    expect(csvField('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(csvField('plain')).toBe('plain');
    expect(jiraCsv([planned('RET-1', '=1+1')]).split('\r\n')[1]).toMatch(/^RET-1,'=1\+1,Closed,Won\u2019t Do,aged-out,/);
    expect(linearCsv([planned('ENG-4')])).toMatch(/^ID,Title,Status,Labels,Comment\r\nENG-4,A title,Canceled,aged-out,/);
  });

  test('only closings reach the tracker files; the Markdown list has every decision, with marks escaped', () => {
    const kept: PlannedItem = { candidate: { item: { key: 'RET-2', title: '[click](javascript:x) <b>' }, findings: [] }, decision: { kind: 'keep', until: '2026-05-01' } };
    expect(jiraCsv([kept]).split('\r\n')).toHaveLength(2);
    expect(markdownList([kept, planned('RET-1')])).toBe(
      '- RET\\-1 A title: close (other: gone)\n- RET\\-2 \\[click\\]\\(javascript\\:x\\) \\<b\\>: keep until 2026-05-01\n');
    expect(markdownText('a\nb')).toBe('a b');
  });
});
