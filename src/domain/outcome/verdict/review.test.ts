import { expect, test } from 'vitest';
import { killState, settledByKill } from './kill.ts';
import { earlyWord, laterWord } from './review.ts';

const won = { status: 'won', sub: 'met' } as const;
const lost = { status: 'lost', sub: 'no-sign-of-it' } as const;
const open = { status: 'inconclusive', sub: 'direction-unknown' } as const;

test('an early review says on track, off track or cannot tell', () => {
  expect([won, lost, open, { status: 'refused', reason: 'placebo-bias' } as const].map(earlyWord)).toEqual(['on-track', 'off-track', 'cannot-tell', 'cannot-tell']);
});

test('a later review says whether what was won is still there, and nothing where nothing was won', () => {
  expect([won, lost, open].map((later) => laterWord(won, later))).toEqual(['still-there', 'fading', 'cannot-tell']);
  expect(laterWord(lost, won)).toBeUndefined();
});

test('a kill trips on the upper bound, warns on the estimate alone, and stays clear otherwise', () => {
  expect(killState({ value: -2.6, low: -4, high: -1.2 }, -1)).toBe('tripped');
  expect(killState({ value: -2.6, low: -4, high: 0.3 }, -1)).toBe('warning');
  expect(killState({ value: -2.6, low: -4, high: null }, -1)).toBe('warning');
  expect(killState({ value: 0.5, low: -4, high: 3 }, -1)).toBe('clear');
});

test('a tripped kill loses the bet unless it is already won', () => {
  expect(settledByKill('tripped', open)).toEqual({ status: 'lost', sub: undefined, reason: 'killed' });
  expect(settledByKill('tripped', lost)).toEqual({ status: 'lost', sub: 'no-sign-of-it', reason: 'killed' });
  expect(settledByKill('tripped', won)).toEqual(won);
  expect(settledByKill('warning', open)).toEqual(open);
});
