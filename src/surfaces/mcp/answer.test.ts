import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { OPERATIONS, operationNamed } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { ANSWER_LIMIT, bounded, resultOf, UNTRUSTED_LINE } from './answer.ts';
import { answerSchema, toolFacts } from './tool.ts';

const named = (name: string): Operation => operationNamed.get(name) as Operation;

describe('a tool', () => {
  it('states all four hints, has a title and says when not to use it', () => {
    for (const operation of OPERATIONS as readonly Operation[]) {
      const { annotations, title, description, name } = toolFacts(operation);
      expect(Object.values(annotations).filter((hint) => typeof hint === 'boolean')).toHaveLength(4);
      expect([name, title.length > 3, /[Dd]o not use it/.test(description)]).toEqual([operation.name.replace('.', '_'), true, true]);
    }
    expect(toolFacts(named('cull.decide'))).toMatchObject({
      name: 'cull_decide', title: 'Cull: decide', annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
    });
    expect(toolFacts(named('source.remove')).annotations.destructiveHint).toBe(true);
  });

  it('has schemas with a plain object at the root, which clients demand', () => {
    for (const operation of OPERATIONS as readonly Operation[]) {
      for (const [schema, io] of [[operation.input, 'input'], [answerSchema(operation), 'output']] as const) {
        const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
        expect([operation.name, json.type, json.$ref]).toEqual([operation.name, 'object', undefined]);
      }
    }
  });
});

describe('a result', () => {
  it('marks what a tracker wrote, for programs and in the text', () => {
    const result = resultOf(named('item.list'), { ok: true, value: { items: [], total: 0, totalIsExact: true } });
    expect(result).toMatchObject({ _meta: { 'throughline/untrusted': true } });
    expect((result.content[0] as { text: string }).text.startsWith(UNTRUSTED_LINE)).toBe(true);
    expect(resultOf(named('goal.list'), { ok: true, value: { goals: [] } })).not.toHaveProperty('_meta');
  });

  it('says a refusal as an error with its sentence and code', () => {
    const result = resultOf(named('goal.get'), { ok: false, refusal: { code: 'not_found', details: { kind: 'goal', reference: 'G-9' } } });
    expect(result).toMatchObject({ isError: true, content: [{ text: 'There is no goal G-9 in this workspace. (not_found)' }] });
    expect(result.structuredContent).toBeUndefined();
  });

  it('stays within its limit by cutting texts first and then the longest list, and says so', () => {
    const long = { item: { body: 'x'.repeat(200_000) }, comments: Array.from({ length: 500 }, (_, at) => ({ id: at, text: 'y'.repeat(1_000) })) };
    const { value, cut } = bounded(long);
    expect(JSON.stringify(value).length).toBeLessThanOrEqual(ANSWER_LIMIT);
    expect(cut).toEqual(['item.body', 'comments']);
    expect((value['comments'] as unknown[]).length).toBeGreaterThan(20);
    expect(bounded({ a: 1 })).toEqual({ value: { a: 1 }, cut: [] });
    expect((resultOf(named('item.get'), { ok: true, value: long }).content[0] as { text: string }).text).toContain('Shortened to fit: item.body, comments.');
  });
});
