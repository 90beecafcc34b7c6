import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery, searchVector, wordsOf } from './item-search-words.ts';

describe('search words', () => {
  it('are folded to lower case without accents and cut from punctuation', () => {
    expect(wordsOf('RET-118: Größe der Étiquettes!')).toEqual(['ret', '118', 'große', 'der', 'etiquettes']);
  });

  it('of scripts without spaces are overlapping pairs, so that a part of a word finds it', () => {
    expect(wordsOf('返品ラベル')).toEqual(['返品', '品ラ', 'ラベ', 'ベル']);
    expect(wordsOf('返')).toEqual(['返']);
  });

  it('of a query ask for all words, the last one as a beginning', () => {
    expect(searchQuery('Return lab')).toBe('return & lab:*');
    expect(searchQuery(' !? ')).toBeUndefined();
  });

  it('never carry a character that the database would read as an operator', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }), { numRuns: 500 });
  });

  it('of every query taken from a title are found in that title', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
      const found = new Set(searchVector('K-1', title, '[]', undefined).split(' '));
      for (const word of wordsOf(title)) expect(found.has(word)).toBe(true);
    }));
  });
});
