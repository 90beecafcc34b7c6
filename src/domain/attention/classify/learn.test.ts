import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds.ts';
import { habitsFor, learnFrom, type Confirmation } from './learn.ts';

const COMPANY = ['acme.example'];
const one = (series: string, kind: Confirmation['kind'], at: number, title = 'x', others: string[] = []): Confirmation => ({ at, kind, facts: { series, title, others } });
const confirmations = fc.array(fc.record({
  at: fc.nat(50),
  kind: fc.constantFrom(...KINDS.slice(0, 5).map(({ kind }) => kind)),
  facts: fc.record({
    series: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    title: fc.constantFrom('Atlas review', 'Atlas call', 'Orion review', 'weekly'),
    others: fc.subarray(['ana@acme.example', 'kim@globex.example', 'lee@gmail.com']),
  }),
}), { maxLength: 20 });

describe('memory of confirmations', () => {
  it('keeps the later of two answers about one series', () => {
    expect(learnFrom([one('s', 'sales', 2), one('s', 'backlog', 1)], COMPANY).series).toEqual(new Map([['s', 'sales']]));
  });

  it('is the same in whatever order they are given', () => {
    fc.assert(fc.property(confirmations, fc.nat(), (list, turn) => {
      const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))].reverse();
      expect(learnFrom(turned, COMPANY)).toEqual(learnFrom(list, COMPANY));
    }));
  });

  it('is restored when a correction is taken back', () => {
    fc.assert(fc.property(confirmations, (list) => {
      const before = learnFrom(list, COMPANY);
      const corrected = [...list, one('a', 'ooo', 99)];
      expect(learnFrom(corrected, COMPANY).series.get('a')).toBe('ooo');
      expect(learnFrom(corrected.slice(0, -1), COMPANY)).toEqual(before);
    }));
  });

  it('takes a person for a habit from three series of which four fifths agree', () => {
    const habitOf = (...kinds: Confirmation['kind'][]) => learnFrom(kinds.map((kind, i) => one(`s${i}`, kind, i, 'x', ['kim@globex.example'])), COMPANY).people.get('kim@globex.example');
    expect(habitOf('sales', 'sales')).toBeUndefined();
    expect(habitOf('sales', 'sales', 'sales')).toEqual({ kind: 'sales', points: Math.log(4) });
    expect(habitOf('sales', 'sales', 'sales', 'backlog')).toBeUndefined();
    expect(habitOf('sales', 'sales', 'sales', 'sales', 'backlog')).toEqual({ kind: 'sales', points: Math.log(5 / 2) });
  });

  it('counts a series once however often it was confirmed', () => {
    expect(learnFrom([1, 2, 3].map((at) => one('s', 'sales', at, 'x', ['kim@globex.example'])), COMPANY).people.size).toBe(0);
  });

  it('makes no habit of the company’s own domain or a free mail host', () => {
    const list = ['ana@acme.example', 'bo@eu.acme.example', 'lee@gmail.com', 'kim@globex.example'].flatMap((address, i) => [0, 1, 2].map((n) => one(`${i}${n}`, 'sales', 1, 'x', [address])));
    expect([...learnFrom(list, COMPANY).domains.keys()]).toEqual(['globex.example']);
  });

  it('takes a word for a cue only after three corrections to one kind and none to another', () => {
    const words = (...kinds: Confirmation['kind'][]) => learnFrom(kinds.map((kind, i) => one(`s${i}`, kind, i, 'Zephyr')), COMPANY);
    expect(words('sales', 'sales').words.has('zephyr')).toBe(false);
    expect(words('sales', 'sales', 'sales').words.get('zephyr')?.kind).toBe('sales');
    expect(words('sales', 'sales', 'sales', 'backlog').words.has('zephyr')).toBe(false);
    expect(words('sales', 'backlog', 'content').entities.has('zephyr')).toBe(true);
  });

  it('lets many people with one habit count as one', () => {
    const team = ['a@globex.example', 'b@globex.example'];
    const memory = learnFrom([0, 1, 2].map((i) => one(`s${i}`, 'sales', i, 'x', team)), COMPANY);
    expect(habitsFor(memory, { title: '', others: team })).toEqual([{ kind: 'sales', points: Math.log(4) }]);
  });
});
