import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSink } from '../record-sink.ts';
import { readTexts } from '../reading.fixture.ts';
import { JIRA_FIELDS, jiraFieldNamed } from './headers.ts';
import { mapJiraIssue } from './json-map.ts';
import { richTextToPlain } from './rich-text.ts';

const HEADER = 'Summary,Issue key,Issue id,Issue Type,Status,Resolution,Assignee,Assignee Id,Reporter,Reporter Id,Created,Updated,Resolved,Due date,Labels,Labels,Sprint,Sprint,' +
  'Outward issue link (Blocks),Inward issue link (Blocks),Comment,Comment,Status Category,Parent key';
const ROW = 'A sample,SMP-1,10001,Story,In Review,,Sample One,acct:1,Sample Two,acct:2,21/Dec/22 3:31 PM,22/Dec/22 3:31 PM,,05/Oct/25 12:00 AM,web,ios,Sprint 1,Sprint 2,' +
  'SMP-7,SMP-8,22/Dec/22 4:00 PM;acct:1;first; with; signs,23/Dec/22 4:00 PM;;nobody said,In Progress,SMP-3';

describe('Jira CSV', () => {
  it('reads repeated columns as lists, by position', async () => {
    const { items, unread } = await readTexts({ a: `\uFEFF${HEADER}\r\n${ROW}\r\n` });
    expect(unread).toEqual([]);
    expect(items).toEqual([{
      key: 'SMP-1', container: 'SMP', title: 'A sample', type: 'Story', status: 'In Review', statusClass: 'open', created: Date.UTC(2022, 11, 21, 15, 31), updated: Date.UTC(2022, 11, 22, 15, 31),
      due: '2025-10-05', author: { id: 'acct:2', name: 'Sample Two' }, assignee: { id: 'acct:1', name: 'Sample One' }, labels: ['web', 'ios'], components: [], sprints: ['Sprint 1', 'Sprint 2'],
      parent: 'SMP-3', links: [{ kind: 'Blocks', key: 'SMP-7' }, { kind: 'Blocks (inward)', key: 'SMP-8' }],
      comments: [{ text: 'first; with; signs', at: Date.UTC(2022, 11, 22, 16), author: { id: 'acct:1', name: 'Sample One' } }, { text: 'nobody said', at: Date.UTC(2022, 11, 23, 16) }],
    }]);
  });

  it('reads fix versions behind sprints, each once', async () => {
    const { items } = await readTexts({ a: 'Summary,Issue key,Status,Created,Sprint,Fix versions,Fix versions\nA,SMP-1,Done,21/Dec/22 3:31 PM,Sprint 1,Web 4.2.0,Sprint 1\n' });
    expect(items.map(({ sprints }) => sprints)).toEqual([['Sprint 1', 'Web 4.2.0']]);
  });

  it('reports damaged dates, wide rows, rows without a key and repeated keys, and reads the rest', async () => {
    const text = ['Summary\tIssue key\tStatus\tCreated', 'One\tSMP-1\tDone\t29:10.8', 'Two\tSMP-2\tTo Do\t21/Dec/22 3:31 PM\textra', '\t\t\t', 'Three\t\tTo Do\t', 'One\tSMP-1\tDone\t29:10.8'].join('\r\n');
    const read = await readTexts({ 'a.csv': text });
    expect(read.items.map(({ key, created }) => [key, created])).toEqual([['SMP-1', undefined], ['SMP-2', Date.UTC(2022, 11, 21, 15, 31)]]);
    expect(read.skipped).toEqual({ blank: 1 });
    expect(read.unread).toEqual([
      { where: 'row 2, column Created', code: 'date_unreadable', value: '29:10.8', lost: false }, { where: 'row 3, column 5', code: 'row_too_wide', value: 'extra', lost: false },
      { where: 'row 5, column Issue key', code: 'key_missing', value: 'Three, To Do', lost: true }, { where: 'row 6, column Created', code: 'date_unreadable', value: '29:10.8', lost: false },
      { where: 'row 6', code: 'duplicate_key', value: 'SMP-1', lost: true },
    ]);
    expect(read.accounted).toBe(read.rows);
  });

  it.each([
    ['Resumen;Clave de incidencia;Estado;Resolución;Creada', 'Uno;TIC-1;Finalizada;No se hará;11/abr/26 8:56 AM', 'closed_unfinished'],
    ['Zusammenfassung;Vorgangsschlüssel;Status;Lösung;Erstellt', 'Eins;SMP-1;Erledigt;Fertig;11/Mai/26 8:56 AM', 'done'],
    ['Résumé;Clé de ticket;État;Résolution;Création', 'Un;SMP-1;En cours;;11/avr./26 8:56 AM', 'open'],
    ['Samenvatting;Issuesleutel;Status;Oplossing;Gemaakt', 'Een;SMP-1;Gereed;Duplicaat;11/mei/26 8:56 AM', 'closed_unfinished'],
    ['Summary;Work item key;Status;Resolution;Created', 'One;SMP-1;UAT;;11/May/26 8:56 AM', 'open'],
  ])('knows the columns and words of %s', async (header, row, expected) => {
    const { items, unread, kinds } = await readTexts({ a: `${header}\n${row}\n` });
    expect([kinds, unread, items[0]?.statusClass, items[0]?.created !== undefined]).toEqual([['jira-csv'], [], expected, true]);
  });

  it('reads dates in the zone that was named', async () => {
    const { items } = await readTexts({ a: `${HEADER}\n${ROW}\n` }, { timeZone: 'America/New_York' });
    expect(items[0]!.created).toBe(Date.UTC(2022, 11, 21, 20, 31));
  });

  it('learns from one cell above twelve what all dates of the export mean', async () => {
    const head = 'Summary,Issue key,Status,Created\n';
    const told = await readTexts({ a: `${head}One,SMP-1,Done,03/04/2024 10:00\nTwo,SMP-2,Done,25/04/2024 10:00\n` });
    expect(told.items.map(({ created }) => new Date(created!).getUTCMonth())).toEqual([3, 3]);
    const untold = await readTexts({ a: `${head}One,SMP-1,Done,03/04/2024 10:00\n` });
    expect(untold.unread.map(({ code }) => code)).toEqual(['date_ambiguous']);
  });

  it('has an English name for every field and no name for a custom field', () => {
    const english = ['Issue key', 'Issue id', 'Summary', 'Issue Type', 'Status', 'Status Category', 'Resolution', 'Project key', 'Priority', 'Assignee', 'Assignee Id', 'Reporter', 'Reporter Id',
      'Creator', 'Creator Id', 'Created', 'Updated', 'Resolved', 'Due date', 'Description', 'Labels', 'Component/s', 'Sprint', 'Fix Version/s', 'Comment', 'Parent key', 'Parent', 'Custom field (Epic Link)'];
    expect(english.map(jiraFieldNamed)).toEqual([...JIRA_FIELDS]);
    expect(jiraFieldNamed('Custom field (Rank)')).toBeUndefined();
  });
});

const json = (more: object = {}, outer: object = {}): object => ({
  id: '1', key: 'SMP-1', self: 'https://sample.example/rest/api/2/issue/1', fields: {
    summary: 'A sample', issuetype: { name: 'Bug' }, project: { key: 'SMP' }, status: { name: 'Closed', statusCategory: { key: 'done' } }, resolution: { name: 'Fixed' },
    resolutiondate: '2024-02-01T10:00:00.000+0000', created: '2024-01-01T10:00:00.000+0200', priority: null, labels: ['a'], components: [{ name: 'core' }], ...more,
  }, ...outer,
});

describe('Jira JSON', () => {
  it('maps an issue with comments, sprints, links and changelog', async () => {
    const changelog = { histories: [{ created: '2024-01-05T10:00:00.000+0000', author: { name: 'sample' }, items: [{ field: 'status', fromString: 'Open', toString: 'Closed' }] }] };
    const fields = {
      closedSprints: [{ name: 'S1' }], fixVersions: [{ name: 'Web 4.2.0' }], customfield_1: ['com.atlassian.greenhopper.service.sprint.Sprint@1[id=1,state=ACTIVE,name=S2,startDate=x]'], parent: { key: 'SMP-9' },
      issuelinks: [{ type: { inward: 'is blocked by', outward: 'blocks' }, inwardIssue: { key: 'SMP-4' } }], reporter: { accountId: 'a1', displayName: 'Sample', accountType: 'app' },
      comment: { comments: [{ id: '7', author: { name: 'sample' }, body: 'h1. Wiki *stays*', created: '2024-01-02T10:00:00.000+0000' }] },
    };
    const { items } = await readTexts({ a: JSON.stringify({ startAt: 0, issues: [json(fields, { changelog })] }) });
    expect(items[0]).toEqual({
      key: 'SMP-1', container: 'SMP', url: 'https://sample.example/browse/SMP-1', title: 'A sample', type: 'Bug', status: 'Closed', statusClass: 'done', created: Date.UTC(2024, 0, 1, 8),
      resolved: Date.UTC(2024, 1, 1, 10), labels: ['a'], components: ['core'], sprints: ['S1', 'S2', 'Web 4.2.0'], parent: 'SMP-9', links: [{ kind: 'is blocked by', key: 'SMP-4' }],
      author: { id: 'a1', name: 'Sample', bot: true }, comments: [{ id: '7', author: { id: 'sample' }, at: Date.UTC(2024, 0, 2, 10), text: 'h1. Wiki *stays*' }],
      history: [{ at: Date.UTC(2024, 0, 5, 10), by: { id: 'sample' }, field: 'status', from: 'Open', to: 'Closed' }],
    });
  });

  it.each([['Fixed', 'done'], ["Won't Do", 'closed_unfinished'], ['Duplicate', 'closed_unfinished'], ['Cannot Reproduce', 'closed_unfinished'], ['Incomplete', 'closed_unfinished']])('classes the resolution %s as %s', async (name, expected) => {
    const { items } = await readTexts({ a: JSON.stringify([json({ resolution: { name } })]) });
    expect(items[0]!.statusClass).toBe(expected);
  });

  it('writes rich text as plain text with Markdown marks', () => {
    const document = { type: 'doc', version: 1, content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Why' }] }, { type: 'paragraph', content: [{ type: 'text', text: 'See ' }, { type: 'text', text: 'this', marks: [{ type: 'link', attrs: { href: 'https://sample.example' } }] }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one', marks: [{ type: 'strong' }] }] }] }] }, { type: 'codeBlock', attrs: { language: 'sql' }, content: [{ type: 'text', text: 'select 1' }] },
    ] };
    expect(richTextToPlain(document)).toBe('## Why\n\nSee [this](https://sample.example)\n\n- **one**\n\n```sql\nselect 1\n```');
  });

  it('accounts for any JSON value as exactly one row and never throws', () => {
    const fields = fc.record(Object.fromEntries(['summary', 'status', 'labels', 'comment', 'issuelinks', 'reporter', 'created', 'description', 'customfield_1', 'closedSprints'].map((name) => [name, fc.jsonValue()])));
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({ key: fc.oneof(fc.constant('A-1'), fc.jsonValue()), fields: fc.oneof(fields, fc.jsonValue()), changelog: fc.jsonValue() })), (value) => {
      const sink = new RecordSink();
      sink.begin(1);
      mapJiraIssue(value, sink);
      expect(sink.take().filter((record) => record.kind !== 'unread' || record.unread.lost)).toHaveLength(1);
    }));
  });
});
