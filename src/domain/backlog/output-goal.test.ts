import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputGoalFinding } from './output-goal.ts';
import { defaultAuditSettings as settings } from './rule.ts';

describe('output, not outcome', () => {
  it.each([
    'Launch the new returns portal', 'Ship v2.0', '- KR1: Deliver the mobile app', 'Q3 2026: Migrate to the new cloud', 'Release 3 features', 'Complete phase 2 by 2026-12-31',
    'We will build a dashboard', 'Implement SSO in 6 weeks', '2. Launching the partner API',
  ])('asks what users would do differently: %s', (line) => {
    const finding = outputGoalFinding(line, settings);
    expect(finding?.nextAction).toBe('Ask: what would users do differently?');
    const span = finding!.spans[0]!;
    expect(line.slice(span.start, span.end)).toMatch(/^(?:launch|ship|deliver|migrat|releas|complet|build|implement)/i);
  });

  it.each([
    'Cut returns that need a call from 31% to 18%', 'Launch the portal so that shoppers find their size', 'Ship to 400 customers', 'Build trust: customers return within a month',
    'Complete GDPR audit', 'Reduce churn', 'Lieferung der neuen App', '', 'Launch the portal and cut calls by 12%', 'Relaunch',
  ])('says nothing of: %s', (line) => {
    expect(outputGoalFinding(line, settings)).toBeUndefined();
  });

  it('is silenced by its line, however it is bulleted', () => {
    const key = outputGoalFinding('Launch the new portal', settings)!.suppressionKey;
    expect(outputGoalFinding('- launch  the new portal', { ...settings, suppressed: new Set([key]) })).toBeUndefined();
  });

  it('keeps its span inside any line and finishes on long ones', () => {
    const piece = fc.constantFrom('Launch ', 'from ', '3 ', 'to ', 'users ', 'who ', '% ', '- ', 'KR1: ', '9'.repeat(30), ' ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')), (line) => {
      for (const span of outputGoalFinding(line, settings)?.spans ?? []) {
        expect(span.end).toBeLessThanOrEqual(line.length);
        expect(span.start).toBeLessThan(span.end);
      }
    }));
    expect(() => outputGoalFinding(`Launch ${'from 1 '.repeat(50_000)}`, settings)).not.toThrow();
  });
});
