import { describe, expect, it } from 'vitest';
import { narrowing, readFilters, spanWords } from './items-search.ts';

describe('the filters in the address', () => {
  it('are read under the names of the operation', () => {
    expect(readFilters({ view: 'items', search: ' label ', lineage: 'none', agedOut: 'false', untouchedFrom: '365', rule: 'dinosaur', sort: 'touched' }))
      .toEqual({ search: 'label', lineage: 'none', agedOut: false, untouchedFrom: 365, rule: 'dinosaur', sort: 'touched' });
  });

  it('ignores what the operation would refuse', () => {
    expect(readFilters({ lineage: 'maybe', untouchedFrom: '-3', untouchedTo: '1e9', label: ['a', 'b'], sort: 'worst', agedOut: '1', search: '  ' })).toEqual({});
  });

  it('know which of them narrow the list', () => {
    expect(narrowing({ statusClass: 'open', sort: 'key' })).toEqual([]);
    expect(narrowing({ statusClass: 'all', label: 'ui' })).toEqual(['statusClass', 'label']);
  });

  it('have words for any span', () => {
    expect([spanWords({ untouchedTo: 30 }), spanWords({ untouchedFrom: 0, untouchedTo: 30 }), spanWords({ untouchedFrom: 365 }), spanWords({ untouchedFrom: 120, untouchedTo: 180 }), spanWords({})])
      .toEqual(['under 30 days', 'under 30 days', 'a year and over', '120 to 180 days', undefined]);
  });
});
