import { describe, expect, it } from 'vitest';
import { candidates, falling, liveErrors, roomAfter, rowErrors, setInput, textOf, unchanged } from './charter-text.ts';
import type { CharterRow } from './line-words.ts';

const row = (patch: Partial<CharterRow> = {}): CharterRow => ({
  kind: 'sales', name: 'Sales', group: 'glue', stance: 'share', stanceSays: '', stillYours: false, budgetMinutes: 120, reviewDue: false, seeded: false, actual: null, overMinutes: null, state: 'few_weeks', says: '', carries: 0, carriedMinutes: 0, ...patch,
});
const room = { roomMinutes: 60 };

describe('a row of the line as it is typed', () => {
  it('asks for nothing that did not change, and clears what was emptied', () => {
    const shared = row({ with: 'Support' });
    expect(unchanged(shared, textOf(shared))).toBe(true);
    expect(setInput(shared, { ...textOf(shared), who: '', budget: '' })).toEqual({ kind: 'sales', clear: ['with', 'budgetMinutes'] });
  });

  it('gives the counterpart the name that the stance has for it', () => {
    const text = { ...textOf(row()), who: ' Marketing ', by: '2026-12-18', level: '5' };
    expect(setInput(row(), { ...text, stance: 'hand_off' })).toEqual({ kind: 'sales', stance: 'hand_off', to: 'Marketing', by: '2026-12-18', level: 5 });
    expect(setInput(row(), { ...text, stance: 'decline' })).toEqual({ kind: 'sales', stance: 'decline', accepts: 'Marketing' });
    expect(setInput(row(), { ...text, stance: 'own' })).toEqual({ kind: 'sales', stance: 'own' });
  });

  it('counts the room that is left, what falls included', () => {
    const text = { ...textOf(row()), budget: '4h' };
    expect(roomAfter(text, row(), room)).toBe(-60);
    expect(roomAfter({ ...text, from: { marketing: '1' } }, row(), room)).toBe(0);
    expect(roomAfter({ ...text, budget: 'much' }, row(), room)).toBeUndefined();
    expect(falling({ ...text, from: { marketing: 'some' } })).toBeUndefined();
  });

  it('asks which budget falls only when one rises above the room there is', () => {
    expect(rowErrors({ ...textOf(row()), budget: '4h' }, row(), room).from).toBe('There is no room for that yet: say which budget falls.');
    expect(rowErrors({ ...textOf(row()), budget: '3h' }, row(), room)).toEqual({});
    expect(rowErrors({ ...textOf(row()), budget: '1h' }, row(), { roomMinutes: -300 })).toEqual({});
    expect(rowErrors({ ...textOf(row()), budget: 'x' }, row(), room).budget).toBe('Hours a week, such as 2 or 1.5.');
    expect(rowErrors(textOf(row({ stance: null })), row(), room).stance).toBe('Say what it is to you.');
  });

  it('says whom and when a stance needs, as the rule on the server does', () => {
    const text = textOf(row());
    expect(rowErrors(text, row(), room)).toEqual({});
    expect(rowErrors(text, row({ stance: 'own' }), room)).toEqual({ who: 'Say with whom.' });
    expect(rowErrors(text, row({ with: 'Support' }), room)).toEqual({ who: 'Say with whom.' });
    expect(rowErrors({ ...text, stance: 'hand_off' }, row(), room)).toEqual({ who: 'Say to whom.', by: 'Say by which day.' });
    expect(rowErrors({ ...text, stance: 'decline' }, row(), room)).toEqual({});
  });

  it('keeps quiet about what was not reached yet', () => {
    const errors = { who: 'Say to whom.', budget: 'Hours', from: 'Which falls' };
    expect(liveErrors(errors, { ...textOf(row()), budget: 'x' }, false)).toEqual({ from: 'Which falls' });
    expect(liveErrors(errors, { ...textOf(row()), budget: 'x' }, true)).toEqual(errors);
  });

  it('offers the three largest other budgets, and keeps those already named', () => {
    const charter = [row(), row({ kind: 'marketing', budgetMinutes: 30 }), row({ kind: 'content', budgetMinutes: 300 }), row({ kind: 'liaison', budgetMinutes: 90 }), row({ kind: 'signoff', budgetMinutes: 60 }), row({ kind: 'backlog', budgetMinutes: 0 })];
    expect(candidates(charter, 'sales', textOf(row())).map(({ kind }) => kind)).toEqual(['content', 'liaison', 'signoff']);
    expect(candidates(charter, 'sales', { ...textOf(row()), from: { marketing: '0.5' } }).map(({ kind }) => kind)).toEqual(['content', 'liaison', 'signoff', 'marketing']);
  });
});
