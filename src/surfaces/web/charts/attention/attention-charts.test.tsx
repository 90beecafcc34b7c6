import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { hoursSaid, hoursShort, hoursText } from './hours.ts';
import { gaugeReach, gaugeWords, LineGauge } from './LineGauge.tsx';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);

describe('minutes as hours', () => {
  it('writes one decimal in columns, none that says nothing in sentences, and minutes under an hour', () => {
    expect([hoursText(708), hoursText(0), hoursText(90_000)]).toEqual(['11.8', '0.0', '1,500.0']);
    expect([hoursShort(600), hoursShort(90)]).toEqual(['10', '1.5']);
    expect([hoursSaid(60), hoursSaid(708), hoursSaid(25), hoursSaid(1), hoursSaid(0)]).toEqual(['1 hour', '11.8 hours', '25 minutes', '1 minute', '0 hours']);
  });
});

describe('a kind against its line', () => {
  const gauge = { minutes: 708, confirmedMinutes: 666, lineMinutes: 1920, reachMinutes: 1980 };

  it('draws what is confirmed solid, what is guessed hatched, and the line', () => {
    const html = draw(<LineGauge {...gauge} />);
    expect(html).toContain('width="33.64%"');
    expect(html).toContain('x="33.64%" y="4.5" width="2.12%"');
    expect(html).toContain('x1="96.97%"');
    expect(html).toContain('aria-label="11.8 hours, of which 42 minutes guessed; the line is 32 hours"');
  });

  it('draws no part that is nothing, and no line where none is drawn', () => {
    const html = draw(<LineGauge minutes={60} confirmedMinutes={60} reachMinutes={60} />);
    expect(html).not.toContain('gauge-guessed');
    expect(html).not.toContain('gauge-line');
    expect(gaugeWords({ minutes: 0, confirmedMinutes: 0 })).toBe('0 hours; no line');
    expect(gaugeWords({ minutes: 60, confirmedMinutes: 0, lineMinutes: 0 })).toBe('1 hour, all guessed; the line is 0 hours');
  });

  it('keeps within its place whatever it is given', () => {
    const html = draw(<LineGauge minutes={500} confirmedMinutes={60} lineMinutes={900} reachMinutes={100} />);
    expect([...html.matchAll(/="([\d.]+)%"/g)].map(([, place]) => Number(place))).toEqual([100, 60, 60, 40, 100, 100, 100, 100]);
  });

  it('gives rows that are compared one reach', () => {
    expect(gaugeReach([{ minutes: 100 }, { minutes: 50, lineMinutes: 200 }])).toBe(206);
    expect(gaugeReach([])).toBeCloseTo(61.8);
  });
});
