import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/random.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { quadratic } from './belief.ts';
import { chanceAtLeast, chanceAtMost, meanOf, sdOf } from './distribution.ts';
import { learnEffects, learnLevels, shrunkenEffect, type PastBet, type TrackRecord } from './shrinkage.ts';

const THREE: readonly PastBet[] = [
  { stated: 3, estimate: 0.9, standardError: 0.8 },
  { stated: 6, estimate: 2.1, standardError: 0.9 },
  { stated: 2, estimate: -0.4, standardError: 0.5 },
];
const REFUSED: PastBet = { stated: 7, estimate: Number.NaN, standardError: Number.POSITIVE_INFINITY };

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pastBet: fc.Arbitrary<PastBet> = fc.record({ stated: finite(-10, 10), estimate: finite(-10, 10), standardError: finite(0, 5) });
const record = fc.array(pastBet, { maxLength: 12 });
const promised = (learned: TrackRecord, stated: number, typical = 1) => shrunkenEffect(learned, [{ stated, typical }]);

describe('the shrunken effect of the next bet', () => {
  it('is two fifths of the promise before any bet', () => {
    const effect = promised(learnEffects([]), 5);
    expect(meanOf(effect)).toBeCloseTo(2, 10);
    expect(sdOf(effect)).toBeCloseTo(2.0654, 4);
  });

  it('is 1.44 of a promised 5 after three bets that brought about a fifth of theirs', () => {
    const effect = promised(learnEffects(THREE), 5);
    expect(meanOf(effect)).toBeCloseTo(1.44415, 4);
    expect(sdOf(effect)).toBeCloseTo(1.03674, 4);
    expect(chanceAtLeast(effect, 1.5)).toBeCloseTo(0.46258, 4);
  });

  it('counts a refused bet and learns nothing from it', () => {
    const learned = learnEffects([...THREE, REFUSED]);
    expect([learned.committed, learned.measured]).toEqual([4, 3]);
    expect(learned.cells).toEqual(learnEffects(THREE).cells);
  });

  it('does not depend on the order of the past bets', () => {
    fc.assert(fc.property(record, (bets) => {
      const [one, other] = [promised(learnEffects(bets), 4), promised(learnEffects([...bets].reverse()), 4)];
      expect(meanOf(other)).toBeCloseTo(meanOf(one), 8);
      expect(sdOf(other)).toBeCloseTo(sdOf(one), 8);
    }));
  });

  it('is the same in any unit of the metric', () => {
    fc.assert(fc.property(record, finite(0.01, 100), (bets, typical) => {
      const learned = learnEffects(bets);
      const [one, scaled] = [promised(learned, 3), promised(learned, 3, typical)];
      expect(meanOf(scaled) / typical).toBeCloseTo(meanOf(one), 8);
      expect(sdOf(scaled) / typical).toBeCloseTo(sdOf(one), 8);
    }));
  });

  it('rises with the promise by the learned slope, so that a larger promise never lowers it while that slope is above 0', () => {
    fc.assert(fc.property(record, finite(-5, 5), finite(0, 5), (bets, stated, more) => {
      const learned = learnEffects(bets);
      const rise = meanOf(promised(learned, stated + more)) - meanOf(promised(learned, stated));
      expect(rise).toBeCloseTo(learned.belief.mean[1] * more, 8);
    }));
  });

  it('knows a and b no worse after one more bet, whatever came of it', () => {
    fc.assert(fc.property(record, pastBet, finite(-5, 5), (bets, next, stated) => {
      const [before, after] = [learnEffects(bets), learnEffects([...bets, next])];
      after.cells.forEach(({ belief }, i) => {
        const [now, then] = [belief.covariance, before.cells[i]!.belief.covariance].map((covariance) => quadratic(covariance, 1, stated));
        expect(now).toBeLessThanOrEqual(then! * (1 + 1e-9));
      });
    }));
  });

  it('moves up when a past bet brought more', () => {
    fc.assert(fc.property(fc.array(fc.record({ stated: finite(1, 6), estimate: finite(-1, 2), standardError: finite(0.3, 1) }), { minLength: 2, maxLength: 8 }), (bets) => {
      const better = bets.map((bet) => ({ ...bet, estimate: bet.estimate + 0.5 }));
      expect(meanOf(promised(learnEffects(better), 3))).toBeGreaterThan(meanOf(promised(learnEffects(bets), 3)));
    }));
  });

  it('adds up over bets, which go together because they share one record', () => {
    const learned = learnEffects(THREE);
    const together = shrunkenEffect(learned, [{ stated: 5, typical: 1 }, { stated: 2, typical: 0.5 }]);
    const apart = [promised(learned, 5), promised(learned, 2, 0.5)];
    expect(meanOf(together)).toBeCloseTo(meanOf(apart[0]!) + meanOf(apart[1]!), 10);
    expect(sdOf(together)).toBeGreaterThan(Math.hypot(sdOf(apart[0]!), sdOf(apart[1]!)));
  });
});

describe('levels from the organisation to the PM', () => {
  const many: PastBet[] = Array.from({ length: 12 }, (_, i) => ({ stated: 1 + (i % 5), estimate: 0.1 * (1 + (i % 5)) + (i % 3 - 1) * 0.8, standardError: 0.6 }));

  it('pass over a level without bets', () => {
    expect(learnLevels([[], THREE, []])).toEqual(learnEffects(THREE));
    expect(learnLevels([[], []])).toEqual(learnEffects([]));
  });

  it('hand down what was learned, held half as firmly', () => {
    const organisation = learnEffects(many);
    const handed = learnLevels([many, [REFUSED]]);
    expect(handed.belief.mean[1]).toBeCloseTo(organisation.belief.mean[1], 10);
    handed.belief.covariance.forEach((value, i) => expect(value).toBeCloseTo(2 * organisation.belief.covariance[i]!, 10));
  });

  it('let a PM who delivers move away from an organisation that does not, and less than alone', () => {
    const delivers: PastBet[] = [3, 5, 4, 2].map((stated) => ({ stated, estimate: stated, standardError: 0.4 }));
    const [organisation, both, alone] = [[many], [many, delivers], [delivers]].map((levels) => meanOf(promised(learnLevels(levels), 4)));
    expect(both).toBeGreaterThan(organisation! + 0.2);
    expect(both).toBeLessThan(alone!);
  });
});

describe('simulated PMs', () => {
  const dice = (seed: number) => {
    const random = seededRandom(seed);
    return { random, draw: () => normalQuantile(random() || 0.5) };
  };

  it.each([3, 10])('who promise three times what comes: the stated effect is off by more than 3, the shrunken one by less than 1.2, after %i bets', (count) => {
    const { draw } = dice(count);
    let [stated, shrunken] = [0, 0];
    const people = 300;
    for (let person = 0; person < people; person++) {
      const bet = () => { const promise = Math.exp(Math.log(4.3) + 0.4 * draw()); return { promise, truth: promise / 3 + draw() }; };
      const past = Array.from({ length: count }, () => { const { promise, truth } = bet(); return { stated: promise, estimate: truth + 0.5 * draw(), standardError: 0.5 }; });
      const next = bet();
      stated += (next.promise - next.truth) ** 2 / people;
      shrunken += (meanOf(promised(learnEffects(past), next.promise)) - next.truth) ** 2 / people;
    }
    expect(Math.sqrt(stated)).toBeGreaterThan(3);
    expect(Math.sqrt(shrunken)).toBeLessThan(1.2);
  });

  it('drawn as the prior says: the 90% range holds the truth about nine times in ten', () => {
    const { random, draw } = dice(1);
    let inside = 0;
    const people = 800;
    for (let person = 0; person < people; person++) {
      const [a, b, spread] = [draw(), 0.4 + 0.3 * draw(), Math.abs(draw())];
      const truth = (stated: number) => a + b * stated + spread * draw();
      const past = Array.from({ length: 5 }, () => { const stated = 1 + 4 * random(); return { stated, estimate: truth(stated) + 0.6 * draw(), standardError: 0.6 }; });
      const p = chanceAtMost(promised(learnEffects(past), 4), truth(4));
      if (p > 0.05 && p < 0.95) inside++;
    }
    expect(inside / people).toBeGreaterThan(0.87);
    expect(inside / people).toBeLessThan(0.93);
  });
});
