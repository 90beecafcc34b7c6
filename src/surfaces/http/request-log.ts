// Gives every request an id and writes one line about it: route, status, duration. Never a body, a title, a token or a query.
import type { MiddlewareHandler } from 'hono';
import { pino } from 'pino';
import type { Log } from '../../operations/services.ts';
import type { Env, HttpDoor } from './door.ts';
import type { Metrics } from './metrics.ts';

/** Ids that a caller may bring along; anything else is replaced, so that a log line stays one line. */
const BROUGHT = /^[\w.:-]{8,64}$/;

/** JSON lines to a file descriptor; `level` as pino names them. Anything that could be a secret is cut out by name. */
export function jsonLog(options: { readonly level: string; readonly fileDescriptor: number }): Log {
  return pino(
    {
      base: null,
      level: options.level,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: faultFacts },
      redact: { paths: ['authorization', 'cookie', 'token', '*.authorization', '*.cookie', '*.token'], remove: true },
    },
    pino.destination({ fd: options.fileDescriptor, sync: true }),
  );
}

export function requestLog(door: HttpDoor, metrics: Pick<Metrics, 'observe'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const brought = c.req.header('x-request-id');
    c.set('requestId', brought !== undefined && BROUGHT.test(brought) ? brought : door.newRequestId());
    c.set('route', 'unknown');
    const began = door.clock();
    await next();
    c.res.headers.set('x-request-id', c.get('requestId'));
    const ms = door.clock() - began;
    metrics.observe(c.get('route'), c.res.status, ms);
    door.log.info({ request_id: c.get('requestId'), method: c.req.method, route: c.get('route'), status: c.res.status, ms: Math.round(ms) }, 'request');
  };
}

/** What finds a bug, without what a database says about the values of a row. */
function faultFacts(fault: unknown): unknown {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const { code, constraint } = fault as { code?: unknown; constraint?: unknown };
  return {
    type: fault.name, message: fault.message, stack: fault.stack,
    ...(typeof code === 'string' ? { code } : {}), ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(fault.cause === undefined ? {} : { cause: faultFacts(fault.cause) }),
  };
}
