import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationNamed } from '../../contract/index.ts';
import { queryInput } from './query-input.ts';

const read = (name: string, search: string) => queryInput(operationNamed.get(name)!, new URLSearchParams(search));

describe('a query string', () => {
  it('becomes the typed input of a query', () => {
    expect(read('item.list', 'limit=5&search=label&statusClass=all')).toEqual({ limit: 5, search: 'label', statusClass: 'all' });
    expect(read('item.list', 'limit=&search=')).toEqual({});
    expect(read('goal.get', 'goal=2')).toEqual({ goal: '2' });
  });

  it('leaves what does not fit for the schema to name', () => {
    expect(read('item.list', 'limit=ten&limit=2&nonsense=1')).toEqual({ limit: ['ten', '2'], nonsense: '1' });
  });

  it('never throws and never reaches the prototype', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('limit', '__proto__', 'constructor')), fc.string())), (pairs) => {
      const input = read('item.list', new URLSearchParams(pairs).toString());
      return Object.getPrototypeOf(input) === Object.prototype;
    }));
  });
});
