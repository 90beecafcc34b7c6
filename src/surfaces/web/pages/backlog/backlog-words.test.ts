import { describe, expect, it } from 'vitest';
import { plainPhrase } from '../../parts/phrase.ts';
import { ageJudged, backlogSentence, cameFrom, type BacklogFacts } from './backlog-words.ts';

const facts: BacklogFacts = { items: 1960, goalSet: true, share: { open: 412, linked: 157, unexplained: 191 }, agedOut: 40, agedWithoutPath: 40, ageJudged: 'yes' };
const said = (more: Partial<BacklogFacts>): string => plainPhrase(backlogSentence({ ...facts, ...more }));

describe('the sentence at the head of the Backlog', () => {
  it('names what leads to the goal, what has no path, and what of that has aged out', () => {
    expect(said({})).toBe('157 of 412 open items lead to the goal. 191 have no path to it yet, and 40 of those have aged out.');
  });

  it('does not say "of those" when some that aged out have a path', () => {
    expect(said({ agedWithoutPath: 31 })).toBe('157 of 412 open items lead to the goal. 191 have no path to it yet. 40 have aged out.');
    expect(said({ agedWithoutPath: undefined })).toContain('. 40 have aged out.');
  });

  it('says what stands when nothing has aged out, when that cannot be told, and when nobody asks', () => {
    expect(said({ agedOut: 0 })).toContain('191 have no path to it yet, and nothing has aged out.');
    expect(said({ agedOut: 0, ageJudged: 'cannot_tell' })).toContain('no path to it yet. Whether any has aged out cannot be told from this history.');
    expect(said({ agedOut: 0, ageJudged: 'off' })).toBe('157 of 412 open items lead to the goal. 191 have no path to it yet.');
  });

  it('says that nothing can lead to a goal that is not set', () => {
    expect(said({ goalSet: false, agedOut: 0, ageJudged: 'off' })).toBe('412 items are open. No goal is set, so nothing can lead to it.');
  });

  it('has words for one item, for none open, and for none without a path', () => {
    expect(said({ share: { open: 1, linked: 0, unexplained: 1 }, agedOut: 1, agedWithoutPath: 1 })).toBe('0 of 1 open item lead to the goal. 1 has no path to it yet, and 1 of those has aged out.');
    expect(said({ share: { open: 0, linked: 0, unexplained: 0 } })).toBe('1,960 items were read, and none of them is open.');
    expect(said({ share: { open: 4, linked: 3, unexplained: 0 }, agedOut: 0 })).toBe('3 of 4 open items lead to the goal, and the others keep the lights on or may lead there by their wording. Nothing has aged out.');
  });
});

describe('whether ages can be judged', () => {
  const rule = (count: number, on = true) => ({ byRule: [{ rule: 'dinosaur' as const, count, share: 0, on }], survival: [], cannotTell: [] });
  it('cannot be told without an estimate, unless something aged out all the same', () => {
    expect([ageJudged(rule(0)), ageJudged(rule(3)), ageJudged(rule(0, false))]).toEqual(['cannot_tell', 'yes', 'off']);
  });
});

describe('where wishes came from', () => {
  it('lists origins with words for the usual ones', () => {
    const note = cameFrom({ unexplained: 191, byOrigin: [{ origin: 'sales', open: 90, unexplained: 71 }, { origin: 'exec', open: 60, unexplained: 58 }, { origin: 'pm', open: 30, unexplained: 62 }] });
    expect(plainPhrase(note!)).toBe('Without a confirmed path: 71 from sales, 58 from above, 62 from you. Not bad: unexplained.');
  });

  it('is silent while nobody has named any origin', () => {
    expect(cameFrom({ unexplained: 5, byOrigin: [{ origin: 'unknown', open: 9, unexplained: 5 }] })).toBeUndefined();
  });
});
