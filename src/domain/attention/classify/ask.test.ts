import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askScore, questionsFor, type Askable } from './ask.ts';

const askables = fc.uniqueArray(fc.record({ series: fc.string({ minLength: 1, maxLength: 4 }), weeklyMinutes: fc.nat(300), remainingWeeks: fc.integer({ min: 1, max: 40 }), probability: fc.double({ min: 0, max: 1, noNaN: true }) }), { selector: (one) => one.series, maxLength: 30 });

describe('questions of a week', () => {
  it('are worth the minutes they settle, counted for twelve weeks at most', () => {
    expect(askScore({ series: 's', weeklyMinutes: 60, remainingWeeks: 20, probability: 0.5 })).toBe(360);
  });

  it('are at most five in any week, in a later one at most two of them random, and no series twice', () => {
    fc.assert(fc.property(askables, fc.nat(), fc.boolean(), (series, seed, firstWeek) => {
      const questions = questionsFor(series, seed, firstWeek);
      expect(questions.length).toBeLessThanOrEqual(5);
      expect(questions.filter(({ drawn }) => drawn === 'random').length).toBeLessThanOrEqual(firstWeek ? 5 : 2);
      expect(new Set(questions.map((one) => one.series)).size).toBe(questions.length);
    }));
  });

  it('are the same for any order of the series and differ with the seed', () => {
    fc.assert(fc.property(askables, fc.nat(), (series, seed) => {
      expect(questionsFor([...series].reverse(), seed, false)).toEqual(questionsFor(series, seed, false));
    }));
    const many: Askable[] = Array.from({ length: 30 }, (_, i) => ({ series: `s${i}`, weeklyMinutes: 30, remainingWeeks: 12, probability: 0.5 }));
    expect(new Set([1, 2, 3, 4].map((seed) => JSON.stringify(questionsFor(many, seed, false)))).size).toBeGreaterThan(1);
  });

  it('are five at random in the first week, three by what they settle and two at random in later ones', () => {
    const many: Askable[] = Array.from({ length: 30 }, (_, i) => ({ series: `s${i}`, weeklyMinutes: 30, remainingWeeks: 12, probability: 0.5 }));
    expect(questionsFor(many, 1, true).map(({ drawn }) => drawn)).toEqual(new Array(5).fill('random'));
    expect(questionsFor(many, 1, false).map(({ drawn }) => drawn)).toEqual(['settles', 'settles', 'settles', 'random', 'random']);
  });

  it('fall on long series in proportion to their minutes when drawn at random', () => {
    const two: Askable[] = [{ series: 'long', weeklyMinutes: 90, remainingWeeks: 1, probability: 1 }, { series: 'short', weeklyMinutes: 10, remainingWeeks: 1, probability: 1 }];
    const first = Array.from({ length: 500 }, (_, seed) => questionsFor(two, seed, false)[0]!.series);
    const long = first.filter((series) => series === 'long').length;
    expect(long).toBeGreaterThan(420);
    expect(long).toBeLessThan(480);
  });
});
