import { describe, expect, it } from 'vitest';
import { formulaAddress, formulaText } from './formula-address.ts';

const documents = import.meta.glob<string>('../../../../docs/formulas/*.md', { query: '?raw', import: 'default', eager: true });

describe('a formula’s page', () => {
  it('has an address made from the document’s name, and none for anything that is no document of ours', () => {
    expect(['docs/formulas/sub-threshold.md', '/rules', 'https://example.org/x', 'docs/formulas/../secret.md', '//elsewhere', undefined].map(formulaAddress)).toEqual(['/formulas/sub-threshold', '/rules', 'https://example.org/x', undefined, undefined, undefined]);
  });

  it('falls into title, opening and parts, with nothing read out of a fence', () => {
    expect(formulaText('# How sure?\n\nFirst words.\n\n## Formula\n```\n## no heading\n```\n## Limits\nSome.')).toEqual({
      title: 'How sure?', opening: 'First words.', parts: [{ title: 'Formula', text: '```\n## no heading\n```' }, { title: 'Limits', text: 'Some.' }],
    });
  });

  it('has a title and at least one part in every document there is', () => {
    const found = Object.entries(documents);
    expect(found.length).toBeGreaterThan(10);
    for (const [path, text] of found) {
      const { title, parts } = formulaText(text);
      expect([path, title !== '', parts.length > 0, formulaAddress(path.slice(path.indexOf('docs/')))]).toEqual([path, true, true, `/formulas/${path.split('/').at(-1)!.slice(0, -3)}`]);
    }
  });
});
