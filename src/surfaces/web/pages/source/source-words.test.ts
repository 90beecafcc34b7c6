import { describe, expect, it } from 'vitest';
import { fileWords, paceWords, reasonWords } from './source-words.ts';

describe('what the Sources pages say', () => {
  it('names one or two files and counts the rest', () => {
    expect(fileWords([{ name: 'a.csv' }])).toBe('a.csv');
    expect(fileWords([{ name: 'a.csv' }, { name: 'b.csv' }])).toBe('a.csv and b.csv');
    expect(fileWords(['a', 'b', 'c', 'd'].map((name) => ({ name })))).toBe('a and 3 others');
  });

  it('cannot tell how long it takes before the importer can, and then says it as a person would', () => {
    expect(paceWords({ phase: 'reading' })).toBe('Cannot tell yet how long it takes');
    expect(paceWords({ phase: 'reading', itemsPerSecond: 4120, secondsLeft: 23 })).toBe('4,120 items a second, about 25 seconds left');
    expect(paceWords({ phase: 'reading', itemsPerSecond: 4120, secondsLeft: 61 })).toBe('4,120 items a second, about 1 minute left');
  });

  it('says an unknown reason in its own words', () => {
    expect(reasonWords('date_unreadable')).toBe('A date that cannot be read');
    expect(reasonWords('board_too_old')).toBe('Board too old');
  });
});
