import { describe, expect, it } from 'vitest';
import { keptPlaces, questionText, wordSpans } from './kept-places.ts';

const row = (id: string, state = 'standing') => ({ id, state });

describe('rows that keep their place', () => {
  it('leaves an answered row where it was although the server dropped it', () => {
    expect(keptPlaces(['a', 'b', 'c'], [row('a'), row('c')], new Map([['b', row('b', 'disputed')]]))).toEqual([row('a'), row('b', 'disputed'), row('c')]);
  });

  it('believes the server over the memory, drops what nobody knows, and adds what is new at the end', () => {
    expect(keptPlaces(['a', 'b'], [row('n'), row('a')], new Map([['a', row('a', 'left')]]))).toEqual([row('a'), row('n')]);
  });
});

describe('words of a group in a title', () => {
  it('marks whole words that begin with them, in any case and script', () => {
    const spans = wordSpans('Returns list: show the returned parcel', ['return', 'parcel']);
    expect(spans.map(({ start, end }) => 'Returns list: show the returned parcel'.slice(start, end))).toEqual(['Returns', 'returned', 'parcel']);
    expect(wordSpans('Größe ändern', ['größe'])).toEqual([{ start: 0, end: 5 }]);
    expect(wordSpans('nothing here', [])).toEqual([]);
  });
});

describe('the question to whoever asked', () => {
  it('names the item and asks what the rule asks', () => {
    expect(questionText({ key: 'RET-1', title: 'Add a filter' }, ['Who is stuck?'])).toBe('About RET-1, “Add a filter”:\n\n- Who is stuck?\n\nOne recent case is enough. Thank you for writing this down.');
  });

  it('still asks something where the rule has no question', () => {
    expect(questionText({ key: 'RET-1', title: 'Add', url: 'https://example.com/1' }, [])).toContain('(https://example.com/1):\n\n- When did it last hurt');
  });
});
