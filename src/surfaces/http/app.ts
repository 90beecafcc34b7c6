// The HTTP door as one web-standard app: who may pass first, then the routes from the most to the least particular.
// Knows no port and no store; tests ask it without a network.
import { Hono } from 'hono';
import { mountBytes } from './byte-routes.ts';
import type { Env, HttpDoor } from './door.ts';
import { demandAccess, refuseForeign } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { mountHealth } from './health.ts';
import { openApiDocument } from './openapi.ts';
import { createMetrics, mountMetrics } from './metrics.ts';
import { mountOpening } from './opening.ts';
import { mountOperations } from './operation-routes.ts';
import { faultResponse, plainProblem } from './problem.ts';
import { problemPage, REFERENCE_STYLE, referencePage } from './reference-page.ts';
import { requestLog } from './request-log.ts';
import { mountWeb } from './web-files.ts';

export function httpApp(door: HttpDoor): Hono<Env> {
  const app = new Hono<Env>();
  const metrics = createMetrics();
  app.use(requestLog(door, metrics), securityHeaders(door), refuseForeign(door));
  app.use('/api/*', demandAccess(door));
  app.use('/mcp', demandAccess(door));
  app.onError((fault, c) => {
    door.log.error({ request_id: c.get('requestId'), route: c.get('route'), err: fault }, 'fault');
    return faultResponse(c);
  });

  mountHealth(app, door);
  mountMetrics(app, door, metrics);
  mountOpening(app, door);
  mountDocuments(app);
  mountBytes(app, door);
  mountOperations(app, door);
  const mcp = door.mcp;
  if (mcp) app.all('/mcp', (c) => (c.set('route', 'mcp'), mcp(c.req.raw, c.get('asker'), c.get('requestId'))));
  app.all('/api/*', (c) => plainProblem(c, 404, 'Not found', 'There is nothing at this address. The operations are listed at /api/v1/reference.'));
  mountWeb(app, door.webFolder);
  app.notFound((c) => plainProblem(c, 404, 'Not found', 'There is nothing at this address.'));
  return app;
}

function mountDocuments(app: Hono<Env>): void {
  let document: string | undefined;
  app.get('/api/v1/openapi.json', (c) => {
    c.set('route', 'openapi');
    c.header('content-type', 'application/json');
    return c.body((document ??= JSON.stringify(openApiDocument())));
  });
  app.get('/api/v1/reference', (c) => (c.set('route', 'reference'), c.html(referencePage())));
  app.get('/api/v1/reference.css', (c) => (c.set('route', 'reference'), c.body(REFERENCE_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' })));
  // `/problems/P-1` is a page of the app: only the names of refusals are documents here.
  app.get('/problems/:code', async (c, next) => {
    const page = problemPage(c.req.param('code'));
    if (page === undefined) return next();
    c.set('route', 'problems');
    return c.html(page);
  });
}
