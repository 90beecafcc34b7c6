import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { defaultAuditSettings as settings } from './rule.ts';
import { speedUpsIn, timesPerTask } from './sub-threshold-parse.ts';
import { bandOf, probablyUnnoticed, subThresholdFinding } from './sub-threshold.ts';

const item = (title: string, body?: string): Item =>
  ({ key: 'WEB-3', title, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...(body === undefined ? {} : { body }) });

describe('sub-threshold performance', () => {
  it.each([
    ['from 0.9 ms to 0.2 ms', true], ['from 180 ms to 150 ms', true], ['from 140 ms to 95 ms', false], ['from 2.8 s to 2.5 s', true], ['from 3.4 s to 2.9 s', false],
    ['from 180 to 150 ms', true], ['from 0.18 s to 150 ms', true], ['180ms -> 150ms', true], ['from 2,8 s to 2,5 s', true], ['from 900 \u00b5s to 200 \u00b5s', true],
    ['from 800 ms to 400 ms', false], ['from 150 ms to 180 ms', false], ['from 1 s to 0 s', false],
  ])('Cut search latency %s: flagged %s', (promise, flagged) => {
    const title = `Cut search latency ${promise}`;
    const finding = subThresholdFinding(item(title), settings);
    expect(finding !== undefined).toBe(flagged);
    if (finding) {
      expect(finding.why).toContain('probably not noticed by one user in one interaction');
      expect(finding.spans[0]!.end).toBeLessThanOrEqual(title.length);
    }
  });

  it('says the share and the band', () => {
    expect(subThresholdFinding(item('Search response from 180 to 150 ms'), settings)?.why).toContain('is 16.7% shorter and stays in the same band (up to 1 s)');
    expect(subThresholdFinding(item('Search response from 0.9 ms to 0.2 ms'), settings)?.why).toContain('saves 0.7 ms, less than 1 ms');
  });

  it('uses a known baseline for a percentage and asks where none is written', () => {
    expect(subThresholdFinding(item('Make search faster by 10%', 'It currently takes 2.5 s.'), settings)?.why).toContain('Cannot tell');
    expect(subThresholdFinding(item('Make search faster by 10%, it takes 2.5 s today'), settings)?.why).toContain('From 2.5 s to 2.25 s');
    expect(subThresholdFinding(item('Make search faster by 40%'), settings)).toBeUndefined();
    expect(subThresholdFinding(item('Make search 10% faster'), settings)?.grade).toBe('missing');
    expect(subThresholdFinding(item('Raise sales by 10%'), settings)).toBeUndefined();
  });

  it.each([
    'Reduce timeout from 180 ms to 150 ms on slow pages', 'Nightly batch: speed up from 2.8 s to 2.5 s', 'Animation render from 180 ms to 150 ms', 'Cut CPU load from 180 ms to 150 ms',
    'A/B test: search from 180 ms to 150 ms', 'Compile performance from 2.8 s to 2.5 s',
  ])('leaves alone: %s', (title) => {
    expect(subThresholdFinding(item(title), settings)).toBeUndefined();
  });

  it('compares the sum when the action happens many times in one task', () => {
    expect(timesPerTask('40 times per order')).toBe(40);
    expect(probablyUnnoticed(180, 150, 40)).toBe(false);
    expect(probablyUnnoticed(180, 178, 40)).toBe(true);
    expect(subThresholdFinding(item('Search latency from 180 ms to 150 ms', 'Called 40 times per order.'), settings)).toBeUndefined();
  });

  it('remembers a dispute', () => {
    const title = 'Search latency from 180 ms to 150 ms';
    const key = subThresholdFinding(item(title), settings)!.suppressionKey;
    expect(subThresholdFinding(item(title), { ...settings, suppressed: new Set([key]) })).toBeUndefined();
  });

  it('never flags a wait that is 20% shorter and saves a millisecond, nor one that crosses a band', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (from, share) => {
      const to = from * (1 - share);
      if (from - to >= 1 && (share >= 0.2001 || bandOf(from) !== bandOf(to))) expect(probablyUnnoticed(from, to)).toBe(false);
      if (from - to < 1) expect(probablyUnnoticed(from, to)).toBe(true);
    }));
  });

  it('reads any text without failing and keeps offsets inside it', () => {
    const piece = fc.constantFrom('from ', '180', ' ms', ' to ', '1,5', 's', 'by ', '10%', ' -> ', '9'.repeat(40), 'faster');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
      for (const found of speedUpsIn(text)) {
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.start).toBeLessThan(found.end);
      }
    }));
    expect(speedUpsIn('1 to '.repeat(50_000))).toEqual([]);
  });
});
