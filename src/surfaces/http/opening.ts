// How a browser comes in: the printed address gives it a session, and a program with the token may learn that address again.
import type { Hono } from 'hono';
import { sessionCookie, sessionIn } from './access.ts';
import type { Env, HttpDoor } from './door.ts';
import { isSecure } from './guard.ts';
import { refusalResponse } from './problem.ts';
import { signInPage } from './reference-page.ts';

/** Opening the address again does the same; a browser with a session gets in by any such address, even an old one. */
export function mountOpening(app: Hono<Env>, door: HttpDoor): void {
  app.get('/open/:ticket', (c) => {
    c.set('route', 'open');
    const port = door.addresses.port();
    const known = door.access.readSession(sessionIn(c.req.header('cookie'), port)) !== 'none';
    if (!known && !door.access.mayOpen(c.req.param('ticket'))) return c.html(signInPage(), 401);
    c.header('set-cookie', sessionCookie(port, door.access.newSession(), isSecure(door, c.req.header('host'))));
    return c.redirect('/', 303);
  });

  app.get('/api/v1/opening', (c) => {
    c.set('route', 'opening');
    if (!door.access.holdsToken(c.req.header('authorization'))) return refusalResponse(c, { code: 'not_signed_in' });
    return c.json({ path: `/open/${door.access.ticket}` });
  });
}
