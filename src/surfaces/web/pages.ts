// The pages of the app, in the order of the navigation: the one place where a page enters it. The first is the home page.
import type { Page } from './shell/page.ts';

export const pages: readonly Page[] = [
  { path: '/_design', title: 'Design', group: 'none', load: () => import('./design/DesignPage.tsx').then((module) => module.DesignPage) },
];
