import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from './known-readings.ts';
import { readTitle } from './model.ts';
import { shippedModel } from './shipped-model.ts';

describe('titles that were read lately', () => {
  it('are what reading them anew gives, whatever was read before and however often', () => {
    const model = shippedModel();
    const titles = ['Sprint planning', 'Northwind weekly', 'Card Controls beta', 'Deal desk', ''];
    const question = fc.record({
      title: fc.constantFrom(...titles), masked: fc.subarray(['northwind', 'card', 'planning']),
      about: fc.record({ external: fc.boolean(), attendees: fc.integer({ min: 1, max: 40 }), minutes: fc.constantFrom(15, 30, 60), recurring: fc.boolean() }, { requiredKeys: [] }),
    });
    fc.assert(fc.property(fc.array(question, { maxLength: 20 }), (questions) => {
      for (const { title, about, masked } of questions) expect(readingOf(model, title, about, new Set(masked))).toEqual(readTitle(model, title, about, new Set(masked)));
    }), { numRuns: 30 });
  });

  it('are forgotten, the longest unasked first, and read alike again', () => {
    const model = shippedModel();
    const first = readingOf(model, 'Customer interview', {}, new Set());
    expect(readingOf(model, 'Customer interview', {}, new Set())).toBe(first);
    for (let at = 0; at < 4_000; at++) readingOf(model, 'x', { minutes: at }, new Set());
    const again = readingOf(model, 'Customer interview', {}, new Set());
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
