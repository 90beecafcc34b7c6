// A file's bytes cut into what is to be read for a window and events that need not be: those surely outside it of which nothing would be said.
// Makes no object of such an event. It is remembered by a hash of its UID, for another event may belong to it.
import { isUtf8 } from 'node:buffer';
import { EventSkimmer, type SkimWindow } from './skim-event.ts';

const [NEWLINE, RETURN, EQUALS] = [10, 13, 61];
const OPENING = Buffer.from('BEGIN:VEVENT');

/** Bytes `[from, to)` of a file, whole lines, to be read in full. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Lines of the file before it. */
  readonly line: number;
  /** Events passed over before it. */
  readonly passed: number;
}

export class Skimmed {
  readonly bytes: Buffer;
  readonly stretches: Stretch[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #hashes: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Events passed over so far, which are known by their number from 0. */
  get passed(): number {
    return this.#from.length;
  }

  pass(from: number, to: number, hash: number): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#hashes.push(hash);
  }

  hashOf(passed: number): number {
    return this.#hashes[passed]!;
  }

  textOf(passed: number): string {
    return this.text(this.#from[passed]!, this.#to[passed]!);
  }

  /** The last line of a file need not end; here it does. */
  text(from: number, to: number): string {
    const text = this.bytes.toString('utf8', from, to);
    return text.includes('\n') ? text : `${text}\n`;
  }
}

/** Undefined when the file is in no encoding in which a byte of ASCII always means its letter, or has no lines. */
export function skim(content: Uint8Array, window: SkimWindow): Skimmed | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.includes(NEWLINE) || !isUtf8(bytes) || bytes.subarray(0, 4).includes(0)) return undefined;
  const skimmed = new Skimmed(bytes);
  const skimmer = new EventSkimmer(bytes, window);
  let line = 0;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let kept = { from: at, line, passed: 0 };
  while (at < bytes.length) {
    const next = lineEnd(bytes, at);
    const end = opens(bytes, at, next) ? skimmer.over(next) : 0;
    if (end === 0) {
      line++;
      at = next;
      continue;
    }
    if (at > kept.from) skimmed.stretches.push({ ...kept, to: at });
    const to = Math.min(end, bytes.length);
    skimmed.pass(at, to, skimmer.hash);
    line += 1 + skimmer.lines;
    at = to;
    kept = { from: to, line, passed: skimmed.passed };
  }
  if (kept.from < bytes.length) skimmed.stretches.push({ ...kept, to: bytes.length });
  return skimmed;
}

/** Just behind the newline. */
function lineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== NEWLINE) at++;
  return Math.min(at + 1, bytes.length);
}

/** A line that begins an event and nothing else, and that the line before does not go on with. */
function opens(bytes: Buffer, at: number, next: number): boolean {
  if (bytes[at] !== OPENING[0] || next - at <= OPENING.length) return false;
  for (let i = 1; i < OPENING.length; i++) if (bytes[at + i] !== OPENING[i]) return false;
  for (let i = at + OPENING.length; i < next - 1; i++) if (bytes[i] !== RETURN) return false;
  let before = at - 2;
  while (before >= 0 && bytes[before] === RETURN) before--;
  return bytes[before] !== EQUALS;
}
