import { describe, expect, it } from 'vitest';
import { readTexts } from '../reading.fixture.ts';

const issue = (iid: number, more: object = {}): object => ({
  id: 100 + iid, iid, project_id: 9, title: `Sample ${iid}`, state: 'opened', labels: ['a'], web_url: `https://gitlab.example/group/sub/app/-/issues/${iid}`, created_at: '2024-01-01T00:00:00.000Z',
  author: { id: 1, username: 'sample' }, due_date: '2024-05-01', milestone: { title: 'v1' }, ...more,
});

describe('GitLab', () => {
  it('maps issues with notes, and tells merge requests and their notes apart', async () => {
    const notes = [{ id: 5, body: 'closed', system: true, created_at: '2024-02-01T00:00:00.000Z', author: { username: 'sample' } }, { id: 6, body: 'Hi', system: false, created_at: '2024-02-02T00:00:00.000Z' }];
    const loose = [{ id: 7, noteable_type: 'Issue', noteable_iid: 1, project_id: 9, body: 'Apart', system: false }, { id: 8, noteable_type: 'MergeRequest', noteable_iid: 2, project_id: 9, body: 'x' }];
    const read = await readTexts({ b: JSON.stringify(loose), a: JSON.stringify([issue(1, { state: 'closed', closed_at: '2024-02-01T00:00:00.000Z', notes }), { ...issue(2), merge_status: 'ok', web_url: 'https://gitlab.example/group/sub/app/-/merge_requests/2' }]) });
    expect(read.items).toEqual([{
      key: 'group/sub/app#1', container: 'group/sub/app', url: 'https://gitlab.example/group/sub/app/-/issues/1', title: 'Sample 1', status: 'closed', statusClass: 'done', created: Date.UTC(2024, 0, 1),
      resolved: Date.UTC(2024, 1, 1), due: '2024-05-01', author: { id: 'sample' }, labels: ['a'], components: [], links: [], sprints: ['v1'], comments: [{ id: '6', text: 'Hi', at: Date.UTC(2024, 1, 2) }],
      history: [{ at: Date.UTC(2024, 1, 1), by: { id: 'sample' }, field: 'status', from: 'opened', to: 'closed' }],
    }]);
    expect([read.comments.map(({ itemKey, comment }) => [itemKey, comment.text]), read.skipped]).toEqual([[['group/sub/app#1', 'Apart']], { pull_request: 1, pull_request_comment: 1 }]);
  });

  it.each([[{ labels: ['wontfix'] }, 'closed_unfinished'], [{ duplicated_to_id: 7 }, 'closed_unfinished'], [{}, 'done']])('classes a closed issue with %j as %s', async (more, expected) => {
    const { items } = await readTexts({ a: JSON.stringify([issue(1, { state: 'closed', ...more })]) });
    expect(items[0]!.statusClass).toBe(expected);
  });

  it('reads an issue without an iid as a row that is lost', async () => {
    const read = await readTexts({ a: JSON.stringify([issue(1), issue(2, { iid: 'two' })]) });
    expect(read.unread).toMatchObject([{ where: 'record 2, field iid', code: 'key_missing', value: 'two', lost: true }]);
  });
});
