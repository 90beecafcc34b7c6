import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../src/contract/refusals.ts';
import { openApiDocument } from '../src/surfaces/http/openapi.ts';
import { problemPage } from '../src/surfaces/http/reference-page.ts';
import { missingFrom } from './surfaces/contains.ts';
import { openapiFaults } from './surfaces/openapi-check.ts';

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
