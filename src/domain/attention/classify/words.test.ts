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

  it('may share a letter that stands for several', () => {
    expect(wordsOf('㈱ sync').map(({ from, to }) => [from, to])).toEqual([[0, 1], [2, 6]]);
    expect(wordsOf('㍿').map(({ text, from, to }) => [text, from, to])).toEqual([['株', 0, 1], ['式', 0, 1], ['会', 0, 1], ['社', 0, 1]]);
  });

  it('stand in the title where they say, in any script', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
      let last = { from: 0, to: 0 };
      for (const { from, to } of wordsOf(title)) {
        expect(from).toBeGreaterThanOrEqual(last.from);
        expect(to).toBeGreaterThanOrEqual(last.to);
        expect(to).toBeGreaterThan(from);
        last = { from, to };
      }
      expect(last.to).toBeLessThanOrEqual(title.length);
    }));
  });
});
