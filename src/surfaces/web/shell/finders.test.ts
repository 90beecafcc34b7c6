import { describe, expect, it } from 'vitest';
import { currentFinders, matchScore, registerFinder } from './finders.ts';

describe('finding in the palette', () => {
  it('wants every word and prefers beginnings', () => {
    expect(matchScore('Go to Backlog', 'back')).toBe(2);
    expect(matchScore('Backlog', 'back')).toBe(4);
    expect(matchScore('Playback', 'back')).toBe(1);
    expect(matchScore('Go to Backlog', 'log goal')).toBe(0);
    expect(matchScore('anything', '')).toBe(1);
  });

  it('asks a finder until it is withdrawn', () => {
    const finder = { group: 'Items', find: () => [] };
    const withdraw = registerFinder(finder);
    expect(currentFinders()).toContain(finder);
    withdraw();
    expect(currentFinders()).not.toContain(finder);
  });
});
