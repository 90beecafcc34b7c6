// The order of records that carry a numbered key: G-2 before G-10.

export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key.localeCompare(b.key, 'en', { numeric: true });
}
