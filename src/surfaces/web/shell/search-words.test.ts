import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, writeSearch } from './search-words.ts';

describe('the search part of an address', () => {
  it('is written as plain words', () => {
    expect(writeSearch({ tab: 'aged-out', why: 'open-items', batch: 2, all: true, none: undefined, off: false, empty: '' })).toBe('?tab=aged-out&why=open-items&batch=2&all=1');
    expect(writeSearch({})).toBe('');
  });

  it('is read as text, twice the same name as a list', () => {
    expect(parseSearch('?label=ui&label=api&tab=alike')).toEqual({ label: ['ui', 'api'], tab: 'alike' });
  });

  it('comes back as it was written', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/).filter((text) => !(text in {}));
    fc.assert(fc.property(fc.dictionary(name, fc.oneof(fc.string({ minLength: 1 }), fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 3 }))), (search) => {
      expect(parseSearch(writeSearch(search))).toEqual({ ...search });
    }));
  });
});
