// Everything in the workspace as one file: a zip of NDJSON that is read back without loss, and a CSV beside each for people.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { csvField } from '../domain/backlog/cull-export.ts';
import { dayOf } from '../domain/kernel/instant.ts';
import { granted } from '../domain/kernel/ruling.ts';
import { ARCHIVED, archivedColumns, archivedRows, getArchivedWorkspace, insertArchive, type ArchivedColumn, type ArchivedRow } from '../store/archive.ts';
import { ARCHIVE_SCHEMA, type ArchiveManifest } from './archive-file.ts';
import { answerAfterCommit, type Asker, type Handlers } from './context.ts';
import type { Services } from './services.ts';

export const exportHandlers: Pick<Handlers, 'export.create'> = {
  async 'export.create'(_given, { asker, now, newId, services }) {
    const id = newId('archive');
    return answerAfterCommit(async () => {
      const path = services.files.pathOf(id);
      const items = await writeArchive(services, asker, path, now).catch(async (error: unknown) => {
        await rm(path, { force: true });
        throw error;
      });
      const archive = { id, fileName: `throughline-${dayOf(now)}.zip`, bytes: (await stat(path)).size, sha256: await sha256Of(path), items };
      await services.store.transaction((tx) => insertArchive(tx, asker.workspaceId, { ...archive, at: now }));
      return granted({ archive, download: `/api/v1/archives/${id}` });
    });
  },
};

/** Writes the archive from one snapshot, of what is private only the asker's own; returns how many items are in it. */
function writeArchive(services: Pick<Services, 'store' | 'version'>, { workspaceId, memberId }: Pick<Asker, 'workspaceId' | 'memberId'>, path: string, now: number): Promise<number> {
  return services.store.transaction(async (tx) => {
    const zip = new ZipFile();
    const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
    const workspace = await getArchivedWorkspace(tx, workspaceId);
    const files: { name: string; table: string; rows: number; sha256: string }[] = [];
    const mtime = new Date(now);
    try {
      for (const [table, ...key] of ARCHIVED) {
        const columns = await archivedColumns(tx, table);
        const tableFile = async (name: string, lines: (rows: ArchivedRow[]) => string, head: string): Promise<void> => {
          const facts = { name, table, rows: 0, sha256: '' };
          await added(zip, name, mtime, counted(facts, head, lines, archivedRows(tx, { workspaceId, memberId }, table, key, columns)));
          files.push(facts);
        };
        await tableFile(`data/${table}.ndjson`, (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''), '');
        await tableFile(`csv/${table}.csv`, (rows) => rows.map((row) => csvLine(row, columns)).join(''), `${columns.map(({ name }) => csvField(name)).join(',')}\r\n`);
      }
      const manifest: ArchiveManifest = { schema: ARCHIVE_SCHEMA, program: services.version, madeAt: mtime.toISOString(), workspace, files };
      zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', { mtime });
      zip.end();
      await written;
    } catch (error) {
      written.catch(() => undefined);
      (zip.outputStream as Readable).destroy();
      throw error;
    }
    return files.find(({ name }) => name === 'data/item.ndjson')!.rows;
  }, { isolation: 'repeatable read', limitMs: 0 });
}

/** Resolves when the entry was read to its end: one table is open at a time. */
function added(zip: ZipFile, name: string, mtime: Date, content: AsyncGenerator<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = Readable.from(content, { objectMode: false });
    stream.on('end', resolve);
    stream.on('error', reject);
    zip.addReadStream(stream, name, { mtime });
  });
}

async function* counted(facts: { rows: number; sha256: string }, head: string, lines: (rows: ArchivedRow[]) => string, pages: AsyncGenerator<ArchivedRow[]>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const first = Buffer.from(head);
  hash.update(first);
  if (first.length > 0) yield first;
  for await (const rows of pages) {
    const part = Buffer.from(lines(rows));
    facts.rows += rows.length;
    hash.update(part);
    yield part;
  }
  facts.sha256 = hash.digest('hex');
}

function csvLine(row: ArchivedRow, columns: readonly ArchivedColumn[]): string {
  return `${columns.map(({ name, json }) => {
    const value = row[name];
    return value === null || value === undefined ? '' : csvField(json ? JSON.stringify(value) : String(value as string | number | boolean));
  }).join(',')}\r\n`;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
