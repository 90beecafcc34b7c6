import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, valueOf, type Field } from './fields.ts';
import { OPERATIONS, operationNamed } from './index.ts';

const fieldNamed = (operation: string, name: string): Field => fieldsOf(operationNamed.get(operation)!).find((field) => field.name === name)!;

describe('the fields of an operation', () => {
  it('are named in the order of the contract with kind, bounds, default and description', () => {
    expect(fieldNamed('item.list', 'limit')).toEqual({
      name: 'limit', kind: 'number', required: false, default: 50, minimum: 1, maximum: 200, description: 'How many rows at most',
    });
    expect(fieldNamed('cull.decide', 'decision')).toMatchObject({ kind: 'choice', required: true, choices: ['close', 'keep', 'link', 'still_a_problem'] });
    expect(fieldNamed('goal.draft', 'notGoals')).toMatchObject({ kind: 'list', of: 'text', required: false });
    expect(fieldNamed('import.start', 'files')).toMatchObject({ kind: 'list', of: 'file', required: true });
    expect(fieldNamed('import.start', 'map')).toMatchObject({ kind: 'pairs' });
  });

  it('cover every operation; a terminal writes JSON for the few that hold a whole document', () => {
    const all = OPERATIONS.flatMap((operation) => fieldsOf(operation).map((field) => ({ ...field, of: operation.name })));
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((field) => field.kind === 'json').map(({ of, name }) => `${of} ${name}`).sort()).toEqual(['bet.amend changes', 'metric.connect url', 'proposal.make with', 'readout.file question']);
  });

  it('that are files are written as their path, or as the upload they were sent as', () => {
    expect(valueOf(fieldNamed('metric.load', 'file'), ['path=/tmp/a.csv'])).toEqual({ path: '/tmp/a.csv' });
    expect(valueOf(fieldNamed('metric.load', 'file'), ['a=b, c.csv'])).toEqual({ path: 'a=b, c.csv' });
    expect(valueOf(fieldNamed('calendar.add', 'files'), ['work, mine.ics', 'upload=upl_1'])).toEqual([{ path: 'work, mine.ics' }, { upload: 'upl_1' }]);
  });

  it('that may be null are taken away with none', () => {
    const [held, bet] = [fieldNamed('attention.held', 'held'), fieldNamed('attention.defend', 'bet')];
    expect([held.kind, bet.kind]).toEqual(['boolean', 'text']);
    expect([valueOf(held, ['none']), valueOf(held, ['false']), valueOf(bet, ['B-12']), valueOf(bet, ['none'])]).toEqual([null, false, 'B-12', null]);
    expect(valueOf(fieldNamed('attention.log', 'line'), ['none'])).toBe('none');
  });

  it('of a short list of numbers are numbers', () => {
    expect(fieldNamed('review.get', 'review')).toMatchObject({ kind: 'number', required: true });
    expect(valueOf(fieldNamed('bet.change', 'primaryReview'), ['365'])).toBe(365);
  });
});

describe('text', () => {
  it('becomes numbers, truth, lists and pairs where the field wants them', () => {
    expect(valueOf(fieldNamed('item.list', 'limit'), ['5'])).toBe(5);
    expect(valueOf(fieldNamed('rule.set', 'on'), ['false'])).toBe(false);
    expect(valueOf(fieldNamed('item.link', 'items'), ['RET-1,RET-2', 'RET-3'])).toEqual(['RET-1', 'RET-2', 'RET-3']);
    expect(valueOf(fieldNamed('import.start', 'map'), ['title=Summary,key=Issue key'])).toEqual({ title: 'Summary', key: 'Issue key' });
    expect(valueOf(fieldNamed('import.start', 'files'), ['{"upload":"upl_1"}'])).toEqual([{ upload: 'upl_1' }]);
  });

  it('becomes names with numbers where the field wants those', () => {
    const from = fieldNamed('line.set', 'from');
    expect(from).toMatchObject({ kind: 'list', of: 'amount', amount: { name: 'kind', number: 'minutes' } });
    const amounts = [{ kind: 'marketing', minutes: 60 }, { kind: 'sales', minutes: 30 }];
    for (const texts of [['marketing=60,sales=30'], ['marketing=60, sales = 30'], ['marketing=60', 'sales=30'], [JSON.stringify(amounts)], amounts.map((each) => JSON.stringify(each))]) expect(valueOf(from, texts)).toEqual(amounts);
    expect(valueOf(from, ['marketing'])).toEqual(['marketing']);
    expect(valueOf(from, ['marketing=much'])).toEqual([{ kind: 'marketing', minutes: 'much' }]);
  });

  it('stays whole where a space follows the comma, so that a sentence is one entry', () => {
    expect(valueOf(fieldNamed('goal.draft', 'notGoals'), ['No new carriers, no new countries'])).toEqual(['No new carriers, no new countries']);
  });

  it('that does not fit is passed on for the schema to name', () => {
    expect(valueOf(fieldNamed('item.list', 'limit'), ['many'])).toBe('many');
    expect(valueOf(fieldNamed('item.list', 'limit'), ['1', '2'])).toEqual(['1', '2']);
    expect(valueOf(fieldNamed('import.start', 'map'), ['Summary'])).toBe('Summary');
  });

  it('never throws and never reaches the prototype, whatever was typed', () => {
    const fields = OPERATIONS.flatMap((operation) => fieldsOf(operation));
    fc.assert(fc.property(fc.constantFrom(...fields), fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('__proto__=x')), { minLength: 1, maxLength: 3 }), (field, texts) => {
      valueOf(field, texts);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      expect(Object.getPrototypeOf(valueOf(fieldNamed('import.start', 'map'), ['__proto__=x']))).toBe(Object.prototype);
    }));
  });

  it('gives back every list of references it was written from', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[A-Z]{1,5}-[0-9]{1,4}$/), { minLength: 1 }), (keys) => {
      expect(valueOf(fieldNamed('item.link', 'items'), [keys.join(',')])).toEqual(keys);
    }));
  });
});
