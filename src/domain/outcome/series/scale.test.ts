import fc from 'fast-check';
import { expect, it } from 'vitest';
import { absoluteEffect, onModelScale, relativeEffect, riseFrom, toScale, withoutEffect, type Ground } from './scale.ts';

const LOG: Ground = { scale: 'log', unit: 1, after: 120 };
const LOGIT: Ground = { scale: 'logit', unit: 1, after: 0.2 };
const IDENTITY: Ground = { scale: 'identity', unit: 50, after: 120 };

it('reads +3% on the log scale as 0.02956, and a mean of 120 with an effect of log 1.2 as 20 more than 100', () => {
  expect(onModelScale(LOG, 0.03, 'relative')).toBeCloseTo(0.0295588, 6);
  expect(absoluteEffect(LOG, Math.log(1.2))).toBeCloseTo(20, 10);
  expect(relativeEffect(LOG, Math.log(1.2))).toBeCloseTo(0.2, 12);
});

it('finds the way back from every effect it states, on every scale', () => {
  fc.assert(fc.property(fc.constantFrom(LOG, LOGIT, IDENTITY), fc.double({ min: -0.8, max: 0.8, noNaN: true }), (ground, effect) => {
    expect(onModelScale(ground, absoluteEffect(ground, effect), 'absolute')).toBeCloseTo(effect, 8);
    expect(onModelScale(ground, relativeEffect(ground, effect)!, 'relative')).toBeCloseTo(effect, 8);
  }));
});

it('knows that some effects cannot be: more than everything there is, a share above one, a fall of all', () => {
  expect(onModelScale(LOG, 120, 'absolute')).toBe(Number.POSITIVE_INFINITY);
  expect(onModelScale(LOG, -1, 'relative')).toBe(Number.NEGATIVE_INFINITY);
  expect(onModelScale(LOGIT, -0.9, 'absolute')).toBe(Number.NEGATIVE_INFINITY);
});

it('has no relative effect where nothing, or less, would have been', () => {
  expect(relativeEffect(IDENTITY, 3)).toBeNull();
  expect(riseFrom(-5, IDENTITY, 0.1)).toEqual({ absolute: 5, relative: null });
});

it('states a rise from the level it starts at', () => {
  expect(riseFrom(100, LOG, Math.log(1.05)).absolute).toBeCloseTo(5, 10);
  const share = riseFrom(0.2, LOGIT, 0.1);
  expect(withoutEffect({ ...LOGIT, after: 0.2 + share.absolute }, 0.1)).toBeCloseTo(0.2, 12);
});

it('chooses log for what is above zero, logit for shares, and the values themselves otherwise', () => {
  const series = (values: (number | null)[], denominators?: number[]) => toScale({ grain: 'day', values, denominators }, values.length);
  expect(series([3, null, 5]).scale).toBe('log');
  expect(series([3, 0, 5])).toMatchObject({ scale: 'identity', unit: 8 / 3 });
  expect(series([3, 0, 5], [10, 10, 10]).scale).toBe('logit');
  expect(series([3, 0, 5], [10, 10, 10]).values[1]).toBeCloseTo(Math.log(0.5 / 10.5), 12);
  expect(series([3, 12, 5], [10, 10, 10]).scale).toBe('log');
  expect([...series([3, 4, 5], [10, 0, 10]).values].map(Number.isNaN)).toEqual([false, true, false]);
});

it('does not force a scale on values that have none', () => {
  expect(toScale({ grain: 'day', values: [-1, 2, 3], scale: 'log' }, 3).scale).toBe('identity');
  expect(toScale({ grain: 'day', values: [1, 2, 3], scale: 'logit' }, 3).scale).toBe('log');
});
