// Who may ask at all: the holder of the local token (programs) or of a session cookie that the printed address gave (browsers).
// Knows nothing of routes, hosts or origins; those are the guard's.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Thirty days; a session in use is renewed. */
const SESSION_SECONDS = 30 * 86_400;

export interface LocalAccess {
  /** The bearer token of this run, for CLI and MCP of this machine's user. */
  readonly token: string;
  /** The last part of the address printed at start; good for as long as this server runs. */
  readonly ticket: string;
  mayOpen(ticket: string): boolean;
  holdsToken(authorization: string | undefined): boolean;
  /** The value of a new session cookie. */
  newSession(): string;
  /** `renew` when more than a day of the session is used up. */
  readSession(value: string | undefined): 'none' | 'valid' | 'renew';
}

export interface AccessOptions {
  /** 32 bytes that outlive a restart, so that a browser stays signed in. */
  readonly sessionKey: Uint8Array;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Secrets of one run. The cookie is made from the key and never equals the token: one that leaks does not give the other. */
export function localAccess(options: AccessOptions): LocalAccess {
  const token = `tl_local_${randomBytes(32).toString('base64url')}`;
  const ticket = randomBytes(24).toString('base64url');
  const sign = (until: number): string => createHmac('sha256', options.sessionKey).update(`session ${until}`).digest('base64url');
  const seconds = (): number => Math.floor(options.clock() / 1000);
  return {
    token, ticket,
    mayOpen: (offered) => same(offered, ticket),
    holdsToken: (authorization) => {
      const offered = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1];
      return offered !== undefined && same(offered, token);
    },
    newSession: () => {
      const until = seconds() + SESSION_SECONDS;
      return `${until}.${sign(until)}`;
    },
    readSession: (value) => {
      const parts = /^(\d{1,12})\.([\w-]{43})$/.exec(value ?? '');
      if (!parts || !same(parts[2]!, sign(Number(parts[1])))) return 'none';
      const left = Number(parts[1]) - seconds();
      if (left <= 0 || left > SESSION_SECONDS) return 'none';
      return left < SESSION_SECONDS - 86_400 ? 'renew' : 'valid';
    },
  };
}

/** `Set-Cookie` for a session. The port is in the name, because browsers share cookies between the ports of one host. */
export function sessionCookie(port: number, value: string, secure: boolean): string {
  return `${cookieName(port)}=${value}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The session's value in a Cookie header; undefined when there is none. */
export function sessionIn(cookies: string | undefined, port: number): string | undefined {
  const wanted = `${cookieName(port)}=`;
  return cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length);
}

function cookieName(port: number): string {
  return `throughline_${port}`;
}

/** Compares in constant time, whatever the lengths. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
