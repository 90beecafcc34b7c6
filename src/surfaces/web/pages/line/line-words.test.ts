import { describe, expect, it } from 'vitest';
import { afterName, ledeOf, meanWords, roomWords, stanceWords, type LineAnswer } from './line-words.ts';

describe('words of the line', () => {
  it('says what the work is to you with its counterpart', () => {
    const row = { stillYours: false };
    expect(stanceWords({ ...row, stance: 'share', with: 'Support' })).toBe('share with Support');
    expect(stanceWords({ ...row, stance: 'hand_off', to: 'Marketing', by: '2026-12-18' })).toBe('hand off to Marketing by 18 Dec 2026');
    expect(stanceWords({ ...row, stance: 'decline', accepts: 'the head of sales' })).toBe('declined; the head of sales accepts it');
    expect([stanceWords({ ...row, stance: 'hand_off' }), stanceWords({ ...row, stance: null }), stanceWords({ ...row, stance: 'own' })]).toEqual(['hand off', 'no line', 'own']);
  });

  it('writes a mean with its range, and without one where nothing is guessed', () => {
    expect(meanWords({ meanMinutes: 336, low: 264, high: 408 })).toBe('5.6 ± 1.2');
    expect(meanWords({ meanMinutes: 336, low: 336, high: 336 })).toBe('5.6');
  });

  it('says how much room is left, also when there is less than none', () => {
    expect([roomWords(210), roomWords(60), roomWords(0), roomWords(-120)]).toEqual(['3.5 hours a week are left to give', '1 hour a week is left to give', 'nothing is left to give', 'budgets are 2 hours a week above what there is']);
  });

  it('does not say in the lede what stands elsewhere on the page, nor how a terminal draws the line', () => {
    const line = { sentences: ['Room.', 'Nothing waits.', 'Pressed.', 'Sales came back.', 'Draw it (line.reset).'], capacity: { says: 'Room.' }, decisionSays: 'Nothing waits.', pressed: { says: 'Pressed.' } };
    expect(ledeOf({ ...line, drawn: false } as LineAnswer)).toEqual(['Sales came back.']);
    expect(ledeOf({ ...line, sentences: line.sentences.slice(0, 4), drawn: true } as LineAnswer)).toEqual(['Sales came back.']);
  });

  it('leaves the name of an answer out of what it means', () => {
    expect(afterName('Own it: Sales is yours; move the budget.')).toBe('Sales is yours; move the budget.');
    expect(afterName('Stop it.')).toBe('Stop it.');
  });
});
