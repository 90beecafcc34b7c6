import { describe, expect, it } from 'vitest';
import { carryMeta, carryRead, type Carry } from './carry-words.ts';

describe('a carry as it is typed', () => {
  it('is read back piece by piece', () => {
    const { pieces, lacks } = carryRead('45m deck for Northwind, asked by sales, pressed, because it was faster', '2026-11-20');
    expect(pieces.map(({ name, says }) => `${name} ${says}`)).toEqual(['how long 45 minutes', 'kind guessed from the words', 'what deck for Northwind', 'asked by sales', 'it was pressed', 'because it was faster']);
    expect(lacks).toBeUndefined();
  });

  it('says what is still missing, one thing at a time', () => {
    expect(carryRead('deck for Northwind', '2026-11-20').lacks).toBe('How long did it take? Begin with it: 45m, 1.5h.');
    expect(carryRead('45m', '2026-11-20').lacks).toBe('What was it? A few words are enough.');
  });

  it('says under a carry what is known of it and nothing else', () => {
    const carry: Carry = { id: 'car_1', on: '2026-11-20', minutes: 45, kind: 'sales', kindName: 'Sales', kindGuessed: false, what: 'deck', source: 'typed', createdAt: '', updatedAt: '' };
    expect(carryMeta(carry)).toBe('');
    expect(carryMeta({ ...carry, askedBy: 'sales', reason: 'nobody_else', source: 'event' })).toBe('asked by sales, nobody else would have, from your calendar');
  });
});
