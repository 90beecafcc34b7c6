import { expect, test } from 'vitest';
import { startOfDay } from '../kernel/instant.ts';
import { sampleWorkspace } from './sample-workspace.ts';

const today = '2026-11-20';

test('the same seed and day give the same workspace, byte for byte', () => {
  expect(JSON.stringify(sampleWorkspace(7, today))).toBe(JSON.stringify(sampleWorkspace(7, today)));
  expect(JSON.stringify(sampleWorkspace(7, today))).not.toBe(JSON.stringify(sampleWorkspace(8, today)));
});

test('nothing in the sample happens after today, and every life runs forward', () => {
  const end = startOfDay(today)!;
  for (const item of sampleWorkspace(1, today).items) {
    expect(item.created).toBeLessThan(end);
    const times = (item.history ?? []).map((change) => change.at);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    for (const at of [...times, ...item.comments.map((comment) => comment.at!), item.updated!]) {
      expect(at).toBeGreaterThanOrEqual(item.created!);
      expect(at).toBeLessThan(end);
    }
    if (item.statusClass !== 'open') expect(item.resolved).toBeDefined();
  }
});

test('the sample carries its diseases: enough old open items to estimate from, repeated wishes, wording without a problem', () => {
  const { items, rules, problems } = sampleWorkspace(1, today);
  const open = items.filter((item) => item.statusClass === 'open');
  expect(items).toHaveLength(2800);
  expect(new Set(items.map((item) => item.key)).size).toBe(2800);
  expect(open.length).toBeGreaterThan(300);
  expect(open.length).toBeLessThan(600);
  expect(open.filter((item) => item.title.includes('10x')).length).toBeGreaterThan(0);
  for (const rule of rules) if (typeof rule.target === 'object' && 'problem' in rule.target) expect(problems[rule.target.problem]).toBeDefined();
});

test('a day that does not exist is refused', () => {
  expect(() => sampleWorkspace(1, '2026-02-30')).toThrow(RangeError);
});
