import { describe, expect, it } from 'vitest';
import { briefDensity, briefTextOf, editInput, madeInput, rateIn, type Brief } from './brief-text.ts';

const brief: Brief = {
  schema: 'throughline.hand-off/1', kind: 'sales', name: 'Sales', title: '', sentence: '', madeOn: '2026-11-20', from: '2026-10-26', to: '2026-11-15', state: 'open', sections: [], cost: null, count: { carries: 0, minutes: 0 }, instances: [], displaced: null,
  reasons: [], chosenMinutes: 0, pressedMinutes: 0, askers: [], ifStopped: [], proposed: { to: 'Support', level: 6, levelSays: '' }, texts: { plan: 'Shadow once, then swap' }, instead: [], notClaimed: [],
};

describe('the words of a brief', () => {
  it('ask for nothing when nothing was changed', () => {
    expect(editInput('hnd_1', brief, briefTextOf(brief))).toEqual({ handOff: 'hnd_1' });
  });

  it('give what was changed and clear what was emptied', () => {
    expect(editInput('hnd_1', brief, { ...briefTextOf(brief), plan: ' ', works: 'Nobody asks me for it', rate: '80', currency: 'EUR', level: '5' })).toEqual({ handOff: 'hnd_1', works: 'Nobody asks me for it', currency: 'EUR', rate: 80, level: 5, clear: ['plan'] });
  });

  it('leave empty fields out of a brief that is made', () => {
    expect(madeInput(briefTextOf(brief))).toEqual({ to: 'Support', plan: 'Shadow once, then swap', level: 6 });
  });

  it('take a rate with a point or a comma and nothing else', () => {
    expect([rateIn('80'), rateIn('80,5'), rateIn(''), rateIn('much'), rateIn('-3')]).toEqual([80, 80.5, undefined, undefined, undefined]);
  });

  it('set the page closer the more of them there are, and say when no page holds them', () => {
    const section = (length: number): Brief['sections'] => [{ id: 'what', heading: 'What it is', paragraphs: ['x'.repeat(length)], grade: 'Declared', asOf: '2026-11-20' }];
    expect([100, 2_400, 2_401, 4_300, 5_800, 5_801].map((length) => briefDensity({ ...brief, sections: section(length) }))).toEqual(['roomy', 'roomy', 'close', 'close', 'closest', 'over']);
  });
});
