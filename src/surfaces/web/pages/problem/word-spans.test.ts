import { describe, expect, it } from 'vitest';
import { wordSpans } from './word-spans.ts';

describe('words that matched', () => {
  it('are found in a title by their beginning, whatever their case', () => {
    expect(wordSpans('Print Labels at home', ['label'])).toEqual([{ start: 6, end: 12 }]);
  });

  it('are not found inside other words', () => {
    expect(wordSpans('The enabled flag', ['able'])).toEqual([]);
  });

  it('may be longer than the word, but a word of three letters proves nothing', () => {
    expect(wordSpans('the label', ['labelling', 'thermal'])).toEqual([{ start: 4, end: 9 }]);
  });
});
