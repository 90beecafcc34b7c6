// Counts against real exports nobody on this project wrote. They lie beside the repository; without them these tests are skipped.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPaths, type Read } from './reading.fixture.ts';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const there = existsSync(DATA);
const at = (...names: string[]): string[] => names.map((name) => join(DATA, name));
const of = (read: Read, statusClass: string): number => read.items.filter((item) => item.statusClass === statusClass).length;
const inner = (read: Read): number => read.items.reduce((sum, item) => sum + item.comments.length, 0);

describe.skipIf(!there)('public exports (skipped without ../shared/data)', () => {
  it.each([['issues first', ['rust-issues', 'rust-comments']], ['comments first', ['rust-comments', 'rust-issues']]])('counts a GitHub project with its comments, %s', async (_, names) => {
    const read = await readPaths(at(...names.map((name) => `github/${name}.ndjson.gz`)));
    expect(read.items).toHaveLength(8355);
    expect(of(read, 'open')).toBe(25);
    expect(read.skipped).toEqual({ pull_request: 6644, pull_request_comment: 17_174 });
    expect(read.comments).toHaveLength(36_178);
    expect(new Set(read.items.map(({ author }) => author!.id)).size).toBe(802);
    expect(new Set(read.items.flatMap(({ labels }) => labels)).size).toBe(117);
    expect(read.unread).toEqual([]);
    expect(read.accounted).toBe(read.rows);
  });

  it('counts a backup with timelines', async () => {
    const read = await readPaths(at('github/bitcoin-core-gui.ndjson.gz'));
    expect([read.items.length, of(read, 'open'), of(read, 'closed_unfinished'), read.skipped['pull_request'], inner(read)]).toEqual([341, 133, 10, 537, 1332]);
    expect(read.kinds).toEqual(['github-backup']);
  });

  it('counts an older backup whose pull requests stand twice', async () => {
    const read = await readPaths(at('github/whatsapi-2015.ndjson.gz'));
    expect(read.items.length + read.skipped['pull_request']!).toBe(1139);
    expect(read.skipped).toEqual({ pull_request: 211, other: 211, label: 11, milestone: 1 });
    expect(read.accounted).toBe(read.rows);
  });

  it.each([['AC', 4503, 13_844], ['ALOY', 1499, 4513], ['DAEMON', 317, 475], ['MOD', 367, 1443]])('counts the Jira project %s', async (project, items, comments) => {
    const read = await readPaths(at(`jira/titanium-${project}.ndjson.gz`));
    expect([read.items.length, inner(read), read.skipped]).toEqual([items, comments, { project: 1 }]);
  });

  it('counts every Jira table by the number in its name', async () => {
    for (const name of there ? readdirSync(join(DATA, 'jira/csv')).filter((file) => file.startsWith('export')) : []) {
      const read = await readPaths(at(`jira/csv/${name}`));
      expect([name, read.items.length, read.unread]).toEqual([name, Number(/-(\d+)[-.]/.exec(name)![1]), []]);
    }
  });

  it('reads a table in an old encoding by a mapping', async () => {
    const read = await readPaths(at('jira/csv/semicolon-768-fi.csv'), { map: { key: 'id', title: 'title', type: 'category', created: 'datetime' } });
    expect(read.items).toHaveLength(768);
    expect(read.items[0]).toMatchObject({ type: 'Asioitsijapyyntö', created: Date.UTC(2013, 9, 2, 7, 15, 50) });
    expect(read.unread).toEqual([]);
  });

  it('counts Linear, GitLab and Trello', async () => {
    const linear = await readPaths(at('linear/native-2023-25col/linear-export.csv'));
    const api = await readPaths(at('linear/mcp-slicefocus/data/linear-export.json'));
    const gitlab = await readPaths(at('gitlab/gitlab.json'));
    const trello = await readPaths(at('trello/gocd-board/trello.json', 'trello/gocd-board/comments.json'));
    expect([linear.items.length, api.items.length, gitlab.items.length, gitlab.skipped['pull_request'], trello.items.length, inner(trello) + trello.comments.length]).toEqual([10, 300, 5, 3, 122, 133]);
    expect(api.items.some(({ body }) => body?.includes('(truncated'))).toBe(false);
    for (const read of [linear, api, gitlab, trello]) expect(read.accounted).toBe(read.rows);
  });
});
