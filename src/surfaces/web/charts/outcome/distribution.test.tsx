import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { distributionBetween } from '../../../../domain/outcome/next-bet/stated-effect.ts';
import { staticFrame } from '../chart-frame.ts';
import { DistributionEntry, enteredEffect } from '../DistributionEntry.tsx';
import { distributionSentences, distributionSummary, distributionTable } from './distribution.ts';
import { distributionView } from './distribution-view.ts';
import { DistributionPreview } from './DistributionPreview.tsx';
import type { Measure } from './measure.ts';

const PERCENT: Measure = { as: 'share', unit: '%' };
const MS: Measure = { as: 'number', unit: ' ms' };

describe('what a stated range implies', () => {
  it('is said in three sentences a PM can disagree with', () => {
    expect(distributionSentences(distributionView(distributionBetween(0.02, 0.2), PERCENT, 0.05))).toEqual([
      'Nine times in ten from 2 to 20%; as often above 6.3% as below.', '63% that it is 5% or more, the least that would matter.', 'You leave no chance that it does harm.',
    ]);
  });

  it('has a chance below zero when the range reaches below it', () => {
    const view = distributionView(distributionBetween(-1, 4), MS);
    expect(view.chanceBelowZero).toBeCloseTo(0.162, 3);
    expect(distributionSummary(view)).toContain('16% that it goes the wrong way.');
    expect(distributionTable(view).rows.at(-1)).toEqual(['Chance below zero', '16%']);
  });

  it('has a density that holds nearly all of the chance and starts at zero when it cannot be negative', () => {
    const view = distributionView(distributionBetween(2, 20), MS);
    expect(view.curve[0]?.at).toBe(0);
    expect(view.curve[0]?.density).toBeLessThan(1e-6);
    const held = view.curve.reduce((sum, { density }) => sum + density, 0);
    expect(held).toBeGreaterThan(0.97);
    expect(held).toBeLessThanOrEqual(1);
  });

  it('hatches what lies below zero and darkens what would matter', () => {
    const html = renderToStaticMarkup(<DistributionPreview data={distributionView(distributionBetween(-1, 4), MS, 1)} frame={staticFrame(350)} />);
    for (const part of ['class="below-zero"', 'class="matters"', '+1 ms would matter', 'median +1.5 ms']) expect(html, part).toContain(part);
    expect(html).not.toMatch(/NaN|Infinity/);
    expect(renderToStaticMarkup(<DistributionPreview data={distributionView(distributionBetween(2, 20), MS)} frame={staticFrame(350)} />)).not.toContain('below-zero');
  });
});

describe('a range that is typed', () => {
  it('means per cent for a share, with the sign or without', () => {
    expect(enteredEffect('2 to 20', PERCENT)).toEqual(enteredEffect('2% to 20%', PERCENT));
    expect(enteredEffect('2 to 20', PERCENT)).toEqual({ ok: true, distribution: distributionBetween(0.02, 0.2) });
  });

  it('is refused in a sentence that says what to write', () => {
    for (const [text, words] of [['5', 'One number says how much, not how sure'], ['lots', 'Two numbers'], ['20 to 2', 'The smaller end comes first'], ['5 to 5', 'Nobody is that sure'], ['1,500 to 3,000', 'comma']] as const) {
      const entered = enteredEffect(text, MS);
      expect(entered.ok ? '' : entered.sentence).toContain(words);
    }
    const sign = enteredEffect('2% to 20%', MS);
    expect(sign.ok ? '' : sign.sentence).toBe('This effect is counted in ms, without a per cent sign.');
  });

  it('shows its refusal under the field and no picture, and nothing at all while it is empty', () => {
    const field = (value: string): string => renderToStaticMarkup(<DistributionEntry label="How much" value={value} onChange={() => undefined} measure={PERCENT} />);
    expect(field('5')).toContain('role="alert"');
    expect(field('5')).not.toContain('distribution-words');
    expect(field('')).not.toContain('role="alert"');
    expect(field('2 to 20')).toContain('distribution-words');
  });
});
