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

/** With the order of what is looked up by name, which plain equality of maps leaves open. */
const inOrder = ({ numbers, weights, book }: Model) => ({ numbers: [...numbers], rows: Buffer.from(weights.rows.buffer).toString('base64'), classes: weights.classes, book: [...book] });

describe('a packed model', () => {
  it('is unpacked to the bit and in the same order', () => {
    expect(inOrder(unpacked(packed(model, 'these'), 'these')!)).toEqual(inOrder(model));
  });

  it('is not taken for a model of other data, nor when it was cut short', () => {
    const whole = packed(model, 'these');
    expect(unpacked(whole, 'others')).toBeUndefined();
    expect(unpacked({ ...whole, weights: whole.weights.subarray(1) }, 'these')).toBeUndefined();
    expect(unpacked({ ...whole, text: whole.text.slice(0, 200) }, 'these')).toBeUndefined();
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
  it('is the kept one where its data is the program’s own, equal to the trained one to the bit', () => {
    const kept = packShippedModel();
    const name = kept.text.slice(0, kept.text.indexOf('\n'));
    packedSource.read = () => ({ ...kept, text: kept.text.replace(name, 'of other data') });
    const trained = shippedModel();
    expect(inOrder(unpacked(kept, name)!)).toEqual(inOrder(trained));
    expect(trained.weights.rows.length).toBe(trained.numbers.size * KINDS.length);
  });
});
