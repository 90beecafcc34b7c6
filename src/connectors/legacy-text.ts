// Bytes to text: UTF-8 where they are UTF-8, Windows-1252 line by line where they are not. Never fails.
import { isUtf8 } from 'node:buffer';
import type { Bytes } from './byte-stream.ts';

const windows1252 = new TextDecoder('windows-1252');
const NEWLINE = 10;
/** A line longer than this is decoded in parts. */
const LONGEST_LINE = 16 << 20;

/** The text of `bytes[start, end)`. U+FFFD in the first reading is the cheap sign that they may not be UTF-8. */
export function decodeSpan(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end);
  if (!text.includes('\uFFFD')) return text;
  const span = bytes.subarray(start, end);
  return isUtf8(span) ? text : windows1252.decode(span);
}

function decodeLines(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    text += decodeSpan(bytes, start, end);
    start = end;
  }
  return text;
}

/** Text in pieces that end at a line's end, save the last and those of a line over 16 MB. */
export async function* decodeText(source: Bytes): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let failure: unknown;
  try {
    for await (const chunk of source) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let cut = bytes.lastIndexOf(NEWLINE) + 1;
      if (cut === 0 && bytes.length > LONGEST_LINE) {
        cut = bytes.length;
        while (cut > bytes.length - 4 && (bytes[cut - 1]! & 0xc0) === 0x80) cut--;
        if ((bytes[cut - 1]! & 0xc0) === 0xc0) cut--;
      }
      rest = bytes.subarray(cut);
      if (cut > 0) yield decodeLines(bytes.subarray(0, cut));
    }
  } catch (broken) {
    failure = broken;
  }
  if (rest.length > 0) yield decodeLines(rest);
  if (failure !== undefined) throw failure;
}
