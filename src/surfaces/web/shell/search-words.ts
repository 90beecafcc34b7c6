// The search part of an address as plain words: `?tab=aged-out&why=open-items`, never quoted JSON, so that a link can be read and typed.

/** Every value is text, or a list of texts where a name comes twice. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(search.replace(/^\?/, ''))) {
    const before = read[name];
    read[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return read;
}

/** Undefined, null and '' leave the address; true is written as 1 and false is left out. Starts with `?` unless it is empty. */
export function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === '' || one === false) continue;
      params.append(name, one === true ? '1' : String(one));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
