import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { MappingNeeded, NotAnExport } from './not-an-export.ts';
import { readTracker } from './read-tracker.ts';
import { readTexts } from './reading.fixture.ts';

const TABLE = 'Summary,Issue key,Status\nÜber,SMP-1,Done\nTwo,SMP-2,To Do\n';
const LINES = ['a', 'b', 'c'].map((title, i) => JSON.stringify({ number: i + 1, html_url: `https://github.com/sample/app/issues/${i + 1}`, title, state: 'open' })).join('\n');

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return bytesOf(zip.outputStream as unknown as AsyncIterable<unknown>);
}

describe('opening files', () => {
  it.each([
    ['plain', (text: string) => Buffer.from(text)], ['gzip', (text: string) => gzipSync(text)], ['gzip in gzip', (text: string) => gzipSync(gzipSync(text))],
    ['UTF-16 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')], ['UTF-16 without', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)], ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('reads %s by its content, whatever its name', async (_, encode) => {
    const content = encode(TABLE);
    const read = await readTexts({ 'export.pdf': content });
    expect(read.items.map(({ title, statusClass }) => [title, statusClass])).toEqual([['Über', 'done'], ['Two', 'open']]);
    expect(read.files).toEqual([{ name: 'export.pdf', sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, kinds: ['jira-csv'] }]);
  });

  it('reads every export in a zip and says which entry is none', async () => {
    const read = await readTexts({ a: await zipOf({ 'one.csv': TABLE, 'two.json': LINES, 'readme.txt': 'Words and words', '__MACOSX/x': 'x' }) });
    expect([read.items.length, read.kinds]).toEqual([5, ['jira-csv', 'github']]);
    expect(read.unread.map(({ where, code, lost }) => [where, code, lost])).toEqual([['readme.txt, the whole file', 'not_an_export', false]]);
  });

  it('reads a project export as it is packed', async () => {
    const tar = pack();
    tar.entry({ name: './tree/project/issues.ndjson' }, JSON.stringify({ iid: 4, title: 'Four', state: 'opened', project_id: 9, notes: [{ id: 1, note: 'Hi', system: false, author: { name: 'Sample' }, author_id: 3, created_at: '2024-01-01T00:00:00Z' }] }));
    tar.entry({ name: './tree/project/merge_requests.ndjson' }, JSON.stringify({ iid: 5, title: 'Five', state: 'merged', source_branch: 'x', target_project_id: 9 }));
    tar.entry({ name: './tree/project/labels.ndjson' }, JSON.stringify({ title: 'bug', color: '#f00' }));
    tar.entry({ name: './project.bundle' }, 'binary');
    tar.finalize();
    const read = await readTexts({ a: gzipSync(await bytesOf(tar)) });
    expect(read.items).toMatchObject([{ key: '9#4', comments: [{ id: '1', text: 'Hi', author: { id: '3', name: 'Sample' } }] }]);
    expect([read.skipped, read.unread]).toEqual([{ pull_request: 1, label: 1 }, []]);
  });

  it('reads what came before the place where an archive breaks, and says so', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => LINES.split('\n')[0]!.replace('"number":1', `"number":${i}`).replace('issues/1', `issues/${i}?${Math.sin(i)}`)).join('\n');
    const gzip = gzipSync(many);
    for (const content of [gzip.subarray(0, gzip.length >> 1), (await zipOf({ 'a.json': many })).subarray(0, gzip.length >> 1)]) {
      const read = await readTexts({ a: content });
      expect(read.items.length).toBeGreaterThan(500);
      expect(read.unread.map(({ code }) => code)).toEqual(expect.arrayContaining(['archive_damaged']));
      expect(read.accounted).toBe(read.rows);
    }
  });

  it('says that a document was cut off, even between two records', async () => {
    const list = `[${LINES.split('\n').join(',')}`;
    expect((await readTexts({ a: list })).unread).toEqual([{ where: 'the rest of the file after record 3', code: 'json_cut_off', value: 'the document ends before its lists are closed', lost: false }]);
    const inside = await readTexts({ a: list.slice(0, -20) });
    expect([inside.items.length, inside.unread.map(({ code }) => code)]).toEqual([2, ['json_malformed', 'json_cut_off']]);
  });

  it('finds its way back after a record that is broken', async () => {
    const read = await readTexts({ a: `[${LINES.split('\n').map((line, i) => (i === 1 ? line.replace('"title":', '"title') : line)).join(',\n')}]` });
    expect([read.items.map(({ title }) => title), read.unread.map(({ code }) => code), read.accounted]).toEqual([['a', 'c'], ['json_malformed'], read.rows]);
  });
});

describe('turning files down', () => {
  it.each([
    ['%PDF-1.4 ...', /is a PDF document/], ['<!DOCTYPE html><html>', /a web page/], ['', /is empty/], ['\n\n  ', /nothing but blanks/], ['Dear all, hello.\nBye.', /no table of issues/],
    ['{"a":1}', /marks of no tracker/], ['[]', /without a record/], [Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]), /is not text/],
  ])('answers %j with one sentence', async (content, expected) => {
    const refusal = await readTexts({ 'notes.bin': content }).then(() => undefined, (error: unknown) => error);
    expect(refusal).toBeInstanceOf(NotAnExport);
    expect((refusal as Error).message).toMatch(expected);
    expect((refusal as Error).message).toMatch(/^notes\.bin /);
  });

  it('turns down a missing file and a kind the content cannot have', async () => {
    await expect(readTracker(['/nowhere/at-all.csv']).records().next()).rejects.toThrow('at-all.csv does not exist');
    await expect(readTexts({ a: LINES }, { kind: 'jira-csv' })).rejects.toThrow(/is JSON, which cannot be read as jira-csv/);
  });

  it('takes a letter for a letter, though its greeting ends with a comma and another line has one', async () => {
    const letter = 'Dear shops of Sample Parcel,\n\nthe counter is closed on Monday.\n\nYours, Sample Support\n';
    expect(await readTexts({ letter }).catch((error: unknown) => error)).toBeInstanceOf(NotAnExport);
  });

  it('asks for a mapping when the header is unknown, suggests one, and reads by the one it is given', async () => {
    const text = 'nr;naam;state;opened_at\n1;Een;open;2024-01-02\n2;Twee;closed;2024-01-03\n';
    const refusal = await readTexts({ a: text }).catch((error: unknown) => error) as MappingNeeded;
    expect(refusal).toBeInstanceOf(MappingNeeded);
    expect([refusal.header, refusal.suggested]).toEqual([['nr', 'naam', 'state', 'opened_at'], { key: 'nr', status: 'state', created: 'opened_at' }]);
    const read = await readTexts({ a: text }, { map: { key: 'nr', title: 'naam', status: 'state', created: 'opened_at' } });
    expect(read.items.map(({ key, title, statusClass }) => [key, title, statusClass])).toEqual([['1', 'Een', 'open'], ['2', 'Twee', 'done']]);
    await expect(readTexts({ a: text }, { map: { title: 'Naam!' } })).rejects.toThrow(/it has no column "Naam!"/);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(readTexts({ a: TABLE }, { signal })).rejects.toThrow('stopped');
  });
});
