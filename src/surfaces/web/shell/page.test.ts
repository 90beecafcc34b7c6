import { describe, expect, it } from 'vitest';
import { pages } from '../pages.ts';
import { faultsOf, navigationOf, stationsOf, type Page } from './page.ts';

const page = (path: string, more: Partial<Page> = {}): Page => ({ path, title: path, group: 'work', load: () => Promise.reject(new Error('not loaded in this test')), ...more });

describe('the list of pages', () => {
  it('has no two pages on one address or letter', () => {
    expect(faultsOf(pages)).toEqual([]);
  });

  it('says what is wrong with a list', () => {
    expect(faultsOf([page('/a', { letter: 'k' }), page('/a', { letter: 'k' }), page('/b', { letter: 'K' }), page('/c/$key', { under: '/gone' })])).toEqual([
      'two pages live at /a', 'two pages answer to g k', '/b has a letter that is not a-z', '/c/$key stands under /gone, which is no page',
    ]);
  });

  it('shows only groups that have a page, in their order', () => {
    const parts = navigationOf([page('/s', { group: 'sources' }), page('/g', { group: 'thread' }), page('/g/$key', { group: 'none' })]);
    expect(parts.map((part) => [part.group, part.pages.map((one) => one.path)])).toEqual([['thread', ['/g']], ['sources', ['/s']]]);
  });

  it('gives a phone its stations in their own order, and no two on one place', () => {
    expect(stationsOf(pages).map(({ title }) => title)).toEqual(['Reviews', 'Goal', 'Bets', 'Attention', 'Backlog']);
    expect(stationsOf([page('/b', { phone: 2 }), page('/none'), page('/a', { phone: 1 })]).map(({ path }) => path)).toEqual(['/a', '/b']);
    expect(faultsOf([page('/a', { phone: 1 }), page('/b', { phone: 1 })])).toEqual(['two pages are station 1 of the phone']);
  });
});
