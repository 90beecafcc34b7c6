import { describe, expect, it } from 'vitest';
import { packagesLeftOut, packagesThatExclude } from './engines.ts';

const locked = (node?: string) => ({ packages: { '': {}, 'node_modules/a': {}, 'node_modules/x/node_modules/@b/c': { version: '2.0.0', ...(node === undefined ? {} : { engines: { node } }) } } });

describe('packages that exclude the oldest Node', () => {
  it.each(['>=18', '^20.19.0 || >=22.12.0', '20.x', '*', '>= 0.4', '6.* || 8.* || >= 10.*', undefined])('accepts %s', (range) => {
    expect(packagesThatExclude(locked(range))).toEqual([]);
  });

  it.each(['>=22', '^18 || >=21.1', '>=20.19.1', 'the newest'])('names the package that wants %s', (range) => {
    expect(packagesThatExclude(locked(range))).toEqual([`@b/c@2.0.0 wants Node ${range}`]);
  });

  it('refuses a lock file without packages, since nothing would be checked', () => {
    expect(() => packagesThatExclude({ packages: {} })).toThrow('lists no packages');
  });
});

describe('packages left out of the lock', () => {
  it('finds each dependency beside its package or in a folder above', () => {
    const packages = {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { dependencies: { b: '1', '@c/d': '1' } },
      'node_modules/a/node_modules/b': { optionalDependencies: { '@c/d': '1', e: '1' } },
      'node_modules/@c/d': {},
      'node_modules/e': {},
    };
    expect(packagesLeftOut({ packages })).toEqual([]);
  });

  it('names a binary of another platform that has no entry', () => {
    const packages = { '': {}, 'node_modules/lint': { optionalDependencies: { '@lint/elsewhere': '1' } }, 'node_modules/x/node_modules/@lint/elsewhere': {} };
    expect(packagesLeftOut({ packages })).toEqual(['@lint/elsewhere, needed by lint']);
  });
});
