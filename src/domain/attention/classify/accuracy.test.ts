import { describe, expect, it } from 'vitest';
import { ownAccuracy, shareHalfWidth, type RandomTap } from './accuracy.ts';

const tap = (was: RandomTap['was']): RandomTap => ({ guessed: 'core', was });
const taps = (right: number, wrong: number) => Array.from({ length: right + wrong }, (_, i) => tap(i < right ? 'core' : 'glue'));

describe('accuracy on the owner’s own calendar', () => {
  it('is not said before twenty guesses were tapped', () => {
    expect(ownAccuracy(taps(19, 0))).toEqual({ taps: 19, right: 19, errorShare: 0.41, says: 'These are guesses; we don’t know yet how good they are on your calendar.' });
    expect(ownAccuracy([...taps(19, 0), { was: 'core' }]).taps).toBe(19);
  });

  it('is said in counts from twenty on, with Wilson’s upper bound of the error', () => {
    const said = ownAccuracy(taps(16, 4));
    expect(said.says).toBe('16 of 20 guesses had the right group');
    expect(said.errorShare).toBeCloseTo(0.416, 3);
  });

  it('widens a share by the part of it that nobody confirmed', () => {
    expect(shareHalfWidth(0.41, 0.3)).toBeCloseTo(0.123, 10);
    expect(shareHalfWidth(0.41, 0)).toBe(0);
  });
});
