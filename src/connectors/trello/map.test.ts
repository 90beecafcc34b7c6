import { describe, expect, it } from 'vitest';
import { readTexts } from '../reading.fixture.ts';
import { madeAt } from './map.ts';

const card = (n: number, more: object = {}): object => ({ id: `5ca3d99a0378a65090e6000${n}`, shortLink: `link${n}`, shortUrl: `https://trello.com/c/link${n}`, name: `Card ${n}`, desc: '', idList: 'todo', closed: false, labels: [{ name: '', color: 'red' }], idMembers: ['m1'], due: '2024-05-01T10:00:00.000Z', ...more });
const who = { id: 'm1', username: 'sample', fullName: 'Sample One' };
const board = {
  id: 'b', name: 'Sample board', shortUrl: 'https://trello.com/b/sample', idOrganization: 'o', labelNames: {},
  actions: [
    { id: 'a1', type: 'commentCard', date: '2024-01-02T00:00:00.000Z', memberCreator: who, data: { text: 'Hi', card: { id: '5ca3d99a0378a65090e60001', shortLink: 'link1' } } },
    { id: 'a2', type: 'updateCard', date: '2024-01-03T00:00:00.000Z', memberCreator: who, data: { card: { id: '5ca3d99a0378a65090e60002' }, listBefore: { name: 'To Do' }, listAfter: { name: 'Done' }, old: { idList: 'todo' } } },
  ],
  cards: [card(1), card(2, { idList: 'done' }), card(3, { closed: true }), card(4, { closed: true, idList: 'done' }), card(5, { idList: 'gone' }), card(6, { dueComplete: true })],
  lists: [{ id: 'todo', name: 'To Do', closed: false }, { id: 'done', name: 'Done ✅', closed: false }, { id: 'gone', name: 'Later', closed: true }], members: [who],
  checklists: [{ idCard: '5ca3d99a0378a65090e60001', name: 'Steps', checkItems: [{ name: 'first', state: 'complete' }] }],
};

describe('Trello', () => {
  it('maps a board: lists are statuses, actions are comments and history, the id tells the time of making', async () => {
    const { items, kinds } = await readTexts({ a: JSON.stringify(board) });
    expect(kinds).toEqual(['trello']);
    expect(items.map(({ key, statusClass }) => [key, statusClass])).toEqual([['link1', 'open'], ['link2', 'done'], ['link3', 'closed_unfinished'], ['link4', 'done'], ['link5', 'closed_unfinished'], ['link6', 'done']]);
    expect(items[0]).toEqual({
      key: 'link1', container: 'Sample board', url: 'https://trello.com/c/link1', title: 'Card 1', body: 'Steps:\n- [x] first', status: 'To Do', statusClass: 'open', created: 0x5ca3d99a * 1000, due: '2024-05-01',
      assignee: { id: 'sample', name: 'Sample One' }, labels: ['red'], components: [], links: [], sprints: [], history: [], comments: [{ id: 'a1', text: 'Hi', at: Date.UTC(2024, 0, 2), author: { id: 'sample', name: 'Sample One' } }],
    });
    expect(items[1]).toMatchObject({ resolved: Date.UTC(2024, 0, 3), history: [{ field: 'status', from: 'To Do', to: 'Done' }] });
  });

  it('does not double comments that are handed over beside their board', async () => {
    const read = await readTexts({ a: JSON.stringify(board), b: JSON.stringify([board.actions[0], { ...board.actions[0], id: 'a9' }]) });
    expect([read.comments.map(({ itemKey, comment }) => [itemKey, comment.id]), read.unread.map(({ code }) => code)]).toEqual([[['link1', 'a9']], ['duplicate_comment']]);
  });

  it('reads the time of making only from ids that carry one', () => {
    expect([madeAt('5ca3d99a0378a65090e676ca'), madeAt('zzz'), madeAt('000000000378a65090e676ca'), madeAt(7)]).toEqual([0x5ca3d99a * 1000, undefined, undefined, undefined]);
  });
});
