// The routes of the contract: POST for every operation, GET for queries. Translation only; the pipeline decides.
import type { Context, Hono } from 'hono';
import { operationNamed, type OperationName } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Env, HttpDoor } from './door.ts';
import { once } from './idempotency.ts';
import { jsonBody } from './json-body.ts';
import { plainProblem, refusalResponse } from './problem.ts';
import { queryInput } from './query-input.ts';

export function mountOperations(app: Hono<Env>, door: HttpDoor): void {
  app.post('/api/v1/:name{[a-z_]+\\.[a-z_]+}', async (c) => {
    const operation = named(c);
    if (!operation) return refusalResponse(c, { code: 'unknown_operation', details: { name: c.req.param('name') } });
    const body = await jsonBody(c);
    if (!body.ok) return refusalResponse(c, body.refusal);
    const key = operation.kind === 'command' ? c.req.header('idempotency-key') : undefined;
    const ask = () => door.run(operation.name as OperationName, body.value as never, c.get('asker'), c.get('requestId'));
    const { outcome, replayed } = await once(door.desk, c.get('asker'), key, `${operation.name}\n${body.text}`, ask);
    if (replayed) c.header('idempotency-replayed', 'true');
    return outcome.ok ? c.json(outcome.value as object) : refusalResponse(c, outcome.refusal);
  });

  app.get('/api/v1/:name{[a-z_]+\\.[a-z_]+}', async (c) => {
    const operation = named(c);
    if (!operation) return refusalResponse(c, { code: 'unknown_operation', details: { name: c.req.param('name') } });
    if (operation.kind === 'command') {
      c.header('allow', 'POST');
      return plainProblem(c, 405, 'Use POST', `${operation.name} writes something, so it is asked with POST.`);
    }
    const input = queryInput(operation, new URL(c.req.url).searchParams);
    const outcome = await door.run(operation.name as OperationName, input as never, c.get('asker'), c.get('requestId'));
    return outcome.ok ? c.json(outcome.value as object) : refusalResponse(c, outcome.refusal);
  });
}

/** The operation a path names; its name is also the route of the log line. */
function named(c: Context<Env>): Operation | undefined {
  const operation = operationNamed.get(c.req.param('name') ?? '') as Operation | undefined;
  if (operation) c.set('route', operation.name);
  return operation;
}
