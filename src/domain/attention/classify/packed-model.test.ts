import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds.ts';
import { cuesOf } from '../data/phrase-table.ts';
import { trainingTitles } from '../data/titles.ts';
import { readTitle, trainModel, type Model } from './model.ts';
import { nameOfTexts, packed, rounded, unpacked, WEIGHT_STEP } from './packed-model.ts';
import { packedSource } from './packed-source.ts';
import { packShippedModel, shippedModel } from './shipped-model.ts';

const titles = trainingTitles().filter((_, at) => at % 5 === 0);
const exact = trainModel({ titles, cues: cuesOf([{ customer_call: 'kund* gespräch=5@ext, customer call', recruiting: 'interview=3@int, 面接' }]) });
const model = rounded(exact);

/** One text of all there is, with the order of what is looked up by name; long texts are compared quickly, long lists are not. */
const whole = ({ numbers, weights, book }: Model): string => JSON.stringify([[...numbers], weights.classes, weights.rows.join(' '), [...book]]);

describe('a packed model', () => {
  it('is unpacked to the bit and in the same order', () => {
    expect(whole(unpacked(packed(model, 'these'), 'these')!) === whole(model)).toBe(true);
  });

  it('is not taken for a model of other data, nor when it was cut short', () => {
    const kept = packed(model, 'these');
    expect(unpacked(kept, 'others')).toBeUndefined();
    expect(unpacked({ ...kept, weights: kept.weights.subarray(1) }, 'these')).toBeUndefined();
    expect(unpacked({ ...kept, text: kept.text.slice(0, 200) }, 'these')).toBeUndefined();
  });

  it('speaks as the unrounded one does: no log-odds move by more than half a step for each unit of a feature, and the first kind is the same', () => {
    let furthest = 0;
    for (const row of trainingTitles()) {
      const before = readTitle(exact, row.title, row).scores;
      const after = readTitle(model, row.title, row).scores;
      before.forEach((score, kind) => { furthest = Math.max(furthest, Math.abs(score - after[kind]!)); });
      const [first, second] = [...before].sort((a, b) => b - a);
      if (first! - second! > 0.05) expect(after.indexOf(Math.max(...after)), row.title).toBe(before.indexOf(first!));
    }
    expect(furthest).toBeGreaterThan(0);
    expect(furthest).toBeLessThan((WEIGHT_STEP / 2) * 15);
  });

  it('has a name that follows every letter of its data', () => {
    expect(nameOfTexts(['a', 'b'])).toBe(nameOfTexts(['a', 'b']));
    expect(new Set([['a', 'b'], ['ab'], ['a', 'c'], ['A', 'b'], []].map(nameOfTexts)).size).toBe(5);
  });
});

describe('the shipped model', () => {
  it('is the kept one where the program’s own data is named, and what a build keeps names it', () => {
    const kept = packShippedModel();
    kept.weights[0] = 12_345;
    packedSource.read = () => kept;
    expect(shippedModel().weights.rows[0]).toBe(12_345 * WEIGHT_STEP);
    expect(shippedModel().weights.rows.length).toBe(shippedModel().numbers.size * KINDS.length);
    expect(whole(unpacked(kept, kept.text.slice(0, kept.text.indexOf('\n')))!) === whole(shippedModel())).toBe(true);
  });
});
