import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unstorableText } from './storable-text.ts';

describe('text that cannot be stored', () => {
  it('is named by where it stands', () => {
    expect(unstorableText({ title: 'a\u0000b' })).toBe('/title');
    expect(unstorableText({ items: ['ok', '\ud800'] })).toBe('/items/1');
    expect(unstorableText({ map: { 'x\u0000': 'y' } })).toBe('/map');
    expect(unstorableText('\udc00')).toBe('');
  });

  it('is never seen in whole text, whatever the language or sign', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), fc.string({ unit: 'grapheme' }), (value, text) => {
      const clean = JSON.parse(JSON.stringify({ value, text }).replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, '').replace(/[\ud800-\udfff]/gu, '')) as unknown;
      return unstorableText(clean) === undefined;
    }));
    expect(unstorableText({ text: '😀 é ü 日本 \u202e' })).toBeUndefined();
  });
});
