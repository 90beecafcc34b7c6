import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockMinutes, kindCalled, readEntryLine } from './entry-line.ts';
import { KINDS } from './kinds.ts';

describe('a typed line of own work', () => {
  it('is read in five parts', () => {
    expect(readEntryLine('90 sales deck for Northwind, asked by sales')).toEqual({
      minutes: 90, kind: 'sales', note: 'deck for Northwind', askedBy: 'sales', read: { minutes: '90', kind: 'sales', askedBy: 'sales' },
    });
  });

  it.each([
    ['1h30 qa release notes', 90, 'qa_testing', 'release notes'], ['1.5h qa', 90, 'qa_testing', ''], ['1:15 backlog', 75, 'backlog', ''], ['45m customer calls Northwind', 45, 'customer_call', 'Northwind'],
    ['20 min: signoff, refund wording', 20, 'signoff', 'refund wording'], ['2 hours implementing with customers', 120, 'implementation', ''], ['30 deck for Northwind', 30, undefined, 'deck for Northwind'],
  ])('takes %s for %i minutes of %s', (line, minutes, kind, note) => {
    expect(readEntryLine(line)).toMatchObject({ minutes, note, ...(kind === undefined ? {} : { kind }) });
    expect(readEntryLine(line).kind).toBe(kind);
  });

  it('reads from when to when, and the day', () => {
    expect(readEntryLine('yesterday 9:00-10:30 sales deck')).toMatchObject({ from: 540, to: 630, minutes: 90, daysAgo: 1, kind: 'sales', note: 'deck' });
    expect(readEntryLine('10:30-9:00 sales').from).toBeUndefined();
  });

  it('leaves out what is not there', () => {
    expect(readEntryLine('sales deck')).toEqual({ kind: 'sales', note: 'deck', read: { kind: 'sales' } });
    expect(readEntryLine('')).toEqual({ note: '', read: {} });
  });

  it('never throws, and loses no letter of what it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (line) => {
      const { note } = readEntryLine(line);
      expect(line.trim().replace(/\s+/gu, ' ')).toContain(note.split(/[,;]/u)[0]!.trim());
    }));
  });
});

describe('a kind that is called', () => {
  it('is found by each of its names', () => {
    for (const { kind, name } of KINDS) expect([kindCalled(kind), kindCalled(name.toUpperCase())]).toEqual([{ found: true, kind }, { found: true, kind }]);
  });

  it('is found by a beginning that leaves one, and offered where several begin so', () => {
    expect(kindCalled('team_c')).toEqual({ found: true, kind: 'team_ceremony' });
    expect(kindCalled('customer')).toEqual({ found: false, which: ['customer_research', 'customer_call', 'customer_support'] });
    expect(kindCalled('xyz')).toEqual({ found: false, which: [] });
  });
});

describe('a time of day', () => {
  it('is minutes after midnight', () => expect(['9:30', '00:00', '23:59', '24:00', '9', '9:60'].map(clockMinutes)).toEqual([570, 0, 1439, undefined, undefined, undefined]));
});
