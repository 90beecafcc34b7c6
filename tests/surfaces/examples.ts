// Every example of the contract through every door, in halves: each half is a test file of its own, so that two run at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/contract/index.ts';
import type { Operation, Outcome } from '../../src/contract/operation.ts';
import { bounded } from '../../src/surfaces/mcp/answer.ts';
import { missingFrom } from './contains.ts';
import { openDoors, type Door, type Doors } from './doors.ts';
import { comparable } from './same-answer.ts';
import { openSampleHouse, type SampleHouse } from './sample-house.ts';

const all: readonly Operation[] = OPERATIONS;
/** Loading the sample is worked in a workspace that is empty: in the sample it would be refused. */
const BEGINS_EMPTY = new Set(['sample.load']);

/** Declares the tests of every second operation, from the first or from the second on. */
export function examplesThroughEveryDoor(half: 'first' | 'second'): void {
  const operations = all.filter((_, at) => at % 2 === (half === 'first' ? 0 : 1));

  describe(`every example through every door, the ${half} half`, () => {
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
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
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
}

function expectDeclared(operation: Operation, outcome: Outcome<unknown>): void {
  const { example } = operation;
  if (example.refusal !== undefined) expect(outcome).toMatchObject({ ok: false, refusal: { code: example.refusal } });
  else expect(outcome.ok ? missingFrom(outcome.value, example.output) : outcome.refusal).toBeUndefined();
}
