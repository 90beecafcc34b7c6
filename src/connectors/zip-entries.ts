// The files in a zip archive, one after another. Folders and the droppings of desktops are passed over.
import { open, type Entry, type ZipFile } from 'yauzl';
import type { Bytes } from './byte-stream.ts';
import { ArchiveDamaged } from './inflate.ts';
import type { Meter, SourceText } from './source-text.ts';
import { salvageZip } from './zip-salvage.ts';

const DROPPINGS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

function isDropping(name: string): boolean {
  return name.endsWith('/') || DROPPINGS.test(name);
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((done, fail) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, zip) => (error ? fail(error) : done(zip)));
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((done, fail) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => done(entry)));
    zip.once('end', () => settle(() => done(undefined)));
    zip.once('error', (error: Error) => settle(() => fail(error)));
    zip.readEntry();
  });
}

async function* entryBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((done, fail) => {
      zip.openReadStream(entry, (error, opened) => (error ? fail(error) : done(opened)));
    });
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw new ArchiveDamaged('the archive is damaged', error);
  }
}

/**
 * Texts of every file in the zip at `path`. When the directory at its end is missing or broken, what can be salvaged comes first and
 * ArchiveDamaged is thrown after it.
 */
export async function* zipEntries(
  path: string,
  meter: Meter,
  unpack: (entry: string, bytes: Bytes) => AsyncGenerator<SourceText>,
): AsyncGenerator<SourceText> {
  let zip: ZipFile;
  try {
    zip = await openZip(path);
  } catch (error) {
    for await (const { name, bytes } of salvageZip(path, meter.bytesTotal)) if (!isDropping(name)) yield* unpack(name, bytes);
    throw new ArchiveDamaged('the zip archive is damaged or cut off', error);
  }
  try {
    for (;;) {
      const entry = await nextEntry(zip).catch((error: unknown) => {
        throw new ArchiveDamaged('the zip archive is damaged', error);
      });
      if (entry === undefined) return;
      if (!isDropping(entry.fileName)) yield* unpack(entry.fileName, entryBytes(zip, entry));
      meter.bytesRead = Math.min(meter.bytesTotal, meter.bytesRead + entry.compressedSize);
    }
  } finally {
    zip.close();
  }
}
