// The other ways to look at the backlog, in one quiet line.
import type { ReactNode } from 'react';
import { AppLink } from '../../parts/AppLink.tsx';

const VIEWS = [{ href: '/backlog', name: 'Findings' }, { href: '/backlog?view=items', name: 'All items' }, { href: '/backlog/plan', name: 'Plan to close' }, { href: '/rules', name: 'Rules' }] as const;

/** `here` is left out: it is where one is. */
export function BacklogViews({ here = '/backlog' }: { readonly here?: (typeof VIEWS)[number]['href'] }): ReactNode {
  return <p className="views">{VIEWS.filter(({ href }) => href !== here).map(({ href, name }) => <AppLink key={href} className="link link-small" href={href}>{name}</AppLink>)}</p>;
}
