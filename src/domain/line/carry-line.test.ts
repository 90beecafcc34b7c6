import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCarryLine } from './carry-line.ts';

const TODAY = '2026-11-20';
const read = (line: string) => { const { parts: _parts, ...said } = readCarryLine(line, TODAY); return said; };

describe('a typed carry', () => {
  it('is read piece by piece, and the rest is what was done', () => {
    expect(read('45m deck for Northwind, asked by sales, pressed')).toEqual({ minutes: 45, what: 'deck for Northwind', askedBy: 'sales', mode: 'pressed' });
    expect(read('1h30 #qa release check, tuesday, faster, seen by the team')).toEqual({ minutes: 90, kind: 'qa_testing', what: 'release check', on: '2026-11-17', reason: 'faster', seenBy: 'the team' });
    expect(read('90 sales deck, chosen, about Northwind, if left: they wait a week, for bet b-12')).toEqual({ minutes: 90, kind: 'sales', what: 'deck', mode: 'chosen', topic: 'Northwind', ifLeft: 'they wait a week', bet: 'B-12' });
    expect(read('2 hours, support ticket for Alba, because nobody else')).toEqual({ minutes: 120, what: 'support ticket for Alba', reason: 'nobody_else' });
  });

  it('needs no comma before who asked, who saw it, a tag, or a last word', () => {
    expect(read('20m post #content asked by Ana seen by Ben pressed')).toEqual({ minutes: 20, what: 'post', kind: 'content', askedBy: 'Ana', seenBy: 'Ben', mode: 'pressed' });
  });

  it('reads days, the latest such weekday with today included', () => {
    expect([read('5m x, yesterday').on, read('5m x, Friday').on, read('5m x, on saturday').on, read('5m x, 2026-11-02').on, read('yesterday 5m x').on]).toEqual(['2026-11-19', TODAY, '2026-11-14', '2026-11-02', '2026-11-19']);
    expect(read('5m x, 2026-02-30').what).toBe('x, 2026-02-30');
  });

  it('leaves out what the line does not say, and a length no day has', () => {
    expect(read('deck for Northwind')).toEqual({ what: 'deck for Northwind' });
    expect(read('45')).toEqual({ minutes: 45, what: '' });
    expect(read('2000m deck').minutes).toBeUndefined();
  });

  it('names the words each field was read from', () => {
    expect(readCarryLine('45m deck, asked by sales, pressed', TODAY).parts).toEqual([{ field: 'minutes', words: '45m' }, { field: 'what', words: 'deck' }, { field: 'askedBy', words: 'sales' }, { field: 'mode', words: 'pressed' }]);
  });

  it('invents nothing, whatever is typed', () => {
    const piece = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('45m', '1h30', 'sales', '#qa', 'asked by Ana', 'pressed', 'yesterday', 'about x', ',', ';', 'seen by', 'if left: y'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')), (line) => {
      const { parts, minutes } = readCarryLine(line, TODAY);
      const words = (text: string): string[] => text.toLowerCase().split(/[\s,;]+/).filter((word) => word !== '');
      const typed = new Set(words(line));
      for (const part of parts) for (const word of words(part.words)) expect(typed.has(word) || line.toLowerCase().includes(word), `${word} in ${line}`).toBe(true);
      if (minutes !== undefined) expect(minutes).toBeGreaterThanOrEqual(1);
    }));
  });
});
