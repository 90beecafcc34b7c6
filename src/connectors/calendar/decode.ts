// The bytes of a calendar as text: UTF-8, UTF-16 with or without a mark, or Windows-1252 where they are nothing else. Never fails.
import { isUtf8 } from 'node:buffer';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/** Bytes in which folds are undone: a fold may lie between the bytes of one letter. */
function unfolded(bytes: Buffer): Buffer {
  const whole = Buffer.allocUnsafe(bytes.length);
  let size = 0;
  for (let i = 0; i < bytes.length; i++) {
    let next = i;
    while (bytes[next] === 13) next++;
    if (bytes[next] === 10 && (bytes[next + 1] === 32 || bytes[next + 1] === 9)) i = next + 1;
    else whole[size++] = bytes[i]!;
  }
  return whole.subarray(0, size);
}

/** A line that is mostly UTF-8 was UTF-8 before something damaged it; one with as much wrong as right was something else. */
function decodeLine(bytes: Buffer): string {
  const text = utf8.decode(bytes);
  const wrong = text.match(/\uFFFD/g)?.length ?? 0;
  if (wrong === 0) return text;
  const right = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return right > wrong ? text : windows1252.decode(bytes);
}

function lineByLine(bytes: Buffer): string {
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    text += decodeLine(bytes.subarray(start, end));
    start = end;
  }
  return text;
}

/** Where UTF-16 has no mark, every second byte of its first letters is zero. */
function wide(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4) return undefined;
  if (bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0 ? 'utf-16be' : undefined;
}

/** The text of a calendar without its byte order mark. */
export function decodeCalendar(content: Uint8Array | string): string {
  if (typeof content === 'string') return content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const encoding = wide(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return bytes.toString('utf8', start);
  const whole = unfolded(bytes.subarray(start));
  return isUtf8(whole) ? whole.toString('utf8') : lineByLine(whole);
}
