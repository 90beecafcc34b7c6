// Holds the items of a duplicate search as flat arrays of numbers: dense word ids, letters, components.
// It keeps no body and no title: about half a kilobyte per item. Knows nothing of likeness.
import { encodeText } from './duplicates-text.ts';
import type { Item } from './item.ts';

/** An array of numbers that grows by doubling. */
class Grown<A extends Int32Array | Uint8Array> {
  data: A;
  length = 0;
  readonly #make: (size: number) => A;
  constructor(make: (size: number) => A) {
    this.#make = make;
    this.data = make(1024);
  }
  reserve(more: number): void {
    if (this.length + more <= this.data.length) return;
    let size = this.data.length;
    while (size < this.length + more) size *= 2;
    const wider = this.#make(size);
    wider.set(this.data.subarray(0, this.length) as never);
    this.data = wider;
  }
  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }
}

/** 32-bit word hashes to dense ids, by open addressing. Two words of one hash become one word: about 1 in 8,000 at a million words. */
class Vocabulary {
  #slots = new Int32Array(1 << 14).fill(-1);
  #mask = (1 << 14) - 1;
  readonly hashes = new Grown((size) => new Int32Array(size));
  readonly words: string[] = [];
  readonly numeric: boolean[] = [];

  idOf(hash: number, text: string, start: number, end: number): number {
    let slot = (hash ^ (hash >>> 16)) & this.#mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id === -1) break;
      if (this.hashes.data[id] === hash) return id;
      slot = (slot + 1) & this.#mask;
    }
    const id = this.words.length;
    this.#slots[slot] = id;
    this.hashes.push(hash);
    this.words.push(freshCopy(text, start, Math.min(end, start + 40)));
    this.numeric.push(hasDigit(text, start, end));
    if (this.words.length * 2 > this.#mask) this.#grow();
    return id;
  }

  #grow(): void {
    const size = (this.#mask + 1) * 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (let id = 0; id < this.words.length; id++) {
      const hash = this.hashes.data[id]!;
      let slot = (hash ^ (hash >>> 16)) & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id;
    }
  }
}

/** A slice would keep the whole body alive behind it; letters put together anew do not. */
function freshCopy(text: string, start: number, end: number): string {
  const codes: number[] = [];
  for (let i = start; i < end; i++) codes.push(text.charCodeAt(i));
  return String.fromCharCode(...codes);
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** The items, frozen for searching and sorted by key so that the order they came in changes nothing. */
export interface Corpus {
  readonly size: number;
  readonly keys: readonly string[];
  readonly parents: readonly (string | undefined)[];
  /** Word ids of item i: title words from `starts[i]` (distinct) to `bodyStarts[i]`, then body words (distinct) to `ends[i]`. */
  readonly words: Int32Array;
  /** How often a word stands in that field, beside `words`. */
  readonly counts: Uint8Array;
  readonly starts: Int32Array;
  readonly bodyStarts: Int32Array;
  readonly ends: Int32Array;
  /** Letters of item i from `letterStarts[i]`; the title's end at `titleEnds[i]`, the body's at `letterEnds[i]`. */
  readonly letters: Uint8Array;
  readonly letterStarts: Int32Array;
  readonly titleEnds: Int32Array;
  readonly letterEnds: Int32Array;
  readonly components: readonly (readonly string[])[];
  /** Word by id, cut at 40 letters. */
  readonly vocabulary: readonly string[];
  readonly numeric: readonly boolean[];
  /** The 32-bit hash of a word by id; unlike the id it does not depend on reading order. */
  readonly hashes: Int32Array;
  /** In how many items a word stands, by word id. */
  readonly documents: Int32Array;
  /** Rarity by word id (see `rarity`). */
  readonly rarities: Float32Array;
}

const NO_COMPONENTS: readonly string[] = [];

/** Collects items one by one; `freeze` may be called once. A second item of the same key is left out when frozen. */
export class CorpusBuilder {
  readonly #vocabulary = new Vocabulary();
  readonly #keys: string[] = [];
  readonly #parents: (string | undefined)[] = [];
  readonly #components: (readonly string[])[] = [];
  readonly #words = new Grown((size) => new Int32Array(size));
  readonly #counts = new Grown((size) => new Uint8Array(size));
  readonly #letters = new Grown((size) => new Uint8Array(size));
  readonly #bounds = new Grown((size) => new Int32Array(size));

  add(item: Item): void {
    const ids: number[] = [];
    const encoded = encodeText(item.title, item.body, (hash, text, start, end) => ids.push(this.#vocabulary.idOf(hash, text, start, end)));
    if (encoded.titleWords.length === 0) return;
    const titleCount = encoded.titleWords.length;
    this.#keys.push(item.key);
    this.#parents.push(item.parent);
    this.#components.push(item.components.length === 0 ? NO_COMPONENTS : item.components);
    this.#bounds.push(this.#words.length);
    this.#addDistinct(ids, 0, titleCount);
    this.#bounds.push(this.#words.length);
    this.#addDistinct(ids, titleCount, ids.length);
    this.#bounds.push(this.#words.length);
    const letters = this.#letters;
    letters.reserve(encoded.letters.length);
    letters.data.set(encoded.letters, letters.length);
    this.#bounds.push(letters.length);
    this.#bounds.push(letters.length + encoded.titleLetters);
    letters.length += encoded.letters.length;
    this.#bounds.push(letters.length);
  }

  #addDistinct(ids: readonly number[], from: number, to: number): void {
    const start = this.#words.length;
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      let at = start;
      while (at < this.#words.length && this.#words.data[at] !== id) at++;
      if (at === this.#words.length) {
        this.#words.push(id);
        this.#counts.push(1);
      } else if (this.#counts.data[at]! < 255) this.#counts.data[at]!++;
    }
  }

  freeze(): Corpus {
    const keys = this.#keys;
    const sorted = [...keys.keys()].sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
    const order = sorted.filter((index, i) => i === 0 || keys[index] !== keys[sorted[i - 1]!]);
    const bound = (which: number) => Int32Array.from(order, (index) => this.#bounds.data[index * 6 + which]!);
    const frozen = {
      size: order.length, keys: order.map((index) => keys[index]!), parents: order.map((index) => this.#parents[index]),
      words: this.#words.data, counts: this.#counts.data, starts: bound(0), bodyStarts: bound(1), ends: bound(2),
      letters: this.#letters.data, letterStarts: bound(3), titleEnds: bound(4), letterEnds: bound(5),
      components: order.map((index) => this.#components[index]!), vocabulary: this.#vocabulary.words, numeric: this.#vocabulary.numeric,
      hashes: this.#vocabulary.hashes.data,
    };
    const documents = documentCounts(frozen);
    return { ...frozen, documents, rarities: Float32Array.from(documents, (count) => rarity(order.length, count)) };
  }
}

function documentCounts(corpus: Omit<Corpus, 'documents' | 'rarities'>): Int32Array {
  const counts = new Int32Array(corpus.vocabulary.length);
  const seen = new Int32Array(corpus.vocabulary.length).fill(-1);
  for (let i = 0; i < corpus.size; i++) {
    for (let k = corpus.starts[i]!; k < corpus.ends[i]!; k++) {
      const word = corpus.words[k]!;
      if (seen[word] === i) continue;
      seen[word] = i;
      counts[word]!++;
    }
  }
  return counts;
}

/** Rarity of something found in `df` of `size` items. 200 imagined items more keep a small tracker's shared words from weighing nothing. */
export function rarity(size: number, df: number): number {
  return Math.max(0.01, Math.log((size + 200) / (df + 1)));
}
