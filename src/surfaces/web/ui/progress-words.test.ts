import { describe, expect, it } from 'vitest';
import { durationWords, progressWords } from './progress-words.ts';

describe('progress in words', () => {
  it('says counted, pace and time left once there is something to go by', () => {
    expect(progressWords({ done: 40_000, total: 100_000, elapsedMs: 10_000, unit: 'items' })).toEqual({ counted: '40,000 of 100,000 items', pace: '4,000 items a second, about 15 seconds left', share: 0.4 });
  });

  it('makes no promise in the first two seconds', () => {
    expect(progressWords({ done: 500, total: 100_000, elapsedMs: 900, unit: 'items' }).pace).toBe('Cannot tell yet how long it takes');
  });

  it('names no end while the size is unknown', () => {
    expect(progressWords({ done: 1_200, elapsedMs: 4_000, unit: 'rows' })).toEqual({ counted: '1,200 rows so far', pace: '300 rows a second', share: undefined });
  });

  it('counts an empty file as done instead of dividing by nothing', () => {
    expect(progressWords({ done: 0, total: 0, elapsedMs: 10, unit: 'rows' })).toEqual({ counted: '0 of 0 rows', pace: 'Done in a moment', share: 1 });
  });

  it('never shows more done than there is', () => {
    expect(progressWords({ done: 12, total: 10, elapsedMs: 5_000, unit: 'files' }).counted).toBe('10 of 10 files');
  });

  it('rounds time as a person would say it', () => {
    expect([900, 4_200, 31_000, 95_000, 60_000, 4_500_000].map(durationWords)).toEqual(['a moment', 'about 5 seconds', 'about 35 seconds', 'about 2 minutes', 'about 1 minute', 'about 1 h 20 min']);
  });
});
