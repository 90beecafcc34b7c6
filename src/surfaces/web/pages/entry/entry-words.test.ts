import { describe, expect, it } from 'vitest';
import { entryRead } from './entry-words.ts';
import { runWords, timerName } from './timer-words.ts';

const said = (line: string): string[] => entryRead(line).pieces.map(({ name, says }) => `${name} ${says}`);

describe('an own entry as it is typed', () => {
  it('is read back piece by piece', () => {
    expect(said('90 sales deck for Northwind, asked by sales')).toEqual(['how long 1.5 hours', 'kind Sales', 'what deck for Northwind', 'asked by sales']);
    expect(said('yesterday 9:00-10:30 release notes')).toEqual(['how long 9:00 to 10:30, 1.5 hours', 'kind guessed from the words', 'what release notes', 'day yesterday']);
  });

  it('says what it lacks to be kept', () => {
    expect(entryRead('sales deck').lacks).toBe('How long? Begin with it, such as 45m or 9:00-10:30, or start the timer.');
    expect(entryRead('45m').lacks).toBe('What was it? A kind or a few words are enough.');
    expect(entryRead('45m sales').lacks).toBeUndefined();
  });
});

describe('the timer', () => {
  it('says how long it has run and for what', () => {
    expect(runWords('2026-11-20T09:00:00Z', Date.parse('2026-11-20T12:05:59Z'))).toBe('3:05');
    expect(runWords('2026-11-20T09:00:00Z', Date.parse('2026-11-20T08:00:00Z'))).toBe('0:00');
    expect(timerName({ kindName: 'Sales', note: '' })).toBe('Sales');
    expect(timerName({ kindName: 'Sales', note: 'deck' })).toBe('Sales: deck');
  });
});
