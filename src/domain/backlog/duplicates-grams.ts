// How alike two items are by groups of 3 to 5 letters, weighted by rarity: cosine of TF-IDF, the title counted three times.
// Survives typos, word order and endings; knows no meaning.
import { rarity, type Corpus } from './duplicates-corpus.ts';

const TITLE_WEIGHT = 3;
/** Three lengths at every letter; an item has at most 328 letters (duplicates-text.ts). */
const MOST_GROUPS = 3 * 336;

/** Cosine in 0-1 between items by index. Counts run over the whole corpus once when made. */
export class GramLikeness {
  readonly #corpus: Corpus;
  readonly #shift: number;
  readonly #idf: Float32Array;
  readonly #spread: Float32Array;
  readonly #scratch: Float32Array;
  readonly #norms: Float32Array;
  readonly #slots = new Int32Array(MOST_GROUPS);
  readonly #weights = new Float32Array(MOST_GROUPS);
  readonly #spreadSlots = new Int32Array(MOST_GROUPS);
  #spreadCount = 0;
  #spreadItem = -1;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    const bits = Math.min(22, Math.max(14, Math.ceil(Math.log2(corpus.size + 1)) + 6));
    this.#shift = 32 - bits;
    // Beside each other, because they lie in memory far from those of the group read before: the item last seen with it, plus one, and in how many.
    const seen = new Int32Array(2 << bits);
    const slots = this.#slots;
    for (let i = 0; i < corpus.size; i++) {
      const count = this.#read(i);
      for (let k = 0; k < count; k++) {
        const at = slots[k]! << 1;
        if (seen[at] === i + 1) continue;
        seen[at] = i + 1;
        seen[at + 1]!++;
      }
    }
    const byCount = new Float32Array(corpus.size + 1);
    for (let count = 0; count <= corpus.size; count++) byCount[count] = rarity(corpus.size, count);
    this.#idf = new Float32Array(1 << bits);
    for (let slot = 0; slot < this.#idf.length; slot++) this.#idf[slot] = byCount[seen[2 * slot + 1]!]!;
    this.#spread = new Float32Array(1 << bits);
    this.#scratch = new Float32Array(1 << bits);
    this.#norms = new Float32Array(corpus.size);
  }

  /** Reads the letter groups of an item into the slots; returns how many. */
  #read(i: number): number {
    const { letters, letterStarts, titleEnds, letterEnds } = this.#corpus;
    const shift = this.#shift;
    let count = 0;
    for (let part = 0; part < 2; part++) {
      const from = part === 0 ? letterStarts[i]! : titleEnds[i]!;
      const to = part === 0 ? titleEnds[i]! : letterEnds[i]!;
      const weight = part === 0 ? TITLE_WEIGHT : 1;
      for (let k = from; k + 2 < to; k++) {
        let packed = letters[k]! | (letters[k + 1]! << 8) | (letters[k + 2]! << 16);
        this.#slots[count] = Math.imul(packed, 0x9e3779b1) >>> shift;
        this.#weights[count++] = weight;
        if (k + 3 >= to) continue;
        packed |= letters[k + 3]! << 24;
        this.#slots[count] = Math.imul(packed ^ (packed >>> 15), 0x85ebca6b) >>> shift;
        this.#weights[count++] = weight;
        if (k + 4 >= to) continue;
        packed = Math.imul(packed ^ (packed >>> 13), 0xc2b2ae35) + Math.imul(letters[k + 4]!, 0x27d4eb2f);
        this.#slots[count] = Math.imul(packed ^ (packed >>> 16), 0x165667b1) >>> shift;
        this.#weights[count++] = weight;
      }
    }
    return count;
  }

  /** Length of the item's weighted vector; worked out when first asked for. */
  #norm(i: number): number {
    const known = this.#norms[i]!;
    if (known !== 0) return known;
    const count = this.#read(i);
    let square = 0;
    for (let k = 0; k < count; k++) {
      const slot = this.#slots[k]!;
      const add = this.#weights[k]! * this.#idf[slot]!;
      const before = this.#scratch[slot]!;
      this.#scratch[slot] = before + add;
      square += add * (2 * before + add);
    }
    for (let k = 0; k < count; k++) this.#scratch[this.#slots[k]!] = 0;
    const norm = Math.sqrt(square);
    this.#norms[i] = norm;
    return norm;
  }

  /** Spreads one item over the table, so that others are read against it; asking for pairs of one item in a row is cheap. */
  #spreadOut(i: number): void {
    for (let k = 0; k < this.#spreadCount; k++) this.#spread[this.#spreadSlots[k]!] = 0;
    const count = this.#read(i);
    for (let k = 0; k < count; k++) {
      const slot = this.#slots[k]!;
      this.#spread[slot]! += this.#weights[k]! * this.#idf[slot]!;
    }
    this.#spreadSlots.set(this.#slots.subarray(0, count));
    this.#spreadCount = count;
    this.#spreadItem = i;
  }

  cosine(a: number, b: number): number {
    const norm = this.#norm(a) * this.#norm(b);
    if (norm === 0) return 0;
    if (this.#spreadItem !== a) this.#spreadOut(a);
    const count = this.#read(b);
    let dot = 0;
    for (let k = 0; k < count; k++) {
      const slot = this.#slots[k]!;
      const there = this.#spread[slot]!;
      if (there !== 0) dot += there * this.#idf[slot]! * this.#weights[k]!;
    }
    return Math.min(1, dot / norm);
  }
}
