import { describe, expect, it } from 'vitest';
import { chanceIn, inOrder, memoryWords, reviewDay, reviewsSentence, standingWords, stations, withoutOdds, type ListedReview } from './review-words.ts';

const review = (more: Partial<ListedReview> = {}): ListedReview => ({ bet: 'bet_1', key: 'B-1', claim: 'Sample', review: 90, decides: true, dueOn: '2026-11-03', state: 'due', daysOver: 17, next: 'rate', ...more });

describe('the list of reviews', () => {
  it('opens with what is due, counted without blame', () => {
    expect(reviewsSentence([review()])).toBe('One bet has had its ninety days.');
    expect(reviewsSentence([review(), review({ key: 'B-2' })])).toBe('Two bets have had their ninety days.');
    expect(reviewsSentence([review(), review({ review: 30 })])).toBe('Two reviews are due.');
    expect(reviewsSentence([review({ state: 'waiting' })])).toBe('No review is due.');
  });

  it('keeps what was shown and not finished among the open ones', () => {
    const reviews = [review({ state: 'done', next: 'nothing', dueOn: '2026-01-01' }), review({ state: 'done', next: 'settle' }), review(), review({ state: 'waiting' })];
    const { due, waiting, done } = inOrder(reviews);
    expect([due.length, waiting.length, done.length]).toEqual([2, 1, 1]);
    expect(due[0]?.state).toBe('due');
    expect(standingWords(due[1]!)).toBe('shown, not settled yet');
  });

  it('says since when a review waits for somebody, and when one comes', () => {
    expect(standingWords(review())).toBe('due since 3 Nov 2026');
    expect(standingWords(review({ next: 'reveal' }))).toBe('begun, due since 3 Nov 2026');
    expect(standingWords(review({ state: 'waiting' }))).toBe('on 3 Nov 2026');
  });
});

describe('a review', () => {
  it('knows only the days a bet can plan', () => {
    expect(reviewDay('90')).toBe(90);
    expect(reviewDay('91')).toBeUndefined();
  });

  it('shows kindly what memory did', () => {
    expect(memoryWords({ remembered: 0.8, said: 0.65 })).toContain('You remembered giving 80%; the seal says 65%. Memory moved 15 points');
    expect(memoryWords({ remembered: 0.65, said: 0.65 })).toBe('You remembered giving 65%, and so the seal says.');
    expect(memoryWords({ remembered: 0.8, said: undefined })).toBeUndefined();
    expect(memoryWords({ remembered: 0.8, said: undefined, hiddenUntil: 'reveal' })).toContain('What the seal says stays covered');
  });

  it('has two more stations when it decides', () => {
    expect(stations({ decides: false, next: 'note' }, 'note', false).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'current']);
    expect(stations({ decides: true, next: 'nothing' }, 'nothing', false).find(({ state }) => state === 'current')?.id).toBe('lesson');
    expect(stations({ decides: true, next: 'nothing' }, 'nothing', true).every(({ state }) => state === 'done')).toBe(true);
  });

  it('hides the odds in amendments too', () => {
    expect(withoutOdds([{ position: 2, sealedAt: '2026-01-01T00:00:00Z', words: 'later', changes: { probability: 0.4, cost: 3 } }])[0]?.changes).toEqual({ cost: 3 });
  });

  it('reads a chance as people type it, and nothing over a hundred', () => {
    expect([chanceIn('70'), chanceIn(' 70 % '), chanceIn('62,5'), chanceIn('0'), chanceIn('101'), chanceIn('many'), chanceIn('')]).toEqual([0.7, 0.7, 0.625, 0, undefined, undefined, undefined]);
  });
});
