import { describe, expect, it } from 'vitest';
import { addProblem, changeProblem, closeProblem, reopenProblem } from './problem.ts';

describe('a problem', () => {
  const problem = addProblem({ title: 'Shops cannot see why a parcel came back' }, 'gol_1');

  it('leads to the goal it names, else to the active one, else to none yet', () => {
    expect(problem).toMatchObject({ state: 'open', goal: 'gol_1' });
    expect(addProblem({ title: 'x', goal: 'gol_2' }, 'gol_1').goal).toBe('gol_2');
    expect(addProblem({ title: 'x' }, undefined).goal).toBeUndefined();
  });

  it('keeps what a change leaves out', () => {
    expect(changeProblem(problem, { howOften: 'every working day', title: undefined })).toMatchObject({ title: problem.title, howOften: 'every working day', goal: 'gol_1' });
  });

  it('closes with a reason and opens again without one', () => {
    const closed = closeProblem(problem, ' solved by the carrier ');
    expect(closed).toMatchObject({ state: 'closed', closedReason: 'solved by the carrier' });
    expect(reopenProblem(closed)).toEqual(problem);
  });
});
