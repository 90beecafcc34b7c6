import { describe, expect, it } from 'vitest';
import { cuesOf } from '../data/phrase-table.ts';
import { matchesIn, phraseBook } from './phrases.ts';
import { wordsOf } from './words.ts';

const book = phraseBook(cuesOf([
  { sales: 'demo=3@ext, sales training', learning: 'training=2', enablement: 'sales training=4', customer_research: '顧客インタビュー=6', prioritisation: 'prioriti*=5', team_ceremony: 'demo=3@int' },
  { learning: 'training=5' },
]));
const found = (title: string, external?: boolean) => matchesIn(book, wordsOf(title).map(({ text }) => text), external).map(({ kind, weight }) => [kind, weight]);

describe('known phrases', () => {
  it('speak only with the longest where one lies inside another', () => {
    expect(found('Sales trainings')).toEqual([['sales', 4], ['enablement', 4]]);
  });

  it('that stand in two tables for one kind count once, with the greater weight', () => {
    expect(found('training')).toEqual([['learning', 5]]);
  });

  it('that depend on who comes count half when nobody knows', () => {
    expect([found('demo', true), found('demo', false), found('demo')]).toEqual([[['sales', 3]], [['team_ceremony', 3]], [['team_ceremony', 1.5], ['sales', 1.5]]]);
  });

  it('are found inside a run of a script without blanks, and by their beginning where a star allows', () => {
    expect(found('新規顧客インタビュー準備')).toEqual([['customer_research', 6]]);
    expect(found('Prioritizing')).toEqual([['prioritisation', 5]]);
  });
});
