// Opens a file as it lies on disk and hands out the texts in it: itself, or what a gzip, zip or tar holds. The one place
// of file I/O for trackers. Decides by the first bytes, never by the name; refuses to know any tracker.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { asUtf8, PeekableBytes, unicodeForm, type Bytes } from './byte-stream.ts';
import { inflate } from './inflate.ts';
import { NotAnExport } from './not-an-export.ts';
import type { Meter, SourceText } from './source-text.ts';
import { tarEntries } from './tar-entries.ts';
import { zipEntries } from './zip-entries.ts';

const CHUNK = 1 << 20;

/**
 * Size and name before anything is read. Throws NotAnExport for what cannot be opened at all, with the reason.
 */
export async function meterOf(path: string): Promise<Meter> {
  const name = basename(path);
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new NotAnExport(name, 'is a folder', 'Name the export files in it');
    if (about.size === 0 && about.isFile()) throw new NotAnExport(name, 'is empty', 'Export the issues again and hand over that file');
    return { name, bytesTotal: about.size, bytesRead: 0, sha256: undefined };
  } catch (error) {
    if (error instanceof NotAnExport) throw error;
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT') throw new NotAnExport(name, 'does not exist', 'Check the path', error);
    if (code === 'EACCES') throw new NotAnExport(name, 'may not be read by this user', 'Change its permissions', error);
    throw error;
  }
}

async function* readMetered(path: string, meter: Meter, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    signal?.throwIfAborted();
    hash.update(chunk as Buffer);
    meter.bytesRead += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  meter.sha256 = hash.digest('hex');
}

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const magic = Buffer.alloc(4);
    const { bytesRead } = await handle.read(magic, 0, 4, 0);
    return bytesRead === 4 && magic.readUInt32LE(0) === 0x04034b50;
  } finally {
    await handle.close();
  }
}

/** Reads what is left so that the hash and the count are of the whole file. */
async function drain(bytes: AsyncGenerator<Buffer>): Promise<void> {
  for await (const chunk of bytes) void chunk;
}

/**
 * The texts in the file at `path`, one after another; each must be read or left before the next is asked for.
 * A glance is for looking at beginnings: it leaves out the hash. Packed files are unpacked as a stream (gzip in gzip and tar in gzip too). Throws ArchiveDamaged through a text's bytes.
 */
export async function* openTexts(path: string, meter: Meter, signal?: AbortSignal, glance = false): AsyncGenerator<SourceText> {
  if (await isZip(path)) {
    if (!glance) meter.sha256 = await hashOf(path, signal);
    yield* zipEntries(path, meter, (entry, bytes) => unpack(entry, bytes, 0));
    meter.bytesRead = meter.bytesTotal;
    return;
  }
  const disk = readMetered(path, meter, signal);
  try {
    yield* unpack('', keepOpen(disk), 0);
    if (!glance) await drain(disk);
  } finally {
    await disk.return(undefined);
  }
}

async function hashOf(path: string, signal: AbortSignal | undefined): Promise<string> {
  const meter: Meter = { name: '', bytesTotal: 0, bytesRead: 0, sha256: undefined };
  await drain(readMetered(path, meter, signal));
  return meter.sha256!;
}

/** Leaving a loop closes a generator; the rest of the file is still wanted for its hash. */
function keepOpen(source: AsyncGenerator<Buffer>): Bytes {
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}

async function* unpack(entry: string, source: Bytes, depth: number): AsyncGenerator<SourceText> {
  const bytes = new PeekableBytes(source);
  const head = await bytes.peek(1024);
  const packed = head.length >= 3 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
  if (packed && depth < 3) return yield* unpack(entry, inflate(bytes.all(), 'gzip'), depth + 1);
  if (head.length >= 512 && head.toString('latin1', 257, 262) === 'ustar' && depth < 3) return yield* tarEntries(entry, bytes.all());
  const form = unicodeForm(head);
  yield { entry, bytes: form === 'utf-8' ? bytes : new PeekableBytes(asUtf8(bytes.all(), form)) };
}
