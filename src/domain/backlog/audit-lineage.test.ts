import { describe, expect, test } from 'vitest';
import { startAudit, type AuditOptions } from './audit.ts';
import type { AuditResult } from './audit-result.ts';
import type { Item } from './item.ts';

function item(key: string, over: Partial<Item> = {}): Item {
  return { key, title: `Title of ${key}`, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over };
}

function audit(items: readonly Item[], options: Partial<AuditOptions> = {}): AuditResult {
  const running = startAudit({ today: '2026-01-10', ...options });
  for (const one of items) running.add(one);
  return running.finish();
}

describe('the path to the goal', () => {
  const items = [
    item('R-1', { title: 'Refund takes nine days to reach the shopper' }), item('R-2', { title: 'Change the colour of the footer' }), item('R-3', { type: 'Bug', title: 'Crash on start' }),
    ...Array.from({ length: 12 }, (_, i) => item(`R-${i + 10}`, { title: `Footer link number ${i} points nowhere` })),
  ];

  test('an item whose wording does not point to the goal is unexplained, upkeep is not', () => {
    const result = audit(items, { goal: 'Refund nine of ten shoppers within two days' });
    const orphans = result.findings.filter((one) => one.rule === 'orphan').map((one) => one.subject);
    expect(orphans).toContain('R-2');
    expect(orphans).not.toContain('R-3');
    expect(result.orphans!.count).toBe(orphans.length);
    expect(result.orphans!.count + result.orphans!.linked + result.orphans!.suggested + result.orphans!.lightsOn).toBe(result.read.open);
    expect(result.byRule.orphan).toMatchObject({ count: orphans.length, share: result.orphans!.share });
    expect(result.orphans!.origins.reduce((sum, origin) => sum + origin.items, 0)).toBe(result.read.open);
  });

  test('a link that the workspace knows makes a path, measured and not guessed', () => {
    const graph = { goal: { id: 'gol_1', statement: 'Refund fast' }, problems: [{ id: 'prb_1', title: 'Slow refunds', goal: 'gol_1' }], bets: [] };
    const result = audit(items, { lineage: { graph, linksOf: (key) => (key === 'R-2' ? [{ kind: 'problem', id: 'prb_1' }] : []) } });
    expect(result.orphans).toMatchObject({ linked: 1, lightsOn: 1 });
    expect(result.findings.some((one) => one.rule === 'orphan' && one.subject === 'R-2')).toBe(false);
    expect(result.findings.find((one) => one.rule === 'orphan')?.grade).toBe('measured');
  });

  test('without a goal nothing is unexplained, and it says what would settle it', () => {
    const result = audit(items);
    expect(result.orphans).toBeUndefined();
    expect(result.byRule.orphan.count).toBe(0);
    expect(result.cannotTell).toContainEqual({ what: 'orphan', reason: 'No Product Goal is set, so no path to it can be looked for.', settledBy: 'setting the one Product Goal' });
  });
});
