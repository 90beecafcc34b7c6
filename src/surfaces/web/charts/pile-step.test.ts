import { describe, expect, it } from 'vitest';
import { pileStep } from './pile-step.ts';

const points = ['a', 'a', 'a', 'b', 'c', 'c'].map((pile) => ({ pile }));

describe('walking piles by arrows', () => {
  it('stays on the pile going up and down', () => {
    expect([pileStep(points, 0, 'ArrowUp'), pileStep(points, 2, 'ArrowUp'), pileStep(points, 1, 'ArrowDown'), pileStep(points, 3, 'ArrowDown')]).toEqual([1, 2, 0, 3]);
  });

  it('keeps its height going to the next pile, as far as that pile reaches', () => {
    expect([pileStep(points, 2, 'ArrowRight'), pileStep(points, 3, 'ArrowRight'), pileStep(points, 5, 'ArrowLeft'), pileStep(points, 3, 'ArrowLeft')]).toEqual([3, 4, 3, 0]);
  });

  it('stays where it is at the ends, and leaves other keys alone', () => {
    expect([pileStep(points, 1, 'ArrowLeft'), pileStep(points, 5, 'ArrowRight'), pileStep(points, 1, 'Home'), pileStep(points, 1, 'End'), pileStep(points, 1, 'x')]).toEqual([1, 5, 0, 5, undefined]);
  });
});
