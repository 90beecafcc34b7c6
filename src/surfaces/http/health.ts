// Whether the process lives, whether it can work, which version it is: for people and for whatever watches the program.
import type { Hono } from 'hono';
import type { Env, HttpDoor } from './door.ts';

/** Open to everyone who can reach the server; says which check failed, never why or where. */
export function mountHealth(app: Hono<Env>, door: HttpDoor): void {
  app.get('/livez', (c) => (c.set('route', 'livez'), c.json({ ok: true })));
  for (const path of ['/readyz', '/healthz']) {
    app.get(path, async (c) => {
      c.set('route', path.slice(1));
      const checks = await door.checks();
      const ok = Object.values(checks).every(Boolean);
      return c.json(c.req.query('verbose') === undefined ? { ok } : { ok, checks }, ok ? 200 : 503);
    });
  }
  app.get('/version', (c) => (c.set('route', 'version'), c.json({ name: 'throughline', version: door.version, api: 'v1' })));
}
