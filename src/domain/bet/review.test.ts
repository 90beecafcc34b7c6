import { describe, expect, it } from 'vitest';
import { coversOdds, dueOn, mayTake, nextStep, type ReviewSteps } from './review.ts';

const AT: readonly (readonly [string, ReviewSteps])[] = [
  ['rate', { revealed: false }], ['remember', { revealed: false, process: 4 }], ['reveal', { revealed: false, process: 4, remembered: 0.7 }],
  ['note', { revealed: true, process: 4, remembered: 0.7 }], ['nothing', { revealed: true, process: 4, remembered: 0.7, luck: 'skill' }],
];

describe('a review', () => {
  it('falls due so many days after everybody had the ship, over a leap day too', () => {
    expect(dueOn({ shippedOn: '2026-08-18' }, 90)).toBe('2026-11-16');
    expect(dueOn({ shippedOn: '2028-02-01', rolledOutOn: '2028-02-10' }, 30)).toBe('2028-03-11');
  });

  it.each(AT)('has %s next', (next, steps) => {
    expect(nextStep(steps)).toBe(next);
  });

  it('takes no step ahead of its turn, and none back once the outcome is shown', () => {
    const allowed = AT.map(([, steps]) => (['rate', 'remember', 'reveal', 'note'] as const).filter((step) => mayTake(step, steps).ok));
    expect(allowed).toEqual([['rate'], ['rate', 'remember'], ['rate', 'remember', 'reveal'], ['reveal', 'note'], ['reveal', 'note']]);
    expect(mayTake('reveal', AT[0]![1])).toMatchObject({ refusal: { code: 'review_step_first', details: { step: expect.stringMatching(/1 to 5/) as string } } });
    expect(mayTake('rate', AT[3]![1])).toMatchObject({ refusal: { code: 'review_revealed' } });
  });

  it('covers the odds from the day it is due until it is shown, and not for one that was passed over', () => {
    const at = (shown: readonly number[], due: readonly number[]) => coversOdds(([30, 90, 365] as const).map((review) => ({ review, isDue: due.includes(review), revealed: shown.includes(review) })));
    expect([at([], []), at([], [30]), at([30], [30])]).toEqual([false, true, false]);
    expect([at([30], [30, 90]), at([90], [30, 90]), at([30, 90], [30, 90, 365])]).toEqual([true, false, true]);
  });
});
