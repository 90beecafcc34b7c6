import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { daysToLimit, judgeLoad, loadInText } from './hypothetical-scale-load.ts';
import { hypotheticalScaleFinding } from './hypothetical-scale.ts';
import type { Item } from './item.ts';
import { defaultAuditSettings as settings } from './rule.ts';

const item = (title: string, over: Partial<Item> = {}): Item =>
  ({ key: 'OPS-7', title, type: 'Story', statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over });
const series = (days: number, at: (day: number) => number) => Array.from({ length: days }, (_, i) => ({ day: addDays('2026-01-01', i), peak: at(i) }));

describe('hypothetical scale', () => {
  it.each([
    'Shard the orders table so it can handle millions of users', 'Make the catalogue future-proof', 'We need this to work at web-scale',
    'Split the monolith into microservices', 'Rewrite checkout for 100x traffic', 'What if we get multi-region customers', 'The importer should scale to more tenants',
    'Add a second queue just in case traffic grows',
  ])('asks for the measured load: %s', (title) => {
    const finding = hypotheticalScaleFinding(item(title), settings);
    expect(finding?.why).toContain("No measured load linked. What is today's peak and where does it break?");
    expect(finding?.grade).toBe('missing');
    expect(finding?.spans.length).toBeGreaterThan(0);
  });

  it.each([
    'Scale the product image to 200 px', 'The grid uses a logarithmic scale that should be readable', 'The request eventually times out', 'Import for Windows x64',
    'Rendering is 10x faster', 'User microservice returns 500', 'Contract asks for 10x capacity', 'Escalar para millones: la app debe ser multi-region de los usuarios',
    'Security: rate limit at scale', 'Show 10x10 pixels',
  ])('says nothing of: %s', (title) => {
    expect(hypotheticalScaleFinding(item(title), settings)).toBeUndefined();
  });

  it('leaves bugs alone: they happened', () => {
    expect(hypotheticalScaleFinding(item('Fails at scale', { type: 'Bug' }), settings)).toBeUndefined();
  });

  it('is cleared by a peak of half the limit, handed in or written', () => {
    const title = 'Shard the orders table for millions of users';
    expect(hypotheticalScaleFinding(item(title, { body: 'Peak 620 rps, limit 1,000 rps.' }), settings)).toBeUndefined();
    expect(hypotheticalScaleFinding(item(title), settings, { peak: 500, limit: 1000 })).toBeUndefined();
    const low = hypotheticalScaleFinding(item(title, { body: 'Peak 420 rps, limit 1000 rps.' }), settings);
    expect(low).toMatchObject({ value: 0.42, grade: 'declared' });
    expect(low?.why).toContain('42% of the limit');
    expect(hypotheticalScaleFinding(item(title, { body: 'Peak: 420 rps' }), settings)?.why).toContain('where it breaks is not');
  });

  it('is cleared by 90 days of peaks that meet the limit within a year, as in the formula page', () => {
    const rising = series(90, (i) => 300 + i);
    expect(daysToLimit(rising, 600)).toBeCloseTo(211, 6);
    expect(judgeLoad({ peak: 280, limit: 600, series: rising })).toMatchObject({ clears: true });
    expect(judgeLoad({ peak: 280, limit: 1200, series: series(90, (i) => 300 + i * 0.1) })).toMatchObject({ clears: false });
    expect(judgeLoad({ peak: 280, limit: 600, series: series(89, (i) => 300 + i) })).toEqual({ clears: false, missing: 'series' });
    expect(daysToLimit(series(120, () => 5), 10)).toBe(Infinity);
  });

  it('reads numbers only where they are named', () => {
    expect(loadInText('peak 1.2k rps, capacity of 4,000 rps')).toEqual({ peak: 1200, limit: 4000, unit: 'rps' });
    expect(loadInText('peak 200 users, limit 900 rps')).toEqual({ peak: 200, unit: 'users' });
    expect(loadInText('in 2026 we had 3 offices')).toEqual({});
  });

  it('never clears less when the peak is higher', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), (peak, more, limit) => {
      if (judgeLoad({ peak, limit }).clears) expect(judgeLoad({ peak: peak + more, limit }).clears).toBe(true);
    }));
  });
});
