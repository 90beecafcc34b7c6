// The file that keeps the trained model of kinds of work beside the built program: its bytes, and where it is read from. Decides nothing
// about the model; a file that is missing or cut short is as good as none, for then the model is trained again.
import { readFileSync } from 'node:fs';
import type { PackedModel } from '../domain/attention/classify/packed-model.ts';
import { packedSource } from '../domain/attention/classify/packed-source.ts';

export const MODEL_FILE = 'kind-model.bin';
const HEAD = 8;

/**
 * Bytes of the text and count of the weights (32 bits each, small end first), the text in UTF-8, then the low bytes of all weights and
 * their high bytes: apart they pack a fifth smaller.
 */
export function modelBytes({ text, weights }: PackedModel): Buffer {
  const words = Buffer.from(text, 'utf8');
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(words.length, 0);
  head.writeUInt32LE(weights.length, 4);
  return Buffer.concat([head, words, Uint8Array.from(weights, (weight) => weight & 0xff), Uint8Array.from(weights, (weight) => (weight >> 8) & 0xff)]);
}

/** Undefined when the bytes are not as many as they say. */
export function modelIn(bytes: Buffer): PackedModel | undefined {
  if (bytes.length < HEAD) return undefined;
  const from = HEAD + bytes.readUInt32LE(0);
  const count = bytes.readUInt32LE(4);
  if (bytes.length !== from + 2 * count) return undefined;
  const weights = new Int16Array(count);
  for (let at = 0; at < count; at++) weights[at] = bytes[from + at]! | (bytes[from + count + at]! << 8);
  return { text: bytes.toString('utf8', HEAD, from), weights };
}

/** From now on the model is looked for in the file at `place`, once it is needed. */
export function keepModelAt(place: URL): void {
  packedSource.read = () => {
    try {
      return modelIn(readFileSync(place));
    } catch {
      return undefined;
    }
  };
}
