import { describe, expect, it } from 'vitest';
import { firstSaid, notable, pictureOf, spanWords, unseenShips, willDo } from './metric-picture.ts';
import type { Metric, Series } from './metric-words.ts';

const metric: Metric = {
  id: 'met_1', key: 'M-1', name: 'Visits', direction: 'up', grain: 'day', kind: 'level', state: 'active', source: { kind: 'paste', says: 'Pasted or loaded by hand' }, schedule: 'none',
  points: 3, gaps: 1, revised: 1, firstOn: '2026-11-01', lastOn: '2026-11-04', last: 11, stale: false, behind: 0, createdAt: '2026-11-05T09:00:00Z', updatedAt: '2026-11-05T09:00:00Z',
};
const series: Series = { start: '2026-11-01', grain: 'day', values: [10, 12, null, 11] };
const at = '2026-11-05T09:00:00Z';
const ships = [{ id: 'shp_1', key: 'S-1', title: 'Reason codes', shippedOn: '2026-11-02', bet: 'B-1' }, { id: 'shp_2', key: 'S-2', title: 'Reminder', shippedOn: '2026-12-24' }];
const data = pictureOf({ metric, ships, revisions: [{ on: '2026-11-02', before: 14, after: 12, at }, { on: '2026-11-02', before: 13, after: 14, at }] }, series, '2026-11-05');

describe('the picture of a metric', () => {
  it('has its gap as a gap, the ship of a bet as its own, and the value that was said first', () => {
    expect(data.points[2]).toEqual({ day: '2026-11-03', value: null });
    expect(data.ships).toEqual([{ day: '2026-11-02', name: 'Reason codes', own: true }, { day: '2026-12-24', name: 'Reminder' }]);
    expect(data.revised).toEqual([{ day: '2026-11-02', was: 13 }]);
  });

  it('draws a silence up to today, and a long one no wider than a fifth of what is known', () => {
    const silent = (today: string) => pictureOf({ metric: { ...metric, stale: true }, ships: [], revisions: [] }, { ...series, values: Array.from({ length: 101 }, () => 1) }, today).today;
    expect([silent('2027-02-15'), silent('2030-01-01')]).toEqual(['2027-02-15', '2027-03-01']);
  });

  it('draws no revision of a rate, whose old count is no share', () => {
    expect(firstSaid([{ on: '2026-11-02', before: 14, at }], 'rate')).toEqual([]);
  });

  it('says how far it reaches', () => {
    expect(spanWords(data)).toBe('3 days from 1 Nov 2026 to 4 Nov 2026, between 10 and 12');
    expect(spanWords({ ...data, points: [{ day: '2026-11-01', value: 7 }] })).toBe('1 day from 1 Nov 2026 to 1 Nov 2026, always 7');
  });

  it('opens the days that have something to tell, each with all it has', () => {
    expect(notable(data).map(({ day, why }) => [day, why])).toEqual([
      ['2026-11-01', 'the lowest'], ['2026-11-02', 'the highest, the day of “Reason codes”, said anew'], ['2026-11-04', 'the last value'],
    ]);
  });

  it('says which ships it cannot show', () => {
    expect(unseenShips(data)).toBe('Not in the picture: 1 ship after the last value.');
    expect(unseenShips({ ...data, ships: [] })).toBeUndefined();
  });
});

describe('values that are about to be kept', () => {
  it('are said to be new, said anew, here already, or to take a day back', () => {
    expect(willDo(series, { start: '2026-11-02', grain: 'day', values: [13, null, null, 9] })).toBe('Of these values 1 is new, 1 differs and is said anew. 1 day that has a value here has none among them, and counts as taken back.');
    expect(willDo(series, series)).toBe('Of these values 3 are here already.');
    expect(willDo(undefined, series)).toBe('Of these values 3 are new.');
  });
});
