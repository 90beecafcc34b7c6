// A Caller over HTTP, for browser and terminal: every operation is one POST. Turns problem+json back into the refusal it was.
// Knows no schema: the contract is imported for its types alone, so that no schema library reaches a browser.
import type { Caller } from '../contract/index.ts';
import type { Outcome } from '../contract/operation.ts';
import { ServerFault, ServerUnreachable } from './fault.ts';
import { refusalIn } from './problem.ts';

export interface HttpCallerOptions {
  /** Where the server is, without `/api`; empty in a browser on the same origin. */
  readonly baseUrl: string;
  /** The local token, for programs; a browser has its cookie instead. */
  readonly token?: string;
  /** Replaces the platform's fetch, for tests and for programs that reach the server another way. */
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

/**
 * Asks the server. A refusal is a value; an answer that is neither a value nor a refusal throws ServerFault with the request's
 * id, no answer at all throws ServerUnreachable. Example: `await httpCaller({ baseUrl: '' })('goal.get', {})`.
 */
export function httpCaller(options: HttpCallerOptions): Caller {
  const call = async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    const response = await send(options, `/api/v1/${name}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input),
    });
    return outcomeOf(response);
  };
  return call as Caller;
}

/** One request with the caller's token, cookie and signal. Throws ServerUnreachable when nobody answers. */
export async function send(options: HttpCallerOptions, path: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('accept', 'application/json, application/problem+json');
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  const ask = options.fetch ?? fetch;
  try {
    return await ask(`${options.baseUrl}${path}`, { credentials: 'same-origin', ...request, headers, ...(options.signal ? { signal: options.signal } : {}) });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ServerUnreachable({ cause: error });
  }
}

/** What a response says: the value, the refusal, or a thrown fault. */
export async function outcomeOf(response: Response): Promise<Outcome<unknown>> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body = await response.json().catch(() => undefined) as unknown;
  if (response.ok && body !== undefined) return { ok: true, value: body };
  const refusal = refusalIn(body);
  if (refusal) return { ok: false, refusal };
  throw new ServerFault(response.status, requestId);
}
