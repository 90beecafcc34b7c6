// Writes refusals and faults as RFC 9457 problem documents. Every sentence comes from the contract's registry.
import type { Context } from 'hono';
import type { Outcome } from '../../contract/operation.ts';
import { REFUSALS, refusalSentence, type RefusalCode } from '../../contract/refusals.ts';
import type { Env } from './door.ts';

export type Refusal = Extract<Outcome<unknown>, { readonly ok: false }>['refusal'];

export interface Problem {
  /** A path on this server that explains the kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly request_id: string;
  /** The refusal's code; absent when the problem is not a refusal of the contract. */
  readonly code?: RefusalCode;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Which parts of the request do not fit, by JSON pointer. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Details shown as they are except the list of errors, which has a place of its own. */
export function refusalResponse(c: Context<Env>, refusal: Refusal): Response {
  const { status } = REFUSALS[refusal.code];
  const errors = refusal.details?.['errors'] as Problem['errors'];
  return write(c, {
    type: `/problems/${refusal.code}`,
    title: titleOf(refusal.code),
    status,
    detail: refusalSentence(refusal.code, refusal.details),
    instance: c.req.path,
    request_id: c.get('requestId'),
    code: refusal.code,
    ...(refusal.details ? { details: refusal.details } : {}),
    ...(errors ? { errors } : {}),
  });
}

/** A problem outside the contract: no such page, a method that does not fit, or something broke. */
export function plainProblem(c: Context<Env>, status: 404 | 405 | 500, title: string, detail: string): Response {
  const type = status === 500 ? '/problems/fault' : 'about:blank';
  return write(c, { type, title, status, detail, instance: c.req.path, request_id: c.get('requestId') });
}

export function faultResponse(c: Context<Env>): Response {
  const detail = `Something broke on our side. Nothing you did was wrong; trying again may help. The log has more under ${c.get('requestId')}.`;
  return plainProblem(c, 500, 'Something broke', detail);
}

const UNREAD = new Set([401, 403, 413, 415]);

/** `not_found` reads `Not found`. */
export function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function write(c: Context<Env>, problem: Problem): Response {
  if (problem.status === 503 || problem.status === 429) c.header('retry-after', '2');
  // A body that was refused unread may still be on its way: the connection is of no more use.
  if (c.req.method === 'POST' && UNREAD.has(problem.status)) c.header('connection', 'close');
  c.header('content-type', 'application/problem+json');
  c.header('cache-control', 'no-store');
  return c.body(JSON.stringify(problem), problem.status as 400);
}
