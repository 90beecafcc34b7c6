// Finds the records in a JSON document of any size without building the document: elements of the lists that hold records,
// or a lone object. Works on bytes as they come and finds its way back after damage. Knows no tracker but where lists lie.
import { decodeSpan } from '../legacy-text.ts';

export interface Found {
  /** Keys from the root to the list the record stood in, joined by dots; empty for a top-level list or a lone object. */
  readonly path: string;
  readonly text: string;
}

/** Which lists hold records: by path, as in `data.issues.nodes`. */
export type HoldsRecords = (path: string) => boolean;

const QUOTE = 34, BACKSLASH = 92, OPEN_OBJECT = 123, CLOSE_OBJECT = 125, OPEN_LIST = 91, CLOSE_LIST = 93, COMMA = 44, COLON = 58;
/** An element longer than this is taken for damage. */
const LONGEST = 192 << 20;
const DEEPEST_WRAPPER = 6;

interface Level { readonly list: boolean; readonly records: boolean; readonly path: string; key: string; expectsKey: boolean }

/**
 * Feed it chunks in order, then `end`. Found records come out of `feed` and `end` in order; text that opened and never
 * closed, or closed wrongly, comes out too: the caller parses each and reports what does not parse, then calls `resync`.
 */
export class JsonScanner {
  /** Short texts that stand directly in the outermost object, such as a board's name. */
  readonly rootTexts = new Map<string, string>();
  readonly #holdsRecords: HoldsRecords;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #levels: Level[] = [];
  /** Start of the record being read, or of the lone object that may turn out to be one; -1 when none. */
  #start = -1;
  #inRecord = false;
  #depth = 0;
  #inString = false;
  #stringFrom = 0;
  #sawRecords = false;

  constructor(holdsRecords: HoldsRecords) {
    this.#holdsRecords = holdsRecords;
  }

  /** True while a list or an object is open: at the end of the text it was cut off. */
  get isOpen(): boolean {
    return this.#levels.length > 0;
  }

  /** Hands each record to `take`, which answers whether it parsed; when not, scanning resumes at the next likely record. */
  feed(chunk: Buffer, take: (found: Found) => boolean): void {
    const keep = this.#start >= 0 ? this.#start : this.#inString ? this.#stringFrom : this.#at;
    this.#bytes = keep >= this.#bytes.length ? chunk : Buffer.concat([this.#bytes.subarray(keep), chunk]);
    this.#at -= keep;
    this.#stringFrom -= keep;
    if (this.#start >= 0) this.#start -= keep;
    this.#scan(take);
    if (this.#start >= 0 && this.#bytes.length - this.#start > LONGEST) this.#giveUp(take);
  }

  /** Nothing more comes: what is still open is handed out as it stands. */
  end(take: (found: Found) => boolean): void {
    for (let tries = 0; this.#start >= 0 && (this.#inRecord || !this.#sawRecords) && tries < 10_000; tries++) {
      if (!this.#giveUp(take)) return;
      this.#scan(take);
    }
  }

  #giveUp(take: (found: Found) => boolean): boolean {
    const from = this.#start;
    const path = this.#levels.at(-1)?.path ?? '';
    take({ path, text: this.#bytes.toString('utf8', from, Math.min(this.#bytes.length, from + 400)) });
    this.#leaveRecord();
    return this.#resync(from);
  }

  #leaveRecord(): void {
    this.#start = -1;
    this.#inRecord = false;
    this.#inString = false;
    this.#depth = 0;
  }

  /**
   * After damage: the next place after `from` that looks like the start of a record, `}` `,` `{` `"`. Records of one export
   * begin with the same key, so that key is looked for. False when there is none in what has been read.
   */
  #resync(from: number): boolean {
    const head = this.#bytes.toString('latin1', from, Math.min(this.#bytes.length, from + 200));
    const key = /^\{\s*("[^"]{1,60}"\s*:)/.exec(head)?.[1];
    const level = this.#levels.at(-1);
    if (key === undefined || !level?.records) {
      this.#at = this.#bytes.length;
      return false;
    }
    for (let found = this.#bytes.indexOf(key, from + key.length, 'latin1'); found !== -1; found = this.#bytes.indexOf(key, found + 1, 'latin1')) {
      const before = this.#bytes.toString('latin1', Math.max(0, found - 80), found);
      const gap = /[}\]"\w]\s*,\s*(\{\s*)$/.exec(before);
      if (gap && found - gap[1]!.length > from) {
        this.#at = found - gap[1]!.length;
        return true;
      }
    }
    this.#at = this.#bytes.length;
    return false;
  }

  #scan(take: (found: Found) => boolean): void {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      if (this.#inString) {
        if (!this.#skipString()) return;
        continue;
      }
      const byte = bytes[this.#at]!;
      if (this.#inRecord) this.#scanRecord(byte, take);
      else this.#scanWrapper(byte, take);
    }
  }

  /** Moves past the string's closing quote; false when it lies beyond what has been read. */
  #skipString(): boolean {
    const bytes = this.#bytes;
    for (let quote = bytes.indexOf(QUOTE, this.#at); quote !== -1; quote = bytes.indexOf(QUOTE, quote + 1)) {
      let slashes = 0;
      while (quote - 1 - slashes > this.#stringFrom && bytes[quote - 1 - slashes] === BACKSLASH) slashes++;
      if (slashes % 2 === 1) continue;
      this.#at = quote + 1;
      this.#inString = false;
      const level = this.#levels.at(-1);
      if (!this.#inRecord && this.#levels.length === 1 && level && !level.list && !level.expectsKey && quote - this.#stringFrom < 1000) {
        this.rootTexts.set(level.key, decodeSpan(bytes, this.#stringFrom + 1, quote));
      }
      if (!this.#inRecord && level?.expectsKey) level.key = bytes.toString('utf8', this.#stringFrom + 1, quote).slice(0, 200);
      return true;
    }
    this.#at = bytes.length;
    return false;
  }

  #scanRecord(byte: number, take: (found: Found) => boolean): void {
    if (byte === QUOTE) {
      this.#inString = true;
      this.#stringFrom = this.#at++;
      return;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      this.#depth--;
      if (this.#depth === 0) return this.#finish(this.#at + 1, take);
      if (this.#depth < 0) return this.#finish(this.#at, take);
    } else if (byte === COMMA && this.#depth === 0) return this.#finish(this.#at, take);
    this.#at++;
  }

  #finish(end: number, take: (found: Found) => boolean): void {
    const from = this.#start;
    const parsed = take({ path: this.#levels.at(-1)?.path ?? '', text: decodeSpan(this.#bytes, from, end) });
    this.#leaveRecord();
    this.#at = end;
    if (!parsed) {
      const after = this.#at;
      if (!this.#resync(from)) this.#at = after;
    }
  }

  #scanWrapper(byte: number, take: (found: Found) => boolean): void {
    const level = this.#levels.at(-1);
    if (level?.records && byte > 32 && byte !== COMMA && byte !== CLOSE_LIST && byte !== CLOSE_OBJECT) {
      this.#start = this.#at;
      this.#inRecord = true;
      this.#sawRecords = true;
      return;
    }
    if (byte === QUOTE) {
      this.#inString = true;
      this.#stringFrom = this.#at++;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#open(byte === OPEN_LIST, level);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#close(take);
    else {
      if (level && !level.list && byte === COLON) level.expectsKey = false;
      else if (level && !level.list && byte === COMMA) level.expectsKey = true;
      this.#at++;
    }
  }

  #open(list: boolean, level: Level | undefined): void {
    if (level === undefined) {
      this.#sawRecords = false;
      if (!list) this.#start = this.#at;
      this.#levels.push({ list, records: list, path: '', key: '', expectsKey: !list });
    } else {
      const path = level.list ? `${level.path}[]` : level.path === '' ? level.key : `${level.path}.${level.key}`;
      const records = list && this.#levels.length <= DEEPEST_WRAPPER && this.#holdsRecords(path);
      if (records) {
        this.#sawRecords = true;
        this.#start = -1;
      }
      this.#levels.push({ list, records, path, key: '', expectsKey: !list });
    }
    this.#at++;
  }

  #close(take: (found: Found) => boolean): void {
    this.#levels.pop();
    this.#at++;
    if (this.#levels.length > 0 || this.#start < 0) return;
    const from = this.#start;
    this.#start = -1;
    if (!this.#sawRecords) take({ path: '', text: decodeSpan(this.#bytes, from, this.#at) });
  }
}
