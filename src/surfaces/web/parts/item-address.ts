// Where an item's page lives.

export function itemAddress(id: string): string {
  return `/item/${encodeURIComponent(id)}`;
}
