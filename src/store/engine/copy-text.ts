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

/** Gathers lines until there are enough for a chunk. */
class Chunk {
  readonly #encoder = new TextEncoder();
  readonly #width: number;
  #lines: string[] = [];
  #characters = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** True when the chunk is full. */
  add(row: readonly unknown[]): boolean {
    if (row.length !== this.#width) throw new RangeError(`a row of ${row.length} values for ${this.#width} columns`);
    const line = encodeCopyRow(row);
    this.#lines.push(line);
    this.#characters += line.length;
    return this.#characters >= CHUNK_CHARACTERS;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#encoder.encode(this.#lines.join(''));
    this.#lines = [];
    this.#characters = 0;
    return bytes;
  }
}

/** The rows as UTF-8 chunks of whole lines. Yields nothing when there are no rows. A row of another width throws RangeError. */
export async function* copyChunks(
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  width: number,
): AsyncGenerator<Uint8Array> {
  const chunk = new Chunk(width);
  // Rows that are there already are not waited for one by one.
  if (Symbol.iterator in rows) {
    for (const row of rows) if (chunk.add(row)) yield chunk.take();
  } else {
    for await (const row of rows) if (chunk.add(row)) yield chunk.take();
  }
  if (!chunk.isEmpty) yield chunk.take();
}

/** As `copyChunks`, of rows that are there, each chunk with a buffer of its own: fit to be handed to another thread. */
export function copyTexts(rows: Iterable<readonly unknown[]>, width: number): Uint8Array<ArrayBuffer>[] {
  const chunk = new Chunk(width);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (const row of rows) if (chunk.add(row)) chunks.push(chunk.take());
  if (!chunk.isEmpty) chunks.push(chunk.take());
  return chunks;
}
