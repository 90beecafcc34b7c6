// Which of a list's many numbers is open, for the list that draws them: one subscription instead of one a row.
import { useSyncExternalStore } from 'react';
import { useWhy } from '../ui/why-context.ts';

/** What the open number is about, when it is one of this name: its item's id for `item.untouched~itm_01`. */
export function useOpenNumber(name: string): string | undefined {
  const { store } = useWhy();
  const read = (): string | undefined => {
    const { openId } = store.snapshot();
    return openId?.startsWith(`${name}~`) === true ? openId.slice(name.length + 1) : undefined;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
