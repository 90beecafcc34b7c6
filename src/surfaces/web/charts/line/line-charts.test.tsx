import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { staticFrame } from '../chart-frame.ts';
import { FollowUpBars } from './FollowUpBars.tsx';
import { PressedChart } from './PressedChart.tsx';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const weeks = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'].map((from, at) => ({ from, share: [0.2, 0.3, 0.25, 0.2, 0.9][at]! }));

describe('pressed load, week by week', () => {
  it('draws every week, the usual range, and rings the week that is outside it', () => {
    const html = draw(<PressedChart weeks={weeks} usual={{ mean: 0.25, low: 0.05, high: 0.45 }} frame={staticFrame(700)} label="Pressed load" />);
    expect(html.match(/r="3.5"/g)).toHaveLength(5);
    expect(html.match(/class="unusual"/g)).toHaveLength(1);
    expect(html).toContain('usually 25%');
    expect(html).toContain('aria-label="Pressed load"');
  });

  it('draws no range and rings nothing while the range is not known', () => {
    const html = draw(<PressedChart weeks={weeks} usual={null} frame={staticFrame(700)} label="Pressed load" />);
    expect(html).not.toContain('unusual');
    expect(html).not.toContain('usually');
  });

  it('keeps within a phone, whatever the range', () => {
    const html = draw(<PressedChart weeks={weeks} usual={{ mean: 0.5, low: -0.4, high: 1.7 }} frame={staticFrame(350)} label="Pressed load" />);
    expect([...html.matchAll(/cx="([\d.]+)"/g)].every(([, x]) => Number(x) < 350)).toBe(true);
    expect(html).not.toMatch(/height="-/);
  });
});

describe('the eight weeks after a hand-off', () => {
  it('fills the weeks that were, leaves those to come open, and marks one above the line', () => {
    const html = draw(<FollowUpBars weeks={[{ from: '2026-10-05', share: 0.1, over: false }, { from: '2026-10-12', share: 0.4, over: true }]} label="Week 2 of eight" />);
    expect(html.match(/follow-up-open/g)).toHaveLength(6);
    expect(html.match(/follow-up-over/g)).toHaveLength(1);
  });

  it('keeps a week of nothing and one of far more than before in sight', () => {
    const html = draw(<FollowUpBars weeks={[{ from: '2026-10-05', share: 0, over: false }, { from: '2026-10-12', share: 4, over: true }]} label="" />);
    const heights = [...html.matchAll(/width="12" height="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(heights).toEqual([1, 30]);
  });
});
