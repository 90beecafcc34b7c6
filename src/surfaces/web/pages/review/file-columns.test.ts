import { describe, expect, it } from 'vitest';
import { armsIn, FIELDS, guessColumns, tableHead } from './file-columns.ts';

describe('the columns of a file', () => {
  it('are read from its header, whatever separates them', () => {
    expect(tableHead('user;variant;"paid, in 14 days"\n1;control;0\n')?.columns).toEqual(['user', 'variant', 'paid, in 14 days']);
    expect(tableHead('town\tweek\tshare\n')?.columns).toEqual(['town', 'week', 'share']);
  });

  it('are unknown in a file that is no text table', () => {
    expect(tableHead('PK\u0003\u0000\u0000')).toBeUndefined();
    expect(tableHead('one column\n1\n')).toBeUndefined();
  });

  it('are guessed by their names, none twice', () => {
    expect(guessColumns(['user_id', 'variant', 'converted'], FIELDS.experiment)).toEqual({ arm: 'variant', outcome: 'converted', unit: 'user_id' });
    expect(guessColumns(['town', 'week', 'share', 'treated_from'], FIELDS.staggered)).toEqual({ unit: 'town', period: 'week', value: 'share', treatedFrom: 'treated_from' });
  });

  it('give the one that is left to the one field that still needs it, but never people’s ids', () => {
    expect(guessColumns(['user', 'variant', 'dropped_off'], FIELDS.experiment)).toEqual({ arm: 'variant', outcome: 'dropped_off', unit: 'user' });
    expect(guessColumns(['user_id', 'variant'], FIELDS.experiment)).toEqual({ arm: 'variant', unit: 'user_id' });
    expect(guessColumns(['user', 'arm', 'week', 'week_since_first', 'orders'], FIELDS.experiment)).toMatchObject({ week: 'week_since_first', unit: 'user' });
  });

  it('name the arms, the likely control first', () => {
    const head = tableHead('user,arm\n1,code\n2,control\n3,code\n')!;
    expect(armsIn(head, 'arm')).toEqual(['control', 'code']);
    expect(armsIn(head, undefined)).toEqual([]);
  });
});
