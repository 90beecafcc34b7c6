// The thread along the foot of a phone: at most five stations.
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { pages } from '../pages.ts';
import { currentPage } from './current-page.ts';
import { stationsOf } from './page.ts';

export function TabBar(): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = currentPage(pages, path);
  const stations = stationsOf(pages);
  if (stations.length === 0) return null;
  return (
    <nav className="tabbar" aria-label="Main screens">
      {stations.map((page) => <Link key={page.path} to={page.path} aria-current={here === page.path ? 'page' : undefined}><i className="station" />{page.title}</Link>)}
    </nav>
  );
}
