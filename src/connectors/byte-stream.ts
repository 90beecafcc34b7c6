// A stream of bytes one can look into before reading it, and the re-encodings done on the way. Knows no file formats.

export type Bytes = AsyncIterable<Buffer>;

/** Bytes handed out at a time: a reader passes its records on after each stretch, so that none hands over thousands at once. */
const STRETCH = 1 << 18;

function* stretches(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += STRETCH) yield bytes.subarray(from, from + STRETCH);
}

/** Bytes that can be looked at without being consumed. `all` may be asked for once. */
export class PeekableBytes {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #failure: unknown;
  #ended = false;

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * Up to `count` bytes from the start; fewer when the stream is shorter or breaks before. A break is thrown by `all`, after what came
   * before it, and here only when nothing came before it.
   */
  async peek(count: number): Promise<Buffer> {
    while (this.#heldBytes < count && !this.#ended) await this.#pull();
    if (this.#heldBytes === 0 && this.#failure !== undefined) throw this.#failure;
    if (this.#held.length > 1) this.#held = [Buffer.concat(this.#held)];
    return (this.#held[0] ?? Buffer.alloc(0)).subarray(0, count);
  }

  async #pull(): Promise<void> {
    try {
      const next = await this.#source.next();
      if (next.done) this.#ended = true;
      else if (next.value.length > 0) {
        this.#held.push(next.value);
        this.#heldBytes += next.value.length;
      }
    } catch (failure) {
      this.#failure = failure;
      this.#ended = true;
    }
  }

  async *all(): AsyncGenerator<Buffer> {
    const held = this.#held;
    this.#held = [];
    for (const part of held) yield* stretches(part);
    while (!this.#ended) {
      await this.#pull();
      const fresh = this.#held;
      this.#held = [];
      for (const part of fresh) yield* stretches(part);
    }
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/** The encoding a text begins in, by its byte order mark or, without one, by where its zero bytes lie. */
export function unicodeForm(head: Buffer): 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' {
  if (head.length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head.length >= 2 && head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const span = Math.min(head.length & ~1, 512);
  let even = 0, odd = 0;
  for (let i = 0; i < span; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (span >= 8 && odd > span / 5 && even < span / 50) return 'utf-16le';
  if (span >= 8 && even > span / 5 && odd < span / 50) return 'utf-16be';
  return 'utf-8';
}

/** UTF-8 without a byte order mark, whatever the form was. A break of the source is passed on after what came before it. */
export async function* asUtf8(source: Bytes, form: ReturnType<typeof unicodeForm>): AsyncGenerator<Buffer> {
  if (form === 'utf-8') return yield* source;
  if (form === 'utf-8-bom') {
    let first = true;
    for await (const chunk of source) {
      yield first ? chunk.subarray(3) : chunk;
      first = false;
    }
    return;
  }
  const decoder = new TextDecoder(form);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}
