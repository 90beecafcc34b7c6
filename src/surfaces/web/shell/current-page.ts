// Which word of the navigation is current for an address. Pure.
import type { Page } from './page.ts';

/** True when the address fits a path pattern such as `/backlog/$key`. */
export function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith('$') || part === given[at]);
}

/** The page at an address; a fixed path wins over a pattern. Undefined when there is none. */
export function pageAt(pages: readonly Page[], path: string): Page | undefined {
  return pages.find((page) => page.path === path) ?? pages.find((page) => fits(page.path, path));
}

/** Path of the page whose word is current: the page itself, or the one it stands under. */
export function currentPage(pages: readonly Page[], path: string): string | undefined {
  const page = pageAt(pages, path);
  return page?.under ?? page?.path;
}
