// Unpacks gzip and raw deflate as a stream, and on damage hands out all that came before it. Knows no file names.
import { createGunzip, createInflateRaw } from 'node:zlib';
import type { Bytes } from './byte-stream.ts';

/** Damage or an early end of a packed file. What could be unpacked has been handed out before this is thrown. */
export class ArchiveDamaged extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ArchiveDamaged';
  }
}

/** Small steps, so that damage costs at most what one step unpacks to. */
const STEP = 1 << 16;

/** The unpacked bytes. Throws ArchiveDamaged at the place where the packing breaks. */
export async function* inflate(source: Bytes, packing: 'gzip' | 'deflate'): AsyncGenerator<Buffer> {
  const stream = packing === 'gzip' ? createGunzip({ chunkSize: STEP * 4 }) : createInflateRaw({ chunkSize: STEP * 4 });
  const ready: Buffer[] = [];
  let failure: unknown;
  const over = new Promise<void>((done) => {
    stream.once('close', done);
    stream.once('end', done);
  });
  stream.on('data', (chunk: Buffer) => ready.push(chunk));
  stream.on('error', (error) => {
    failure ??= error;
  });
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += STEP) {
        if (stream.errored) break;
        const part = chunk.subarray(at, at + STEP);
        await Promise.race([over, new Promise<void>((done) => stream.write(part, () => done()))]);
      }
      yield* ready.splice(0);
      if (failure !== undefined) break;
    }
    if (failure === undefined) stream.end();
    await over;
    yield* ready.splice(0);
  } finally {
    stream.destroy();
  }
  if (failure !== undefined) {
    const cutOff = (failure as { code?: string }).code === 'Z_BUF_ERROR';
    throw new ArchiveDamaged(cutOff ? 'the archive ends before its content does' : 'the archive is damaged', failure);
  }
}
