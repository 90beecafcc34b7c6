import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

const texts = (title: string) => wordsOf(title).map(({ text }) => text);

describe('words of a title', () => {
  it('are lower case, without accents, numbers and plurals, and begin behind what forwarding adds', () => {
    expect(texts('FW: Re: Sprint 42 Planning – Q3 stories')).toEqual(['sprint', 'planning', 'q0', 'story']);
    expect(texts('Größe ÉTÉ Łódź')).toEqual(['grosse', 'ete', 'lodz']);
  });

  it('keep the numbers that tell', () => {
    for (const title of ['1:1', '1-1', '1on1', '1 on 1', '1-to-1', '121', '1 auf 1', '1 на 1', '1对1']) expect(texts(title), title).toEqual(['oneonone']);
    expect(texts('Discovery 101 at 11:15')).toEqual(['discovery', 'basics101', 'at']);
  });

  it('are single characters where a script writes no blanks', () => {
    expect(texts('顧客 meeting テスト')).toEqual(['顧', '客', 'meeting', 'テ', 'ス', 'ト']);
  });

  it('fold letters written in parts to the same word', () => {
    for (const title of ['été', 'день', '고객 미팅', 'ガイド', 'يوم']) expect(texts(title.normalize('NFD')), title).toEqual(texts(title));
  });

  it('stand in the title where they say, in any script', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
      let last = 0;
      for (const { from, to } of wordsOf(title)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(title.length);
    }));
  });
});
