import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfSignificance, effectGivenSignificance, pullTogether, reportedWhenSignificant, steadied } from './normal-shrinkage.ts';

describe('readings pulled together', () => {
  it('keep 0.209 of their distance in the batting averages of 1970', () => {
    const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
    const { kept, grandMean } = pullTogether(hits.map((hit) => steadied(Math.round((hit / 45) * 1000) / 1000, 45)), 1);
    expect(kept).toBeCloseTo(0.2092, 4);
    expect(grandMean).toBeCloseTo(-3.31721, 4);
  });

  it('keep nothing when they differ by less than noise, and everything when there are too few to tell', () => {
    expect(pullTogether([1, 1.1, 0.9, 1, 1], 1)).toMatchObject({ kept: 0, shrunk: [1, 1, 1, 1, 1] });
    expect(pullTogether([1, 5, 9], 1)).toMatchObject({ kept: 1, shrunk: [1, 5, 9] });
    expect(pullTogether([2, 2, 2, 2], 1).shrunk).toEqual([2, 2, 2, 2]);
  });
});

describe("the winner's curse", () => {
  it('reports 2.5 times the truth at a power of 17%', () => {
    expect(reportedWhenSignificant(1, 1)).toBeCloseTo(2.49316, 4);
    expect(chanceOfSignificance(1, 1)).toBeCloseTo(0.16854, 4);
  });

  it('is undone by the conditional estimate: what is reported under it is what was seen', () => {
    expect([2.1, 2.5, 3.5].map((seen) => effectGivenSignificance(seen, 1))).toEqual([expect.closeTo(-4.906, 3), expect.closeTo(1.0332, 3), expect.closeTo(3.3291, 3)]);
    fc.assert(fc.property(fc.double({ min: 1e-5, max: 20, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true }), (above, error) => {
      const seen = error * (1.96 + above);
      const effect = effectGivenSignificance(seen, error, 1.96);
      expect(effect).toBeLessThanOrEqual(seen * (1 + 1e-12));
      expect(reportedWhenSignificant(effect!, error, 1.96) / seen).toBeCloseTo(1, 9);
    }));
  });

  it('says nothing of a reading that did not pass', () => {
    expect(effectGivenSignificance(1.9, 1)).toBeUndefined();
  });
});
