// The routes, made from the list of pages. `/` leads to the home page; the search part is kept as plain words in the address.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type AnyRoute } from '@tanstack/react-router';
import { pages } from '../pages.ts';
import { NotFound } from './NotFound.tsx';
import { PageError } from './PageError.tsx';
import { parseSearch, writeSearch } from './search-words.ts';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: () => <NotFound />, errorComponent: PageError });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // Thrown because that is how this router is told to go elsewhere.
    throw redirect({ to: (pages.find((page) => page.home === true) ?? pages.find((page) => page.group !== 'none') ?? pages[0])?.path ?? '/', replace: true });
  },
});

const routes: AnyRoute[] = pages.map((page) => createRoute({
  getParentRoute: () => root,
  path: page.path,
  component: lazyRouteComponent(async () => ({ Page: await page.load() }), 'Page'),
  errorComponent: PageError,
}));

export const router = createRouter({
  routeTree: root.addChildren(pages.some((page) => page.path === '/') ? routes : [home, ...routes]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: () => <NotFound />,
  parseSearch,
  stringifySearch: writeSearch,
});
