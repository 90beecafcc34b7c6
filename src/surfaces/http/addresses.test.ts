import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnOrigin } from './addresses.ts';

const own = { port: () => 4747 };
const proxied = { port: () => 4747, publicUrl: 'https://pm.example.com' };

describe('the Host of a request', () => {
  it.each(['127.0.0.1:4747', 'localhost:4747', 'LOCALHOST:4747', '[::1]:4747'])('%s is ours', (host) => {
    expect(isOwnHost(host, own)).toBe(true);
  });

  it.each([
    undefined, '', 'evil.example', 'evil.example:4747', '127.0.0.1', '127.0.0.1:80', 'localhost:47470', 'localhost.evil.example:4747', '127.0.0.1:4747.evil.example',
    '0.0.0.0:4747', '127.0.0.1:4747@evil.example', '[::1]', '::1:4747', 'pm.example.com',
  ])('%s is not', (host) => {
    expect(isOwnHost(host, own)).toBe(false);
  });

  it('may be the public address, when there is one, and nothing near it', () => {
    expect(isOwnHost('pm.example.com', proxied)).toBe(true);
    expect([isOwnHost('pm.example.com:4747', proxied), isOwnHost('x.pm.example.com', proxied)]).toEqual([false, false]);
    expect(isOwnHost('localhost', { port: () => 80 })).toBe(true);
  });
});

describe('the Origin of a request', () => {
  it('is the very origin the Host belongs to', () => {
    expect(isOwnOrigin('http://127.0.0.1:4747', '127.0.0.1:4747', own)).toBe(true);
    expect(isOwnOrigin('https://pm.example.com', 'pm.example.com', proxied)).toBe(true);
    const foreign = ['null', '', 'http://evil.example', 'https://127.0.0.1:4747', 'http://127.0.0.1:4748', 'http://localhost:4747', 'http://127.0.0.1:4747/', 'http://127.0.0.1'];
    for (const origin of foreign) expect(isOwnOrigin(origin, '127.0.0.1:4747', own)).toBe(false);
    expect(isOwnOrigin('http://pm.example.com', 'pm.example.com', proxied)).toBe(false);
    expect(isOwnOrigin('http://evil.example:4747', 'evil.example:4747', own)).toBe(false);
  });
});
