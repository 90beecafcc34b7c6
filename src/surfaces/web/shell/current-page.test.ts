import { describe, expect, it } from 'vitest';
import { currentPage, fits, pageAt } from './current-page.ts';
import type { Page } from './page.ts';

const page = (path: string, under?: string): Page => ({ path, title: path, group: 'work', under, load: () => Promise.reject(new Error('not loaded in this test')) });
const list = [page('/backlog'), page('/backlog/$key', '/backlog'), page('/backlog/cull', '/backlog'), page('/')];

describe('the current page', () => {
  it('fits patterns part by part', () => {
    expect(fits('/backlog/$key', '/backlog/RET-1')).toBe(true);
    expect(fits('/backlog/$key', '/backlog')).toBe(false);
    expect(fits('/backlog', '/backlog/')).toBe(true);
  });

  it('prefers a fixed path to a pattern', () => {
    expect(pageAt(list, '/backlog/cull')?.path).toBe('/backlog/cull');
    expect(pageAt(list, '/backlog/RET-1')?.path).toBe('/backlog/$key');
    expect(pageAt(list, '/gone')).toBeUndefined();
  });

  it('marks the list while one of its items is shown', () => {
    expect(currentPage(list, '/backlog/RET-1')).toBe('/backlog');
    expect(currentPage(list, '/')).toBe('/');
  });
});
