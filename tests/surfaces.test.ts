import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { OPERATIONS } from '../src/contract/index.ts';
import type { Operation, Outcome } from '../src/contract/operation.ts';
import { REFUSALS } from '../src/contract/refusals.ts';
import { openApiDocument } from '../src/surfaces/http/openapi.ts';
import { openDoors, type Door, type Doors } from './surfaces/doors.ts';
import { openapiFaults } from './surfaces/openapi-check.ts';
import { comparable } from './surfaces/same-answer.ts';
import { openSampleHouse, type SampleHouse } from './surfaces/sample-house.ts';

const operations: readonly Operation[] = OPERATIONS;
/** Loading the sample is worked in a workspace that is empty: in the sample it would be refused. */
const BEGINS_EMPTY = new Set(['sample.load']);

let sample: SampleHouse;
let doors: Doors;
beforeAll(async () => {
  sample = await openSampleHouse();
  doors = openDoors(sample.house, sample.asker);
});
afterAll(() => sample?.close());

describe('every example through every door', () => {
  it('covers the whole contract', () => {
    expect(operations.length).toBeGreaterThan(50);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
    const names = operation.kind === 'query' ? (['pipeline', 'post', 'get', 'mcp', 'cli'] as const) : (['pipeline', 'post', 'mcp', 'cli'] as const);
    beforeEach(() => { sample.faults.length === 0 || expect.fail(sample.faults.join('\n')); });

    it(`gives the declared answer, the same through ${names.length} doors`, async () => {
      let first: Outcome<unknown> | undefined;
      for (const name of names) {
        const door: Door = doors[name];
        if (operation.kind === 'command' || first === undefined) await sample.renew(BEGINS_EMPTY.has(operation.name) ? 'empty' : 'sample');
        const outcome = await door(operation, operation.example.input);
        if (first === undefined) expectDeclared(operation, outcome);
        first ??= outcome;
        expect(comparable(outcome), `through ${name}`).toEqual(comparable(first));
      }
      expect(sample.faults).toEqual([]);
    });
  });
});

function expectDeclared(operation: Operation, outcome: Outcome<unknown>): void {
  const { example } = operation;
  if (example.refusal !== undefined) expect(outcome).toMatchObject({ ok: false, refusal: { code: example.refusal } });
  else expect(outcome).toMatchObject({ ok: true, value: example.output });
}

describe('the OpenAPI document', () => {
  it('is the one that is checked in; `npx vitest run tests/surfaces.test.ts -u` writes it anew', async () => {
    await expect(`${JSON.stringify(openApiDocument(), null, 2)}\n`).toMatchFileSnapshot('../docs/openapi.json');
  });

  it('is sound: every reference leads somewhere, every id is used once, every response is described', () => {
    expect(openapiFaults(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')))).toEqual([]);
  });

  it('has a problem page for every refusal it names', async () => {
    for (const code of Object.keys(REFUSALS)) expect((await doors.fetch(`http://127.0.0.1:4747/problems/${code}`)).status).toBe(200);
    expect((await doors.fetch('http://127.0.0.1:4747/problems/made_up')).status).toBe(404);
  });
});
