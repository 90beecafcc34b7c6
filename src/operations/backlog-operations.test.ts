import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InputOf } from '../contract/index.ts';
import { issueLine, lines, openHouse, type House, type IssueFacts } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Schema } from '../store/schema.ts';
import { NUMBERS } from './number.ts';

const month = (n: number): string => new Date(Date.UTC(2022, n, 1)).toISOString();

/** Four years of a tracker: most of what is finished is finished soon, what lies long stays, and some want buttons. */
function tracker(): IssueFacts[] {
  return Array.from({ length: 400 }, (_, i) => {
    const created = month(i % 44);
    const quick = i % 3 !== 0;
    return {
      number: i + 1, created, updated: quick ? new Date(Date.parse(created) + 9 * 86_400_000).toISOString() : created, state: quick ? 'closed' : 'open',
      title: i % 9 === 0 ? `Add a dropdown filter button to table column ${i}` : `Parcel label ${i} prints ${i % 5 === 0 ? 'twice' : 'late'}`,
      labels: i % 7 === 0 ? ['carrier'] : [], author: `author-${i % 12}`,
    };
  });
}

describeOnBothEngines<Schema>('the backlog', (engine) => {
  let house: House;
  beforeEach(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    await house.imported(house.file('tracker.ndjson', lines(tracker().map((issue) => issueLine(issue)))));
  }, 120_000);
  afterEach(() => house.close());
  const pages = async (input: InputOf<'item.list'>): Promise<string[]> => {
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.ask('item.list', { ...input, ...(cursor === undefined ? {} : { cursor }) });
      keys.push(...page.items.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return keys;
  };

  it('is paged to its end in every order without a gap or a repeat', async () => {
    for (const sort of ['updated', '-updated', 'created', '-created', 'touched', '-touched', 'key', 'title'] as const) {
      for (const statusClass of ['open', 'all'] as const) {
        const keys = await pages({ sort, statusClass, limit: 37 });
        expect(keys).toHaveLength(statusClass === 'open' ? 134 : 400);
        expect(new Set(keys).size).toBe(keys.length);
        const found = await pages({ sort, statusClass, search: 'dropdown', limit: 4 });
        const hits = new Set(found);
        expect(hits.size).toBe(found.length);
        expect(keys.filter((key) => hits.has(key))).toEqual(found);
        expect(await house.ask('item.count', { statusClass, search: 'dropdown' })).toEqual({ total: found.length, totalIsExact: true });
      }
    }
    const { items, ...uncounted } = await house.ask('item.list', { limit: 37, counted: false });
    expect(items).toEqual((await house.ask('item.list', { limit: 37 })).items);
    expect(uncounted).toMatchObject({ total: 38, totalIsExact: false });
    expect(await house.ask('item.count', {})).toEqual({ total: 134, totalIsExact: true });
    const titles = (await house.ask('item.list', { sort: 'title', statusClass: 'all', limit: 200 })).items.map(({ title }) => title);
    expect(titles).toEqual([...titles].sort());
  });

  it('is searched by whole words and the beginning of the last, and filtered by label, age and finding', async () => {
    expect((await house.ask('item.list', { search: 'dropdown filt', statusClass: 'all' })).total).toBe(45);
    expect((await house.ask('item.list', { search: 'rop', statusClass: 'all' })).total).toBe(0);
    expect((await house.ask('item.list', { search: 'sample/parcel#17', statusClass: 'all' })).items.map(({ key }) => key)).toContain('sample/parcel#17');
    expect((await house.ask('item.list', { label: 'carrier' })).total).toBe(tracker().filter(({ labels, state }) => labels?.length === 1 && state === 'open').length);
    const old = await house.ask('item.list', { untouchedFrom: 365, limit: 200 });
    expect(old.items.every(({ untouchedDays }) => untouchedDays! >= 365)).toBe(true);
    const young = await house.ask('item.list', { untouchedTo: 365, limit: 200 });
    expect(old.total + young.total).toBe(134);
    const requirement = await house.ask('item.list', { rule: 'requirement', limit: 200 });
    expect(requirement.total).toBe((await house.ask('finding.list', { rule: 'requirement' })).total);
    expect(requirement.items.every(({ findings }) => findings.includes('requirement'))).toBe(true);
  });

  it('has numbers that add up, and every number opens', async () => {
    const { audit } = await house.ask('audit.get', {});
    expect(audit!.read).toMatchObject({ items: 400, open: 134 });
    expect(audit!.buckets.reduce((sum, { goal, lightsOn, none, agedOut }) => sum + goal + lightsOn + none + agedOut, 0)).toBe(134);
    const imported = (await house.ask('import.list', {})).imports[0]!;
    const item = (await house.ask('item.list', { limit: 1 })).items[0]!;
    const finding = (await house.ask('finding.list', { limit: 1 })).findings[0]!;
    const of: Record<string, string> = { bucket: '540-:none', survival: 'all:180', 'rule.count': 'requirement', finding: finding.id, 'item.untouched': item.id };
    for (const number of Object.keys(NUMBERS)) {
      if (number === 'origin') continue;
      const subject = number.startsWith('import.') ? imported.id : of[number];
      const opened = await house.ask('number.explain', subject === undefined ? { number } : { number, of: subject });
      expect(opened.formula.words.length, number).toBeGreaterThan(0);
      expect(opened.sentence, number).not.toMatch(/undefined|NaN|null|!/);
    }
    expect(await house.refusal('number.explain', { number: 'velocity.points' })).toBe('number_unknown');
    expect(await house.refusal('number.explain', { number: 'bucket', of: '1-2:none' })).toBe('not_found');
  });

  it('keeps the answer to a finding over the next audit, and lets it be taken back', async () => {
    const finding = (await house.ask('finding.list', { rule: 'requirement', limit: 1 })).findings[0]!;
    expect(await house.refusal('finding.dispute', { finding: finding.id, verdict: 'wrong', reason: 'no such reason' })).toBe('dispute_reason_unknown');
    expect(await house.refusal('finding.dispute', { finding: finding.id, verdict: 'wrong', reason: 'domain_word' })).toBe('dispute_needs_detail');
    const answered = await house.ask('finding.dispute', { finding: finding.id, verdict: 'wrong', reason: 'task' });
    expect(answered.finding).toMatchObject({ state: 'disputed', dispute: { verdict: 'wrong', reason: 'task' } });
    expect(answered.agreement).toBe('You agreed with 0 of 1.');
    await house.ask('audit.run', { wait: true });
    expect((await house.ask('finding.get', { finding: finding.id })).finding.state).toBe('disputed');
    expect((await house.ask('finding.withdraw', { finding: finding.id })).finding.state).toBe('standing');
  });

  it('switches a rule off by default once it was wrong five times of five, and says so', async () => {
    const { findings } = await house.ask('finding.list', { rule: 'requirement', limit: 5 });
    const off: boolean[] = [];
    for (const { id } of findings) off.push((await house.ask('finding.dispute', { finding: id, verdict: 'wrong', reason: 'task' })).ruleOff);
    expect(off).toEqual([false, false, false, false, true]);
    const rule = (await house.ask('rule.list', {})).rules.find(({ rule: name }) => name === 'requirement')!;
    expect(rule).toMatchObject({ on: false, right: 0, wrong: 5 });
    await house.ask('rule.set', { rule: 'requirement', on: true });
    expect((await house.ask('rule.list', {})).rules.find(({ rule: name }) => name === 'requirement')!.on).toBe(true);
  });

  it('is culled in batches of twenty, each item once, with undo for thirty days', async () => {
    const first = await house.ask('cull.next', {});
    expect(first.batch.length).toBe(Math.min(20, first.remaining));
    expect(first.remaining).toBeGreaterThan(20);
    const days = first.batch.map(({ item }) => item.untouchedDays!);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    const keys = first.batch.map(({ item }) => item.key);
    const closed = await house.ask('cull.decide', { items: keys, decision: 'close' });
    expect(closed.decided.every(({ message }) => message?.startsWith('Thank you'))).toBe(true);
    const second = await house.ask('cull.next', {});
    expect(second.remaining).toBe(first.remaining - 20);
    expect(second.batch.some(({ item }) => keys.includes(item.key))).toBe(false);
    expect(await house.refusal('cull.decide', { items: [keys[0]!], decision: 'close' })).toBe('already_decided');
    expect(await house.refusal('cull.decide', { items: Array.from({ length: 21 }, (_, i) => `k${i}`), decision: 'close' })).toBe('batch_too_large');
    const script = await house.ask('cull.export', { format: 'github-sh' });
    expect(script.items).toBe(20);
    expect(script.text.match(/gh issue close/g)).toHaveLength(20);
    expect(await house.refusal('cull.export', { format: 'linear-csv' })).toBe('export_format_unfit');
    expect(await house.ask('cull.undo', { decisions: closed.decided.map(({ id }) => id) })).toEqual({ undone: 20 });
    expect((await house.ask('cull.next', {})).remaining).toBe(first.remaining);
    const kept = await house.ask('cull.decide', { items: [keys[0]!], decision: 'keep', until: '2026-12-01' });
    expect((await house.ask('cull.next', {})).batch[0]!.item.key).not.toBe(keys[0]);
    house.later(31);
    expect(await house.refusal('cull.undo', { decisions: [kept.decided[0]!.id] })).toBe('undo_too_late');
    expect((await house.ask('cull.next', {})).batch[0]!.item.key).toBe(keys[0]);
  });

  it('counts what was closed here, was closed in the tracker, and is open again', async () => {
    const key = (await house.ask('cull.next', { limit: 1 })).batch[0]!.item.key;
    const number = Number(key.split('#')[1]);
    const facts = tracker()[number - 1]!;
    await house.ask('cull.decide', { items: [key], decision: 'close' });
    await house.imported(house.file('closed.ndjson', lines([issueLine({ ...facts, state: 'closed', updated: '2026-11-21T00:00:00Z' })])));
    expect((await house.ask('cull.next', {})).cameBack).toBe(0);
    await house.imported(house.file('again.ndjson', lines([issueLine({ ...facts, state: 'open', updated: '2026-11-25T00:00:00Z' })])));
    expect((await house.ask('cull.next', {})).cameBack).toBe(1);
    expect((await house.ask('cull.list', {})).decisions[0]).toMatchObject({ cameBack: true });
  });

  it('says that an audit is older than the data only when it is', async () => {
    expect((await house.ask('audit.get', {})).stale).toBeUndefined();
    await house.ask('rule.set', { sunsetNames: ['v1'] });
    expect((await house.ask('audit.get', {})).stale).toBe('Since this audit rules were set. Audit again to see it.');
    await house.ask('audit.run', { wait: true });
    expect((await house.ask('audit.get', {})).stale).toBeUndefined();
  });
});
