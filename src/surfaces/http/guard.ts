// Refuses requests that another site could have caused: a Host that is not ours (DNS rebinding), an Origin that is not ours
// (cross-site posts), and callers that show neither token nor session. Decides before any route runs.
import type { Context, MiddlewareHandler } from 'hono';
import { sessionCookie, sessionIn } from './access.ts';
import { isOwnHost, isOwnOrigin, LOOPBACK_NAMES } from './addresses.ts';
import type { Env, HttpDoor } from './door.ts';
import { refusalResponse } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Written down for everyone to read; they say nothing about anybody's data. */
const OPEN_DOCUMENTS = new Set(['/api/v1/openapi.json', '/api/v1/reference', '/api/v1/reference.css']);

/** On every route: the Host is ours, and nothing unsafe comes from elsewhere. */
export function refuseForeign(door: HttpDoor): MiddlewareHandler<Env> {
  return async (c, next) => {
    const host = c.req.header('host');
    if (!isOwnHost(host, door.addresses)) return refusalResponse(c, { code: 'foreign_origin' });
    const guarded = isGuarded(c.req.path) || !SAFE.has(c.req.method);
    if (guarded && isForeign(c, door)) return refusalResponse(c, { code: 'foreign_origin' });
    c.set('local', cameFromHere(c));
    return next();
  };
}

/** On routes with data: a session or the token. The agent's door takes the token alone, since no browser has business there. */
export function demandAccess(door: HttpDoor): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (OPEN_DOCUMENTS.has(c.req.path)) return next();
    const byToken = door.access.holdsToken(c.req.header('authorization'));
    if (!byToken) {
      const session = door.access.readSession(sessionIn(c.req.header('cookie'), door.addresses.port()));
      if (session === 'none' || c.req.path.startsWith('/mcp')) {
        c.header('www-authenticate', 'Bearer realm="throughline"');
        return refusalResponse(c, { code: 'not_signed_in' });
      }
      // A browser always says where a write comes from; one that does not say is not a browser we know.
      if (!SAFE.has(c.req.method) && c.req.header('origin') === undefined && c.req.header('sec-fetch-site') === undefined) {
        return refusalResponse(c, { code: 'foreign_origin' });
      }
      if (session === 'renew') c.header('set-cookie', sessionCookie(door.addresses.port(), door.access.newSession(), isSecure(door, c.req.header('host'))));
    }
    c.set('asker', door.askerFor(c.get('local')));
    return next();
  };
}

/** Whether the caller shows the token or a session, for a route that asks for either only sometimes. */
export function mayAsk(c: Context<Env>, door: HttpDoor): boolean {
  return door.access.holdsToken(c.req.header('authorization')) || door.access.readSession(sessionIn(c.req.header('cookie'), door.addresses.port())) !== 'none';
}

/** True when the browser reached us by the public address and that is https. */
export function isSecure(door: HttpDoor, host: string | undefined): boolean {
  const publicUrl = door.addresses.publicUrl === undefined ? undefined : new URL(door.addresses.publicUrl);
  return publicUrl?.protocol === 'https:' && publicUrl.host === host?.toLowerCase();
}

function isGuarded(path: string): boolean {
  return path.startsWith('/api/') || path === '/api' || path.startsWith('/mcp');
}

function isForeign(c: Context<Env>, door: HttpDoor): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = c.req.header('origin');
  return origin !== undefined && !isOwnOrigin(origin, c.req.header('host'), door.addresses);
}

/** The person at this machine: a loopback peer that no proxy stands in front of and that used a loopback name. */
function cameFromHere(c: Context<Env>): boolean {
  const peer = c.env?.incoming?.socket?.remoteAddress;
  const loopback = peer === undefined || peer === '::1' || /^(::ffff:)?127\./.test(peer);
  const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined);
  const named = LOOPBACK_NAMES.includes((c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, ''));
  return loopback && named && !proxied;
}
