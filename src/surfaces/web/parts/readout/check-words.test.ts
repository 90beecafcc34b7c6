import { describe, expect, it } from 'vitest';
import { checkRows, checksTitle } from './check-words.ts';
import type { Readout } from './readout-words.ts';

type Report = Readout['report'];
const report = (checks: Report['checks'], more: Partial<Report> = {}): Report => ({ case: 'before-after', placebo: { origins: 221, kappa2: 1, meanZ: 0, effectiveN: 4 }, checks, ...more } as Report);

describe('the checks of a readout', () => {
  it('stand with what was found in words, the failed ones first', () => {
    const rows = checkRows(report([
      { id: 'missing-data', ok: true, value: 0, limit: 0.1, refuses: true }, { id: 'variance-break', ok: false, value: 5, limit: 4, refuses: false },
      { id: 'placebo-intervals-do-not-cover', ok: false, value: 13, limit: 4, refuses: true },
    ]));
    expect(rows.map(({ id, result }) => `${id} ${result}`)).toEqual(['variance-break warns', 'placebo-intervals-do-not-cover refuses', 'missing-data holds']);
    expect(rows[1]?.found).toBe('On 221 past dates with no ship, intervals 3.61 times as wide were needed, and are used; at most 2');
    expect(rows[2]?.found).toBe('No day missing in the window; at most 10%');
  });

  it('do not say that a method held where it could not be tried', () => {
    const [row] = checkRows(report([{ id: 'placebo-bias', ok: true, value: 0, limit: 3, refuses: true }], { placebo: { origins: 0, kappa2: 0, meanZ: 0, effectiveN: 0 } }));
    expect(row).toMatchObject({ result: 'not tried', found: 'There is no past date to try it on' });
  });

  it('say both numbers of a check that has no words of its own', () => {
    expect(checkRows(report([{ id: 'placebo-rank', ok: true, value: 3, limit: 20, refuses: true }]))[0]?.found).toBe('3 against 20');
  });

  it('are headed by what was tried in each case', () => {
    expect(checksTitle(report([]))).toBe('The method was tried on dates when nothing shipped');
    expect(checksTitle(report([], { case: 'experiment' }))).toContain('test');
  });
});
