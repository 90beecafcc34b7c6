import { describe, expect, test } from 'vitest';
import { ageExemptLabels, dinosaurFinding } from './dinosaur.ts';
import type { SurvivalRow } from './survival.ts';

const row: SurvivalRow = { pool: 'all', untouchedDays: 365, atRisk: 230, events: 11, followed: 180, doneWithin365: 0.047, low: 0.026, high: 0.072 };
const candidate = { key: 'RET-118', untouchedDays: 412, lastTouch: '2024-11-24', exempt: false };
const ASOF = '2026-01-10';

describe('a dinosaur', () => {
  test('the worked example of docs/formulas/dinosaur.md', () => {
    const finding = dinosaurFinding(candidate, row, ASOF);
    expect(finding?.why).toBe('Untouched 412 days. Of 230 items that stayed untouched for 365 days here, an estimated 4.7% (2.6% to 7.2%) were finished in the following year.');
    expect(finding).toMatchObject({ value: 412, unit: 'days', interval: [0.026, 0.072], n: 230, grade: 'estimated', suppressionKey: 'dinosaur|RET-118|2024-11-24' });
  });

  test('an upper bound of ten in a hundred, a silent row, twenty-nine at risk or no row make no claim', () => {
    expect(dinosaurFinding(candidate, { ...row, high: 0.1 }, ASOF)).toBeUndefined();
    expect(dinosaurFinding(candidate, { ...row, silent: 'Only 3 items.' }, ASOF)).toBeUndefined();
    expect(dinosaurFinding(candidate, { ...row, atRisk: 29 }, ASOF)).toBeUndefined();
    expect(dinosaurFinding(candidate, undefined, ASOF)).toBeUndefined();
  });

  test('a due date ahead protects it, one that has passed does not', () => {
    expect(dinosaurFinding({ ...candidate, due: '2026-01-11' }, row, ASOF)).toBeUndefined();
    expect(dinosaurFinding({ ...candidate, due: '2026-01-10' }, row, ASOF)).toBeDefined();
    expect(dinosaurFinding({ ...candidate, exempt: true }, row, ASOF)).toBeUndefined();
  });

  test('no event is said as none with a bound, and bugs are called bugs', () => {
    const finding = dinosaurFinding(candidate, { ...row, pool: 'bug', events: 0, doneWithin365: 0, low: 0, high: 0.095 }, ASOF);
    expect(finding?.why).toBe('Untouched 412 days. Of 230 bugs that stayed untouched for 365 days here, none was finished in the following year (at most 9.5%).');
  });

  test.each([[['Security'], true], [['area/legal-review'], true], [['GDPR'], true], [['insecurity'], false], [['area: returns'], false]])('labels %j protect: %j', (labels, expected) => {
    expect(ageExemptLabels({ labels })).toBe(expected);
  });
});
