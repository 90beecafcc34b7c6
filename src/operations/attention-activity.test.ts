import { expect, it } from 'vitest';
import { type House, houseForEach, lines } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Schema } from '../store/schema.ts';

const WEEK = { from: '2026-11-09', to: '2026-11-15' };

/** A GitHub issue with its timeline, as a backup of a repository has it. */
const githubIssue = (number: number, label: string, events: readonly object[]) => JSON.stringify({
  type: 'issue',
  issue: {
    url: `https://api.github.com/repos/sample/parcel/issues/${number}`, html_url: `https://github.com/sample/parcel/issues/${number}`, repository_url: 'https://api.github.com/repos/sample/parcel', id: 1_000 + number, number,
    title: `Issue ${number}`, body: null, state: 'open', state_reason: null, user: { login: 'ada', type: 'User' }, labels: [{ name: label }], assignee: null, assignees: [], milestone: null, comments: 0,
    created_at: '2026-10-01T00:00:00Z', updated_at: '2026-11-13T00:00:00Z', closed_at: null,
  },
  events, comments: [],
});

const jiraIssue = (key: string, type: string, histories: readonly object[], comments: readonly object[]) => ({
  id: key.slice(4), key, self: `https://sample.example/rest/api/2/issue/${key.slice(4)}`,
  fields: {
    summary: `Issue ${key}`, issuetype: { name: type }, status: { name: 'To Do', statusCategory: { key: 'new' } }, project: { key: 'SMP' }, reporter: { accountId: 'acct:9', displayName: 'Ada Sample' },
    created: '2026-10-01T00:00:00.000+0000', updated: '2026-11-13T00:00:00.000+0000', labels: [], comment: { comments },
  },
  changelog: { histories },
});

describeOnBothEngines<Schema>('activity in trackers', (engine) => {
  let house: House;
  houseForEach(engine, (opened) => { house = opened; });

  const sessions = async () => (await house.ask('attention.events', { ...WEEK, role: 'activity' })).events.map(({ start, kind, minutes, confirmed }) => [start.slice(5, 16), kind, minutes, confirmed]);

  it('is what a GitHub timeline has under one’s own login: comments and moves, and nothing of anybody else', async () => {
    const [mine, other] = [{ login: 'Mia-PM' }, { login: 'ada' }];
    await house.imported(house.file('issues.ndjson', lines([
      githubIssue(1, 'customer', [
        { event: 'commented', id: 5, created_at: '2026-11-10T09:00:00Z', user: mine, body: 'We look into it' }, { event: 'commented', id: 6, created_at: '2026-11-10T09:02:00Z', user: other, body: 'Thanks' },
        { event: 'commented', id: 7, created_at: '2026-11-10T09:08:00Z', user: mine, body: 'Found it' },
      ]),
      githubIssue(2, 'carrier', [{ event: 'closed', created_at: '2026-11-11T14:00:00Z', actor: mine }, { event: 'reopened', created_at: '2026-11-11T14:05:00Z', actor: mine }, { event: 'closed', created_at: '2026-11-12T10:00:00Z', actor: other }]),
    ])));
    expect(await sessions()).toEqual([]);
    await house.ask('attention.configure', { trackerNames: ['mia-pm'] });
    expect(await sessions()).toEqual([['11-10T09:00', 'customer_support', 11, false], ['11-11T14:00', 'backlog', 8, false]]);
    expect(await house.ask('attention.week', WEEK)).toMatchObject({ activity: 2, accountedMinutes: 19 });
  });

  it('is what a Jira export has under one’s own name or account: comments and the change log', async () => {
    const [mine, other] = [{ accountId: 'acct:1', displayName: 'Mia Sample' }, { accountId: 'acct:2', displayName: 'Bo Sample' }];
    const moved = (from: string, to: string) => [{ field: 'status', fieldtype: 'jira', fromString: from, toString: to }];
    const text = JSON.stringify({
      issues: [
        jiraIssue('SMP-1', 'Story', [
          { id: '1', created: '2026-11-10T09:00:00.000+0000', author: mine, items: moved('PM review', 'To Do') }, { id: '2', created: '2026-11-10T13:00:00.000+0000', author: other, items: moved('To Do', 'In Progress') },
        ], [{ id: '11', author: other, body: 'On it', created: '2026-11-10T13:01:00.000+0000' }]),
        jiraIssue('SMP-2', 'Support request', [], [{ id: '12', author: mine, body: 'Answered', created: '2026-11-12T16:00:00.000+0000' }]),
      ],
    });
    await house.imported(house.file('jira.json', text));
    for (const name of ['Mia Sample', 'acct:1']) {
      await house.ask('attention.configure', { trackerNames: [name] });
      expect(await sessions()).toEqual([['11-10T09:00', 'signoff', 3, false], ['11-12T16:00', 'customer_support', 3, false]]);
    }
  });
});
