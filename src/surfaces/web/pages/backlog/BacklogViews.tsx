// The other ways to look at the backlog, in one quiet line.
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AppLink } from '../../parts/AppLink.tsx';
import { blockQuery } from './use-item-blocks.ts';

const VIEWS = [{ href: '/backlog', name: 'Findings' }, { href: '/backlog?view=items', name: 'All items' }, { href: '/backlog/plan', name: 'Plan to close' }, { href: '/rules', name: 'Rules' }] as const;

/** `here` is left out: it is where one is. */
export function BacklogViews({ here = '/backlog' }: { readonly here?: (typeof VIEWS)[number]['href'] }): ReactNode {
  const queries = useQueryClient();
  const ahead = (): void => void queries.prefetchQuery(blockQuery({}));
  return <p className="views">{VIEWS.filter(({ href }) => href !== here).map(({ href, name }) => <AppLink key={href} className="link link-small" href={href} onPress={name === 'All items' ? ahead : undefined}>{name}</AppLink>)}</p>;
}
