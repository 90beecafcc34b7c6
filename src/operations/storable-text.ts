// Text that no database of ours can keep: U+0000, and half of a character. Found before anything is opened, named by pointer.

/** U+0000 or a surrogate without its other half. */
const UNSTORABLE = /[\u0000\ud800-\udfff]/u;

/** JSON pointer of the first text, or name of a field, that cannot be stored; undefined when all can. */
export function unstorableText(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, entry] of Object.entries(value)) {
    if (UNSTORABLE.test(name)) return pointer;
    const found = unstorableText(entry, `${pointer}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
