import { describe, expect, it } from 'vitest';
import { checkTally, lastLine, reportTally, sum, type Report } from './tally.ts';

const test = (fullName: string, status: string, message?: string) => ({ fullName, status, failureMessages: message === undefined ? [] : [message] });
const file = (status: string, ...assertionResults: ReturnType<typeof test>[]): Report => ({ testResults: [{ name: 'x.test.ts', status, message: 'cannot load', assertionResults }] });
const well = { code: 0, output: '' };

describe('a tally', () => {
  it('counts passed, failed and skipped tests of a report and keeps the messages of the failed', () => {
    const tally = reportTally('unit', file('failed', test('a', 'passed'), test('b', 'failed', 'no'), test('c', 'pending'), test('d', 'todo')), { code: 1, output: '' });
    expect(tally).toEqual({ passed: 1, skipped: ['c', 'd'], failed: [{ name: 'b', message: 'no' }] });
    expect(lastLine(tally)).toBe('1 passed, 1 failed, 2 skipped');
  });

  it('counts a file that cannot be loaded as one failure', () => {
    expect(reportTally('unit', file('failed'), { code: 1, output: '' }).failed).toEqual([{ name: 'x.test.ts runs', message: 'cannot load' }]);
  });

  it('counts a run that ends badly after passing every test as one failure', () => {
    const tally = reportTally('unit', file('passed', test('a', 'passed')), { code: 1, output: 'Unhandled error\n\n' });
    expect(tally).toEqual({ passed: 1, skipped: [], failed: [{ name: 'unit ends well', message: 'Unhandled error' }] });
  });

  it.each([undefined, { testResults: [] }])('counts a run without any test as one failure: %o', (report) => {
    expect(reportTally('unit', report, well).failed).toHaveLength(1);
  });

  it('leaves the skipped out of the last line when there are none', () => {
    expect(lastLine(sum([checkTally('types', undefined), checkTally('lint', 'x.ts:1 no')]))).toBe('1 passed, 1 failed');
  });
});
