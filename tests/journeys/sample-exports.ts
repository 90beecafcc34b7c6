// Small exports of an obviously sample company, as files on disk: a Jira CSV with damage in it, a GitHub export with a long tail,
// a table nobody knows, and something that is no export.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const JIRA_HEADER = 'Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Reporter,Created,Updated,Resolved,Description';

function jiraRow(n: number, title: string, created: string, more: { readonly status?: string; readonly resolved?: string; readonly body?: string } = {}): string {
  const status = more.status ?? 'To Do';
  return [title, `SMP-${n}`, String(10_000 + n), 'Story', status, status === 'Done' ? 'Done' : 'To Do', 'SMP', 'Sample Support', created, created, more.resolved ?? '', more.body ?? ''].map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** What is in `damagedJiraCsv`, as the import report must say it. */
export const DAMAGE = { items: 8, date: { value: '45/Foo/24 9:00 AM', key: 'SMP-3' }, wide: 'left over from a merge', twice: 'SMP-5' };

/** Eight items; one date is damaged, one row has a cell too many, one key comes twice, one row is blank. Returns the path. */
export function damagedJiraCsv(folder: string): string {
  const rows = [
    JIRA_HEADER,
    jiraRow(1, 'Sample shops see why a parcel came back', '04/Mar/24 9:00 AM', { status: 'Done', resolved: '20/Mar/24 9:00 AM' }),
    jiraRow(2, 'Sample label preview in dark', '05/Mar/24 9:00 AM'),
    jiraRow(3, 'Sample refund mail arrives twice', DAMAGE.date.value),
    `${jiraRow(4, 'Sample carrier list is out of date', '07/Mar/24 9:00 AM')},${DAMAGE.wide}`,
    jiraRow(5, 'Sample returns page, first wording', '08/Mar/24 9:00 AM'),
    ',,,,,,,,,,,',
    jiraRow(6, 'Sample import of addresses', '09/Mar/24 9:00 AM', { body: 'Shops paste addresses,\nline by line.' }),
    jiraRow(5, 'Sample returns page, second wording', '08/Mar/24 9:00 AM'),
    jiraRow(7, 'Sample scan button is too small', '10/Mar/24 9:00 AM'),
    jiraRow(8, 'Sample report on late parcels', '11/Mar/24 9:00 AM'),
  ];
  return write(folder, 'sample-parcel.csv', `${rows.join('\n')}\n`);
}

export function unknownTable(folder: string): string {
  return write(folder, 'sample-wishes.csv', 'Ticket;Worum geht es;Seit\nW-1;Sample wish: scan two parcels at once;2024-03-01\nW-2;Sample wish: print labels in order;2024-03-04\n');
}

export function noExport(folder: string): string {
  return write(folder, 'sample-letter.txt', 'Dear shops of Sample Parcel,\n\nthe counter is closed on Monday.\n\nYours, Sample Support\n');
}

const DAY = 86_400_000;

/** A GitHub export: three years in which items were finished within weeks or never. Returns the path. */
export function githubWithLongTail(folder: string, now = Date.now()): string {
  const time = (daysAgo: number): string => new Date(now - daysAgo * DAY).toISOString().replace(/\.\d+Z$/, 'Z');
  const issue = (number: number, title: string, createdAgo: number, closedAgo: number | undefined): object => ({
    number, title, html_url: `https://github.example/sample-parcel/labels/issues/${number}`, url: `https://api.github.example/repos/sample-parcel/labels/issues/${number}`,
    repository_url: 'https://api.github.example/repos/sample-parcel/labels', state: closedAgo === undefined ? 'open' : 'closed', state_reason: closedAgo === undefined ? null : 'completed',
    user: { login: `sample-shop-${number % 7}`, type: 'User' }, labels: [], assignees: [], comments: 0,
    created_at: time(createdAgo), updated_at: time(closedAgo ?? createdAgo), closed_at: closedAgo === undefined ? null : time(closedAgo), body: null,
  });
  const issues = [
    ...Array.from({ length: 240 }, (_, n) => issue(n + 1, `Sample parcel ${n + 1} was scanned in the wrong hall`, 1_090 - n * 4, 1_090 - n * 4 - 5 - (n % 20))),
    ...Array.from({ length: 120 }, (_, n) => issue(n + 241, `Sample ${TOPICS[n % TOPICS.length]} of hall ${String(n + 1).padStart(3, '0')}`, 1_085 - n * 2, undefined)),
  ];
  return write(folder, 'sample-labels.json', JSON.stringify(issues));
}

const TOPICS = ['light is dim at the belt', 'gate waits for its key', 'scanner beeps on every box', 'shelf has no number', 'printer pulls two sheets', 'board shows last week'];

function write(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
