import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../kernel/instant.ts';
import { seededRandom } from '../kernel/random.ts';
import { startAudit, type AuditOptions } from './audit.ts';
import type { AuditResult } from './audit-result.ts';
import type { Change, Comment, Item } from './item.ts';
import { defaultAuditSettings } from './rule.ts';

const START = Date.UTC(2012, 0, 1);
const at = (day: number): number => START + Math.round(day * DAY_MS);
const TODAY = '2015-12-30';

function item(key: string, over: Partial<Item> = {}): Item {
  return { key, title: `Title of ${key}`, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over };
}

/** A tracker of `count` items over four years in which quiet items are hardly ever finished. */
function tracker(count: number, seed = 1): Item[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i): Item => {
    const created = random() * 1400;
    const quick = random() < 0.55;
    const closes = !quick && random() < 0.3;
    const end = quick ? created + random() * 40 : closes ? created + 700 * random() : undefined;
    const over = end !== undefined && end < 1459;
    return item(`T-${i}`, {
      title: `Item ${i} ${['fast', 'slow', 'late', 'lost'][i % 4]!} ${(i * 7919) % 100_003}`, created: at(created), author: { id: `person${i % 17}` }, labels: [`area${i % 9}`],
      type: i % 3 === 0 ? 'Bug' : 'Story', statusClass: !over ? 'open' : quick ? 'done' : 'closed_unfinished',
      ...(over ? { resolved: at(end) } : {}),
      comments: [{ author: { id: `person${i % 5}` }, at: at(created + 3 * random()), text: 'A comment' }],
    });
  });
}

function audit(items: readonly Item[], options: Partial<AuditOptions> = {}, more: (add: ReturnType<typeof startAudit>) => void = () => undefined): AuditResult {
  const running = startAudit({ today: TODAY, ...options });
  for (const one of items) running.add(one);
  more(running);
  return running.finish();
}

describe('what was read', () => {
  test('counts items by state, comments, authors and labels exactly', () => {
    const result = audit([
      item('A-1', { author: { id: 'ann' }, labels: ['x', 'y'], comments: [{ text: 'one' }, { text: 'two' }] }),
      item('A-2', { statusClass: 'done', author: { id: 'ann' }, labels: ['y'] }),
      item('A-3', { statusClass: 'closed_unfinished' }),
    ], {}, (running) => {
      running.addComment('A-3', { text: 'apart' });
      running.addComment('A-9', { text: 'of nothing' });
      running.skip('pull_request');
      running.skip('pull_request');
      running.skip('blank');
      running.unread({ where: 'row 12, column Created', code: 'date_unreadable', value: '29:10.8', lost: false });
      running.unread({ where: 'line 3', code: 'json_malformed', lost: true });
    });
    expect(result.read).toEqual({ items: 3, open: 1, done: 1, closedUnfinished: 1, pullRequestsSkipped: 2, comments: 3, people: 1, labels: 2 });
    expect(result.skipped).toEqual({ blank: 1, pull_request: 2 });
    expect(result.leftOut.commentsWithoutItem).toBe(1);
    expect(result.unread).toMatchObject({ rows: 1, values: 1 });
    expect(result.unread.reasons[0]).toEqual({ where: 'row 12, column Created', code: 'date_unreadable', value: '29:10.8' });
  });

  test('the first of two items with one key stands, and the second is counted', () => {
    const result = audit([item('A-1'), item('A-1', { statusClass: 'done' })]);
    expect(result.read).toMatchObject({ items: 1, open: 1, done: 0 });
    expect(result.leftOut.repeatedKeys).toBe(1);
  });

  test('an empty export is read as empty', () => {
    const result = audit([]);
    expect(result.read.items).toBe(0);
    expect(result.flagged).toBe(0);
    expect(result.survival).toHaveLength(24);
  });
});

describe('the day of the audit', () => {
  const old = [item('A-1', { created: at(0) }), item('A-2', { created: at(10) })];

  test('is the newest event when that is more than thirty days old, and says so', () => {
    const result = audit(old);
    expect(result.asOf).toBe('2012-01-11');
    expect(result.asOfReason).toBe('The newest event in this export is from 2012-01-11, so days are counted to that day and not to 2015-12-30.');
  });

  test('is today when the newest event is thirty days old or younger', () => {
    expect(audit(old, { today: '2012-02-10' })).toMatchObject({ asOf: '2012-02-10' });
    expect(audit(old, { today: '2012-02-10' }).asOfReason).toBeUndefined();
    expect(audit(old, { today: '2012-02-11' }).asOf).toBe('2012-01-11');
  });

  test('is the day somebody names, and a clock set wrong does not move it', () => {
    expect(audit(old, { asOf: '2013-05-05' }).asOf).toBe('2013-05-05');
    expect(audit([...old, item('A-3', { created: Date.UTC(2099, 0, 1) })]).asOf).toBe('2012-01-11');
  });
});

describe('dinosaurs', () => {
  const items = tracker(1_200);

  test('an item quiet for long in a tracker that hardly finishes such items is flagged with its numbers', () => {
    const result = audit(items);
    const finding = result.findings.find((one) => one.rule === 'dinosaur')!;
    expect(finding.why).toMatch(/^Untouched \d+ days\. Of \d+ (?:items|bugs) that stayed untouched for \d+ days here, /);
    expect(finding.interval![1]).toBeLessThan(0.1);
    expect(finding.n).toBeGreaterThanOrEqual(30);
    expect(finding.item?.title).toMatch(/^Item /);
    expect(finding.value).toBe(Math.max(...result.findings.filter((one) => one.rule === 'dinosaur').map((one) => one.value!)));
  });

  test('a due date ahead, a security label and a live bet keep age from speaking', () => {
    const flagged = audit(items).findings.filter((one) => one.rule === 'dinosaur').slice(0, 3).map((one) => one.subject);
    const changed = items.map((one) =>
      one.key === flagged[0] ? { ...one, due: '2016-02-01' } : one.key === flagged[1] ? { ...one, labels: ['security'] } : one);
    const again = audit(changed, { settings: { ...defaultAuditSettings, betItems: new Set([flagged[2]!]) } });
    for (const key of flagged) expect(again.findings.some((one) => one.rule === 'dinosaur' && one.subject === key)).toBe(false);
  });

  test('a small tracker flags nothing and says why it cannot tell', () => {
    const result = audit(tracker(40));
    expect(result.byRule.dinosaur.count).toBe(0);
    expect(result.cannotTell.some((one) => one.what === 'dinosaur' && /are needed/.test(one.reason))).toBe(true);
  });

  test('an export of open items only makes no claim about age', () => {
    const result = audit(items.filter((one) => one.statusClass === 'open'));
    expect(result.byRule.dinosaur.count).toBe(0);
    expect(result.cannotTell.find((one) => one.what === 'dinosaur')?.reason).toContain('holds no finished items');
  });

  test('closed items that reach back only a little make no claim about age', () => {
    const result = audit(items.filter((one) => one.statusClass === 'open' || one.resolved! > at(1_350)));
    expect(result.byRule.dinosaur.count).toBe(0);
    expect(result.cannotTell.find((one) => one.what === 'dinosaur')?.reason).toContain('older closed items seem to be missing');
  });
});

describe('touches', () => {
  const untouchedOf = (one: Item, rest: readonly Item[] = []): number => {
    const { untouched } = audit([one, ...rest], { asOf: '2013-01-01' });
    return untouched.buckets.find((bucket) => Object.values(bucket.counts).some((count) => count > 0))!.from;
  };
  const quiet = item('A-1', { created: at(0) });

  test('a person\u2019s comment is a touch, a bot\u2019s is not, and the update it caused is not either', () => {
    const said = (id: string): Comment[] => [{ author: { id }, at: at(355), text: 'hello' }];
    expect(untouchedOf({ ...quiet, comments: said('ann') })).toBe(0);
    expect(untouchedOf({ ...quiet, comments: said('stale') })).toBe(365);
    expect(untouchedOf({ ...quiet, comments: said('stale'), updated: at(355) + 1_000 })).toBe(365);
    expect(untouchedOf({ ...quiet, updated: at(355) })).toBe(0);
  });

  test('a rank move is no touch, another change is, and with history `updated` says nothing', () => {
    const change = (field: string): Change[] => [{ field, at: at(355), by: { id: 'ann' } }];
    expect(untouchedOf({ ...quiet, history: change('Rank') })).toBe(365);
    expect(untouchedOf({ ...quiet, history: change('priority') })).toBe(0);
    expect(untouchedOf({ ...quiet, history: [], updated: at(355) })).toBe(365);
  });

  test('an update that twenty items share to the second is a bulk edit', () => {
    const many = Array.from({ length: 19 }, (_, i) => item(`B-${i}`, { created: at(i * 9), updated: at(355) }));
    const result = audit([{ ...quiet, updated: at(355) }, ...many], { today: '2013-01-01' });
    expect(result.leftOut.bulkUpdates).toBe(20);
    expect(result.untouched.buckets[0]!.counts.unjudged).toBe(0);
    expect(audit([{ ...quiet, updated: at(355) }, ...many.slice(1)], { today: '2013-01-01' }).leftOut.bulkUpdates).toBe(0);
  });

  test('changes of twenty items by one hand within a minute are a bulk edit, by twenty hands they are not', () => {
    const many = (hand: (i: number) => string): Item[] => Array.from({ length: 20 }, (_, i) =>
      item(`B-${i}`, { created: at(i * 9), history: [{ field: 'priority', at: at(355) + i * 100, by: { id: hand(i) } }] }));
    expect(audit(many(() => 'ann')).leftOut.bulkTouches).toBe(20);
    expect(audit(many((i) => `p${i}`)).leftOut.bulkTouches).toBe(0);
  });

  test('items that were created in one minute are an import and are not fitted', () => {
    const imported = Array.from({ length: 60 }, (_, i) => item(`B-${i}`, { created: at(100) + i * 500 + 7_000 }));
    const result = audit([...tracker(300), ...imported]);
    expect(result.leftOut.importedItems).toBe(60);
    expect(result.leftOut.importDays).toEqual(['2012-04-10']);
    expect(result.survival[0]!.atRisk).toBe(audit(tracker(300)).survival[0]!.atRisk);
  });
});

describe('what a dispute changes', () => {
  const items = tracker(1_200);
  const first = audit(items).findings.find((one) => one.rule === 'dinosaur')!;

  test('evidence that it is still a problem is a touch, until it goes quiet again', () => {
    const touched = (on: string): AuditResult => audit(items, { settings: { ...defaultAuditSettings, touchedOn: new Map([[first.subject, on], ['T-none', on]]) } });
    const flags = (result: AuditResult): boolean => result.findings.some((one) => one.rule === 'dinosaur' && one.subject === first.subject);
    expect(flags(touched('2015-12-20'))).toBe(false);
    expect(touched('2015-12-20').read.items).toBe(1_200);
    expect(flags(touched('2012-06-01'))).toBe(true);
  });

  test('a day named as an import leaves the fit', () => {
    const day = dayOf(items[7]!.created!);
    const created = items.filter((one) => dayOf(one.created!) === day).length;
    const result = audit(items, { settings: { ...defaultAuditSettings, importDays: [day] } });
    expect(result.leftOut).toMatchObject({ importedItems: created, importDays: [day] });
  });
});

describe('a parent that carries the problem', () => {
  const child = item('W-2', { title: 'Add an export button and a dropdown filter to the dashboard', type: 'Story', parent: 'W-1' });
  const speaking = item('W-1', { title: 'Shops cannot find a refund and retype it 14 times a week', type: 'Epic' });
  const mute = item('W-1', { title: 'Portal refresh', type: 'Epic' });
  const wordings = (items: readonly Item[]): string[] => audit(items).findings.filter(({ rule }) => rule === 'requirement').map(({ subject }) => subject);

  test('silences the wording of its children, wherever in the file it stands', () => {
    expect(wordings([child, mute])).toEqual(['W-2']);
    expect(wordings([child, speaking])).toEqual([]);
    expect(wordings([speaking, child])).toEqual([]);
  });
});

describe('promises', () => {
  const items = tracker(400, 3);
  const whole = audit(items, { goal: 'Launch the new portal' });

  test('the same input gives the same answer byte for byte, and the order of items changes nothing', () => {
    expect(JSON.stringify(audit(items, { goal: 'Launch the new portal' }))).toBe(JSON.stringify(whole));
    fc.assert(fc.property(fc.array(fc.nat(399), { minLength: 5, maxLength: 30 }), (swaps) => {
      const shuffled = [...items];
      swaps.forEach((to, from) => { [shuffled[from], shuffled[to]] = [shuffled[to]!, shuffled[from]!]; });
      expect(JSON.stringify(audit(shuffled, { goal: 'Launch the new portal' }))).toBe(JSON.stringify(whole));
    }), { numRuns: 8 });
  });

  test('comments that come apart, before or after their items, count as those that come with them', () => {
    const bare = items.map((one): Item => ({ ...one, comments: [] }));
    const apart = (first: boolean): string => {
      const running = startAudit({ today: TODAY, goal: 'Launch the new portal' });
      const comments = (): void => { for (const one of items) for (const comment of one.comments) running.addComment(one.key, comment); };
      if (first) comments();
      for (const one of bare) running.add(one);
      if (!first) comments();
      return JSON.stringify(running.finish());
    };
    expect(apart(true)).toBe(JSON.stringify(whole));
    expect(apart(false)).toBe(JSON.stringify(whole));
  });

  test('counts add up: states to items, buckets to open items, findings to rules, flagged to at most the open ones', () => {
    const { read, untouched, findings, byRule, flagged } = whole;
    expect(read.open + read.done + read.closedUnfinished).toBe(read.items);
    const inBuckets = untouched.buckets.flatMap((bucket) => Object.values(bucket.counts)).reduce((sum, count) => sum + count, 0);
    expect(inBuckets + untouched.unknownAge).toBe(read.open);
    expect(Object.values(byRule).reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
    expect(flagged).toBeLessThanOrEqual(read.open);
    expect(flagged).toBe(new Set(findings.filter((one) => one.item).map((one) => one.subject)).size);
    expect(untouched.buckets.reduce((sum, bucket) => sum + bucket.counts.aged_out, 0)).toBe(byRule.dinosaur.count);
  });

  test('a disputed finding does not return, a snoozed one returns when its day has passed', () => {
    const target = whole.findings[0]!;
    const has = (result: AuditResult): boolean => result.findings.some((one) => one.suppressionKey === target.suppressionKey);
    const disputed = audit(items, { settings: { ...defaultAuditSettings, suppressed: new Set([target.suppressionKey]) } });
    expect(has(disputed)).toBe(false);
    expect(disputed.leftOut.suppressedFindings).toBe(1);
    const snooze = (day: string): AuditResult => audit(items, { settings: { ...defaultAuditSettings, snoozed: new Map([[target.suppressionKey, day]]) } });
    expect(has(snooze(whole.asOf))).toBe(false);
    expect(has(snooze('2012-01-01'))).toBe(true);
  });

  test('a rule that is off raises nothing', () => {
    const rules = { ...defaultAuditSettings.rules, dinosaur: { on: false }, output_goal: { on: false } };
    const result = audit(items, { goal: 'Launch the new portal', settings: { ...defaultAuditSettings, rules } });
    expect(result.byRule.dinosaur).toMatchObject({ on: false, count: 0 });
    expect(result.findings.some((one) => one.rule === 'output_goal')).toBe(false);
    expect(whole.findings.some((one) => one.rule === 'output_goal')).toBe(true);
  });

  test('two items that ask for the same are one group, and only the younger is a finding', () => {
    const words = 'Printed return label loses the barcode on thermal printers';
    const result = audit([item('A-1', { title: words, created: at(5) }), item('A-2', { title: words, created: at(1) }), ...tracker(60)]);
    expect(result.duplicates[0]?.items).toEqual(['A-1', 'A-2']);
    const [finding] = result.findings.filter((one) => one.rule === 'duplicate');
    expect(finding).toMatchObject({ subject: 'A-1', suppressionKey: 'duplicate|A-2|A-1' });
    const disputed = audit([item('A-1', { title: words, created: at(5) }), item('A-2', { title: words, created: at(1) }), ...tracker(60)],
      { settings: { ...defaultAuditSettings, suppressed: new Set(['duplicate|A-2|A-1']) } });
    expect(disputed.duplicates).toEqual([]);
  });
});
