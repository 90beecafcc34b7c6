import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleBets, sampleCounterfactual, sampleDetectability, sampleEffect, sampleExperiment, sampleFan, sampleMetric } from '../../web/design/sample-outcomes.ts';
import { betIntervalsText, detectabilityText, experimentText } from './outcome-text.ts';
import { counterfactualText, effectOverTimeText, fanText, metricHistoryText } from './series-text.ts';
import { textCanvas } from './text-canvas.ts';
import { columnsOf, type TextSize } from './text-columns.ts';

const EVERY: readonly (readonly [string, (size: TextSize) => string])[] = [
  ['counterfactual', (size) => counterfactualText(sampleCounterfactual(), size)], ['effect by week', (size) => effectOverTimeText(sampleEffect('week'), size)],
  ['effect by day', (size) => effectOverTimeText(sampleEffect('day'), size)], ['history', (size) => metricHistoryText(sampleMetric(), size)], ['fan', (size) => fanText(sampleFan(), size)],
  ['bets', (size) => betIntervalsText(sampleBets(), size)], ['detectability', (size) => detectabilityText(sampleDetectability(), size)], ['test', (size) => experimentText(sampleExperiment(), size)],
];
const lines = (text: string): string[] => text.split('\n');

describe.each(EVERY)('the %s picture in characters', (_, draw) => {
  it.each([40, 60, 72, 80, 120])('fits %i columns', (width) => {
    for (const line of lines(draw({ width }))) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
    for (const line of lines(draw({ width, ascii: true }))) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it('is plain ASCII when asked, and has no blank at a line’s end', () => {
    const text = draw({ width: 80, ascii: true });
    expect(text).toMatch(/^[\n -~]+$/);
    expect(text).not.toMatch(/ \n/);
  });
});

describe('the counterfactual in characters', () => {
  it('names this ship with a filled mark and the others with a hollow one, over their columns', () => {
    const text = counterfactualText(sampleCounterfactual(), { width: 100 });
    const own = lines(text).find((line) => line.includes('▼ A label in the box, 18 Aug')) ?? '';
    const column = own.indexOf('▼');
    expect(lines(text).some((line) => line[column] === '│' && line.includes('┤'))).toBe(true);
    for (const words of ['▽ Reminder e-mail, 9 Jun', '▽ Shorter form, 22 Sep', 'rollout, left out', '29 Aug to 15 Nov: 55.6% where 52.3% was expected']) expect(text, words).toContain(words);
  });

  it('leaves a gap empty', () => {
    const data = { ...sampleCounterfactual(), expected: [], otherShips: [], window: undefined, rolloutUntil: undefined, grain: 'week' as const, ship: { day: '2026-03-02', name: 'Ship' } };
    const weeks = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13'];
    const text = counterfactualText({ ...data, actual: weeks.map((day, at) => ({ day, value: at === 3 || at === 4 ? null : 0.5 })) }, { width: 60, ascii: true });
    const row = lines(text).find((line) => line.includes('**')) ?? '';
    expect(row).toMatch(/\*{5,} {15,}\*{5,}/);
  });

  it('is nothing when nothing was read', () => {
    const size = { width: 80 };
    expect([counterfactualText({ ...sampleCounterfactual(), actual: [] }, size), metricHistoryText({ ...sampleMetric(), points: [] }, size), fanText({ ...sampleFan(), points: [] }, size), effectOverTimeText({ ...sampleEffect('week'), points: [] }, size), betIntervalsText({ ...sampleBets(), rows: [] }, size), detectabilityText({ ...sampleDetectability(), rows: [] }, size), experimentText({ ...sampleExperiment(), arms: [] }, size)]).toEqual(['', '', '', '', '', '', '']);
  });

  it('cuts a long name and passes no control character on', () => {
    const text = counterfactualText({ ...sampleCounterfactual(), otherShips: [{ day: '2026-06-09', name: `\u001b[2J${'Store credit in several currencies '.repeat(6)}` }] }, { width: 60 });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('…');
  });
});

describe('intervals in characters', () => {
  it('have arrows where they are cut and words where there is none', () => {
    const text = betIntervalsText(sampleBets(), { width: 100 });
    expect(lines(text).find((line) => line.startsWith('B-9'))).toMatch(/◀─+.*●.*─▶ +◌ cannot tell, D \+4\.1%$/);
    expect(lines(text).find((line) => line.startsWith('B-10'))).toContain('( two bets share this window )');
    expect(lines(text).find((line) => line.startsWith('B-7'))).toMatch(/├─*●─*┤ +✓ won, C \+8\.6%$/);
  });

  it('stand under their names when the terminal is narrow', () => {
    const text = lines(betIntervalsText(sampleBets(), { width: 60 }));
    expect(text[0]).toMatch(/^B-7 A label in the box +✓ won, C \+8\.6%$/);
    expect(text[1]).toMatch(/├─*●─*┤/);
  });

  it('say in words what each review means', () => {
    expect(detectabilityText(sampleDetectability(), { width: 80 })).toContain('365 days: cannot answer, needs 3.5 years of history.');
  });

  it('carry the relative effect and the running interval of a test', () => {
    const text = experimentText(sampleExperiment(), { width: 80 });
    expect(text).toContain('short form: +5.3% of control (+2.2 to +8.5%)');
    expect(text).toMatch(/always valid at 24,000 units: \+1\.\d to \+\d(\.\d)? points/);
  });
});

describe('a field of cells', () => {
  it('draws eight dots a cell in braille, lets words win over lines and lines over bands', () => {
    const canvas = textCanvas(3, 1, false);
    canvas.shade(0, 0, '░');
    canvas.shade(1, 0, '░');
    canvas.shade(2, 0, '░');
    canvas.dot(1, 0, '*');
    canvas.dot(1.5, 0.99, '*');
    canvas.dot(2, 0, '*');
    canvas.words(2, 0, '●');
    expect(canvas.lines()).toEqual(['░⢁●']);
  });

  it('ignores what lies outside and keeps its size', () => {
    fc.assert(fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }), (x, y) => {
      const canvas = textCanvas(5, 4, true);
      canvas.dot(x, y, '*');
      canvas.words(Math.floor(x), Math.floor(y), 'words');
      const drawn = canvas.lines();
      return drawn.length === 4 && drawn.every((line) => line.length === 5);
    }));
  });
});
