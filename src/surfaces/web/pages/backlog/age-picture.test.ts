import { describe, expect, it } from 'vitest';
import { agePicture, estimateWords, formsOf, pictureSummary, pictureTitle } from './age-picture.ts';

const row = (untouchedDays: number, doneWithin365: number, flags = false) => ({ pool: 'all', untouchedDays, atRisk: 200, events: 9, doneWithin365, low: doneWithin365 * 0.6, high: doneWithin365 * 1.4, flags });
const audit = {
  buckets: [{ from: 0, to: 30, goal: 2, lightsOn: 1, none: 3, agedOut: 0 }, { from: 30, to: 60, goal: 1, lightsOn: 0, none: 2, agedOut: 0 }, { from: 60, to: 365, goal: 0, lightsOn: 0, none: 2, agedOut: 0 }, { from: 365, goal: 0, lightsOn: 0, none: 0, agedOut: 4 }],
  survival: [row(30, 0.6), row(60, 0.3), row(365, 0.047, true), { ...row(365, 0.5), pool: 'bug' }],
};

describe('the picture of ages', () => {
  const data = agePicture(audit);
  it('puts the estimate of all items over the column that begins at its age, and none over the first', () => {
    expect(data.columns.map(({ label, short, estimate }) => [label, short, estimate?.share])).toEqual([['under 30', '<30', undefined], ['30 to 60', '30+', 0.6], ['60 to 365', '60+', 0.3], ['365 and over', '365+', 0.047]]);
    expect(estimateWords(data.columns[3]!)).toBe('4.7% (2.8 to 6.6)');
  });

  it('says that waiting lowers the odds only when it does', () => {
    expect(pictureTitle(data)).toBe('The longer an item waits here, the less often it is ever finished');
    expect(pictureTitle(agePicture({ ...audit, survival: [row(30, 0.2), row(60, 0.5), row(365, 0.3)] }))).toBe('How long open items have waited, and how often items that old were finished here');
    expect(pictureTitle(agePicture({ ...audit, survival: [] }))).toBe('How long open items have waited');
  });

  it('names only forms that occur', () => {
    expect(formsOf(data, true).map(({ name }) => name)).toEqual(['leads to the goal', 'keeps the lights on', 'no path yet', 'aged out']);
    expect(formsOf(agePicture({ ...audit, buckets: [{ from: 0, goal: 0, lightsOn: 0, none: 4, agedOut: 0 }] }), false)).toEqual([{ form: 'open', name: 'open' }]);
  });

  it('can be said in a sentence', () => {
    expect(pictureSummary(data)).toBe('15 open items by days untouched. Of past items untouched for 365 days or more, 4.7% (2.8 to 6.6) were finished within the following year.');
  });
});
