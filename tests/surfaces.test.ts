import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../src/contract/index.ts';
import type { Operation, Outcome } from '../src/contract/operation.ts';
import { REFUSALS } from '../src/contract/refusals.ts';
import { openApiDocument } from '../src/surfaces/http/openapi.ts';
import { problemPage } from '../src/surfaces/http/reference-page.ts';
import { bounded } from '../src/surfaces/mcp/answer.ts';
import { missingFrom } from './surfaces/contains.ts';
import { openDoors, type Door, type Doors } from './surfaces/doors.ts';
import { openapiFaults } from './surfaces/openapi-check.ts';
import { comparable } from './surfaces/same-answer.ts';
import { openSampleHouse, type SampleHouse } from './surfaces/sample-house.ts';

const operations: readonly Operation[] = OPERATIONS;
/** Loading the sample is worked in a workspace that is empty: in the sample it would be refused. */
const BEGINS_EMPTY = new Set(['sample.load']);

describe('every example through every door', () => {
  let sample: SampleHouse;
  let doors: Doors;
  /** Which workspace lies there untouched: what only read, or was refused, leaves it to the next. */
  let untouched: 'sample' | 'empty' | undefined;
  beforeAll(async () => {
    sample = await openSampleHouse();
    doors = openDoors(sample.house, sample.asker);
  });
  afterAll(() => sample?.close());

  it('covers the whole contract', () => {
    expect(operations.length).toBeGreaterThan(50);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
    const everyDoor = operation.kind === 'query' ? (['pipeline', 'post', 'get', 'mcp', 'cli'] as const) : (['pipeline', 'post', 'mcp', 'cli'] as const);
    const names = everyDoor.filter((name) => name !== 'mcp' || operation.agent.personOnly !== true);

    it(`gives the declared answer, the same through ${names.length} doors`, async () => {
      const before = sample.faults.length;
      let first: Outcome<unknown> | undefined;
      for (const name of names) {
        const door: Door = doors[name];
        const wanted = BEGINS_EMPTY.has(operation.name) ? 'empty' : 'sample';
        if (untouched === wanted) sample.rewind();
        else await sample.renew(wanted);
        const outcome = await door(operation, operation.example.input);
        const proposed = name === 'mcp' && operation.agent.needsPerson === true;
        untouched = proposed || (operation.kind === 'command' && outcome.ok) ? undefined : wanted;
        if (proposed) {
          expect(outcome).toMatchObject({ ok: false, refusal: { code: 'waits_for_acceptance', details: { proposal: 'PR-1' } } });
          continue;
        }
        if (first === undefined) expectDeclared(operation, outcome);
        first ??= outcome;
        // An agent is told the same, cut to what a context holds.
        const expected = name === 'mcp' && first.ok ? { ...first, value: bounded(first.value as Record<string, unknown>).value } : first;
        expect(comparable(outcome), `through ${name}`).toEqual(comparable(expected));
      }
      expect(sample.faults.slice(before)).toEqual([]);
    });
  });
});

function expectDeclared(operation: Operation, outcome: Outcome<unknown>): void {
  const { example } = operation;
  if (example.refusal !== undefined) expect(outcome).toMatchObject({ ok: false, refusal: { code: example.refusal } });
  else expect(outcome.ok ? missingFrom(outcome.value, example.output) : outcome.refusal).toBeUndefined();
}

describe('what an example shows', () => {
  it('is looked for in the answer, entry by entry, and missed when it is not there', () => {
    expect(missingFrom({ a: [{ b: 1, c: 2 }, { b: 3 }], d: null }, { a: [{ b: 3 }], d: null })).toBeUndefined();
    expect(missingFrom({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toContain('no entry like {"b":2}');
    expect([missingFrom({}, { a: 1 }), missingFrom({ a: 1 }, { a: { b: 1 } }), missingFrom({ a: 1 }, { a: [] })]).toEqual(['value.a is undefined, not 1', 'value.a is 1', 'value.a is no list']);
  });
});

describe('the OpenAPI document', () => {
  it('is the one that is checked in; `npx vitest run tests/surfaces.test.ts -u` writes it anew', async () => {
    await expect(`${JSON.stringify(openApiDocument(), null, 2)}\n`).toMatchFileSnapshot('../docs/openapi.json');
  });

  it('is sound: every reference leads somewhere, every id is used once, every response is described', () => {
    expect(openapiFaults(openApiDocument())).toEqual([]);
    expect(openapiFaults({ openapi: '3.1.0', info: {}, paths: { x: { get: { responses: { 200: {}, 201: { $ref: '#/nowhere' } } } } } })).toEqual([
      'info has no title or version', 'x does not begin with a slash', 'get x has no id of its own', 'get x 200 is not described', '/paths/x/get/responses/201 refers to #/nowhere, which is nowhere',
    ]);
  });

  it('has a page for every kind of problem it names', () => {
    for (const code of [...Object.keys(REFUSALS), 'fault']) expect(problemPage(code)).toContain('<h1>');
    expect([problemPage('made_up'), problemPage('toString')]).toEqual([undefined, undefined]);
  });
});
