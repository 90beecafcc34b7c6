// Newline-delimited JSON: one value per line, parsed line by line. Knows no tracker.
import type { Bytes } from '../byte-stream.ts';
import { decodeSpan } from '../legacy-text.ts';

export interface JsonListener {
  /** One record that parsed. `number` is its line (or record) from 1. */
  value(value: unknown, number: number): void;
  /** One record that did not parse, as far as it stands. */
  malformed(text: string, number: number): void;
}

const NEWLINE = 10;
const LONGEST_LINE = 256 << 20;

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte !== 32 && byte !== 13 && byte !== 9 && byte !== 0) return false;
  }
  return true;
}

function readLine(bytes: Buffer, start: number, end: number, number: number, listener: JsonListener): void {
  const text = decodeSpan(bytes, start, end);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (!isBlank(bytes, start, end)) listener.malformed(text.slice(0, 400), number);
    return;
  }
  listener.value(value, number);
}

/**
 * Reads every line and tells the listener; yields after each stretch of input so that the caller can pass records on.
 * Blank lines count as lines and as nothing else. A break of the source is thrown after the line it cut off was reported.
 */
export async function* readJsonLines(source: Bytes, listener: JsonListener): AsyncGenerator<void> {
  let pieces: Buffer[] = [];
  let held = 0;
  let number = 0;
  let failure: unknown;
  try {
    for await (const chunk of source) {
      let start = 0;
      if (pieces.length > 0) {
        const newline = chunk.indexOf(NEWLINE);
        if (newline === -1 && held + chunk.length < LONGEST_LINE) {
          pieces.push(chunk);
          held += chunk.length;
          continue;
        }
        const end = newline === -1 ? chunk.length : newline;
        const line = Buffer.concat([...pieces, chunk.subarray(0, end)]);
        readLine(line, 0, line.length, ++number, listener);
        pieces = [];
        held = 0;
        start = end + 1;
      }
      for (let newline = chunk.indexOf(NEWLINE, start); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
        readLine(chunk, start, newline, ++number, listener);
        start = newline + 1;
      }
      if (start < chunk.length) {
        pieces.push(chunk.subarray(start));
        held = chunk.length - start;
      }
      yield;
    }
  } catch (broken) {
    failure = broken;
  }
  if (pieces.length > 0) {
    const line = Buffer.concat(pieces);
    readLine(line, 0, line.length, ++number, listener);
    yield;
  }
  if (failure !== undefined) throw failure;
}
