import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markSpans } from './mark-spans.ts';

describe('marking the words that caused a finding', () => {
  it('marks the words and leaves the rest', () => {
    expect(markSpans('Add a dropdown', [{ start: 6, end: 14 }, { start: 0, end: 3 }])).toEqual([
      { text: 'Add', marked: true }, { text: ' a ', marked: false }, { text: 'dropdown', marked: true },
    ]);
  });

  it('joins spans that overlap or touch', () => {
    expect(markSpans('abcdef', [{ start: 0, end: 3 }, { start: 2, end: 4 }, { start: 4, end: 5 }])).toEqual([{ text: 'abcde', marked: true }, { text: 'f', marked: false }]);
  });

  it('never cuts a character in half', () => {
    expect(markSpans('a😀b', [{ start: 2, end: 4 }])).toEqual([{ text: 'a', marked: false }, { text: '😀b', marked: true }]);
  });

  it('gives back the whole text whatever the spans are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) })), (text, spans) => {
      const parts = markSpans(text, spans);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      expect(parts.every((part) => part.text !== '')).toBe(true);
      for (let at = 1; at < parts.length; at += 1) expect(parts[at]?.marked).not.toBe(parts[at - 1]?.marked);
    }));
  });
});
