// What can still be read of a zip that was cut off: its directory lies at the end, but each file in it has a header of its own.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Bytes } from './byte-stream.ts';
import { inflate } from './inflate.ts';

const HEADER = 30;

/**
 * Name and bytes of each file from the start of the archive, up to the cut. A file whose packed size is not in its header is the last one found,
 * since nothing tells where it ends. The bytes of the file that was cut off end in ArchiveDamaged.
 */
export async function* salvageZip(path: string, size: number): AsyncGenerator<{ name: string; bytes: Bytes }> {
  const handle = await open(path, 'r');
  try {
    for (let at = 0; at + HEADER < size;) {
      const head = Buffer.alloc(HEADER);
      await handle.read(head, 0, HEADER, at);
      if (head.readUInt32LE(0) !== 0x04034b50) return;
      const flags = head.readUInt16LE(6), method = head.readUInt16LE(8), packed = head.readUInt32LE(18), nameLength = head.readUInt16LE(26);
      const name = Buffer.alloc(nameLength);
      await handle.read(name, 0, nameLength, at + HEADER);
      const start = at + HEADER + nameLength + head.readUInt16LE(28);
      const known = (flags & 8) === 0 && packed !== 0xffffffff;
      if ((flags & 1) !== 0 || (method !== 8 && !(method === 0 && known)) || start >= size) return;
      const end = known ? Math.min(size, start + packed) : size;
      const raw = createReadStream(path, { start, end: end - 1 });
      if (end > start) yield { name: name.toString('utf8'), bytes: method === 8 ? inflate(raw, 'deflate') : raw };
      if (!known) return;
      at = start + packed;
    }
  } finally {
    await handle.close();
  }
}
