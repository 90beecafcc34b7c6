// What a file on disk is to the readers: how far it was read, and the texts in it.
import type { PeekableBytes } from './byte-stream.ts';

/** How far the reading of one file has come. `sha256` is of the bytes on disk and there once the whole file was read. */
export interface Meter {
  readonly name: string;
  readonly bytesTotal: number;
  bytesRead: number;
  sha256: string | undefined;
}

/** One text in a file. `entry` is its path inside an archive, empty for the file itself. */
export interface SourceText {
  readonly entry: string;
  readonly bytes: PeekableBytes;
}
