import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutText, padded, paddedLeft, toAscii, wrapped } from './text-columns.ts';

describe('text in columns', () => {
  it('counts two for East Asian wide letters and none for combining marks', () => {
    expect([columnsOf('Return'), columnsOf('返品'), columnsOf('e\u0301'), columnsOf('−4')]).toEqual([6, 4, 1, 2]);
  });

  it('is cut with an ellipsis inside its columns, wide letters included', () => {
    expect(cutText('A label in the box', 10)).toBe('A label i…');
    expect(cutText('返品ラベル', 6)).toBe('返品…');
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (text, columns) => columnsOf(cutText(text, columns)) <= Math.max(columns, 0)));
  });

  it('lets no control character through, which a terminal would obey', () => {
    expect(cutText('red \u001b[31mtext\u0007', 40)).toBe('red [31mtext');
  });

  it('is padded on either side and never shortened', () => {
    expect([padded('ab', 4), paddedLeft('ab', 4), padded('abcdef', 4)]).toEqual(['ab  ', '  ab', 'abcdef']);
  });

  it('keeps its length and its meaning in ASCII', () => {
    expect(toAscii('−4.5…  Café ±')).toBe('-4.5.  Cafe ?');
  });

  it('is wrapped at whole words', () => {
    expect(wrapped('cannot answer, needs 3.5 years of history', 16)).toEqual(['cannot answer,', 'needs 3.5 years', 'of history']);
  });
});
