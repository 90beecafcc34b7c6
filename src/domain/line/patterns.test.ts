import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { briefFigures } from './brief-figures.ts';
import type { Carry } from './carry.ts';
import { pressedLoad } from './pressed-load.ts';
import { decidedThisWeek, patternFinding, patternsIn } from './rule-of-three.ts';

const TODAY = '2026-11-20';
const carry = (id: number, more: Partial<Carry> = {}): Carry => ({ id: `car_${String(id).padStart(3, '0')}`, on: TODAY, kind: 'sales', minutes: 45, what: 'deck', askedBy: 'Northwind', ...more });
const names = (patterns: readonly { decision: string }[]): string[] => patterns.map(({ decision }) => decision);

describe('the rule of three', () => {
  it('asks at three times or four hours within 42 days for one asker or topic, whatever its spelling', () => {
    expect(patternsIn([carry(1), carry(2)], [], TODAY)).toEqual([]);
    const [found] = patternsIn([carry(1, { on: '2026-10-10' }), carry(2, { askedBy: ' northwind ' }), carry(3, { askedBy: 'NORTHWIND' })], [], TODAY);
    expect(found).toMatchObject({ decision: 'sales/asker/northwind', minutes: 135 });
    expect(patternFinding(found!).says).toBe('Sales, asked by NORTHWIND: 3 times, 2.3 hours, between 10 October and 20 November. Should it be yours next time?');
    expect(names(patternsIn([carry(1, { minutes: 240 })], [], TODAY))).toEqual(['sales/asker/northwind']);
    expect(patternsIn([carry(1, { on: '2026-10-09' }), carry(2), carry(3)], [], TODAY)).toEqual([]);
    expect(patternsIn([carry(1), carry(2), carry(3, { kind: 'content' })], [], TODAY)).toEqual([]);
    expect(patternsIn([1, 2, 3].map((id) => carry(id, { askedBy: undefined })), [], TODAY)).toEqual([]);
  });

  it('puts the pattern with most minutes first', () => {
    const carries = [carry(1), carry(2), carry(3), ...[4, 5, 6].map((id) => carry(id, { askedBy: undefined, topic: 'release notes', kind: 'content', minutes: 60 }))];
    expect(names(patternsIn(carries, [], TODAY))).toEqual(['content/topic/release notes', 'sales/asker/northwind']);
  });

  it('counts only what was carried after a decision, and is silent for six weeks where it was kept', () => {
    const decision = 'sales/asker/northwind';
    const carries = [1, 2, 3, 4, 5, 6].map((id) => carry(id, { on: addDays(TODAY, -4 * id) }));
    expect(patternsIn(carries, [{ decision, on: '2026-11-10', kept: false }], TODAY)).toEqual([]);
    expect(patternsIn(carries, [{ decision, on: '2026-11-07', kept: false }], TODAY)[0]!.carries).toHaveLength(3);
    expect(patternsIn(carries, [{ decision, on: '2026-11-07', kept: true }], TODAY)).toEqual([]);
    const later = [1, 2, 3].map((id) => carry(id, { on: addDays('2026-12-20', -id) }));
    expect(patternsIn(later, [{ decision, on: '2026-11-07', kept: true }], '2026-12-19')).toEqual([]);
    expect(names(patternsIn(later, [{ decision, on: '2026-11-07', kept: true }], '2026-12-20'))).toEqual([decision]);
  });

  it('knows whether a decision was taken this week, which begins on Monday', () => {
    expect([decidedThisWeek([{ decision: 'x', on: '2026-11-16', kept: true }], TODAY), decidedThisWeek([{ decision: 'x', on: '2026-11-15', kept: true }], TODAY)]).toEqual([true, false]);
  });
});

describe('pressed load', () => {
  const week = (back: number, pressed: number, chosen: number): Carry[] => {
    const on = addDays('2026-11-16', -7 * back);
    return [carry(10 * back, { on, minutes: pressed, mode: 'pressed' }), carry(10 * back + 1, { on, minutes: chosen, mode: 'chosen' })];
  };

  it('is the pressed share of carried minutes of whole weeks, without a word on what is unusual under nine', () => {
    expect(pressedLoad([], TODAY).says).toBe('No carry is on record in a whole week yet.');
    const load = pressedLoad([...week(1, 45, 45), ...week(3, 30, 90), carry(1)], TODAY);
    expect(load.weeks).toEqual([{ from: '2026-10-26', minutes: 120, pressed: 30, unmarked: 0, share: 0.25 }, { from: '2026-11-02', minutes: 0, pressed: 0, unmarked: 0, share: undefined }, { from: '2026-11-09', minutes: 90, pressed: 45, unmarked: 0, share: 0.5 }]);
    expect(load).toMatchObject({ reading: 'few-weeks', usual: undefined, says: '45 minutes of 1.5 hours carried in the week of 9 November were pressed, 50%. Cannot tell whether that is unusual for you: 2 weeks with carries, and nine are needed.' });
  });

  it('counts what was not marked among all that was carried, and says how much that is', () => {
    const on = addDays(TODAY, -7);
    const carries = [carry(1, { on, minutes: 45, mode: 'pressed' }), carry(2, { on, minutes: 15, mode: 'chosen' }), carry(3, { on, minutes: 30, mode: undefined })];
    const load = pressedLoad(carries, TODAY);
    expect(load.weeks).toMatchObject([{ minutes: 90, pressed: 45, unmarked: 30, share: 0.5 }]);
    expect(load.says).toMatch(/^45 minutes of 1\.5 hours carried in the week of 9 November were pressed, 50% \(30 minutes, 33%, were marked neither chosen nor pressed\)\./);
    expect(pressedLoad([carry(3, { on, minutes: 30, mode: undefined })], TODAY).says).toMatch(/^0 minutes of 30 minutes carried in the week of 9 November were pressed, 0%; none of them was marked chosen or pressed\./);
  });

  it('is held against the weeks before, and shown as a finding only above their range', () => {
    const calm = [2, 3, 4, 5, 6, 7, 8, 9].flatMap((back) => week(back, back % 2 === 0 ? 20 : 24, 100));
    expect(pressedLoad([...calm, ...week(1, 22, 100)], TODAY)).toMatchObject({ reading: 'usual' });
    const load = pressedLoad([...calm, ...week(1, 100, 20)], TODAY);
    expect(load).toMatchObject({ reading: 'above', finding: { rule: 'pressed_load', value: 83, carries: [{ mode: 'pressed', minutes: 100 }] } });
    expect(pressedLoad([...calm, ...week(1, 0, 100)], TODAY)).toMatchObject({ reading: 'below' });
    expect(pressedLoad([...calm, ...week(1, 0, 100)], TODAY).finding).toBeUndefined();
  });
});

describe('carries in any order', () => {
  it('give the same decision, load and figures', () => {
    const each = fc.record({
      on: fc.nat(90).map((back) => addDays(TODAY, -back)), minutes: fc.integer({ min: 1, max: 300 }), kind: fc.constantFrom('sales' as const, 'content' as const), askedBy: fc.constantFrom('Ana', 'ana', 'Ben', undefined),
      topic: fc.constantFrom('decks', undefined), mode: fc.constantFrom('chosen' as const, 'pressed' as const, undefined), reason: fc.constantFrom('faster' as const, undefined),
    });
    const all = fc.array(each, { maxLength: 25 }).map((rows) => rows.map((row, id) => carry(id, row))).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(fc.property(all, ([rows, shuffled]) => {
      const told = (carries: readonly Carry[]) => ({ patterns: patternsIn(carries, [], TODAY), load: pressedLoad(carries, TODAY), figures: briefFigures('sales', [], [], undefined, carries, TODAY) });
      const [left, right] = [told(rows), told(shuffled)];
      expect(left.patterns).toEqual(right.patterns);
      expect(left.load).toEqual(right.load);
      expect(left.figures).toEqual(right.figures);
    }));
  });
});
