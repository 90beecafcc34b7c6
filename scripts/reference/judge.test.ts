import { describe, expect, it } from 'vitest';
import { judge, type Tolerance } from './judge.ts';

const judged = (expected: unknown, answer: unknown, tolerance: Record<string, Tolerance>) => judge({ expected, tolerance }, answer);

describe('the judge of reference cases', () => {
  it('accepts a number within either of two bounds and refuses it outside both', () => {
    const tolerance = { '*': { abs: 0.1, rel: 0.01 } };
    expect(judged({ x: 100 }, { x: 100.9 }, tolerance).ok).toBe(true);
    expect(judged({ x: 1 }, { x: 1.09 }, tolerance).ok).toBe(true);
    expect(judged({ x: 1 }, { x: 1.2 }, tolerance).ok).toBe(false);
  });

  it('measures in units of another expected value where the case says so', () => {
    const tolerance = { effect: { absInUnitsOf: 'inner.sd', times: 0.1 } };
    expect(judged({ effect: 5, inner: { sd: 2 } }, { effect: 5.19 }, tolerance).ok).toBe(true);
    expect(judged({ effect: 5, inner: { sd: 2 } }, { effect: 5.21 }, tolerance).ok).toBe(false);
    expect(judged({ effect: 5 }, { effect: 5.01 }, tolerance).ok).toBe(false);
  });

  it('takes the tolerance of the exact path before that of a beginning, and of the longest beginning before a shorter one', () => {
    const tolerance: Record<string, Tolerance> = { '*': { abs: 0 }, 'a': { abs: 1 }, 'a.b.*': { abs: 10 }, 'a.b.c': { abs: 100 } };
    const expected = { a: { b: { c: 0, d: 0 }, e: 0 }, f: 0 };
    expect(judged(expected, { a: { b: { c: 99, d: 9 }, e: 0.9 }, f: 0 }, tolerance).ok).toBe(true);
    expect(judged(expected, { a: { b: { c: 101, d: 11 }, e: 1.1 }, f: 0.1 }, tolerance).misses.map(({ path }) => path)).toEqual(['f', 'a.b.d', 'a.e', 'a.b.c']);
  });

  it('meets an expected null with null, nothing or an infinite number, and with nothing else', () => {
    const meets = (got: unknown) => judged({ high: null }, { high: got }, { '*': 'exact' }).ok;
    expect([null, undefined, Infinity, NaN].map(meets)).toEqual([true, true, true, true]);
    expect([0, 3, 'none', []].map(meets)).toEqual([false, false, false, false]);
    expect(judged({ range: [1, null] }, { range: [1] }, { '*': 'exact' }).ok).toBe(true);
  });

  it('asks for the very number where the tolerance is exact, and for the very text always', () => {
    expect(judged({ n: 3, status: 'won' }, { n: 3, status: 'won' }, { n: 'exact', status: { abs: 9 } }).ok).toBe(true);
    expect(judged({ n: 3 }, { n: 3 + 1e-15 }, { n: 'exact' }).ok).toBe(false);
    expect(judged({ status: 'won', sure: true }, { status: 'lost', sure: 1 }, { '*': { abs: 9 } }).misses).toHaveLength(2);
  });

  it('finds a value under a key that holds a dot', () => {
    expect(judged({ at: { '0.2': 1 } }, { at: { '0.2': 1 } }, { at: 'exact' }).ok).toBe(true);
    expect(judged({ at: { '0.2': 1 } }, { at: { 0: { 2: 1 } } }, { at: 'exact' }).ok).toBe(false);
  });

  it('never takes a missing value, a text or something infinite for a number', () => {
    for (const got of [undefined, null, '1', NaN, Infinity, [1]]) expect(judged({ x: 1 }, { x: got }, { '*': { abs: 1e300 } }).ok).toBe(false);
    expect(judged({ x: { y: 1 } }, undefined, { '*': { abs: 1 } }).ok).toBe(false);
  });

  it('does not look at values without a tolerance, and does not pass a case that then compares nothing', () => {
    expect(judged({ x: 1, told: 5 }, { x: 1 }, { x: 'exact' })).toEqual({ ok: true, compared: 1, misses: [] });
    expect(judged({ told: 5 }, { told: 5 }, {})).toEqual({ ok: false, compared: 0, misses: [] });
  });

  it('puts the value that is furthest outside its own tolerance first', () => {
    const { misses } = judged({ a: 1, b: 1, c: 'x' }, { a: 3, b: 1.5, c: 'y' }, { a: { abs: 1 }, b: { abs: 0.01 }, c: 'exact' });
    expect(misses.map(({ path, excess }) => [path, Math.round(excess)])).toEqual([['c', Infinity], ['b', 50], ['a', 2]]);
  });
});
