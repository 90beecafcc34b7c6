import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GROUPS, KINDS, kindNamed } from './kinds.ts';

const TAXONOMY = new URL('../../../../shared/data/calendar-titles/taxonomy.csv', import.meta.url);

describe('kinds of work', () => {
  it('are 45, each named once, in six groups of 14, 16, 3, 4, 4 and 4', () => {
    expect(new Set(KINDS.map((row) => row.kind)).size).toBe(45);
    expect(GROUPS.map((group) => KINDS.filter((row) => row.group === group).length)).toEqual([14, 16, 3, 4, 4, 4]);
  });

  it('count for user problems exactly in the three groups the gauge knows', () => {
    for (const row of KINDS) expect('userShare' in row, row.kind).toBe(['core', 'glue', 'technical'].includes(row.group));
    expect(kindNamed('exec_alignment').userShare).toBe(0.5);
  });

  it('give nothing for a name that is none', () => {
    expect(kindNamed('golf')).toBeUndefined();
    expect(kindNamed('toString')).toBeUndefined();
  });

  it.skipIf(!existsSync(TAXONOMY))('agree with the published list of kinds', () => {
    const rows = readFileSync(TAXONOMY, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    expect(KINDS.map((row) => [row.kind, row.group, row.userShare ?? '', row.side])).toEqual(rows.map(([kind, , group, share, side]) => [kind, group, share === '' ? '' : Number(share), side]));
  });

  it('have names that read as words in a sentence: no brackets, no slashes, no two alike', () => {
    expect(KINDS.filter(({ name }) => /[()/;]/.test(name))).toEqual([]);
    expect(new Set(KINDS.map(({ name }) => name.toLowerCase())).size).toBe(45);
    expect(kindNamed('exec_defence').name).toBe('Re-defending approved work');
  });
});
