import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSink } from '../record-sink.ts';
import { readTexts } from '../reading.fixture.ts';
import { githubMemory, mapGithub } from './map.ts';

const issue = (number: number, more: object = {}): object => ({
  number, html_url: `https://github.com/sample/app/issues/${number}`, repository_url: 'https://api.github.com/repos/sample/app', title: `Sample ${number}`,
  state: 'open', labels: [{ name: 'bug' }], user: { login: 'sample-user', type: 'User' }, created_at: '2024-01-02T03:04:05Z', updated_at: '2024-01-03T03:04:05Z',
  closed_at: null, body: 'Words', ...more,
});
const comment = (id: number, number: number, more: object = {}): object => ({
  id, issue_url: `https://api.github.com/repos/sample/app/issues/${number}`, html_url: `https://github.com/sample/app/issues/${number}#issuecomment-${id}`,
  user: { login: 'sample-bot', type: 'Bot' }, created_at: '2024-01-02T03:04:06Z', body: 'Said\u0000 so', ...more,
});
const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');

describe('GitHub', () => {
  it('maps an issue and leaves absent what the source lacks', async () => {
    const { items } = await readTexts({ a: lines(issue(1), issue(2, { state: 'closed', closed_at: '2024-02-01T00:00:00Z', milestone: { title: 'v1', due_on: '2024-03-01T08:00:00Z' } })) });
    expect(items[0]).toEqual({
      key: 'sample/app#1', container: 'sample/app', url: 'https://github.com/sample/app/issues/1', title: 'Sample 1', body: 'Words', status: 'open', statusClass: 'open',
      created: Date.UTC(2024, 0, 2, 3, 4, 5), updated: Date.UTC(2024, 0, 3, 3, 4, 5), author: { id: 'sample-user' }, labels: ['bug'], components: [], links: [], sprints: [], comments: [],
    });
    expect(items[1]).toMatchObject({ statusClass: 'done', resolved: Date.UTC(2024, 1, 1), sprints: ['v1'], due: '2024-03-01' });
  });

  it.each([
    [{ state_reason: 'not_planned' }, 'closed_unfinished'], [{ state_reason: 'duplicate' }, 'closed_unfinished'], [{ state_reason: 'completed' }, 'done'], [{ state_reason: null }, 'done'],
    [{ labels: [{ name: 'R-wontfix' }] }, 'closed_unfinished'], [{ labels: ['resolution: duplicate'] }, 'closed_unfinished'], [{ labels: [{ name: 'invalid-input' }] }, 'done'],
  ])('classes a closed issue with %j as %s', async (more, expected) => {
    const { items } = await readTexts({ a: lines(issue(1, { state: 'closed', closed_at: '2024-02-01T00:00:00Z', ...more })) });
    expect(items[0]!.statusClass).toBe(expected);
  });

  it('tells pull requests and their comments apart, in either order of the files', async () => {
    const issues = lines(issue(1), issue(2, { pull_request: { url: 'x' } }));
    const comments = lines(comment(10, 1), comment(11, 2), comment(12, 2, { html_url: null }), comment(13, 99), comment(10, 1));
    for (const files of [{ a: issues, b: comments }, { b: comments, a: issues }]) {
      const read = await readTexts(files);
      expect(read.items.map(({ key }) => key)).toEqual(['sample/app#1']);
      expect(read.skipped).toEqual({ pull_request: 1, pull_request_comment: 2 });
      expect(read.comments).toEqual([{ kind: 'comment', itemKey: 'sample/app#1', comment: { id: '10', author: { id: 'sample-bot', bot: true }, at: Date.UTC(2024, 0, 2, 3, 4, 6), text: 'Said so' } }]);
      expect(read.unread.map(({ code }) => code).sort()).toEqual(['duplicate_comment', 'item_missing']);
      expect(read.accounted).toBe(read.rows);
    }
  });

  it('turns timeline events into history and `commented` events into comments', async () => {
    const actor = { login: 'sample-user' };
    const events = [
      { event: 'labeled', created_at: '2024-01-02T00:00:00Z', actor, label: { name: 'bug' } }, { event: 'closed', created_at: '2024-01-04T00:00:00Z', actor },
      { event: 'mentioned', created_at: '2024-01-04T00:00:00Z', actor }, { event: 'commented', id: 5, created_at: '2024-01-05T00:00:00Z', user: actor, body: 'Hello' },
      { event: 'reopened', created_at: '2024-01-03T00:00:00Z', actor }, { event: 'renamed', created_at: 'never', rename: { from: 'a', to: 'b' } },
    ];
    const read = await readTexts({ a: JSON.stringify({ type: 'issue', issue: issue(1), events, comments: [] }) });
    expect(read.kinds).toEqual(['github-backup']);
    expect(read.items[0]!.comments).toMatchObject([{ id: '5', text: 'Hello' }]);
    expect(read.items[0]!.history!.map(({ field, from, to }) => [field, from, to])).toEqual([['labels', undefined, 'bug'], ['status', 'closed', 'open'], ['status', 'open', 'closed']]);
    expect(read.unread.map(({ code }) => code)).toEqual(['date_unreadable', 'event_without_time']);
  });

  it('reports a repeated key and keeps the version that was updated later', async () => {
    const read = await readTexts({ a: lines(issue(1), issue(1, { title: 'Newer', updated_at: '2024-05-01T00:00:00Z' }), issue(1, { title: 'Older', updated_at: '2023-01-01T00:00:00Z' })) });
    expect([read.items[0]!.title, read.replaced[0]!.title]).toEqual(['Sample 1', 'Newer']);
    expect(read.unread).toEqual([
      { where: 'line 2 (takes the place of an older row)', code: 'duplicate_key', value: 'sample/app#1', lost: true }, { where: 'line 3', code: 'duplicate_key', value: 'sample/app#1', lost: true },
    ]);
    expect(read.accounted).toBe(read.rows);
  });

  it('reads a page, several pages in a row and a search answer alike', async () => {
    const page = JSON.stringify([issue(1), issue(2)], null, 2);
    for (const text of [page, `${page}\n${JSON.stringify([issue(3)])}`, JSON.stringify({ total_count: 2, items: [issue(1), issue(2)] })]) {
      const read = await readTexts({ a: text });
      expect(read.items.length).toBe(text.includes('Sample 3') ? 3 : 2);
      expect(read.accounted).toBe(read.rows);
    }
  });

  it('accounts for any JSON value as exactly one row and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({
      number: fc.jsonValue(), html_url: fc.oneof(fc.constant('https://github.com/sample/app/issues/4'), fc.jsonValue()), title: fc.jsonValue(), labels: fc.jsonValue(), state: fc.jsonValue(),
      user: fc.jsonValue(), created_at: fc.jsonValue(), milestone: fc.jsonValue(), comment_data: fc.jsonValue(), event_data: fc.jsonValue(), assignees: fc.jsonValue(),
    })), (value) => {
      const sink = new RecordSink();
      sink.begin(1);
      mapGithub(value, sink, githubMemory());
      sink.settle();
      const rows = sink.take().filter((record) => record.kind !== 'unread' || record.unread.lost);
      expect(rows).toHaveLength(1);
    }));
  });
});
