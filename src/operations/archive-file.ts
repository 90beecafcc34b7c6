// The archive as a file: a zip of one NDJSON and one CSV a table and a manifest with counts and checksums. Reads and checks;
// knows no table's meaning.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

export const ARCHIVE_SCHEMA = 'throughline.archive/1';
const SCHEMA = /^throughline\.archive\/(\d+)$/;
const MANIFEST = 'manifest.json';

export interface ArchiveManifest {
  readonly schema: string;
  readonly program: string;
  readonly madeAt: string;
  readonly workspace: { readonly name: string; readonly time_zone: string; readonly sample_seed: number | null };
  readonly files: readonly { readonly name: string; readonly table: string; readonly rows: number; readonly sha256: string }[];
}

export type ArchiveCheck =
  | { readonly ok: true; readonly manifest: ArchiveManifest }
  | { readonly ok: false; readonly code: 'archive_newer' | 'archive_damaged'; readonly details: Readonly<Record<string, unknown>> };

/** An open archive. Close it. */
export class ArchiveReader {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open(path: string): Promise<ArchiveReader> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => { entries.set(entry.fileName, entry); zip.readEntry(); });
      zip.on('end', () => resolve());
      zip.on('error', reject);
      zip.readEntry();
    });
    return new ArchiveReader(zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  async bytes(name: string): Promise<AsyncIterable<Buffer>> {
    const entry = this.#entries.get(name);
    if (!entry) throw new Error(`${name} is missing`);
    return this.#zip.openReadStreamPromise(entry);
  }

  async text(name: string): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of await this.bytes(name)) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  }

  /** The rows of one NDJSON file in order. */
  async *rows(name: string): AsyncGenerator<Record<string, unknown>> {
    const input = (await this.bytes(name)) as unknown as NodeJS.ReadableStream;
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line !== '') yield JSON.parse(line) as Record<string, unknown>;
    }
  }

  close(): void {
    this.#zip.close();
  }
}

/** True for a zip that carries a manifest of ours, whatever its version. Cheap: the rows are not read. */
export async function isArchive(path: string): Promise<boolean> {
  if (!(await beginsLikeZip(path))) return false;
  const reader = await ArchiveReader.open(path).catch(() => undefined);
  if (!reader) return false;
  try {
    return reader.has(MANIFEST) && SCHEMA.test(String((JSON.parse(await reader.text(MANIFEST)) as { schema?: unknown }).schema));
  } catch {
    return false;
  } finally {
    reader.close();
  }
}

async function beginsLikeZip(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return false;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

/** Reads the whole archive once and compares every checksum: nothing is written before this said yes. */
export async function checkArchive(path: string): Promise<ArchiveCheck> {
  const damaged = (reason: string): ArchiveCheck => ({ ok: false, code: 'archive_damaged', details: { reason } });
  let reader: ArchiveReader;
  try {
    reader = await ArchiveReader.open(path);
  } catch {
    return damaged('it is not a whole zip file');
  }
  try {
    const manifest = JSON.parse(await reader.text(MANIFEST)) as ArchiveManifest;
    const version = Number(SCHEMA.exec(manifest.schema)?.[1]);
    if (version > 1) return { ok: false, code: 'archive_newer', details: { version: manifest.program } };
    for (const file of manifest.files) {
      if (!reader.has(file.name)) return damaged(`${file.name} is missing`);
      const hash = createHash('sha256');
      for await (const part of await reader.bytes(file.name)) hash.update(part);
      if (hash.digest('hex') !== file.sha256) return damaged(`${file.name} is not as it was written`);
    }
    return { ok: true, manifest };
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'it cannot be read');
  } finally {
    reader.close();
  }
}
