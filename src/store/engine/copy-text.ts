// Decides how rows become COPY's text format, the same for both engines. Knows no table and no connection.
import { encodeParameter } from './parameters.ts';

const SPECIAL = /[\\\b\f\n\r\t\v]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v',
};

/** One line, with its newline. null is `\N`. Values as in `encodeParameter`. Example: `['a\tb', null]` -> `a\\tb<tab>\\N\n`. */
export function encodeCopyRow(values: readonly unknown[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) line += '\t';
    const text = encodeParameter(values[i]);
    line += text === null ? '\\N' : text.replace(SPECIAL, (found) => ESCAPED[found]!);
  }
  return `${line}\n`;
}

/** About this many characters are handed over at a time; a row is never cut. */
const CHUNK_CHARACTERS = 4 * 1024 * 1024;

/** The rows as UTF-8 chunks of whole lines. Yields nothing when there are no rows. A row of another width throws RangeError. */
export async function* copyChunks(
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  width: number,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let pending: string[] = [];
  let characters = 0;
  for await (const row of rows) {
    if (row.length !== width) throw new RangeError(`a row of ${row.length} values for ${width} columns`);
    const line = encodeCopyRow(row);
    pending.push(line);
    characters += line.length;
    if (characters >= CHUNK_CHARACTERS) {
      yield encoder.encode(pending.join(''));
      pending = [];
      characters = 0;
    }
  }
  if (pending.length > 0) yield encoder.encode(pending.join(''));
}
