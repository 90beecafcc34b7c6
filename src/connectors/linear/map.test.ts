import { describe, expect, it } from 'vitest';
import { readTexts } from '../reading.fixture.ts';

const HEADER = '"ID","Team","Title","Description","Status","Priority","Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Created","Completed","Canceled","Archived","Due Date","Parent issue"';
const row = (status: string, completed = '', canceled = '', archived = ''): string =>
  `"SMP-1","Sample","One",,"${status}","High","Alpha","one@sample.example",,"a, b",2,"Cycle 2","Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)",${completed},${canceled},${archived},"Tue Feb 28 2023 00:00:00 GMT+0000 (GMT)","SMP-4"`;
const WHEN = '"Mon Feb 13 2023 05:00:00 GMT+0000 (GMT)"';

describe('Linear CSV', () => {
  it('maps a row of the native export', async () => {
    const { items, kinds } = await readTexts({ a: `${HEADER}\n${row('Done', WHEN)}\n` });
    expect(kinds).toEqual(['linear-csv']);
    expect(items).toEqual([{
      key: 'SMP-1', container: 'Sample', title: 'One', status: 'Done', statusClass: 'done', created: Date.UTC(2023, 1, 6, 5), resolved: Date.UTC(2023, 1, 13, 5), due: '2023-02-28',
      author: { id: 'one@sample.example' }, labels: ['a', 'b'], components: ['Alpha'], priority: 'High', parent: 'SMP-4', sprints: ['Cycle 2'], links: [], comments: [],
    }]);
  });

  it.each([['Canceled', '', '', '', 'closed_unfinished'], ['Our own word', '', WHEN, '', 'closed_unfinished'], ['Our own word', WHEN, '', '', 'done'], ['Todo', '', '', WHEN, 'closed_unfinished'], ['Our own word', '', '', '', 'open']])(
    'classes %s with completed %j, canceled %j, archived %j as %s', async (status, completed, canceled, archived, expected) => {
      const { items } = await readTexts({ a: `${HEADER}\n${row(status, completed, canceled, archived)}\n` });
      expect(items[0]!.statusClass).toBe(expected);
    },
  );
});

describe('Linear JSON', () => {
  it('maps GraphQL nodes with comments, history and relations', async () => {
    const node = {
      identifier: 'SMP-1', title: 'One', description: 'Words… (truncated, use `get_issue` for full description)', state: { name: 'Triage', type: 'triage' }, priority: 2, labels: { nodes: [{ name: 'a' }] },
      createdAt: '2024-01-01T00:00:00.000Z', cycle: { number: 3, name: null }, comments: { nodes: [{ id: 'c', body: 'Hi', user: { id: 'u', name: 'Sample' }, createdAt: '2024-01-02T00:00:00.000Z' }] },
      history: { nodes: [{ createdAt: '2024-01-03T00:00:00.000Z', fromState: { name: 'Todo' }, toState: { name: 'Triage' } }] }, relations: { nodes: [{ type: 'duplicate', relatedIssue: { identifier: 'SMP-2' } }] },
    };
    for (const page of [{ data: { issues: { nodes: [node] } } }, { data: { team: { issues: { nodes: [node] } } } }, { issues: [node] }, [node], node]) {
      const { items, kinds } = await readTexts({ a: JSON.stringify(page, null, 1) });
      expect(kinds).toEqual(['linear-json']);
      expect(items).toEqual([{
        key: 'SMP-1', container: 'SMP', title: 'One', body: 'Words', status: 'Triage', statusClass: 'open', created: Date.UTC(2024, 0, 1), labels: ['a'], components: [], priority: 'High', sprints: ['Cycle 3'],
        links: [{ kind: 'duplicate', key: 'SMP-2' }], comments: [{ id: 'c', text: 'Hi', at: Date.UTC(2024, 0, 2), author: { id: 'u', name: 'Sample' } }],
        history: [{ at: Date.UTC(2024, 0, 3), field: 'status', from: 'Todo', to: 'Triage' }],
      }]);
    }
  });
});
