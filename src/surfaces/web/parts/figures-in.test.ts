import { describe, expect, it } from 'vitest';
import { figuresIn } from './figures-in.ts';

describe('figures in a sentence', () => {
  it('are cut out with their units; days and years stay words', () => {
    expect(figuresIn('Sales took 2.4 hours a week since 3 November 2026; 35% is guessed.').filter(({ figure }) => figure).map(({ text }) => text)).toEqual(['2.4 hours', '35%']);
    expect(figuresIn('2 calendars, 1,350 events. 3 places in them could not be read.').filter(({ figure }) => figure).map(({ text }) => text)).toEqual(['2 calendars', '1,350 events', '3 places']);
  });

  it('leave the sentence whole', () => {
    expect(figuresIn('Your line holds.')).toEqual([{ text: 'Your line holds.', figure: false }]);
    expect(figuresIn('16 kinds of water began at your last 8 whole weeks.').map(({ text }) => text).join('')).toBe('16 kinds of water began at your last 8 whole weeks.');
  });
});
