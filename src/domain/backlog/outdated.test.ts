import { describe, expect, test } from 'vitest';
import type { Item } from './item.ts';
import { outdatedFinding, readOutdated } from './outdated.ts';
import { yearsSpokenOf } from './outdated-years.ts';
import { defaultAuditSettings } from './rule.ts';

const item = (over: Partial<Item>): Item => ({ key: 'RET-1', title: 'A title', statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over });
const settings = { ...defaultAuditSettings, sunsetNames: ['v1 API', 'Internet Explorer'], leavers: ['sam.former'] };
const judge = (over: Partial<Item>, asOf = '2015-06-30') => {
  const evidence = readOutdated(item(over), settings);
  return evidence && outdatedFinding(evidence, asOf);
};

describe('outdated', () => {
  test('the worked example of docs/formulas/outdated.md: long past due and a year that is gone', () => {
    const finding = judge({ title: 'Page for the 2013 season', due: '2013-11-01' });
    expect(finding?.why).toBe('2 signs of a world that is gone: it was due on 2013-11-01 and speaks of 2013.');
    expect(finding?.spans).toContainEqual({ field: 'title', start: 13, end: 17 });
    expect(finding?.suppressionKey).toBe('outdated|RET-1|due:2013-11-01+year:2013');
  });

  test('one sign alone is no finding', () => {
    expect(judge({ title: 'Page for the 2013 season' })).toBeUndefined();
    expect(judge({ due: '2013-11-01' })).toBeUndefined();
    expect(judge({ title: 'Retire the V1  api' })).toBeUndefined();
    expect(judge({ assignee: { id: 'sam.former' } })).toBeUndefined();
  });

  test('a sunset name in any case and an assignee who left make two', () => {
    expect(judge({ body: 'It breaks on internet\nexplorer only.', assignee: { id: 'u1', name: 'Sam.Former' } })?.value).toBe(2);
    expect(judge({ body: 'preV1 APIs', assignee: { id: 'sam.former' } })).toBeUndefined();
  });

  test('last year is not old, and ninety days past due is not yet long past', () => {
    expect(judge({ title: 'For the 2014 season', due: '2013-11-01' })).toBeUndefined();
    expect(judge({ title: 'Page for the 2013 season', due: '2013-11-01' }, '2014-06-30')).toBeUndefined();
    expect(judge({ title: 'For the 2013 season', due: '2015-04-01' })).toBeUndefined();
    expect(judge({ title: 'For the 2013 season', due: '2015-03-31' })?.value).toBe(2);
  });
});

describe('years a text speaks of', () => {
  const years = (text: string): number[] => yearsSpokenOf(text, 'body').map((one) => one.year);

  test.each([
    ['Roadmap 2012 and plans for 2013', [2012, 2013]],
    ['since 2012 we have had this', []],
    ['Copyright 2011, (c) 2012', []],
    ['Crashes on Windows Server 2008 and Visual Studio 2010', []],
    ['see https://example.org/blog/2012/notes 2012', [2012]],
    ['2013-05-02 12:33:11 ERROR', []],
    ['CVE-2014-0160 and ES2015', []],
    ['> quoted from 2012\nplain 2013', [2013]],
    ['```\nlog 2012\n```\nafter 2013', [2013]],
    ['## History\nPlan of 2012\n## Plan\nfor 2013', [2013]],
    ['It took 2000 ms and 2048 px', []],
  ] as const)('%j speaks of %j', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  test('spans point at the year in the whole text', () => {
    const text = 'first line\nfor 2012';
    const [one] = yearsSpokenOf(text, 'body');
    expect(text.slice(one!.span.start, one!.span.end)).toBe('2012');
  });
});
