import { describe, expect, it } from 'vitest';
import { lessonReasons, type LessonFacts } from './lesson.ts';

const LESSON: LessonFacts = { words: 'Reminders by e-mail moved nobody to the counter', problem: 'prb_1', metric: 'met_1', kind: 'returns', links: [{ id: 'prb_9', stance: 'contradicts' }, { id: 'bet_5', stance: 'supports' }] };

describe('a lesson', () => {
  it.each([
    [{ claim: '', problem: 'prb_9' }, 'It speaks against this.'], [{ claim: '', bet: 'bet_5' }, 'It speaks for this.'], [{ claim: '', problem: 'prb_1' }, 'It is about the same problem.'],
    [{ claim: '', metric: 'met_1' }, 'It is about the same metric.'], [{ claim: '', kind: 'Returns' }, 'It comes from a bet of the same kind.'], [{ claim: 'A reminder at the counter' }, 'It shares the words reminder, counter.'],
  ])('is offered to %j because: %s', (writing, why) => {
    expect(lessonReasons(writing, LESSON)?.why).toBe(why);
  });

  it('is not offered where one common word is all there is', () => {
    expect(lessonReasons({ claim: 'The counter and the other things that have been there' }, LESSON)).toBeUndefined();
    expect(lessonReasons({ claim: 'Prices in other currencies', problem: 'prb_2', metric: 'met_2', kind: 'pricing' }, LESSON)).toBeUndefined();
  });
});
