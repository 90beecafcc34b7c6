// What a page is to the shell: where it lives, what it is called, where it hangs, how it is loaded. Knows no page.
import type { ComponentType } from 'react';

export interface Page {
  /** As the router writes it: `/backlog`, `/backlog/$key`. */
  readonly path: string;
  /** The word in the navigation and in the window's title. */
  readonly title: string;
  /** Pressed after `g`. One letter, one page. */
  readonly letter?: string | undefined;
  /** `thread` pages hang on the line in the order in which value is made. `none`: reachable by address only, such as a detail page. */
  readonly group: 'home' | 'thread' | 'work' | 'sources' | 'none';
  /** True for the page that `/` leads to; without one it is the first of the navigation. */
  readonly home?: boolean;
  /** Its place among the five stations at the foot of a phone, whose order is not that of the navigation. */
  readonly phone?: 1 | 2 | 3 | 4 | 5;
  /** The page whose word is current in the navigation while this one is shown: a detail page names its list. */
  readonly under?: string | undefined;
  /** Loads the page's component; each page is a chunk of its own. */
  readonly load: () => Promise<ComponentType>;
}

export const GROUPS = ['home', 'thread', 'work', 'sources'] as const;

/** Pages of the navigation by group, empty groups left out. */
export function navigationOf(pages: readonly Page[]): { readonly group: (typeof GROUPS)[number]; readonly pages: readonly Page[] }[] {
  return GROUPS.map((group) => ({ group, pages: pages.filter((page) => page.group === group) })).filter((part) => part.pages.length > 0);
}

/** Stations of the phone's bar: those that have a place, in that order. */
export function stationsOf(pages: readonly Page[]): readonly Page[] {
  return pages.filter((page) => page.phone !== undefined).toSorted((a, b) => (a.phone ?? 0) - (b.phone ?? 0));
}

/** What is wrong with a list of pages, in words; empty when it is sound. */
export function faultsOf(pages: readonly Page[]): string[] {
  const twice = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value, at): value is string => value !== undefined && values.indexOf(value) !== at))];
  return [
    ...twice(pages.map((page) => page.path)).map((path) => `two pages live at ${path}`),
    ...twice(pages.map((page) => page.letter)).map((letter) => `two pages answer to g ${letter}`),
    ...twice(pages.map((page) => page.phone?.toString())).map((place) => `two pages are station ${place} of the phone`),
    ...pages.filter((page) => page.letter !== undefined && !/^[a-z]$/.test(page.letter)).map((page) => `${page.title} has a letter that is not a-z`),
    ...pages.filter((page) => page.under !== undefined && !pages.some((other) => other.path === page.under)).map((page) => `${page.title} stands under ${page.under}, which is no page`),
  ];
}
