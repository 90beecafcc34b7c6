// The four doors to one house, opened without a network: the pipeline itself, HTTP, MCP and the terminal. Each gives an
// outcome, so that what they answered can be compared.
import { Client, StreamableHTTPClientTransport, type CallToolResult } from '@modelcontextprotocol/client';
import { httpCaller, outcomeOf } from '../../src/client/http-caller.ts';
import type { OperationName } from '../../src/contract/index.ts';
import type { Operation, Outcome } from '../../src/contract/operation.ts';
import { desk } from '../../src/operations/desk.ts';
import type { Asker } from '../../src/operations/context.ts';
import { runCli } from '../../src/surfaces/cli/program.ts';
import { localAccess, type LocalAccess } from '../../src/surfaces/http/access.ts';
import { httpApp } from '../../src/surfaces/http/app.ts';
import { mcpOverHttp } from '../../src/surfaces/mcp/transports.ts';
import type { House } from '../../src/wiring/house.ts';

export const ORIGIN = 'http://127.0.0.1:4747';

export type Door = (operation: Operation, input: unknown) => Promise<Outcome<unknown>>;

export interface Doors {
  readonly access: LocalAccess;
  /** Asks the HTTP app as a client on this machine would; adds the Host header. */
  readonly fetch: typeof fetch;
  readonly pipeline: Door;
  readonly post: Door;
  /** Queries only: the input as a query string. */
  readonly get: Door;
  readonly mcp: Door;
  readonly cli: Door;
}

/** `asker` is looked up at each call, so that a test may move from workspace to workspace. */
export function openDoors(house: House, asker: () => Asker, webFolder?: string): Doors {
  const access = localAccess({ sessionKey: new Uint8Array(32), clock: Date.now });
  const { services } = house;
  const onFault = (fault: unknown): void => services.log.error({ err: fault }, 'fault');
  const app = httpApp({
    run: house.run, askerFor: () => asker(), desk: desk(services), access, log: services.log, newRequestId: () => 'req_00000000', addresses: { port: () => 4747 },
    clock: () => 0, version: '0.0.0', checks: () => Promise.resolve({}), jobs: () => Promise.resolve([]), ...(webFolder === undefined ? {} : { webFolder }),
    mcp: mcpOverHttp((who: Asker, requestId) => ({ call: (name, input) => house.run(name, input, who, requestId), version: '0.0.0', onFault })),
  });
  const ask: typeof fetch = async (url, init) => {
    const request = new Request(url, init);
    if (!request.headers.has('host')) request.headers.set('host', new URL(request.url).host);
    return app.fetch(request);
  };
  const client = httpCaller({ baseUrl: ORIGIN, token: access.token, fetch: ask }) as (name: string, input: unknown) => Promise<Outcome<unknown>>;
  return {
    access, fetch: ask,
    pipeline: (operation, input) => house.run(operation.name as OperationName, input as never, asker(), 'req_00000000') as Promise<Outcome<unknown>>,
    post: (operation, input) => client(operation.name, input),
    get: async (operation, input) => outcomeOf(await ask(`${ORIGIN}/api/v1/${operation.name}?${searchOf(input)}`, { headers: { authorization: `Bearer ${access.token}` } })),
    mcp: (operation, input) => askMcp(ask, access.token, operation, input),
    cli: (operation, input) => askCli(house, asker, operation, input),
  };
}

function searchOf(input: unknown): string {
  const entries = Object.entries(input as Record<string, unknown>).map(([name, value]): [string, string] => [name, textOf(value)]);
  return new URLSearchParams(entries).toString();
}

async function askMcp(ask: typeof fetch, token: string, operation: Operation, input: unknown): Promise<Outcome<unknown>> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${ORIGIN}/mcp`), { fetch: ask, requestInit: { headers: { authorization: `Bearer ${token}` } } }));
  try {
    await client.listTools();
    const result = await client.callTool({ name: operation.name.replace('.', '_'), arguments: input as Record<string, unknown> }) as CallToolResult;
    const { isError, structuredContent, content, _meta: meta } = result;
    if (!isError) return { ok: true, value: structuredContent };
    const refusal = meta?.['throughline/refusal'];
    if (refusal === undefined) throw new Error(`the tool broke: ${JSON.stringify(content)}`);
    return { ok: false, refusal: refusal as never };
  } finally {
    await client.close();
  }
}

async function askCli(house: House, asker: () => Asker, operation: Operation, input: unknown): Promise<Outcome<unknown>> {
  let out = '';
  let note = '';
  const call = (name: OperationName, given: unknown) => house.run(name, given as never, asker(), 'req_00000000');
  const code = await runCli({
    terminal: {
      out: (text) => { out += text; }, note: (text) => { note += text; }, env: {}, inputIsTerminal: false, outIsTerminal: false, noteIsTerminal: false,
      columns: 100, workingFolder: '/', onInterrupt: () => () => undefined, now: () => 0, sleep: () => Promise.resolve(),
    },
    version: '0.0.0',
    attach: () => Promise.resolve({ call: call as never, sameMachine: true, upload: never, download: never, close: () => Promise.resolve() }),
    start: never, mcp: never, diagnose: never, schema: never,
  }, wordsOf(operation, input));
  if (code === 0) return { ok: true, value: JSON.parse(out) as unknown };
  const { code: refused, details } = JSON.parse(note) as { code: string; details?: unknown };
  return { ok: false, refusal: { code: refused as never, ...(details === undefined ? {} : { details: details as never }) } };
}

/** Each field as a flag, the way somebody would type it into a script. */
export function wordsOf(operation: Operation, input: unknown): string[] {
  const flags = Object.entries(input as Record<string, unknown>).flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (Array.isArray(value)) return value.map((entry) => `${flag}=${textOf(entry)}`);
    return [`${flag}=${textOf(value)}`];
  });
  return [...operation.name.replaceAll('_', '-').split('.'), ...flags, '--json', '--yes'];
}

/** Texts as they are, everything else as JSON, which for numbers and truth is how they are typed. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function never(): Promise<never> {
  return Promise.reject(new Error('no operation needs this'));
}
