import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './finding-excerpt.ts';

describe('an excerpt round the words of a finding', () => {
  it('keeps a short text whole', () => {
    expect(excerptOf('It must handle 10x', [{ start: 15, end: 18 }])).toEqual({ text: 'It must handle 10x', spans: [{ start: 15, end: 18 }] });
  });

  it('cuts at words and says so', () => {
    const text = `${'before '.repeat(40)}10x${' after'.repeat(40)}`;
    const cut = excerptOf(text, [{ start: 280, end: 283 }])!;
    expect(cut.text.startsWith('…before')).toBe(true);
    expect(cut.text.endsWith('after…')).toBe(true);
    expect(cut.text.slice(cut.spans[0]!.start, cut.spans[0]!.end)).toBe('10x');
  });

  it('is nothing where no span lies inside the text', () => {
    expect(excerptOf('short', [{ start: 40, end: 50 }])).toBeUndefined();
    expect(excerptOf('short', [])).toBeUndefined();
  });

  it('always marks what the audit marked', () => {
    fc.assert(fc.property(fc.string({ maxLength: 800 }), fc.nat(800), fc.integer({ min: 1, max: 60 }), (text, start, length) => {
      const end = start + length;
      const cut = excerptOf(text, [{ start, end }]);
      if (end > text.length) return cut === undefined;
      const marked = cut?.spans[0];
      return marked !== undefined && cut?.text.slice(marked.start, marked.end) === text.slice(start, end).replace(/[\r\n\t]/g, ' ');
    }));
  });
});
