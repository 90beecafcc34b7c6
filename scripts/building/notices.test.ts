import { describe, expect, it } from 'vitest';
import { mayShip, packageFolder, thirdPartyNotices } from './notices.ts';

describe('third-party notices', () => {
  it.each([
    ['node_modules/hono/dist/index.js', 'node_modules/hono'],
    ['/somewhere/node_modules/@tanstack/react-query/build/a.js?v=1', 'node_modules/@tanstack/react-query'],
    ['\0/somewhere/node_modules/a/node_modules/@b/c/d.js', 'node_modules/a/node_modules/@b/c'],
    ['src/main.ts', undefined],
  ])('finds the package %j came from', (file, folder) => {
    expect(packageFolder(file)).toBe(folder);
  });

  it.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', 'OFL-1.1'])('lets %s be shipped', (licence) => {
    expect(mayShip(licence)).toBe(true);
  });

  it.each(['GPL-3.0', 'MIT AND AGPL-3.0', 'UNLICENSED', 'none stated', ''])('refuses to ship %j', (licence) => {
    expect(mayShip(licence)).toBe(false);
  });

  it('lists each package once with its licence, and nothing of ours', () => {
    const text = thirdPartyNotices(['node_modules/semver/index.js', 'node_modules/semver/range.js', 'src/main.ts']);
    expect(text.match(/^## .*$/gm)).toEqual([expect.stringMatching(/^## semver \d/)]);
    expect(text).toContain('Licence: ISC');
    expect(text).toContain('Permission to use, copy');
  });
});
