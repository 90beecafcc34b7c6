import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { orphanFinding, orphanTrend } from './orphan.ts';
import { defaultAuditSettings as settings } from './rule.ts';

const weeks = (shares: readonly number[]) => shares.map((share, i) => ({ day: addDays('2026-01-05', i * 7), open: 100, unexplained: Math.round(share * 100) }));

describe('an item without a path', () => {
  it('is unexplained, not bad, and says where it came from when that was declared', () => {
    const finding = orphanFinding({ key: 'A-1', origin: 'sales' }, { id: 'gol_1', statement: 'x', linksKnown: true }, settings);
    expect(finding?.why).toContain('It came from sales. Not bad: unexplained.');
    expect(finding?.grade).toBe('measured');
    expect(orphanFinding({ key: 'A-1', origin: 'unknown' }, { id: 'gol_1', statement: 'x', linksKnown: true }, settings)?.why).not.toContain('came from');
  });

  it('is only estimated where a file carries no links to a goal', () => {
    expect(orphanFinding({ key: 'A-1' }, { statement: 'Fewer calls', linksKnown: false }, settings)).toMatchObject({ grade: 'estimated', suppressionKey: 'orphan:A-1:fewer calls' });
  });

  it('stays away when disputed, until the goal is another one', () => {
    const silenced = { ...settings, suppressed: new Set(['orphan:A-1:gol_1']) };
    expect(orphanFinding({ key: 'A-1' }, { id: 'gol_1', statement: 'x', linksKnown: true }, silenced)).toBeUndefined();
    expect(orphanFinding({ key: 'A-1' }, { id: 'gol_2', statement: 'x', linksKnown: true }, silenced)).toBeDefined();
  });
});

describe('the trend of the share', () => {
  it('falls by two points a week in the worked example of the formula page', () => {
    const trend = orphanTrend(weeks(Array.from({ length: 12 }, (_, i) => 0.6 - 0.02 * i)));
    expect(trend.trend).toBe('falling');
    expect(trend.perWeek).toBeCloseTo(-0.02, 9);
  });

  it('has no word below twelve points and leaves out days with nothing open', () => {
    expect(orphanTrend(weeks(Array.from({ length: 11 }, (_, i) => 0.6 - 0.02 * i)))).not.toHaveProperty('trend');
    expect(orphanTrend([{ day: '2026-01-05', open: 0, unexplained: 0 }]).shares).toEqual([]);
    expect(orphanTrend(weeks(Array(12).fill(0.4))).trend).toBe('steady');
  });

  it('does not depend on the order of points', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 20 }), (shares) => {
      const points = weeks(shares);
      expect(orphanTrend([...points].reverse())).toEqual(orphanTrend(points));
    }));
  });
});
