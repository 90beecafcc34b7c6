import { describe, expect, it } from 'vitest';
import { localAccess, sessionCookie, sessionIn } from './access.ts';

const DAY = 86_400_000;
const key = new Uint8Array(32).fill(7);

describe('local access', () => {
  it('knows its token and ticket and no other', () => {
    const access = localAccess({ sessionKey: key, clock: () => 0 });
    expect(access.holdsToken(`Bearer ${access.token}`)).toBe(true);
    for (const wrong of [undefined, '', 'Bearer', access.token, `Bearer ${access.token}x`, `Basic ${access.token}`]) expect(access.holdsToken(wrong)).toBe(false);
    expect([access.mayOpen(access.ticket), access.mayOpen(''), access.mayOpen(access.token)]).toEqual([true, false, false]);
    expect(localAccess({ sessionKey: key, clock: () => 0 }).token).not.toBe(access.token);
  });

  it('keeps a session for thirty days and over a restart, renews it in use, and takes no forged one', () => {
    let now = 1_000 * DAY;
    const session = localAccess({ sessionKey: key, clock: () => now }).newSession();
    const later = localAccess({ sessionKey: key, clock: () => now });
    expect(later.readSession(session)).toBe('valid');
    now += 2 * DAY;
    expect(later.readSession(session)).toBe('renew');
    now += 28 * DAY;
    expect(later.readSession(session)).toBe('none');
    const [until, signature] = session.split('.');
    for (const forged of [undefined, '', 'x', `${Number(until) + DAY}.${signature}`, `${until}.${'A'.repeat(43)}`]) expect(later.readSession(forged)).toBe('none');
    now -= 60 * DAY;
    expect(later.readSession(session), 'a session from the future is not ours').toBe('none');
    expect(localAccess({ sessionKey: new Uint8Array(32), clock: () => now }).readSession(session)).toBe('none');
  });

  it('names the cookie after the port, hides it from scripts and keeps it on this site', () => {
    const cookie = sessionCookie(4747, 'v', false);
    expect(cookie).toBe('throughline_4747=v; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict');
    expect(sessionCookie(443, 'v', true)).toMatch(/; Secure$/);
    expect(sessionIn('a=1; throughline_4747=v; throughline_47=w', 4747)).toBe('v');
    expect([sessionIn('xthroughline_4747=v', 4747), sessionIn(undefined, 4747)]).toEqual([undefined, undefined]);
  });
});
