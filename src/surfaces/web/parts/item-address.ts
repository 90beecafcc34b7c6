// Where an item's page lives, and its key as short as a list can show it.

export function itemAddress(id: string): string {
  return `/item/${encodeURIComponent(id)}`;
}

/** `owner/repository#12` and `group/project#7` are `#12` and `#7` in a list, where the title tells them apart; other keys stay. */
export function shortKey(key: string): string {
  return /^[^\s#]+\/[^\s#]+(#\d+)$/.exec(key)?.[1] ?? key;
}
