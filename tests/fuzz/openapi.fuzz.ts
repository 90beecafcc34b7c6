// Requests made up from the OpenAPI document, right and wrong ones: whatever is sent, the answer is one the document declares.
// A failing seed is printed by fast-check; add it as an example below to keep it.
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../src/surfaces/http/openapi.ts';
import { ORIGIN, openDoors, type Doors } from '../surfaces/doors.ts';
import { openSampleHouse, type SampleHouse } from '../surfaces/sample-house.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}
interface Asked { readonly path: string; readonly schema: Schema; readonly example: unknown; readonly statuses: readonly string[]; readonly reads: boolean }

/** Jobs and archives take seconds each; their inputs are covered by the examples and by the suites of imports and exports. */
const LEFT_OUT = new Set(['/api/v1/export.create', '/api/v1/audit.run', '/api/v1/sample.load']);
const RUNS_EACH = Number(process.env['FUZZ_RUNS'] ?? 12);

const asked: Asked[] = Object.entries(openApiDocument()['paths'] as Record<string, Record<string, unknown>>)
  .filter(([path]) => /\/[a-z]+\.[a-z_]+$/.test(path) && !LEFT_OUT.has(path))
  .map(([path, item]) => {
    const post = item['post'] as { requestBody: { content: { 'application/json': { schema: Schema; examples: { worked: { value: unknown } } } } }; responses: object };
    const body = post.requestBody.content['application/json'];
    return { path, schema: body.schema, example: body.examples.worked.value, statuses: Object.keys(post.responses), reads: 'get' in item };
  });

const anything = fc.oneof({ arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 3 }, { arbitrary: fc.string({ unit: 'binary' }), weight: 1 }, { arbitrary: fc.constantFrom('\u0000', 'x'.repeat(5_000), -1, 1e308, '2026-02-30', 'RET-1', 'P-1', 'G-2'), weight: 1 });

/** Mostly what the schema wants, with keys of the sample among the texts, and now and then something else altogether. */
function valueFor(schema: Schema): fc.Arbitrary<unknown> {
  const fitting = ((): fc.Arbitrary<unknown> => {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'integer': return fc.integer({ min: Math.max(schema.minimum ?? -5, -1e6), max: Math.min(schema.maximum ?? 1_000, 1e6) });
      case 'number': return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
      case 'boolean': return fc.boolean();
      case 'array': return fc.array(valueFor(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) });
      case 'object': return objectFor(schema);
      case 'string': return fc.oneof(fc.string({ maxLength: Math.min(schema.maxLength ?? 40, 60) }), fc.constantFrom('RET-1', 'RET-2', 'P-1', 'B-1', 'G-1', 'G-2', 'G-3', '2027-02-01', '1999-01-01', 'label'));
      default: return fc.jsonValue({ maxDepth: 1 });
    }
  })();
  return fc.oneof({ arbitrary: fitting, weight: 9 }, { arbitrary: anything, weight: 1 });
}

function objectFor(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.properties) {
    const fields = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, valueFor(property)]));
    return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] as never });
  }
  return fc.dictionary(fc.string({ maxLength: 10 }), typeof schema.additionalProperties === 'object' ? valueFor(schema.additionalProperties) : anything, { maxKeys: 4 });
}

let sample: SampleHouse;
let doors: Doors;
beforeAll(async () => {
  sample = await openSampleHouse();
  await sample.renew('sample');
  doors = openDoors(sample.house, sample.asker);
});
afterAll(() => sample?.close());

async function demandDeclared(operation: Asked, response: Response, sent: string): Promise<void> {
  const text = await response.text();
  const story = `${operation.path} answered ${response.status} to ${sent.slice(0, 500)}: ${text.slice(0, 500)} ${sample.faults.at(-1) ?? ''}`;
  if (response.status >= 500 && response.status !== 503) throw new Error(story);
  if (!operation.statuses.includes(String(response.status))) throw new Error(`not declared: ${story}`);
  const type = response.headers.get('content-type');
  if (type !== (response.ok ? 'application/json' : 'application/problem+json')) throw new Error(`of the type ${type}: ${story}`);
  const body = JSON.parse(text) as { status?: unknown; code?: unknown; detail?: unknown };
  if (!response.ok && (body.status !== response.status || typeof body.code !== 'string' || typeof body.detail !== 'string')) throw new Error(`no whole problem: ${story}`);
}

describe('requests made up from the OpenAPI document', () => {
  it('cover nearly every operation', () => {
    expect(asked.length).toBeGreaterThan(50);
  });

  it.each(asked.map((operation) => [operation.path, operation] as const))('%s answers only what it declares', async (_path, operation) => {
    const before = sample.faults.length;
    const headers = { authorization: `Bearer ${doors.access.token}` };
    await fc.assert(fc.asyncProperty(fc.oneof({ arbitrary: objectFor(operation.schema), weight: 8 }, { arbitrary: anything, weight: 1 }), async (input) => {
      const body = JSON.stringify(input);
      const posted = await doors.fetch(`${ORIGIN}${operation.path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
      await demandDeclared(operation, posted, body);
      if (!operation.reads || typeof input !== 'object' || input === null) return;
      const search = new URLSearchParams(Object.entries(input).map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
      if (search.toString().length > 8_000) return;
      await demandDeclared(operation, await doors.fetch(`${ORIGIN}${operation.path}?${search.toString()}`, { headers }), search.toString());
    }), { numRuns: RUNS_EACH, examples: [[operation.example]] });
    expect(sample.faults.slice(before)).toEqual([]);
  });
});
