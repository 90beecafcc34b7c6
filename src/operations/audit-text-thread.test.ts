import { describe, expect, it } from 'vitest';
import { exportLines } from '../../bench/audit-export.ts';
import { startOpenTexts, wordsOnly } from '../domain/backlog/audit-texts.ts';
import type { Item } from '../domain/backlog/item.ts';
import { defaultAuditSettings } from '../domain/backlog/rule.ts';
import { threadedTexts, type ThreadedTexts } from './audit-text-thread.ts';

const items = [...exportLines(900, 5)].map((line): Item => {
  const { key, fields } = JSON.parse(line) as { key: string; fields: { summary: string; description: string; issuetype: { name: string } } };
  return wordsOnly({ key, title: fields.summary, body: fields.description, type: fields.issuetype.name, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [] });
});

async function answersOf(threaded: ThreadedTexts): Promise<unknown> {
  try {
    for (const item of items) {
      threaded.texts.add(item);
      await threaded.room();
    }
    threaded.end();
    await threaded.settle();
    return threaded.texts.finish();
  } finally {
    await threaded.stop();
  }
}

describe('the wording of open items', () => {
  it('is answered the same in a thread of its own as here', async () => {
    const here = startOpenTexts(defaultAuditSettings);
    for (const item of items) here.add(item);
    const expected = here.finish();
    expect(expected.findings.size).toBeGreaterThan(50);
    expect(expected.groups.length).toBeGreaterThan(0);
    expect(await answersOf(threadedTexts(defaultAuditSettings, 100))).toEqual(expected);
    expect(await answersOf(threadedTexts(defaultAuditSettings))).toEqual(expected);
  });

  it('is a fault, not silence, when the thread breaks', async () => {
    const threaded = threadedTexts(defaultAuditSettings, 1);
    threaded.texts.add({ ...items[0]!, labels: [7] as unknown as string[] });
    threaded.end();
    await expect(threaded.settle()).rejects.toThrow('reading the wording failed');
    await threaded.stop();
  });
});
