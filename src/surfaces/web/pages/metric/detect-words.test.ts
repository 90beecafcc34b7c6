import { describe, expect, it } from 'vitest';
import { detectabilityOf, detectFinding, whyNot } from './detect-words.ts';

const SHARE = { as: 'share', unit: '%' } as const;
const horizons = [
  { days: 30, detectable: 0.052, sentence: 'At 30 days this metric can see 5.2% or more.' }, { days: 90, detectable: 0.071, sentence: 'At 90 days …' },
  { days: 365, reason: 'no-placebo-history', sentence: 'Cannot tell at 365 days.' },
];

describe('what a metric can answer', () => {
  it('is drawn with a short reason where it cannot', () => {
    expect(detectabilityOf({ horizons }, SHARE, 0.06)).toEqual({
      measure: SHARE, minEffect: 0.06, rows: [{ days: 30, detectable: 0.052 }, { days: 90, detectable: 0.071 }, { days: 365, detectable: null, reason: 'history too short to try it' }],
    });
    expect(detectabilityOf({ horizons: [{ days: 30, reason: 'another-one', sentence: '' }] }, SHARE, undefined).rows[0]?.reason).toBe('another one');
  });

  it('says each reason once where it can see nothing at all', () => {
    const short = 'the history is too short.';
    expect(whyNot({ horizons: [30, 90].map((days) => ({ days, reason: 'no-placebo-history', sentence: `Cannot tell at ${days} days: ${short}` })) })).toBe('The history is too short.');
    expect(whyNot({ horizons: [], advice: 'Load its history first.' })).toBe('Load its history first.');
  });

  it('is said as what it sees best, or as when it sees what matters', () => {
    expect(detectFinding({ horizons }, SHARE, undefined)).toBe('It sees 5.2% or more at 30 days');
    expect(detectFinding({ horizons }, SHARE, 0.06)).toBe('It sees 6% at 30 days');
    expect(detectFinding({ horizons }, SHARE, 0.03)).toBe('3% is too small for it to see; 5.2% is not');
    expect(detectFinding({ horizons: [horizons[2]!] }, SHARE, 0.03)).toBe('It cannot answer a bet yet');
  });
});
