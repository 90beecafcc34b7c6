import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { mayLead, pathsToGoal, type LineageGraph } from './lineage-graph.ts';
import { originOf, RuleBook, type LinkRule, type LinkTarget } from './lineage-rules.ts';
import { stem, Suggester } from './lineage-suggest.ts';
import { startLineage, type LineageOptions } from './lineage.ts';

const graph: LineageGraph = {
  goal: { id: 'gol_1', statement: 'Shops know the same day why a parcel came back' },
  problems: [
    { id: 'p1', key: 'P-1', title: 'Shops cannot see the return reason', goal: 'gol_1' }, { id: 'p2', title: 'Old', goal: 'gol_0' }, { id: 'p3', key: 'P-3', title: 'Closed one', goal: 'gol_1', closed: true },
  ],
  bets: [{ id: 'b1', claim: 'A code on the label', problem: 'p1' }, { id: 'b2', claim: 'Straight to the goal', goal: 'gol_1' }, { id: 'b3', claim: 'Elsewhere', problem: 'p2' }],
};
const item = (key: string, over: Partial<Item> = {}): Item =>
  ({ key, title: 'Something else', type: 'Story', statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over });
const run = (items: readonly Item[], over: Partial<LineageOptions> = {}) => {
  const lineage = startLineage({ graph, allowance: 0.2, ...over });
  for (const one of items) lineage.add(one);
  return lineage.finish();
};
const links = (map: Record<string, LinkTarget[]>) => ({ linksOf: (key: string) => map[key] ?? [] });
const rule = (field: LinkRule['field'], value: string, target: LinkRule['target']): LinkRule => ({ id: `${field}-${value}`, field, value, target });
const toP1 = { kind: 'problem', id: 'p1' } as const;

describe('the path to the goal', () => {
  it('goes through a problem, a bet, or a bet and its problem, and nowhere without a goal', () => {
    expect([...pathsToGoal(graph).keys()].sort()).toEqual(['bet b1', 'bet b2', 'problem p1', 'problem p3']);
    expect(pathsToGoal(graph).get('bet b1')).toEqual([{ kind: 'bet', id: 'b1' }, toP1]);
    expect(pathsToGoal({ problems: graph.problems, bets: graph.bets }).size).toBe(0);
  });

  it('takes links by hand, and the shortest when there are several', () => {
    const result = run([item('A'), item('B'), item('C')], links({ A: [{ kind: 'bet', id: 'b1' }, toP1], B: [{ kind: 'bet', id: 'b3' }] }));
    expect(result.pathOf('A')).toEqual([toP1]);
    expect(['A', 'B', 'C'].map((key) => result.stateOf(key))).toEqual(['goal', 'none', 'none']);
    expect(result.orphans.map((orphan) => orphan.key)).toEqual(['B', 'C']);
    expect(result.counts).toMatchObject({ open: 3, linked: 1, unexplained: 2, unexplainedShare: 2 / 3 });
  });

  it('follows rules for label, component, type, container and epic, without regard to case', () => {
    const rules = [rule('label', 'Carrier', toP1), rule('component', 'labels', toP1), rule('type', 'returns story', toP1), rule('container', 'RET', toP1), rule('parent', 'RET-7', toP1)];
    const result = run([
      item('A', { labels: ['carrier'] }), item('B', { components: ['Labels'] }), item('C', { type: 'Returns Story' }), item('D', { container: 'ret' }), item('E', { parent: 'RET-7' }), item('RET-7'), item('F', { parent: 'E' }), item('G'),
    ], { rules });
    expect(['A', 'B', 'C', 'D', 'E', 'RET-7', 'F', 'G'].map((key) => result.stateOf(key))).toEqual(['goal', 'goal', 'goal', 'goal', 'goal', 'goal', 'goal', 'none']);
  });

  it('climbs through closed parents, survives circles, and knows an epic that is not in the file', () => {
    const result = run(
      [item('A', { parent: 'B' }), item('B', { parent: 'E', statusClass: 'done' }), item('C', { parent: 'D' }), item('D', { parent: 'C' }), item('S', { parent: 'S' }), item('X', { parent: 'GONE' })],
      { ...links({ E: [toP1], B: [] }), rules: [rule('parent', 'gone', toP1)] },
    );
    expect(result.stateOf('C')).toBe('none');
    expect(result.stateOf('X')).toBe('goal');
    expect(run([item('A', { parent: 'B' }), item('B', { parent: 'E', statusClass: 'done' }), item('E', { statusClass: 'done' })], links({ E: [toP1] })).stateOf('A')).toBe('goal');
  });

  it('lets nothing new lead to a closed problem, to an unknown one, or anywhere without a goal', () => {
    expect(mayLead(toP1, graph).ok).toBe(true);
    expect(mayLead({ kind: 'problem', id: 'p3' }, graph)).toEqual({ ok: false, refusal: { code: 'link_target_closed', details: { kind: 'problem', reference: 'P-3' } } });
    expect(mayLead({ kind: 'bet', id: 'zz' }, graph)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(mayLead(toP1, { problems: graph.problems, bets: [] })).toMatchObject({ refusal: { code: 'link_needs_active_goal' } });
  });
});

describe('upkeep', () => {
  it('is exempt by type, label or rule, and shown as exceeding beyond its allowance', () => {
    const bugs = Array.from({ length: 4 }, (_, i) => item(`BUG-${i}`, { type: 'Bug' }));
    const result = run([...bugs, item('S', { labels: ['security'] }), item('K', { labels: ['rota'] }), ...Array.from({ length: 4 }, (_, i) => item(`N-${i}`))], { rules: [rule('label', 'rota', { kind: 'lights_on' })] });
    expect(result.counts).toMatchObject({ open: 10, lightsOn: 6, unexplained: 4, exceedsAllowance: true, lightsOnOver: 4 });
    expect(run([item('A', { type: 'Bug' }), ...Array.from({ length: 4 }, (_, i) => item(`N-${i}`))]).counts).toMatchObject({ exceedsAllowance: false, lightsOnOver: 0 });
  });

  it('gives way to a link: a linked bug leads to the goal', () => {
    expect(run([item('A', { type: 'Bug' })], links({ A: [toP1] })).stateOf('A')).toBe('goal');
  });
});

describe('where an item comes from', () => {
  it('is what was declared by rule or author, and unknown beyond it', () => {
    const origins = new Map([['ada', 'sales'], ['Support Desk', 'support']]);
    const result = run([
      item('A', { author: { id: 'ada' } }), item('B', { author: { id: 'x7', name: 'Support Desk' } }), item('C', { author: { id: 'sales-person' } }), item('D', { labels: ['from-exec'], author: { id: 'ada' } }), item('E'),
    ], { origins, rules: [rule('label', 'from-exec', { kind: 'origin', origin: 'exec' })] });
    expect(result.orphans.map((orphan) => orphan.origin)).toEqual(['sales', 'support', 'unknown', 'exec', 'unknown']);
    expect(result.byOrigin[0]).toEqual({ origin: 'unknown', open: 2, unexplained: 2 });
    expect(originOf({}, new RuleBook([]).matching(item('Z')), origins)).toBe('unknown');
  });
});

describe('a suggestion from wording', () => {
  const goal = { kind: 'goal', id: 'gol_1', text: 'Cut parcel returns without a stated reason from 31% to 18% by June' } as const;

  it('needs two rare words of the goal, one of them in the title, and says which', () => {
    const result = run([item('A', { title: 'Print the return reason on the parcel slip' }), item('B', { title: 'Parcel colours' }), item('C', { title: 'Colours', body: 'parcel return reason' })], { targets: [goal] });
    expect(result.suggestions).toMatchObject([{ item: 'A', target: { kind: 'goal', id: 'gol_1' } }]);
    expect([...result.suggestions[0]!.words].sort()).toEqual(['parcel', 'reason', 'returns']);
    expect(['A', 'B', 'C'].map((key) => result.stateOf(key))).toEqual(['suggested', 'none', 'none']);
    expect(result.counts).toMatchObject({ suggested: 1, unexplained: 2 });
  });

  it('leaves out words that half of the backlog uses, declined pairs and linked items', () => {
    const many = Array.from({ length: 60 }, (_, i) => item(`M-${i}`, { title: `Parcel return ${i}` }));
    expect(run(many, { targets: [goal] }).suggestions).toEqual([]);
    const a = item('A', { title: 'Print the return reason on the parcel slip' });
    expect(run([a], { targets: [goal], declined: (key, target) => key === 'A' && target === 'gol_1' }).suggestions).toEqual([]);
    expect(run([a], { targets: [goal], ...links({ A: [toP1] }) }).suggestions).toEqual([]);
  });

  it('needs words that say something: those that every complaint is made of do not count', () => {
    const known = { kind: 'problem' as const, id: 'prb_1', text: 'Shops cannot tell why a parcel came back and should always ask instead' };
    const named = (title: string) => run([item('A', { title })], { targets: [known] }).suggestions.map(({ words }) => words);
    expect(named('Cannot log in, should always remember me instead')).toEqual([]);
    expect(named('Parcel shops cannot print the slip')).toEqual([['shops', 'parcel']]);
  });

  it('is silent without a goal, and then nothing is an orphan', () => {
    const result = run([item('A', { title: 'Return reason parcel' })], { graph: { problems: [], bets: [] } });
    expect(result.suggestions).toEqual([]);
    expect(result.orphans).toEqual([]);
    expect(result.counts.unexplainedShare).toBeUndefined();
  });

  it('knows endings of English words and leaves short ones alone', () => {
    expect(['returns', 'returned', 'returning', 'return'].map(stem)).toEqual(Array(4).fill('return'));
    expect(['shipping', 'shipped', 'ships', 'ship'].map(stem)).toEqual(Array(4).fill('ship'));
    expect(['deliveries', 'delivery', 'boxes', 'bus', 'key'].map(stem)).toEqual(['delivery', 'delivery', 'box', 'bus', 'key']);
  });

  it('keeps its score between the threshold and 1, the order of items aside', () => {
    const word = fc.constantFrom('parcel', 'return', 'reason', 'stated', 'june', 'colour', 'login', 'slow', 'the');
    const titles = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')), { maxLength: 25 });
    fc.assert(fc.property(titles, (list) => {
      const items = list.map((title, i) => ({ key: `K-${i}`, title }));
      const once = new Suggester([goal]);
      const again = new Suggester([goal]);
      for (const one of items) once.add(one);
      for (const one of [...items].reverse()) again.add(one);
      const found = once.finish();
      expect(again.finish()).toEqual(found);
      for (const { score } of found) {
        expect(score).toBeGreaterThanOrEqual(0.5);
        expect(score).toBeLessThanOrEqual(1);
      }
    }));
  });
});

describe('the sums', () => {
  it('add up whatever the items are, and a new link never makes an orphan', () => {
    const one = fc.record({ type: fc.constantFrom('Story', 'Bug', 'Chore'), parent: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), status: fc.constantFrom('open', 'done') });
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 10 }), fc.nat(9), (rows, linked) => {
      const items = rows.map((row, i) => item(`K${i}`, { type: row.type, statusClass: row.status as 'open', ...(row.parent === undefined ? {} : { parent: `K${row.parent}` }) }));
      const before = run(items).counts;
      const after = run(items, links({ [`K${linked}`]: [toP1] })).counts;
      expect(before.linked + before.suggested + before.lightsOn + before.unexplained).toBe(before.open);
      expect(after.unexplained).toBeLessThanOrEqual(before.unexplained);
      expect(after.linked).toBeGreaterThanOrEqual(before.linked);
    }));
  });
});
