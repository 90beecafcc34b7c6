// An item's key as the way to its page. Remembers the list it was followed from.
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askQuery } from '../data/ask.ts';
import { AppLink } from './AppLink.tsx';
import { itemAddress, shortKey } from './item-address.ts';
import { rememberList, type ListPlace } from './list-place.ts';

/** `list` is asked only when the link is followed. `children` replace the key, for links by title. */
export function ItemKey({ id, itemKey, list, children }: { readonly id: string; readonly itemKey: string; readonly list?: (() => ListPlace) | undefined; readonly children?: ReactNode }): ReactNode {
  const queries = useQueryClient();
  return <AppLink className={children === undefined ? 'item-key' : 'item-title'} href={itemAddress(id)} onPress={() => void queries.prefetchQuery(askQuery('item.get', { item: id }))} onFollow={() => { if (list !== undefined) rememberList(list()); }}
    {...(children === undefined && shortKey(itemKey) !== itemKey ? { label: itemKey, title: itemKey } : {})}>{children ?? shortKey(itemKey)}</AppLink>;
}
