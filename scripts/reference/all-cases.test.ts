import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../root.ts';
import { resultLine, runReferenceCase } from './areas.ts';
import { inputsOf, readCases } from './cases.ts';

const folder = join(root, '../shared/reference/stats');

if (existsSync(folder)) {
  const { cases, unread } = readCases(folder);
  const see = inputsOf(folder, cases);

  it('reads every file of the reference folder as a case', () => {
    expect(unread).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases.map((one) => [one.area, one.id, one] as const))('%s: %s agrees with its reference', async (_area, _id, one) => {
    const result = await runReferenceCase(one, see);
    expect(result.ok, resultLine(result)).toBe(true);
  });
} else {
  it.skip('reference cases (skipped: ../shared/reference is not here)', () => undefined);
}
